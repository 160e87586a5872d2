// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/skip_reasons.h"

#include <charconv>
#include <cstdint>

#include "app/reader/frame.h"

namespace synoptic::engine {
namespace {

/// "too big (120 MB)"; without the size if @p bytes is no number.
std::string tooBig(const std::string& bytes)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
    if (bytes.empty() || error != std::errc() || end != bytes.data() + bytes.size())
        return bytes.empty() ? "too big" : "too big: " + bytes;
    constexpr std::uint64_t megabyte = 1'000'000;
    return "too big (" + std::to_string((size + (megabyte / 2)) / megabyte) + " MB)";
}

std::string withDetail(const std::string& reason, const std::string& detail)
{
    return detail.empty() ? reason : reason + ": " + detail;
}

} // namespace

std::string skipReason(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return "not read: stopped before";
    case ErrorCode::NotFound:
        return "gone before it could be read";
    case ErrorCode::AccessDenied:
        return "no permission to read it";
    case ErrorCode::NotRegular:
        return "not a regular file";
    case ErrorCode::Unreadable:
        return withDetail("cannot be read", error.detail);
    case ErrorCode::Unstable:
        return "is being written";
    case ErrorCode::TooBig:
        return tooBig(error.detail);
    case ErrorCode::Empty:
        return "empty";
    case ErrorCode::NotAnArticle:
        return withDetail("not an article format", error.detail);
    case ErrorCode::Malformed:
        return withDetail("damaged", error.detail);
    case ErrorCode::Encrypted:
        return "needs a password";
    case ErrorCode::NoTextLayer:
        return "scanned pictures, no text";
    case ErrorCode::TimeLimit:
        return "the reader took too long";
    case ErrorCode::MemoryLimit:
        return "the reader needed too much memory";
    case ErrorCode::ReaderFailed:
        // A system that cannot be made safe is worth saying; what a single file did to the reader is for the log.
        return error.detail.starts_with(reader::selfTestMark) ? "the reader failed its " + error.detail
                                                              : "the reader failed";
    case ErrorCode::WriteFailed:
    case ErrorCode::InvalidArgument:
        break;
    }
    return withDetail("cannot be read", error.detail);
}

} // namespace synoptic::engine
