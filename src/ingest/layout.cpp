// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/layout.h"

#include <algorithm>

namespace synoptic::ingest {

bool isProse(const TextLine& line)
{
    constexpr std::uint32_t sentenceWords = 12;
    constexpr std::uint32_t paragraphWords = 30;
    return (line.words >= sentenceWords && line.endsSentence) || line.words >= paragraphWords;
}

Layout layoutOf(const RawArticle& raw)
{
    Layout layout;
    layout.text = raw.text;
    layout.lines = textLines(raw.text);
    layout.roles.assign(layout.lines.size(), BlockRole::Paragraph);
    layout.main.assign(layout.lines.size(), true);
    layout.structured = !raw.blocks.empty();
    auto block = raw.blocks.begin();
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const TextSpan line = layout.lines[i].span;
        while (block != raw.blocks.end() && block->span.end <= line.begin)
            ++block;
        if (block == raw.blocks.end())
            break;
        if (block->span.overlaps(line)) {
            layout.roles[i] = block->role;
            layout.main[i] = block->main;
        }
    }
    layout.firstProse = layout.lines.size();
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        if (!layout.main[i] || !isProse(layout.lines[i]))
            continue;
        layout.firstProse = std::min(layout.firstProse, i);
        layout.endProse = i + 1;
    }
    return layout;
}

} // namespace synoptic::ingest
