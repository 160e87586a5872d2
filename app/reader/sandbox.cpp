// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/limits.h"

namespace synoptic::reader {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

constexpr rlim_t addressSpaceBytes = 1024 * limits::mib;
constexpr rlim_t processorSeconds = 20;
constexpr rlim_t openFiles = 32;

bool limit(__rlimit_resource_t resource, rlim_t value)
{
    const rlimit both{value, value};
    return ::setrlimit(resource, &both) == 0;
}

/// Nothing to read from, nowhere to print to: fd 0 and 2 lead to /dev/null, the rest but fd 1 is closed.
bool closeFiles()
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || ::dup2(null, 0) != 0)
        return false;
    if (!sanitized && ::dup2(null, 2) != 2) // a sanitizer's report must be seen
        return false;
    return ::close_range(3, ~0U, 0) == 0;
}

} // namespace

bool enterSandbox(int parentProcess)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    if (!closeFiles() || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return false;
    if (::getppid() != parentProcess) // it died before the request above
        return false;
    // A sanitizer reserves terabytes of addresses for itself.
    if (!sanitized && !limit(RLIMIT_AS, addressSpaceBytes))
        return false;
    return limit(RLIMIT_CPU, processorSeconds) && limit(RLIMIT_NOFILE, openFiles) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, 0);
}

} // namespace synoptic::reader
