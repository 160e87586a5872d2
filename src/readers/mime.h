// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::readers {

/// One header field: name in lower case, value unfolded and otherwise as written.
struct MimeField
{
    std::string name;
    std::string value;
};

/// A message or a part of one that holds no further parts.
struct MimePart
{
    std::vector<MimeField> fields;
    std::string type = "text/plain"; ///< lower case, without parameters
    std::string charset;             ///< as declared; empty: none
    std::string_view body;           ///< encoded; points into the message
    bool isAttachment = false;

    /// The first value of field @p name (lower case); empty if there is none.
    std::string_view field(std::string_view name) const;
    /// The body's bytes, quoted-printable or base64 undone. What is damaged is skipped, not refused.
    std::string decodedBody() const;
};

struct MimeMessage
{
    std::vector<MimeField> fields; ///< of the message itself
    std::vector<MimePart> parts;   ///< the leaves, in message order
    std::string limit;             ///< the limit that was passed, in words; empty: none
};

/// Takes a message apart. A part of a "multipart" of any kind is looked into, an attached message is not.
///
/// Limits: depth, number of parts and size of headers as in base/limits.h; what lies beyond is left out.
/// Cost: linear in the bytes for each level of nesting. No recursion.
/// Source: RFC 5322, RFC 2045, RFC 2046, RFC 2183.
MimeMessage parseMime(std::string_view bytes);

/// The words of a header value: "=?utf-8?q?caf=C3=A9?=" becomes "café"; bytes outside ASCII are decoded by guess.
/// Source: RFC 2047.
std::string decodedHeader(std::string_view value);

std::string decodeQuotedPrintable(std::string_view text);
std::string decodeBase64(std::string_view text);

/// Parameter @p name (lower case) of a header value such as `text/html; charset="utf-8"`.
std::string mimeParameter(std::string_view value, std::string_view name);

} // namespace synoptic::readers
