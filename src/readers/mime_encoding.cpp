// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <optional>

#include "ingest/encoding.h"
#include "readers/ascii.h"
#include "readers/mime.h"

namespace synoptic::readers {
namespace {

std::optional<unsigned> hexDigit(char c)
{
    if (isAsciiDigit(c))
        return static_cast<unsigned>(c - '0');
    const char low = asciiLower(c);
    if (low >= 'a' && low <= 'f')
        return static_cast<unsigned>(low - 'a') + 10U;
    return std::nullopt;
}

std::optional<unsigned> base64Digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return static_cast<unsigned>(c - 'A');
    if (c >= 'a' && c <= 'z')
        return static_cast<unsigned>(c - 'a') + 26U;
    if (isAsciiDigit(c))
        return static_cast<unsigned>(c - '0') + 52U;
    if (c == '+' || c == '-')
        return 62U;
    if (c == '/' || c == '_')
        return 63U;
    return std::nullopt;
}

/// A stretch "=?charset?q?text?=".
struct EncodedWord
{
    std::string_view charset;
    char encoding = 'q';
    std::string_view text;
    std::size_t size = 0; ///< of the whole stretch
};

std::optional<EncodedWord> encodedWordAt(std::string_view value)
{
    constexpr std::size_t longestWord = 2000; // RFC 2047 says 75; without a bound, openings alone cost a square
    value = value.substr(0, longestWord);
    if (!value.starts_with("=?"))
        return std::nullopt;
    const std::size_t afterCharset = value.find('?', 2);
    if (afterCharset == std::string_view::npos || afterCharset + 2 >= value.size() || value[afterCharset + 2] != '?')
        return std::nullopt;
    const std::size_t text = afterCharset + 3;
    const std::size_t end = value.find("?=", text);
    const char encoding = asciiLower(value[afterCharset + 1]);
    if (end == std::string_view::npos || (encoding != 'q' && encoding != 'b'))
        return std::nullopt;
    std::string_view charset = value.substr(2, afterCharset - 2);
    charset = charset.substr(0, charset.find('*')); // RFC 2231: a language may follow
    return EncodedWord{charset, encoding, value.substr(text, end - text), end + 2};
}

std::string bytesOf(const EncodedWord& word)
{
    if (word.encoding == 'b')
        return decodeBase64(word.text);
    std::string text(word.text);
    std::ranges::replace(text, '_', ' ');
    return decodeQuotedPrintable(text);
}

} // namespace

std::string decodeQuotedPrintable(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i];
            continue;
        }
        const auto high = i + 2 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
        const auto low = high ? hexDigit(text[i + 2]) : std::nullopt;
        if (low) {
            bytes += static_cast<char>((*high << 4U) | *low);
            i += 2;
            continue;
        }
        // A soft line break, with the blanks that mail programs leave before the line's end.
        std::size_t end = i + 1;
        while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
            ++end;
        if (end < text.size() && text[end] == '\r')
            ++end;
        if (end < text.size() && text[end] == '\n')
            i = end;
        else if (end >= text.size())
            break;
        else
            bytes += '='; // not encoded at all
    }
    return bytes;
}

std::string decodeBase64(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const auto digit = base64Digit(c);
        if (!digit) {
            if (c == '=') // the end of a piece; some programs join several
                count = 0;
            continue;
        }
        bits = (bits << 6U) | *digit;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return bytes;
}

std::string decodedHeader(std::string_view value)
{
    std::string text;
    std::string pending; // bytes of neighboring words of one charset: a character may be cut between them
    std::string charset;
    const auto flush = [&] {
        text += ingest::decode(pending, charset).text;
        pending.clear();
    };
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = std::min(value.find("=?", at), value.size());
        const auto word = encodedWordAt(value.substr(begin));
        const std::size_t end = word ? begin : std::min(begin + 2, value.size());
        const std::string_view plain = value.substr(at, end - at);
        // White space between two encoded words is none of the text.
        const bool isGap = word && !pending.empty() && trimmed(plain).empty();
        if (!isGap && !plain.empty()) {
            flush();
            text += ingest::decode(plain).text;
        }
        at = end;
        if (!word)
            continue;
        if (charset != word->charset)
            flush();
        charset = word->charset;
        pending += bytesOf(*word);
        at = begin + word->size;
    }
    flush();
    return std::string(trimmed(text));
}

} // namespace synoptic::readers
