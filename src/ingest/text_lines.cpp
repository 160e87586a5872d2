// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/text_lines.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace synoptic::ingest {
namespace {

bool isAsciiAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isClosing(char32_t value)
{
    switch (value) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'\u201D':
    case U'\u2019':
    case U'\u00BB':
    case U'\u203A':
        return true;
    default:
        return false;
    }
}

/// The code point that ends at @p end.
CodePoint lastPoint(std::string_view text, std::size_t end)
{
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && isContinuationByte(text[at]))
        --at;
    CodePoint point = decodeAt(text, at);
    if (point.size != end - at)
        point = {U'\uFFFD', 1};
    return point;
}

TextLine lineOf(std::string_view text, std::size_t begin, std::size_t end)
{
    TextLine line;
    line.whole = spanOf(begin, end);
    const std::string_view inner = trimmed(text.substr(begin, end - begin));
    const auto innerBegin = static_cast<std::size_t>(inner.data() - text.data());
    line.span = spanOf(innerBegin, innerBegin + inner.size());

    bool inWord = false;
    bool seenLetter = false;
    for (std::size_t i = 0; i < inner.size();) {
        const char c = inner[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            if (c == ' ' || c == '\t') {
                inWord = false;
            } else if (isAsciiAlnum(c)) {
                line.words += inWord ? 0U : 1U;
                inWord = true;
                if (!seenLetter && c > '9') {
                    seenLetter = true;
                    line.startsLower = c >= 'a';
                }
            }
            ++i;
            continue;
        }
        const CodePoint point = decodeAt(inner, i);
        if (isBlank(point.value)) {
            inWord = false;
        } else if (!inWord && u_isalnum(static_cast<UChar32>(point.value))) {
            ++line.words;
            inWord = true;
            if (!seenLetter) {
                seenLetter = true;
                line.startsLower = u_islower(static_cast<UChar32>(point.value));
            }
        }
        i += point.size;
    }
    for (std::size_t at = inner.size(); at > 0;) {
        const CodePoint point = lastPoint(inner, at);
        at -= point.size;
        if (isClosing(point.value) || isBlank(point.value))
            continue;
        line.endsSentence = point.value == U'.' || point.value == U'!' || point.value == U'?' || point.value == U':' ||
                            point.value == U'\u2026';
        break;
    }
    return line;
}

} // namespace

std::vector<TextLine> textLines(std::string_view text)
{
    std::vector<TextLine> lines;
    bool afterBlank = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        TextLine line = lineOf(text, begin, end);
        if (line.span.empty()) {
            if (!lines.empty())
                lines.back().endsBlock = true;
            afterBlank = true;
        } else {
            line.startsBlock = afterBlank;
            line.endsBlock = false;
            afterBlank = false;
            lines.push_back(line);
        }
        begin = end + 1;
    }
    if (!lines.empty())
        lines.back().endsBlock = true;
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint point = decodeAt(text, 0);
        if (!isBlank(point.value) && point.value != U'\n' && point.value != U'\r')
            break;
        text.remove_prefix(point.size);
    }
    while (!text.empty()) {
        const CodePoint point = lastPoint(text, text.size());
        if (!isBlank(point.value) && point.value != U'\n' && point.value != U'\r')
            break;
        text.remove_suffix(point.size);
    }
    return text;
}

std::string foldedKey(std::string_view text)
{
    constexpr std::size_t slack = 8; // a folded character and a gap
    std::string key(text.size() + slack, '\0');
    std::size_t end = 0;
    bool gap = false;
    const auto endGap = [&] {
        if (gap && end > 0)
            key[end++] = ' ';
        gap = false;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (end + slack > key.size()) // some characters fold to longer ones
            key.resize(key.size() * 2);
        // Nearly all of nearly every text is ASCII. An apostrophe joins: "don't" and "dont" are one word, whatever its
        // shape.
        if (const char c = text[i]; static_cast<unsigned char>(c) < 0x80) {
            ++i;
            if (isAsciiAlnum(c)) {
                endGap();
                key[end++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            } else if (c != '\'') {
                gap = true;
            }
            continue;
        }
        const CodePoint point = decodeAt(text, i);
        i += point.size;
        const auto value = static_cast<UChar32>(point.value);
        if (point.value == U'\u2019')
            continue;
        if (!u_isalnum(value)) {
            gap = true;
            continue;
        }
        endGap();
        std::string folded;
        appendUtf8(folded, static_cast<char32_t>(u_foldCase(value, U_FOLD_CASE_DEFAULT)));
        end += folded.copy(key.data() + end, folded.size());
    }
    key.resize(end);
    return key;
}

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    const std::string key = foldedKey(text);
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

} // namespace synoptic::ingest
