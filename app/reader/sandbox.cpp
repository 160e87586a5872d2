// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include <csignal>

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "app/reader/system_call_filter.h"
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

/// Nothing to read from, nowhere to print to: fd 0 and 2 lead to /dev/null, the rest but fd 1 and @p kept is closed.
bool closeFiles(int kept)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || ::dup2(null, 0) != 0)
        return false;
    if (!sanitized && ::dup2(null, 2) != 2) // a sanitizer's report must be seen
        return false;
    if (kept < 3)
        return ::close_range(3, ~0U, 0) == 0;
    const auto place = static_cast<unsigned>(kept);
    return (place == 3 || ::close_range(3, place - 1, 0) == 0) && ::close_range(place + 1, ~0U, 0) == 0;
}

bool limitResources()
{
    // A sanitizer reserves terabytes of addresses for itself.
    if (!sanitized && !limit(RLIMIT_AS, addressSpaceBytes))
        return false;
    return limit(RLIMIT_CPU, processorSeconds) && limit(RLIMIT_NOFILE, openFiles) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, 0);
}

} // namespace

Sandbox::Sandbox()
{
    // A sanitizer needs calls that nothing else does, and reports through files.
    if (sanitized)
        return;
    m_paths = engine::UniqueFd(pathRules());
    m_calls = systemCallFilter();
}

bool Sandbox::enter(int parentProcess) const
{
    // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): the system calls are variadic
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parentProcess) // or it died before the request
        return false;
    if (!limitsSystemCalls() && !sanitized)
        return false;
    const int rules = m_paths.get();
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !closeFiles(rules))
        return false;
    if (limitsPaths() && (::syscall(SYS_landlock_restrict_self, rules, 0) != 0 || ::close(rules) != 0))
        return false;
    if (!limitResources())
        return false;
    if (sanitized)
        return true;
    sock_fprog program = {};
    program.len = static_cast<unsigned short>(m_calls.size());
    program.filter =
        const_cast<sock_filter*>(m_calls.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast): only read
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    // NOLINTEND(cppcoreguidelines-pro-type-vararg)
}

} // namespace synoptic::reader
