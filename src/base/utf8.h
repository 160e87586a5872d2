// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// One code point of UTF-8 and how many bytes it takes; U+FFFD and 1 for a byte that begins no valid sequence.
struct CodePoint
{
    char32_t value = 0;
    std::uint32_t size = 0;
};

/// Decodes the code point at @p offset, which must lie inside @p text. Overlong forms, surrogates and values over
/// U+10FFFF are invalid. Source: The Unicode Standard 15, table 3-7.
CodePoint decodeAt(std::string_view text, std::size_t offset);

/// Appends @p value as UTF-8.
void appendUtf8(std::string& text, char32_t value);

bool isValidUtf8(std::string_view text);

/// Whether @p byte goes on with a code point that another began.
constexpr bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Where the code point begins that holds byte @p at of valid text, or where the next one does; the length of @p text
/// and what lies beyond stay.
std::size_t codePointFloor(std::string_view text, std::size_t at);
std::size_t codePointCeiling(std::string_view text, std::size_t at);

/// At most @p longest bytes of valid text, whole code points.
std::string_view beginningOf(std::string_view text, std::size_t longest);

/// A blank a person would call a space: space, tab, NO-BREAK SPACE and its relatives (U+2000…200A, 202F, 205F, 3000).
bool isBlank(char32_t value);

/// Turns byte offsets of one valid UTF-8 text into counts of code points. Shape: one checkpoint a KiB.
/// Cost: linear once, then at most 1 KiB a look-up. Not owned: the text must outlive the map.
class CodePointMap
{
public:
    explicit CodePointMap(std::string_view text);

    /// Code points before byte @p offset, which is cut to the text's length.
    std::uint32_t codePointsBefore(std::size_t offset) const;

private:
    std::string_view m_text;
    std::vector<std::uint32_t> m_checkpoints;
};

} // namespace synoptic
