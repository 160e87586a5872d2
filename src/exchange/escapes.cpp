// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/escapes.h"

#include "base/utf8.h"

namespace synoptic::exchange {
namespace {

constexpr bool isAsciiLetterOrDigit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

constexpr bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// What no document may hold: controls but TAB and LF, surrogates' neighbors that are no characters.
constexpr bool isForbidden(char32_t value)
{
    const bool control = (value < 0x20 && value != U'\t' && value != U'\n') || (value >= 0x7F && value < 0xA0);
    return control || value == 0xFFFE || value == 0xFFFF;
}

/// Calls @p take for each code point that may stand in a document.
template <class Take>
void forEachAllowed(std::string_view text, const Take& take)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decodeAt(text, at);
        if (!isForbidden(point.value))
            take(point.value);
        at += point.size;
    }
}

} // namespace

std::string oneLine(std::string_view text)
{
    std::string line;
    forEachAllowed(text, [&line](char32_t value) {
        const bool blank = value == U'\t' || value == U'\n' || value == U' ' || value == 0x2028 || value == 0x2029;
        if (!blank)
            appendUtf8(line, value);
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    });
    if (line.ends_with(' '))
        line.pop_back();
    return line;
}

std::string htmlEscaped(std::string_view text)
{
    std::string html;
    forEachAllowed(text, [&html](char32_t value) {
        switch (value) {
        case U'&':
            html += "&amp;";
            break;
        case U'<':
            html += "&lt;";
            break;
        case U'>':
            html += "&gt;";
            break;
        case U'"':
            html += "&quot;";
            break;
        case U'\'':
            html += "&#39;";
            break;
        default:
            appendUtf8(html, value);
            break;
        }
    });
    return html;
}

std::string markdownEscaped(std::string_view text)
{
    constexpr std::string_view everywhere = "\\`*_[]<>#|~&:@!^$";
    constexpr std::string_view atTheBeginning = "+-=";
    const std::string line = oneLine(text);
    std::string markdown;
    bool onlyDigits = true; // so far: "1." would begin a list
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char byte = line[at];
        const bool list = (byte == '.' || byte == ')') && at > 0 && onlyDigits;
        const bool link = byte == '.' && at >= 3 && (line[at - 1] == 'w' || line[at - 1] == 'W'); // "www."
        if (everywhere.find(byte) != std::string_view::npos || list || link ||
            (at == 0 && atTheBeginning.find(byte) != std::string_view::npos))
            markdown += '\\';
        markdown += byte;
        onlyDigits = onlyDigits && isDigit(byte);
    }
    return markdown;
}

std::string icalendarEscaped(std::string_view text)
{
    std::string value;
    forEachAllowed(text, [&value](char32_t point) {
        if (point == U'\n')
            value += "\\n";
        else if (point == U'\t')
            value += ' ';
        else {
            if (point == U'\\' || point == U';' || point == U',')
                value += '\\';
            appendUtf8(value, point);
        }
    });
    return value;
}

std::string uriEscaped(std::string_view path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~/";
    std::string uri;
    for (const char byte : path) {
        if (isAsciiLetterOrDigit(byte) || plain.find(byte) != std::string_view::npos) {
            uri += byte;
            continue;
        }
        const auto value = static_cast<unsigned char>(byte);
        uri += '%';
        uri += digits[value >> 4U];
        uri += digits[value & 0xFU];
    }
    return uri;
}

} // namespace synoptic::exchange
