// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "links/article_view.h"

namespace synoptic::links {

/// A mention of the folder.
struct MentionRef
{
    std::uint32_t article = 0; ///< position in the views
    std::uint32_t mention = 0; ///< position in ArticleView::mentions

    friend auto operator<=>(const MentionRef&, const MentionRef&) = default;
};

/// One of the mentions of an event, and why it is there.
struct LinkedMention
{
    MentionRef ref;
    double score = 1.0; ///< mean similarity to the others, 0…1; 1 for a single mention
    std::string why;
};

/// Joins mentions of the same event. Only mentions of one story (document cluster) can join; those with the same key,
/// or of the same day with the same people, are compared by their words, people and dates and joined by average link.
/// Two different days of their own keep mentions of one article apart, and those of two articles unless all else
/// agrees.
///
/// Shape: every mention is in exactly one cluster; each cluster is sorted by ref, the clusters by their first.
/// @p stories: for each article the smallest article of its story (see storiesOf). Articles must come in a fixed order.
/// Cost: quadratic in the mentions of one key and story, bounded by windows for the commonest keys.
/// Source: same head lemma inside document clusters, see src/README.md for figures.
std::vector<std::vector<LinkedMention>> linkMentions(std::span<const ArticleView> articles,
                                                     std::span<const std::uint32_t> stories,
                                                     const std::stop_token& stop = {});

} // namespace synoptic::links
