// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/reader_client.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstddef>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/reader/article_codec.h"

namespace synoptic::engine {
namespace {

using reader::FrameHeader;
using reader::FrameKind;

constexpr int startsAtMost = 3;
constexpr std::chrono::milliseconds lookAtStop{40}; ///< well inside limits::cancelWithin
constexpr std::size_t answerBytes = 2 * limits::replyBytes;
constexpr std::size_t pieceBytes = 256 * limits::kib;

tl::unexpected<Error> readerFailed(std::string detail)
{
    return failure(ErrorCode::ReaderFailed, std::move(detail));
}

/// Two ends that no other program inherits; ours never block.
bool makePipe(UniqueFd& readEnd, UniqueFd& writeEnd)
{
    std::array<int, 2> ends = {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    readEnd = UniqueFd(ends[0]);
    writeEnd = UniqueFd(ends[1]);
    return true;
}

bool neverBlock(const UniqueFd& fd)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    return ::fcntl(fd.get(), F_SETFL, O_NONBLOCK) == 0;
}

/// Starts @p program with the two descriptors as its standard input and output, and nothing else of ours.
std::optional<pid_t> startProgram(const std::string& program, int input, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (::posix_spawn_file_actions_init(&actions) != 0)
        return std::nullopt;
    if (::posix_spawnattr_init(&attributes) != 0) {
        ::posix_spawn_file_actions_destroy(&actions);
        return std::nullopt;
    }
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    std::string name = program;
    std::string locale = "LANG=C.UTF-8";
    std::string zone = "TZ=UTC";
    std::array<char*, 2> arguments = {name.data(), nullptr};
    std::array<char*, 3> environment = {locale.data(), zone.data(), nullptr};
    pid_t process = -1;
    const bool started =
        ::posix_spawn_file_actions_adddup2(&actions, input, 0) == 0 &&
        ::posix_spawn_file_actions_adddup2(&actions, output, 1) == 0 &&
        ::posix_spawn_file_actions_addclosefrom_np(&actions, 3) == 0 &&
        ::posix_spawnattr_setsigmask(&attributes, &none) == 0 &&
        ::posix_spawnattr_setsigdefault(&attributes, &all) == 0 &&
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0 &&
        ::posix_spawn(&process, program.c_str(), &actions, &attributes, arguments.data(), environment.data()) == 0;
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return started ? std::optional<pid_t>(process) : std::nullopt;
}

} // namespace

void ReaderStarts::giveUp(std::string why)
{
    const std::scoped_lock lock(m_guard);
    m_reason = std::move(why);
    failed = startsAtMost;
}

std::string ReaderStarts::reason() const
{
    const std::scoped_lock lock(m_guard);
    return m_reason;
}

ReaderClient::ReaderClient(std::string program, std::shared_ptr<ReaderStarts> starts, ReaderTimeouts timeouts)
    : m_program(std::move(program)), m_starts(std::move(starts)), m_timeouts(timeouts)
{
    std::signal(SIGPIPE, SIG_IGN);
}

ReaderClient::~ReaderClient()
{
    end();
}

std::optional<pid_t> ReaderClient::process() const
{
    return m_process > 0 ? std::optional<pid_t>(m_process) : std::nullopt;
}

Result<ingest::RawArticle> ReaderClient::read(ingest::Format format, std::string_view bytes,
                                              const std::stop_token& stop)
{
    if (const auto started = ensureStarted(stop); !started)
        return tl::unexpected<Error>(started.error());
    return exchange(format, bytes, stop);
}

Result<> ReaderClient::ensureStarted(const std::stop_token& stop)
{
    // A process that died while it had nothing to do costs no file.
    if (m_process > 0 && ::waitpid(m_process, nullptr, WNOHANG) == 0)
        return {};
    forget();
    while (m_starts->failed < startsAtMost) {
        auto started = spawn();
        if (started) {
            const auto deadline = Clock::now() + m_timeouts.start;
            const auto hello = receiveHeader(deadline, stop);
            if (hello && hello->kind == FrameKind::Hello && hello->length == 0) {
                m_starts->failed = 0;
                m_starts->withoutPathRules = (hello->flags & reader::helloWithPathRules) == 0;
                return {};
            }
            if (hello && hello->kind == FrameKind::Failure && hello->length <= pieceBytes) {
                // It said why it must not be trusted; the next one would say the same.
                const auto payload = receive(static_cast<std::size_t>(hello->length), deadline, stop);
                end();
                m_starts->giveUp(payload ? reader::decodeFailure(*payload).detail : "self-test");
                break;
            }
            end();
            if (!hello && hello.error().code == ErrorCode::Cancelled)
                return tl::unexpected<Error>(hello.error());
        }
        ++m_starts->failed;
    }
    const std::string reason = m_starts->reason();
    return readerFailed(reason.empty() ? "does not start: " + m_program : reason);
}

Result<> ReaderClient::spawn()
{
    UniqueFd requestsOut;
    UniqueFd requestsIn;
    UniqueFd answersOut;
    UniqueFd answersIn;
    if (m_program.empty() || !makePipe(requestsOut, requestsIn) || !makePipe(answersOut, answersIn) ||
        !neverBlock(requestsIn) || !neverBlock(answersOut))
        return readerFailed("no pipe");
    const auto process = startProgram(m_program, requestsOut.get(), answersIn.get());
    if (!process)
        return readerFailed("cannot be started");
    m_process = *process;
    m_toReader = std::move(requestsIn);
    m_fromReader = std::move(answersOut);
    return {};
}

void ReaderClient::forget()
{
    m_toReader.reset();
    m_fromReader.reset();
    m_process = -1;
}

void ReaderClient::end()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL); // its child asked the kernel to die with it
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    forget();
}

