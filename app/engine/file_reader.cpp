// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/file_reader.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>

#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

#include "app/engine/system_message.h"
#include "base/limits.h"

namespace synoptic::engine {
namespace {

constexpr std::size_t pieceBytes = limits::mib;
constexpr int tries = 3;
constexpr std::chrono::milliseconds pauseBetweenTries{20};

tl::unexpected<Error> systemFailure(int number)
{
    const std::string detail = systemMessage(number);
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return failure(ErrorCode::NotFound, detail);
    case EACCES:
    case EPERM:
        return failure(ErrorCode::AccessDenied, detail);
    case ELOOP:
    case ENXIO: // a socket
    case ENODEV:
        return failure(ErrorCode::NotRegular, detail);
    default:
        return failure(ErrorCode::Unreadable, detail);
    }
}

/// openat() that an interrupting signal does not fail.
UniqueFd openAt(int folder, const std::string& name, int flags)
{
    for (;;) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
        UniqueFd fd(::openat(folder, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
        if (fd.isOpen() || errno != EINTR)
            return fd;
    }
}

/// What must be the same before and after reading.
struct Identity
{
    dev_t device;
    ino_t inode;
    off_t size;
    std::int64_t modifiedSeconds;
    std::int64_t modifiedNanoseconds;

    explicit Identity(const struct stat& status)
        : device(status.st_dev)
        , inode(status.st_ino)
        , size(status.st_size)
        , modifiedSeconds(status.st_mtim.tv_sec)
        , modifiedNanoseconds(status.st_mtim.tv_nsec)
    {}

    friend bool operator==(const Identity&, const Identity&) = default;
};

/// Whether every part of @p file is a name, so that the path cannot leave the folder.
bool isInside(std::string_view file)
{
    for (unsigned depth = 0; depth <= limits::folderDepth; ++depth) {
        const auto slash = file.find('/');
        const std::string_view part = file.substr(0, slash);
        if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos)
            return false;
        if (slash == std::string_view::npos)
            return true;
        file.remove_prefix(slash + 1);
    }
    return false;
}

/// Opens the folder part of @p file, part by part; afterwards @p file is the last part alone.
Result<UniqueFd> openParent(int folder, std::string_view& file)
{
    UniqueFd parent;
    for (auto slash = file.find('/'); slash != std::string_view::npos; slash = file.find('/')) {
        UniqueFd next =
            openAt(parent.isOpen() ? parent.get() : folder, std::string(file.substr(0, slash)), O_RDONLY | O_DIRECTORY);
        if (!next.isOpen())
            return systemFailure(errno);
        parent = std::move(next);
        file.remove_prefix(slash + 1);
    }
    return parent;
}

/// All bytes of an open file up to @p limit + 1.
Result<std::string> readPieces(int fd, std::size_t expected, std::size_t limit, const std::stop_token& stop)
{
    std::string bytes;
    std::size_t size = 0;
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const std::size_t wanted = std::min(pieceBytes, std::max<std::size_t>(expected - std::min(expected, size), 1));
        bytes.resize(size + wanted);
        const ssize_t got = ::read(fd, bytes.data() + size, wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(errno);
        size += static_cast<std::size_t>(got);
        if (got == 0 || size > limit)
            break;
    }
    bytes.resize(size);
    return bytes;
}

/// One try; the error is Unstable if the file did not hold still.
Result<std::string> readOnce(int folder, const std::string& name, std::size_t limit, const std::stop_token& stop)
{
    const UniqueFd fd = openAt(folder, name, O_RDONLY | O_NONBLOCK);
    if (!fd.isOpen())
        return systemFailure(errno);
    struct stat status = {};
    if (::fstat(fd.get(), &status) != 0)
        return systemFailure(errno);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::NotRegular);
    const Identity before(status);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limit)
        return failure(ErrorCode::TooBig, std::to_string(size));

    auto bytes = readPieces(fd.get(), size, limit, stop);
    if (!bytes)
        return bytes;
    if (bytes->size() != size || ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
        Identity(status) != before)
        return failure(ErrorCode::Unstable);
    return bytes;
}

} // namespace

Result<FileReader> FileReader::open(const std::string& folder)
{
    // The folder itself is the analyst's choice and may be a link.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.isOpen())
        return FileReader(std::move(fd));
    if (errno == ENOTDIR)
        return failure(ErrorCode::NotRegular, "not a folder");
    return systemFailure(errno);
}

Result<std::string> FileReader::read(std::string_view file, std::size_t limit, const std::stop_token& stop) const
{
    if (!isInside(file))
        return failure(ErrorCode::InvalidArgument, "not a path inside the folder");
    const auto parent = openParent(m_folder.get(), file);
    if (!parent)
        return tl::unexpected<Error>(parent.error());
    const std::string name(file);
    for (int i = 1;; ++i) {
        auto bytes = readOnce(parent->isOpen() ? parent->get() : m_folder.get(), name, limit, stop);
        if (bytes || bytes.error().code != ErrorCode::Unstable || i == tries)
            return bytes;
        std::this_thread::sleep_for(pauseBetweenTries);
    }
}

} // namespace synoptic::engine
