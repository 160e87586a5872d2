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
#include "links/mention_profile.h"

namespace synoptic::links {

/// One of the mentions of an event, and why it is there.
struct LinkedMention
{
    MentionRef ref;
    double score = 1.0; ///< mean similarity to the others, 0…1; 1 for a single mention
    std::string why;
};

/// Joins mentions of the same event: candidates of one story get a score of the pair model and are joined by average
/// link.
///
/// Shape: every mention is in exactly one cluster; each cluster is sorted by ref, the clusters by their first.
/// Articles must come in a fixed order. Cost: linear in the candidate pairs.
/// Source: src/README.md has the figures; the model is learned by tests/training/train_pairs.cpp.
std::vector<std::vector<LinkedMention>> linkMentions(std::span<const ArticleView> articles, const Stories& stories,
                                                     const std::stop_token& stop = {});

} // namespace synoptic::links
