// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <utility>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/engine/atomic_file.h"
#include "app/paths.h"
#include "base/limits.h"

using namespace Qt::StringLiterals;

namespace synoptic::app {
namespace {

constexpr const char* fileName = "/window.json";
constexpr qint64 maxFileBytes = limits::mib;

QJsonObject readObject(const std::string& path)
{
    QFile file(QFile::decodeName(QByteArray::fromStdString(path)));
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileBytes)
        return {};
    return QJsonDocument::fromJson(file.read(maxFileBytes)).object();
}

// A path is bytes, JSON is Unicode; percent signs carry the one through the other.
QString encodedPath(const std::string& path)
{
    return QString::fromLatin1(QByteArray::fromStdString(path).toPercentEncoding("/ "));
}

std::string decodedPath(const QJsonValue& value)
{
    return QByteArray::fromPercentEncoding(value.toString().toLatin1()).toStdString();
}

} // namespace

void rememberFolder(Settings& settings, const std::string& folder)
{
    std::erase(settings.recentFolders, folder);
    settings.recentFolders.insert(settings.recentFolders.begin(), folder);
    if (settings.recentFolders.size() > maxRecentFolders)
        settings.recentFolders.resize(maxRecentFolders);
}

SettingsStore::SettingsStore(std::string stateDirectory) : m_stateDirectory(std::move(stateDirectory)) {}

Settings SettingsStore::load() const
{
    Settings settings;
    const QJsonObject remembered = readObject(m_stateDirectory + fileName);
    settings.layout = QByteArray::fromBase64(remembered["layout"_L1].toString().toLatin1());
    const QJsonArray recent = remembered["recent"_L1].toArray();
    for (const auto& value : recent) {
        std::string folder = decodedPath(value);
        if (folder.starts_with('/') && settings.recentFolders.size() < maxRecentFolders)
            settings.recentFolders.push_back(std::move(folder));
    }
    return settings;
}

Result<> SettingsStore::save(const Settings& settings) const
{
    QJsonArray recent;
    for (const std::string& folder : settings.recentFolders)
        recent.append(encodedPath(folder));
    const QJsonObject remembered{{"layout"_L1, QString::fromLatin1(settings.layout.toBase64())}, {"recent"_L1, recent}};
    if (!makePrivateDirectory(m_stateDirectory))
        return failure(ErrorCode::WriteFailed, m_stateDirectory);
    return engine::writeFileAtomically(m_stateDirectory + fileName, QJsonDocument(remembered).toJson().toStdString());
}

} // namespace synoptic::app
