// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace synoptic::tests {
namespace {

bool write(const QString& path, const std::string& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
}

QString firstDifference(const QString& expected, const QString& actual)
{
    const QStringList left = expected.split(u'\n');
    const QStringList right = actual.split(u'\n');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        if (left.value(i) != right.value(i))
            return QStringLiteral("line %1: expected \"%2\", got \"%3\"").arg(i + 1).arg(left.value(i), right.value(i));
    }
    return {};
}

} // namespace

std::string goldenInput(const QString& name)
{
    QFile file(QStringLiteral(SYNOPTIC_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QString differenceToGolden(const QString& name, const std::string& actual)
{
    const QString expectedPath = QStringLiteral(SYNOPTIC_TEST_DATA "/") + name + QStringLiteral("/expected.txt");
    if (qEnvironmentVariableIntValue("SYNOPTIC_UPDATE_GOLDEN") == 1)
        return write(expectedPath, actual) ? QString() : QStringLiteral("cannot write ") + expectedPath;
    QFile file(expectedPath);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no expectation: ") + expectedPath;
    const std::string expected = file.readAll().toStdString();
    if (expected == actual)
        return {};
    const QString actualPath = QStringLiteral(SYNOPTIC_TEST_OUTPUT "/") + name + QStringLiteral("/actual.txt");
    write(actualPath, actual);
    return firstDifference(QString::fromStdString(expected), QString::fromStdString(actual)) +
           QStringLiteral(" (all of it: ") + actualPath + u')';
}

} // namespace synoptic::tests
