// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/raw_article.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {

/// The lines of a document and where its prose lies. Built once; title, boilerplate, byline and date all look at it.
struct Layout
{
    std::string_view text; ///< Not owned: the article's, which outlives the layout.
    std::vector<TextLine> lines;
    std::vector<BlockRole> roles;     ///< one a line; Paragraph where the reader said nothing
    std::vector<bool> main;           ///< one a line; the reader takes it for the article's own
    bool structured = false;          ///< a reader saw what is a heading, a list, a menu
    std::size_t firstProse = 0;       ///< first line that is a sentence or more; lines.size() if there is none
    std::size_t endProse = 0;         ///< one past the last such line; 0 if there is none
    std::optional<std::size_t> title; ///< the line that is the headline

    std::string_view lineText(std::size_t line) const { return textOf(text, lines[line].span); }
};

/// Long enough and ended like a sentence: what menus, captions and headlines rarely are.
bool isProse(const TextLine& line);

/// The layout of @p raw, without a title. Cost: linear.
Layout layoutOf(const RawArticle& raw);

} // namespace synoptic::ingest