Result<> ReaderClient::waitUntil(int fd, short events, Clock::time_point deadline, const std::stop_token& stop) const
{
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return failure(ErrorCode::TimeLimit);
        pollfd watched{fd, events, 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(std::min(left, lookAtStop).count()));
        if (ready < 0 && errno != EINTR)
            return readerFailed("poll");
        if (ready > 0)
            return {};
    }
}

Result<> ReaderClient::send(std::string_view bytes, Clock::time_point deadline, const std::stop_token& stop) const
{
    while (!bytes.empty()) {
        if (auto ready = waitUntil(m_toReader.get(), POLLOUT, deadline, stop); !ready)
            return ready;
        const ssize_t written = ::write(m_toReader.get(), bytes.data(), std::min(bytes.size(), pieceBytes));
        if (written < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (written < 0)
            return readerFailed("died");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> ReaderClient::receive(std::size_t size, Clock::time_point deadline,
                                          const std::stop_token& stop) const
{
    // Grows as bytes arrive: a length alone must not make us allocate.
    std::string bytes;
    while (bytes.size() < size) {
        if (const auto ready = waitUntil(m_fromReader.get(), POLLIN, deadline, stop); !ready)
            return tl::unexpected<Error>(ready.error());
        const std::size_t before = bytes.size();
        bytes.resize(before + std::min(pieceBytes, size - before));
        const ssize_t got = ::read(m_fromReader.get(), bytes.data() + before, bytes.size() - before);
        const bool again = got < 0 && (errno == EINTR || errno == EAGAIN);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got <= 0 && !again)
            return readerFailed("died");
    }
    return bytes;
}

Result<FrameHeader> ReaderClient::receiveHeader(Clock::time_point deadline, const std::stop_token& stop) const
{
    const auto bytes = receive(reader::frameHeaderBytes, deadline, stop);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const auto header = reader::decodeHeader(*bytes);
    if (!header)
        return readerFailed("no frame");
    return *header;
}

Result<ingest::RawArticle> ReaderClient::exchange(ingest::Format format, std::string_view bytes,
                                                  const std::stop_token& stop)
{
    const auto fails = [this](Error error) {
        end(); // what it says next would belong to this request
        return tl::unexpected<Error>(std::move(error));
    };
    const auto deadline = Clock::now() + m_timeouts.file;
    const FrameHeader request{++m_lastRequest, FrameKind::Request, static_cast<std::uint16_t>(format), bytes.size()};
    auto sent = send(reader::encodeHeader(request), deadline, stop);
    if (sent)
        sent = send(bytes, deadline, stop);
    if (!sent)
        return fails(sent.error());
    const auto header = receiveHeader(deadline, stop);
    if (!header)
        return fails(header.error());
    const bool answers = header->kind == FrameKind::Article || header->kind == FrameKind::Failure;
    if (!answers || header->id != request.id || header->length > answerBytes)
        return fails({ErrorCode::ReaderFailed, "answer to something else"});
    const auto payload = receive(static_cast<std::size_t>(header->length), deadline, stop);
    if (!payload)
        return fails(payload.error());
    if (header->kind == FrameKind::Failure)
        return tl::unexpected<Error>(reader::decodeFailure(*payload));
    auto article = reader::decodeArticle(*payload);
    if (!article)
        return fails(article.error());
    if (article->format != format)
        return fails({ErrorCode::ReaderFailed, "answer in another format"});
    return article;
}

std::string findReaderProgram()
{
    std::array<char, PATH_MAX> path = {};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
    if (size <= 0 || static_cast<std::size_t>(size) == path.size())
        return {};
    std::string folder(path.data(), static_cast<std::size_t>(size));
    folder.resize(folder.rfind('/'));
    for (const char* place : {"/synoptic-reader", "/../libexec/synoptic/synoptic-reader"}) {
        std::string program = folder + place;
        if (::access(program.c_str(), X_OK) == 0)
            return program;
    }
    return {};
}

} // namespace synoptic::engine
