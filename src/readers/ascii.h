// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace synoptic::readers {

// Markup is ASCII where it matters; the functions of <cctype> depend on the locale.
constexpr bool isAsciiLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr bool isAsciiDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// The white space of HTML.
constexpr bool isMarkupSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

constexpr char asciiLower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

inline std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char byte) { return asciiLower(byte); });
    return lower;
}

constexpr bool startsWithIgnoringCase(std::string_view text, std::string_view lowerPrefix)
{
    return text.size() >= lowerPrefix.size() && std::equal(lowerPrefix.begin(), lowerPrefix.end(), text.begin(),
                                                           [](char a, char b) { return a == asciiLower(b); });
}

constexpr std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isMarkupSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isMarkupSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace synoptic::readers
