// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "links/article_likeness.h"

namespace synoptic::links {

/// The stories of a folder.
struct Stories
{
    /// For each article the smallest article of its story.
    std::vector<std::uint32_t> of;
    ArticleLikenesses likenesses;
};

/// Groups articles that tell one story, and keeps stories of one kind (two quakes in one country) apart: average link
/// over what the story model makes of each pair. A requested @p stop leaves the groups unspecified.
/// Source: trees learned by tests/training/train_stories.cpp.
Stories storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop = {});

/// How surely two articles tell one story, log-odds in thousandths.
std::int64_t storyOdds(const ArticleLikeness& likeness);

} // namespace synoptic::links
