// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace synoptic {

/// A stretch of an article's text: half-open, in bytes of its canonical UTF-8.
struct TextSpan
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
    constexpr bool contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(TextSpan other) const { return begin < other.end && other.begin < end; }

    friend constexpr auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

/// The span from @p begin to @p end, for positions that come as sizes.
constexpr TextSpan spanOf(std::size_t begin, std::size_t end)
{
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The text a span covers, cut to the text's length.
constexpr std::string_view textOf(std::string_view text, TextSpan span)
{
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

} // namespace synoptic
