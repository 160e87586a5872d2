// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lock_file.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace synoptic::store {
namespace {

constexpr mode_t lockMode = 0644;

std::string contentOf(int fd)
{
    std::array<char, 256> bytes = {};
    const ssize_t got = ::pread(fd, bytes.data(), bytes.size(), 0);
    std::string text(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    return text.substr(0, text.find('\n'));
}

bool isStillThere(const std::string& path, int fd)
{
    struct stat named = {};
    struct stat open = {};
    return ::stat(path.c_str(), &named) == 0 && ::fstat(fd, &open) == 0 && named.st_ino == open.st_ino &&
           named.st_dev == open.st_dev;
}

std::string ownerLine(const std::string& owner)
{
    std::array<char, 256> host = {};
    if (::gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '?';
    return owner + ", process " + std::to_string(::getpid()) + " on " + host.data() + "\n";
}

} // namespace

Result<LockOutcome> takeLock(const std::string& projectPath, const std::string& owner)
{
    const std::string path = projectPath + ".lock";
    constexpr int mostTries = 100;
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
        Descriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, lockMode));
        if (!fd.isOpen())
            return refusal("lock", errno);
        if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EINTR)
                continue;
            if (errno != EWOULDBLOCK)
                return refusal("lock", errno);
            LockOutcome outcome;
            outcome.holder = contentOf(fd.get());
            return outcome;
        }
        if (!isStillThere(path, fd.get()))
            continue; // its holder removed it between our two calls
        LockOutcome outcome;
        outcome.wasLeftBehind = !contentOf(fd.get()).empty();
        const std::string line = ownerLine(owner);
        if (::ftruncate(fd.get(), 0) != 0 ||
            ::pwrite(fd.get(), line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
            // A full disk: the lock holds, though it cannot say whose it is.
        }
        outcome.lock.emplace(path, std::move(fd));
        return outcome;
    }
    return failure(ErrorCode::WriteFailed, "lock: it comes and goes");
}

LockFile::LockFile(std::string path, Descriptor fd) : m_path(std::move(path)), m_fd(std::move(fd)) {}

LockFile::LockFile(LockFile&& other) noexcept : m_path(std::exchange(other.m_path, {})), m_fd(std::move(other.m_fd)) {}

LockFile::~LockFile()
{
    if (!m_path.empty())
        ::unlink(m_path.c_str()); // while it is held: nobody can have taken it
}

} // namespace synoptic::store
