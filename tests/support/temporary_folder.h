// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

/// A folder of a test, filled by name and bytes; names may be bytes that are not UTF-8. Gone when the test ends.
class TemporaryFolder
{
public:
    std::string path() const { return m_folder.path().toStdString(); }
    std::string path(std::string_view name) const { return path() + "/" + std::string(name); }

    /// Writes a file; folders in @p name are made. Returns its path.
    std::string write(std::string_view name, std::string_view bytes) const
    {
        std::string full = path(name);
        for (auto slash = full.find('/', path().size() + 1); slash != std::string::npos;
             slash = full.find('/', slash + 1))
            ::mkdir(full.substr(0, slash).c_str(), 0777);
        // stdio, because Qt's classes do not take every name.
        if (std::FILE* file = std::fopen(full.c_str(), "wb")) {
            const auto written = std::fwrite(bytes.data(), 1, bytes.size(), file);
            if (std::fclose(file) == 0 && written == bytes.size())
                return full;
        }
        qFatal("cannot write %s", full.c_str());
    }

    static std::string read(const std::string& path)
    {
        QFile file(QFile::decodeName(path.c_str()));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", path.c_str());
        return file.readAll().toStdString();
    }

private:
    QTemporaryDir m_folder;
};
