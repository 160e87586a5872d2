// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/raw_article.h"

namespace synoptic::readers {

/// What an element says of what is in it, by its tag, role and class words. Bits; children inherit all but the hosts.
enum ElementMark : std::uint32_t
{
    MarkNavigation = 1U << 0U, ///< nav, header or footer of the page, breadcrumb, menu
    MarkRelated = 1U << 1U,    ///< other stories, sharing, comments, advertising
    MarkForm = 1U << 2U,       ///< form, button, select
    MarkByline = 1U << 3U,     ///< author or date line
    MarkCaption = 1U << 4U,    ///< figcaption, picture credit
    MarkQuote = 1U << 5U,      ///< blockquote
    MarkListItem = 1U << 6U,   ///< li, dd, dt
    MarkTable = 1U << 7U,      ///< table
    MarkPreformatted = 1U << 8U,
    MarkBody = 1U << 9U,      ///< itemprop=articleBody; not inherited
    MarkArticle = 1U << 10U,  ///< article, role=article; not inherited
    MarkPositive = 1U << 11U, ///< a class word such as "content" or "story"; not inherited
    MarkSure = 1U << 12U      ///< a class word that no one gives an article: "comments", "cookie"; not inherited
};

/// An element that may hold blocks; document order, so that what it contains follows it.
struct HtmlElement
{
    std::size_t parent = 0; ///< position; the root is its own parent
    std::size_t end = 0;    ///< one past the last element inside
    std::uint32_t marks = 0;
    std::uint32_t classMarks = 0; ///< marks that class words alone suggest, to be weighed
};

/// A stretch of text between two block boundaries.
struct HtmlBlock
{
    std::string text;
    std::size_t element = 0;   ///< the innermost block-level element around it
    std::size_t linkBytes = 0; ///< of the text inside <a>
    int headingLevel = 0;      ///< 1…6; 0: no heading
};

struct HtmlTree
{
    std::vector<HtmlElement> elements; ///< [0] is the root
    std::vector<HtmlBlock> blocks;
    std::vector<ingest::MetadataField> metadata;
    std::vector<std::string> jsonLd; ///< the text of each <script type="application/ld+json">
};

/// Parses @p html (UTF-8, canonical) and takes from the tree what articles are made of; scripts, styles, templates and
/// what is hidden are left out. The caller has made sure that no markup limit is passed.
HtmlTree parseHtml(std::string_view html);

} // namespace synoptic::readers
