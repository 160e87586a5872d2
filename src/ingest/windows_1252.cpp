// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/windows_1252.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace synoptic::ingest {
namespace {

/// Bytes 0x80…0x9F.
constexpr std::array<char16_t, 32> high = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                           0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::optional<char> byteOf(char32_t value)
{
    if (value < 0x80 || (value >= 0xA0 && value <= 0xFF))
        return static_cast<char>(static_cast<unsigned char>(value));
    const auto* const at = std::ranges::find(high, value, [](char16_t c) { return char32_t{c}; });
    if (at == high.end())
        return std::nullopt;
    return static_cast<char>(static_cast<unsigned char>(0x80 + (at - high.begin())));
}

/// The lead bytes of UTF-8 for what Western texts hold (U+0080…00FF, U+2000…2FFF), seen as windows-1252 and encoded
/// again: "Â", "Ã", "â".
bool mayHoldTraces(std::string_view text)
{
    for (std::size_t i = text.find('\xC3'); i != std::string_view::npos; i = text.find('\xC3', i + 1)) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == '\x82' || next == '\x83' || next == '\xA2')
            return true;
    }
    return false;
}

} // namespace

std::string textOfWindows1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            text += c;
        else
            appendUtf8(text, byte < 0xA0 ? char32_t{high[byte - 0x80U]} : char32_t{byte});
    }
    return text;
}

std::optional<std::string> withoutSecondEncoding(std::string_view utf8)
{
    if (!mayHoldTraces(utf8))
        return std::nullopt;
    std::string bytes;
    bytes.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decodeAt(utf8, i);
        const auto byte = byteOf(point.value);
        if (!byte)
            return std::nullopt;
        bytes += *byte;
        i += point.size;
    }
    // Two short sequences or one long: a single "Ã" before a quotation mark occurs in honest capitals.
    std::size_t weight = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint point = decodeAt(bytes, i);
        if (point.size == 1 && static_cast<unsigned char>(bytes[i]) >= 0x80)
            return std::nullopt;
        weight += point.size - 1;
        i += point.size;
    }
    if (weight < 2)
        return std::nullopt;
    return bytes;
}

} // namespace synoptic::ingest
