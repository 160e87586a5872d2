// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace fs = std::filesystem;

namespace synoptic::app {
namespace {

std::string homeDirectory()
{
    return QFile::encodeName(QDir::homePath()).toStdString();
}

} // namespace

std::string stateDirectory()
{
    const QByteArray value = qgetenv("XDG_STATE_HOME");
    return (value.startsWith('/') ? value.toStdString() : homeDirectory() + "/.local/state") + "/synoptic";
}

std::string sampleFolder()
{
    const QByteArray program = QFile::encodeName(QCoreApplication::applicationDirPath());
    const std::string folder = absolutePath(program.toStdString() + "/../share/synoptic/sample");
    return isFolder(folder) ? folder : std::string();
}

std::string absolutePath(const std::string& path)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    if (error)
        return path;
    std::string result = absolute.lexically_normal().string();
    while (result.size() > 1 && result.ends_with('/'))
        result.pop_back();
    return result;
}

bool isFolder(const std::string& path)
{
    std::error_code error;
    return fs::is_directory(path, error);
}

bool makePrivateDirectory(const std::string& path)
{
    if (isFolder(path))
        return true;
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return false;
    fs::permissions(path, fs::perms::owner_all, error);
    return !error;
}

} // namespace synoptic::app
