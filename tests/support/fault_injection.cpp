// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_injection.h"

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace synoptic::tests {
namespace {

struct Armed
{
    Fault fault;
    bool isOn = false;
    int calls = 0;
    int failed = 0;
};

Armed& armed()
{
    static Armed state;
    return state;
}

bool isBeneath(const char* path)
{
    // Names relative to a folder that is held open are ours as well: nothing else is done while a fault is armed
    return path != nullptr && (path[0] != '/' || std::string_view(path).starts_with(armed().fault.folder));
}

bool isBeneath(int descriptor)
{
    std::array<char, 64> link{};
    (void)std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    std::array<char, 4096> path{};
    const ssize_t length = ::readlink(link.data(), path.data(), path.size() - 1);
    // A file without a name (O_TMPFILE, or one that was removed) still says where it was
    return length > 0 && isBeneath(path.data());
}

/// Whether this call is the one that fails; sets errno.
template <class Subject>
bool fails(Subject subject)
{
    Armed& state = armed();
    if (!state.isOn || !isBeneath(subject))
        return false;
    ++state.calls;
    const bool isItsTurn = state.calls == state.fault.at || (state.fault.persists && state.calls > state.fault.at);
    if (!isItsTurn)
        return false;
    ++state.failed;
    errno = state.fault.error == Fault::shortWrite ? EIO : state.fault.error;
    return true;
}

/// The next definition of a function: the C library's, or a sanitizer's.
template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name)); // NOLINT(*-reinterpret-cast)
}

bool opensForWriting(int flags)
{
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

bool isShortWrite()
{
    return armed().fault.error == Fault::shortWrite;
}

} // namespace

void arm(const Fault& fault)
{
    armed() = {fault, true, 0, 0};
}

int disarm()
{
    armed().isOn = false;
    return armed().failed;
}

} // namespace synoptic::tests

// NOLINTBEGIN(cert-dcl50-cpp,readability-identifier-naming,readability-inconsistent-declaration-parameter-name): the
// names of the C library, and ours for what they are given
using synoptic::tests::fails;
using synoptic::tests::isShortWrite;
using synoptic::tests::next;
using synoptic::tests::opensForWriting;

extern "C" {

#define SYNOPTIC_OPEN(name)                                                                                            \
    int name(const char* path, int flags, ...)                                                                         \
    {                                                                                                                  \
        mode_t mode = 0;                                                                                               \
        if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                                                                    \
            va_list rest;                                                                                              \
            va_start(rest, flags);                                                                                     \
            mode = va_arg(rest, mode_t);                                                                               \
            va_end(rest);                                                                                              \
        }                                                                                                              \
        if (opensForWriting(flags) && fails(path))                                                                     \
            return -1;                                                                                                 \
        static const auto real = next<int (*)(const char*, int, ...)>(#name);                                          \
        return real(path, flags, mode);                                                                                \
    }
SYNOPTIC_OPEN(open)
SYNOPTIC_OPEN(open64)

#define SYNOPTIC_OPENAT(name)                                                                                          \
    int name(int folder, const char* path, int flags, ...)                                                             \
    {                                                                                                                  \
        mode_t mode = 0;                                                                                               \
        if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                                                                    \
            va_list rest;                                                                                              \
            va_start(rest, flags);                                                                                     \
            mode = va_arg(rest, mode_t);                                                                               \
            va_end(rest);                                                                                              \
        }                                                                                                              \
        if (opensForWriting(flags) && fails(path))                                                                     \
            return -1;                                                                                                 \
        static const auto real = next<int (*)(int, const char*, int, ...)>(#name);                                     \
        return real(folder, path, flags, mode);                                                                        \
    }
SYNOPTIC_OPENAT(openat)
SYNOPTIC_OPENAT(openat64)

ssize_t write(int descriptor, const void* bytes, size_t count)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    if (fails(descriptor))
        return isShortWrite() && count > 1 ? real(descriptor, bytes, count / 2) : -1;
    return real(descriptor, bytes, count);
}

#define SYNOPTIC_PWRITE(name)                                                                                          \
    ssize_t name(int descriptor, const void* bytes, size_t count, off_t offset)                                        \
    {                                                                                                                  \
        static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>(#name);                            \
        if (fails(descriptor))                                                                                         \
            return isShortWrite() && count > 1 ? real(descriptor, bytes, count / 2, offset) : -1;                      \
        return real(descriptor, bytes, count, offset);                                                                 \
    }
SYNOPTIC_PWRITE(pwrite)
SYNOPTIC_PWRITE(pwrite64)

#define SYNOPTIC_ONE(name)                                                                                             \
    int name(int descriptor)                                                                                           \
    {                                                                                                                  \
        static const auto real = next<int (*)(int)>(#name);                                                            \
        return fails(descriptor) ? -1 : real(descriptor);                                                              \
    }
SYNOPTIC_ONE(fsync)
SYNOPTIC_ONE(fdatasync)

#define SYNOPTIC_TRUNCATE(name)                                                                                        \
    int name(int descriptor, off_t length) noexcept                                                                    \
    {                                                                                                                  \
        static const auto real = next<int (*)(int, off_t)>(#name);                                                     \
        return fails(descriptor) ? -1 : real(descriptor, length);                                                      \
    }
SYNOPTIC_TRUNCATE(ftruncate)
SYNOPTIC_TRUNCATE(ftruncate64)

int rename(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    return fails(to) ? -1 : real(from, to);
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept
{
    static const auto real = next<int (*)(int, const char*, int, const char*)>("renameat");
    return fails(to) ? -1 : real(fromFolder, from, toFolder, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char*, int, const char*, int)>("linkat");
    return fails(to) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int mkdir(const char* path, mode_t mode) noexcept
{
    static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
    return fails(path) ? -1 : real(path, mode);
}

} // extern "C"
// NOLINTEND(cert-dcl50-cpp,readability-identifier-naming,readability-inconsistent-declaration-parameter-name)
