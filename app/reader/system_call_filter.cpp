// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/system_call_filter.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "app/engine/unique_fd.h"

namespace synoptic::reader {
namespace {

using engine::UniqueFd;

/// Harmless without a file, a process or a connection of another to point at.
constexpr std::array allowedCalls = {SCMP_SYS(read),
                                     SCMP_SYS(readv),
                                     SCMP_SYS(pread64),
                                     SCMP_SYS(write),
                                     SCMP_SYS(writev),
                                     SCMP_SYS(close),
                                     SCMP_SYS(lseek),
                                     SCMP_SYS(fstat),
                                     SCMP_SYS(newfstatat),
                                     SCMP_SYS(stat),
                                     SCMP_SYS(lstat),
                                     SCMP_SYS(statx),
                                     SCMP_SYS(statfs),
                                     SCMP_SYS(fstatfs),
                                     SCMP_SYS(access),
                                     SCMP_SYS(faccessat),
                                     SCMP_SYS(faccessat2),
                                     SCMP_SYS(readlink),
                                     SCMP_SYS(readlinkat),
                                     SCMP_SYS(getdents64),
                                     SCMP_SYS(fcntl),
                                     SCMP_SYS(munmap),
                                     SCMP_SYS(mremap),
                                     SCMP_SYS(brk),
                                     SCMP_SYS(madvise),
                                     SCMP_SYS(futex),
                                     SCMP_SYS(rt_sigaction),
                                     SCMP_SYS(rt_sigprocmask),
                                     SCMP_SYS(rt_sigreturn),
                                     SCMP_SYS(sigaltstack),
                                     SCMP_SYS(clock_gettime),
                                     SCMP_SYS(clock_getres),
                                     SCMP_SYS(gettimeofday),
                                     SCMP_SYS(time),
                                     SCMP_SYS(times),
                                     SCMP_SYS(getrusage),
                                     SCMP_SYS(getpid),
                                     SCMP_SYS(gettid),
                                     SCMP_SYS(getuid),
                                     SCMP_SYS(geteuid),
                                     SCMP_SYS(getgid),
                                     SCMP_SYS(getegid),
                                     SCMP_SYS(getppid),
                                     SCMP_SYS(getrandom),
                                     SCMP_SYS(sched_yield),
                                     SCMP_SYS(sched_getaffinity),
                                     SCMP_SYS(sysinfo),
                                     SCMP_SYS(uname),
                                     SCMP_SYS(getrlimit),
                                     SCMP_SYS(rseq),
                                     SCMP_SYS(set_robust_list),
                                     SCMP_SYS(restart_syscall),
                                     SCMP_SYS(exit),
                                     SCMP_SYS(exit_group)};

struct ReleaseFilter
{
    void operator()(scmp_filter_ctx filter) const { seccomp_release(filter); }
};
using FilterPointer = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, ReleaseFilter>;

/// To open for reading and nothing else; memory that holds data and no code.
bool allowByArguments(scmp_filter_ctx filter)
{
    constexpr scmp_datum_t writes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    // What SCMP_A1 and SCMP_A2 expand to is C, not C++: compound literals
    const scmp_arg_cmp readsAt = {2, SCMP_CMP_MASKED_EQ, writes, O_RDONLY};
    const scmp_arg_cmp reads = {1, SCMP_CMP_MASKED_EQ, writes, O_RDONLY};
    const scmp_arg_cmp holdsData = {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &readsAt) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, &reads) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &holdsData) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &holdsData) == 0;
}

/// The program of @p filter, as the kernel takes it.
std::vector<sock_filter> programOf(scmp_filter_ctx filter)
{
    const UniqueFd file(::memfd_create("filter", MFD_CLOEXEC));
    struct stat status = {};
    if (!file.isOpen() || seccomp_export_bpf(filter, file.get()) != 0 || ::fstat(file.get(), &status) != 0)
        return {};
    std::vector<sock_filter> program(static_cast<std::size_t>(status.st_size) / sizeof(sock_filter));
    const std::size_t bytes = program.size() * sizeof(sock_filter);
    if (::pread(file.get(), program.data(), bytes, 0) != static_cast<ssize_t>(bytes))
        return {};
    return program;
}

// The headers may be older than the kernel. Source: Linux, include/uapi/linux/landlock.h.
struct LandlockRules
{
    std::uint64_t files = 0;
    std::uint64_t connections = 0; // from version 4
    std::uint64_t scopes = 0;      // from version 6
};
constexpr std::uint64_t filesOfVersion1 = (1ULL << 13U) - 1;
constexpr std::uint64_t renameOverFolders = 1ULL << 13U; // version 2
constexpr std::uint64_t truncate = 1ULL << 14U;          // version 3
constexpr std::uint64_t deviceControl = 1ULL << 15U;     // version 5
constexpr std::uint64_t bindAndConnect = 3;
constexpr std::uint64_t socketsAndSignals = 3;

LandlockRules allRights(long version)
{
    LandlockRules rules;
    rules.files = filesOfVersion1;
    rules.files |= version >= 2 ? renameOverFolders : 0;
    rules.files |= version >= 3 ? truncate : 0;
    rules.files |= version >= 5 ? deviceControl : 0;
    rules.connections = version >= 4 ? bindAndConnect : 0;
    rules.scopes = version >= 6 ? socketsAndSignals : 0;
    return rules;
}

std::size_t sizeOfRules(long version)
{
    return version >= 6 ? 3 * sizeof(std::uint64_t) : version >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

} // namespace

std::vector<sock_filter> systemCallFilter()
{
    const FilterPointer filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter || !allowByArguments(filter.get()) ||
        seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0, nullptr) != 0)
        return {};
    for (const int call : allowedCalls) {
        // A call this architecture does not have needs no permission.
        if (call >= 0 && seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 0, nullptr) != 0)
            return {};
    }
    return programOf(filter.get());
}

int pathRules()
{
    // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): system calls without a wrapper are variadic
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return -1;
    const LandlockRules rules = allRights(version);
    UniqueFd ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeOfRules(version), 0)));
    if (!ruleset.isOpen())
        return -1;
    for (const char* const path : {"/usr/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts",
                                   "/usr/share/fontconfig", "/var/cache/fontconfig"}) {
        const UniqueFd folder(::open(path, O_PATH | O_CLOEXEC));
        if (!folder.isOpen()) // not installed
            continue;
        landlock_path_beneath_attr readable = {};
        readable.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        readable.parent_fd = folder.get();
        if (::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &readable, 0) != 0)
            return -1;
    }
    // NOLINTEND(cppcoreguidelines-pro-type-vararg)
    return ruleset.release();
}

} // namespace synoptic::reader
