// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <algorithm>
#include <array>
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

/// Mount points write blanks and backslashes as three octal digits.
std::string withoutEscapes(std::string_view text)
{
    const auto isOctal = [](char digit) { return digit >= '0' && digit <= '7'; };
    std::string plain;
    while (!text.empty()) {
        if (text.size() >= 4 && text[0] == '\\' && isOctal(text[1]) && isOctal(text[2]) && isOctal(text[3])) {
            plain += static_cast<char>((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'));
            text.remove_prefix(4);
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

} // namespace

std::string stateDirectory()
{
    const QByteArray value = qgetenv("XDG_STATE_HOME");
    return (value.startsWith('/') ? value.toStdString() : homeDirectory() + "/.local/state") + "/synoptic";
}

std::string cacheDirectory()
{
    const QByteArray value = qgetenv("XDG_CACHE_HOME");
    return (value.startsWith('/') ? value.toStdString() : homeDirectory() + "/.cache") + "/synoptic";
}

std::string pathBytes(const QString& path)
{
    return QFile::encodeName(path).toStdString();
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

bool isRemote(const std::string& path, std::string_view mounts)
{
    constexpr std::array<std::string_view, 13> remote{"9p",    "afs", "autofs", "ceph", "cifs",  "coda",    "glusterfs",
                                                      "ncpfs", "nfs", "nfs4",   "smb3", "smbfs", "virtiofs"};
    std::size_t longest = 0;
    bool answer = false;
    while (!mounts.empty()) {
        const std::size_t end = std::min(mounts.find('\n'), mounts.size());
        const std::string_view line = mounts.substr(0, end);
        mounts.remove_prefix(std::min(end + 1, mounts.size()));
        const std::size_t device = std::min(line.find(' '), line.size());
        const std::string_view rest = line.substr(std::min(device + 1, line.size()));
        const std::size_t middle = rest.find(' ');
        if (middle == std::string_view::npos)
            continue;
        const std::string point = withoutEscapes(rest.substr(0, middle));
        const std::string_view type = rest.substr(middle + 1, rest.find(' ', middle + 1) - middle - 1);
        const bool isUnder = point == "/" || path == point || path.starts_with(point + '/');
        if (!isUnder || point.size() < longest)
            continue;
        longest = point.size(); // the later of two on one point lies above
        // A user's own file system can do what it likes; most of them (sshfs, rclone, davfs) ask a network
        answer = type.starts_with("fuse.") || std::ranges::find(remote, type) != remote.end();
    }
    return answer;
}

bool isRemote(const std::string& path)
{
    QFile mounts(QStringLiteral("/proc/self/mounts"));
    return mounts.open(QIODevice::ReadOnly) && isRemote(path, mounts.readAll().toStdString());
}

bool isInside(const std::string& path, const std::string& folder)
{
    std::error_code error;
    const fs::path inner = fs::weakly_canonical(path, error);
    if (error)
        return false;
    const fs::path outer = fs::weakly_canonical(folder, error);
    if (error)
        return false;
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
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
