// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace synoptic::ingest {

/// How an encoding was found, from the surest to the least sure.
enum class EncodingBasis : std::uint8_t
{
    ByteOrderMark,
    ValidUtf8,
    NulPattern, ///< UTF-16 or UTF-32 without a mark
    Declared,
    Guessed,
    Fallback ///< windows-1252, because something must be taken
};

/// Bytes as text.
struct DecodedText
{
    std::string text;     ///< valid UTF-8, without a byte order mark; line ends and controls as they were
    std::string encoding; ///< WHATWG name, lower case: "utf-8", "windows-1252"
    EncodingBasis basis = EncodingBasis::ValidUtf8;
    std::size_t replaced = 0; ///< undecodable stretches that became U+FFFD
    std::vector<Diagnostic> diagnostics;
};

/// Decodes @p bytes: byte order mark, valid UTF-8, pattern of NULs, @p declaredCharset (a WHATWG label, from a header
/// or a <meta>), a guess on at most 64 KiB, windows-1252. Valid UTF-8 beats what is declared. UTF-8 with lines in
/// windows-1252 is decoded line by line; text that was encoded twice is repaired if that leaves no trace.
///
/// Errors: none; what cannot be decoded becomes U+FFFD and a diagnostic.
/// Cost: linear. Thread-safe.
/// Source: WHATWG Encoding Standard (labels; iso-8859-1 means windows-1252; UTF-7 is no encoding).
DecodedText decode(std::string_view bytes, std::string_view declaredCharset = {});

/// The encoding a label means, or "" if the Encoding Standard does not know it: "Latin1" gives "windows-1252".
std::string_view encodingOfLabel(std::string_view label);

} // namespace synoptic::ingest
