// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/marked_lines.h"

#include <algorithm>

namespace synoptic::corpus {

std::vector<TextSpan> withoutLines(std::span<const TextSpan> marks, TextSpan taken, std::string_view text)
{
    std::vector<TextSpan> rest;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        while (begin < end && text[begin] == '\n')
            ++begin;
        while (begin < end && text[end - 1] == '\n')
            --end;
        if (begin < end)
            rest.push_back({begin, end});
    };
    for (const TextSpan own : marks) {
        if (!own.overlaps(taken)) {
            rest.push_back(own);
            continue;
        }
        add(own.begin, std::max(own.begin, taken.begin));
        add(std::min(own.end, taken.end), own.end);
    }
    return rest;
}

std::vector<TextSpan> withLines(std::span<const TextSpan> marks, TextSpan added, std::string_view text)
{
    std::vector<TextSpan> all = withoutLines(marks, added, text);
    all.insert(std::ranges::lower_bound(all, added.begin, {}, &TextSpan::begin), added);
    return all;
}

std::vector<TextSpan> onlyIn(std::span<const TextSpan> marks, std::span<const TextSpan> others, std::string_view text)
{
    std::vector<TextSpan> rest(marks.begin(), marks.end());
    for (const TextSpan other : others)
        rest = withoutLines(rest, other, text);
    return rest;
}

} // namespace synoptic::corpus
