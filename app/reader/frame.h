// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the program and its reader processes say to each other: frames on pipes, and what is in them.
///
/// In: values. Out: bytes, and back again from bytes that are trusted with nothing. No file descriptor is touched here.
namespace synoptic::reader {

enum class FrameKind : std::uint16_t
{
    Hello = 1, ///< worker, once, when it is ready; flags: helloWithPathRules or none; no payload
    Request,   ///< program; flags: the ingest::Format; payload: the file's bytes
    Article,   ///< worker; payload: encodeArticle()
    Failure    ///< worker; payload: encodeFailure(); in place of Hello: its self-test failed
};

/// The kernel has Landlock: a reading process sees no files but the few it needs.
inline constexpr std::uint16_t helloWithPathRules = 1;

/// How the detail of a self-test's failure begins.
inline constexpr std::string_view selfTestMark = "self-test: ";

struct FrameHeader
{
    std::uint32_t id = 0; ///< of the request; the answer repeats it
    FrameKind kind = FrameKind::Hello;
    std::uint16_t flags = 0;
    std::uint64_t length = 0; ///< of the payload, bytes

    friend bool operator==(const FrameHeader&, const FrameHeader&) = default;
};

inline constexpr std::size_t frameHeaderBytes = 20;

/// "SYN1", id, kind, flags, length; little endian. Shape: frameHeaderBytes bytes.
std::string encodeHeader(const FrameHeader& header);

/// Nothing unless @p bytes are exactly a header with a kind that is known. The length is not judged.
std::optional<FrameHeader> decodeHeader(std::string_view bytes);

/// Header and payload in one piece; the length is taken from @p payload.
std::string encodeFrame(FrameHeader header, std::string_view payload);

} // namespace synoptic::reader
