// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/atomic_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/engine/system_message.h"
#include "app/engine/unique_fd.h"
#include "base/limits.h"

namespace synoptic::engine {
namespace {

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr mode_t newFileMode = 0666; // less the umask

tl::unexpected<Error> writeFailure(std::string_view step, int number)
{
    return failure(ErrorCode::WriteFailed, std::string(step) + ": " + systemMessage(number));
}

/// The file that @p path names after all links; the path itself if there is none yet.
std::string withoutLinks(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? std::string(resolved.get()) : path;
}

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// A name beside @p path that is not predictable; nothing if the system has no random bytes.
std::optional<std::string> temporaryName(const std::string& folder)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, 8> random = {};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return std::nullopt;
    std::string name = folder + "/.synoptic-";
    for (const unsigned char byte : random) {
        name += digits[byte >> 4U];
        name += digits[byte & 0xFU];
    }
    return name + ".tmp";
}

Result<> writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), std::min(bytes.size(), pieceBytes));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeFailure("write", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<> fillFile(int fd, std::string_view bytes, std::optional<mode_t> mode)
{
    if (mode && ::fchmod(fd, *mode) != 0)
        return writeFailure("set permissions", errno);
    if (auto written = writeAll(fd, bytes); !written)
        return written;
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return writeFailure("check size", errno);
    if (static_cast<std::size_t>(status.st_size) != bytes.size())
        return writeFailure("check size", EIO);
    if (::fsync(fd) != 0)
        return writeFailure("synchronize", errno);
    return {};
}

} // namespace

Result<> writeFileAtomically(const std::string& path, std::string_view bytes)
{
    const std::string target = withoutLinks(path);
    std::optional<mode_t> mode;
    struct stat status = {};
    if (::stat(target.c_str(), &status) == 0) {
        if (!S_ISREG(status.st_mode))
            return failure(ErrorCode::NotRegular, "not a file that can be replaced");
        mode = status.st_mode & 07777U;
    } else if (errno != ENOENT) {
        return writeFailure("look", errno);
    }

    const std::string folder = folderOf(target);
    const auto temporary = temporaryName(folder);
    if (!temporary)
        return writeFailure("random name", errno);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    UniqueFd fd(::open(temporary->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, newFileMode));
    if (!fd.isOpen())
        return writeFailure("create", errno);

    auto done = fillFile(fd.get(), bytes, mode);
    fd.reset();
    if (done && ::rename(temporary->c_str(), target.c_str()) != 0)
        done = writeFailure("rename", errno);
    if (!done) {
        ::unlink(temporary->c_str()); // best effort: the error that matters is the first one
        return done;
    }

    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    const UniqueFd directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen() || ::fsync(directory.get()) != 0)
        return writeFailure("synchronize the folder", errno);
    return {};
}

} // namespace synoptic::engine
