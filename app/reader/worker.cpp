// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/worker.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/reader/article_codec.h"
#include "app/reader/frame.h"
#include "app/reader/sandbox.h"
#include "app/reader/self_test.h"
#include "base/limits.h"
#include "readers/pdf.h"
#include "readers/read_document.h"

namespace synoptic::reader {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr std::size_t answerBytes = 2 * limits::replyBytes; // text, and as much again for spans and metadata
constexpr int exitNoSandbox = 4;
constexpr int exitNoMemory = 5;
constexpr int exitNoAnswer = 6;

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Up to @p size bytes; fewer if the input ends.
std::string readUpTo(int fd, std::size_t size)
{
    std::string bytes;
    while (bytes.size() < size) {
        const std::size_t before = bytes.size();
        bytes.resize(before + std::min(pieceBytes, size - before));
        ssize_t got = 0;
        do
            got = ::read(fd, bytes.data() + before, bytes.size() - before);
        while (got < 0 && errno == EINTR);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got <= 0)
            break;
    }
    return bytes;
}

/// The child's life: parse one file, answer on fd 1, end. Does not return.
[[noreturn]] void readInChild(const FrameHeader& request, std::string_view bytes, int output, int parentProcess,
                              const Sandbox& sandbox)
{
    if (::dup2(output, 1) != 1 || !sandbox.enter(parentProcess))
        ::_exit(exitNoSandbox);
    std::set_new_handler([] { ::_exit(exitNoMemory); });
    // A number that is no format falls through to the one that is read elsewhere.
    const bool isFormat = request.flags <= static_cast<std::uint16_t>(ingest::lastFormat);
    const auto format = isFormat ? static_cast<ingest::Format>(request.flags) : ingest::Format::PlainText;
    const auto article = readers::readDocument(format, bytes);
    std::string answer;
    if (article)
        answer = encodeFrame({request.id, FrameKind::Article, 0, 0}, encodeArticle(*article));
    else
        answer = encodeFrame({request.id, FrameKind::Failure, 0, 0}, encodeFailure(article.error()));
    ::_exit(writeAll(1, answer) ? 0 : exitNoAnswer);
}

/// What a child that gave no answer died of.
Error causeOfDeath(int status, bool timedOut)
{
    if (timedOut || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return {ErrorCode::TimeLimit, ""};
    if (WIFEXITED(status) && WEXITSTATUS(status) == exitNoMemory)
        return {ErrorCode::MemoryLimit, ""};
    if (WIFEXITED(status) && WEXITSTATUS(status) == exitNoSandbox)
        return {ErrorCode::ReaderFailed, "no sandbox"};
    if (WIFSIGNALED(status))
        return {ErrorCode::ReaderFailed, "crashed: signal " + std::to_string(WTERMSIG(status))};
    return {ErrorCode::ReaderFailed, "no answer"};
}

struct ChildOutput
{
    std::string bytes;
    bool timedOut = false;
    bool abandoned = false; ///< whoever asked is gone
};

/// All that a child writes until it closes its end, the time is over or nobody waits for it any more.
ChildOutput collect(int fd, int input)
{
    ChildOutput output;
    const auto deadline = Clock::now() + limits::readerPerFile;
    std::array<char, pieceBytes> piece = {};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        output.timedOut = left <= 0;
        if (output.timedOut)
            return output;
        // Nothing is expected from the input: only its end is watched.
        std::array<pollfd, 2> watched = {pollfd{fd, POLLIN, 0}, pollfd{input, 0, 0}};
        if (::poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            return output;
        output.abandoned = (watched[1].revents & (POLLHUP | POLLERR)) != 0;
        if (output.abandoned)
            return output;
        if ((watched[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
            continue;
        const ssize_t got = ::read(fd, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return output;
        output.bytes.append(piece.data(), static_cast<std::size_t>(got));
        if (output.bytes.size() > answerBytes)
            return output;
    }
}

/// Whether @p bytes are one whole answer to @p request.
bool isAnswer(std::string_view bytes, const FrameHeader& request)
{
    const auto header = decodeHeader(bytes.substr(0, frameHeaderBytes));
    return header && header->id == request.id && header->length == bytes.size() - frameHeaderBytes &&
           bytes.size() <= answerBytes && (header->kind == FrameKind::Article || header->kind == FrameKind::Failure);
}

std::string failureFrame(const FrameHeader& request, const Error& error)
{
    return encodeFrame({request.id, FrameKind::Failure, 0, 0}, encodeFailure(error));
}

/// The answer to one request; nothing if nobody waits for it.
std::optional<std::string> answer(const FrameHeader& request, std::string_view bytes, int input, const Sandbox& sandbox)
{
    std::array<int, 2> ends = {};
    if (::pipe(ends.data()) != 0)
        return failureFrame(request, {ErrorCode::ReaderFailed, "no pipe"});
    const int self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        readInChild(request, bytes, ends[1], self, sandbox);
    ::close(ends[1]);
    if (child < 0) {
        ::close(ends[0]);
        return failureFrame(request, {ErrorCode::ReaderFailed, "no process"});
    }
    ChildOutput output = collect(ends[0], input);
    ::close(ends[0]);
    const bool complete = isAnswer(output.bytes, request);
    if (!complete)
        ::kill(child, SIGKILL); // it may hang, or still be writing
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (output.abandoned)
        return std::nullopt;
    if (complete && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return std::move(output.bytes);
    return failureFrame(request, causeOfDeath(status, output.timedOut));
}

} // namespace

int serveRequests(int input, int output)
{
    readers::preparePdf();
    const Sandbox sandbox;
    if (const auto failed = selfTest(sandbox)) {
        // Said once, in place of the greeting: whoever started this process must not trust it with a file.
        const Error error{ErrorCode::ReaderFailed, std::string(selfTestMark) + *failed};
        writeAll(output, encodeFrame({0, FrameKind::Failure, 0, 0}, encodeFailure(error)));
        return 1;
    }
    const auto rights = static_cast<std::uint16_t>(sandbox.limitsPaths() ? helloWithPathRules : 0U);
    if (!writeAll(output, encodeFrame({0, FrameKind::Hello, rights, 0}, {})))
        return 1;
    for (;;) {
        const std::string head = readUpTo(input, frameHeaderBytes);
        if (head.empty())
            return 0;
        const auto request = decodeHeader(head);
        if (!request || request->kind != FrameKind::Request || request->length > limits::containerFileBytes)
            return 1;
        const std::string bytes = readUpTo(input, static_cast<std::size_t>(request->length));
        if (bytes.size() != request->length)
            return 1;
        const auto reply = answer(*request, bytes, input, sandbox);
        if (!reply || !writeAll(output, *reply))
            return 1;
    }
}

} // namespace synoptic::reader
