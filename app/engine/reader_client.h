// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include <sys/types.h>

#include "app/engine/unique_fd.h"
#include "app/reader/frame.h"
#include "base/limits.h"
#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::engine {

struct ReaderTimeouts
{
    std::chrono::milliseconds start = limits::readerStart;
    /// Longer than the worker's own limit, so that the worker speaks first.
    std::chrono::milliseconds file = limits::readerPerFile + std::chrono::seconds{5};
};

/// How often in a row the reader program did not start. Shared by the clients of one run: after three failures, or one
/// self-test that failed, nobody tries again, and the other formats go on.
class ReaderStarts
{
public:
    std::atomic<int> failed = 0;
    /// The kernel has no Landlock: reading processes are kept from writing and connecting, not from reading files.
    std::atomic<bool> withoutPathRules = false;

    /// Nobody shall try again, for the reason @p why.
    void giveUp(std::string why);
    /// Empty if nobody gave up.
    std::string reason() const;

private:
    mutable std::mutex m_guard;
    std::string m_reason; // guarded by m_guard
};

/// The other end of one synoptic-reader process, which is started when it is first needed and again after a failure.
/// For one thread. The destructor ends the process.
class ReaderClient
{
public:
    /// Ignores SIGPIPE in the whole program: a process that died must be seen by the result of write().
    ReaderClient(std::string program, std::shared_ptr<ReaderStarts> starts, ReaderTimeouts timeouts = {});
    ReaderClient(const ReaderClient&) = delete;
    ReaderClient& operator=(const ReaderClient&) = delete;
    ~ReaderClient();

    /// Has @p bytes read as @p format.
    ///
    /// Errors: what the reader says of the file; ReaderFailed if the process does not start, dies or lies; TimeLimit;
    /// Cancelled within limits::cancelWithin.
    Result<ingest::RawArticle> read(ingest::Format format, std::string_view bytes, const std::stop_token& stop = {});

    /// The process that runs now; for tests.
    std::optional<pid_t> process() const;

private:
    using Clock = std::chrono::steady_clock;

    Result<> ensureStarted(const std::stop_token& stop);
    Result<> spawn();
    void end();
    void forget();
    Result<> waitUntil(int fd, short events, Clock::time_point deadline, const std::stop_token& stop) const;
    Result<> send(std::string_view bytes, Clock::time_point deadline, const std::stop_token& stop) const;
    Result<std::string> receive(std::size_t size, Clock::time_point deadline, const std::stop_token& stop) const;
    Result<reader::FrameHeader> receiveHeader(Clock::time_point deadline, const std::stop_token& stop) const;
    Result<ingest::RawArticle> exchange(ingest::Format format, std::string_view bytes, const std::stop_token& stop);

    std::string m_program;
    std::shared_ptr<ReaderStarts> m_starts;
    ReaderTimeouts m_timeouts;
    pid_t m_process = -1; // -1: none runs
    UniqueFd m_toReader;
    UniqueFd m_fromReader;
    std::uint32_t m_lastRequest = 0;
};

/// Where synoptic-reader lies: beside the running program or in ../libexec/synoptic as seen from it. Never looked for
/// on PATH. Empty if it is in neither place.
std::string findReaderProgram();

} // namespace synoptic::engine
