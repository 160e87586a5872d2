// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/self_test.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/engine/unique_fd.h"
#include "readers/pdf.h"

namespace synoptic::reader {
namespace {

constexpr int exitWell = 100; // no other program ends so by chance, should exec be possible
constexpr int exitNoSandbox = 101;
constexpr int exitNoText = 102;

// NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): the system calls are variadic

bool connects()
{
    return engine::UniqueFd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)).isOpen();
}

bool readsOtherFiles()
{
    return engine::UniqueFd(::open("/etc/passwd", O_RDONLY | O_CLOEXEC)).isOpen();
}

bool creates()
{
    constexpr const char* name = "/tmp/synoptic-reader-self-test";
    const engine::UniqueFd file(::open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.isOpen())
        ::unlink(name);
    return file.isOpen() || errno == EEXIST; // somebody else's file: it was looked for, not refused
}

bool forks()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    return child > 0;
}

bool executes()
{
    // Does not return if it succeeds; the status of what runs then is not the one of a good test.
    ::execl("/bin/true", "true", nullptr);
    return errno == ENOENT;
}

bool traces()
{
    return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
}

bool signalsOthers()
{
    return ::kill(::getppid(), 0) == 0;
}

// NOLINTEND(cppcoreguidelines-pro-type-vararg)

/// One page that says "Tide".
constexpr std::string_view knownPdf =
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count "
    "1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 "
    "R>>\nendobj\n4 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n5 0 obj\n<</Length "
    "35>>\nstream\nBT /F 12 Tf 20 100 Td (Tide) Tj ET \nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size "
    "6>>\n%%EOF\n";
constexpr std::string_view knownText = "Tide";

[[noreturn]] void testInChild(const Sandbox& sandbox, int parentProcess)
{
    if (!sandbox.enter(parentProcess))
        ::_exit(exitNoSandbox);
    const auto& acts = forbiddenActs();
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const bool isRefused = acts[i].needsPathRules ? sandbox.limitsPaths() : sandbox.limitsSystemCalls();
        if (isRefused && acts[i].succeeds())
            ::_exit(static_cast<int>(i));
    }
    const auto read = readers::readPdf(knownPdf);
    ::_exit(read && read->text == knownText ? exitWell : exitNoText);
}

} // namespace

const std::vector<ForbiddenAct>& forbiddenActs()
{
    // What ends the process if it is possible stands last.
    static const std::vector<ForbiddenAct> acts = {
        {"connect", connects},      {"read another file", readsOtherFiles, true},
        {"create a file", creates}, {"start a process", forks},
        {"trace", traces},          {"signal another process", signalsOthers},
        {"run a program", executes}};
    return acts;
}

std::optional<std::string> selfTest(const Sandbox& sandbox)
{
    const int self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        testInChild(sandbox, self);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return "no process";
    if (!WIFEXITED(status))
        return "crashed: signal " + std::to_string(WTERMSIG(status));
    const int code = WEXITSTATUS(status);
    if (code == exitWell)
        return std::nullopt;
    if (code == exitNoSandbox)
        return "no sandbox on this system";
    if (code == exitNoText)
        return "a known PDF gave another text";
    const auto act = static_cast<std::size_t>(code);
    return "possible in the sandbox: " + std::string(act < forbiddenActs().size() ? forbiddenActs()[act].name : "?");
}

} // namespace synoptic::reader
