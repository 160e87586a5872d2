// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/document_clusters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/boosted_trees.h"
#include "base/lexicons.h"
#include "links/average_link.h"

namespace synoptic::links {

std::int64_t storyOdds(const ArticleLikeness& likeness)
{
    static const BoostedTrees trees = BoostedTrees::parse(lexicons::storyTrees());
    std::array<std::int32_t, likenessFeatureCount> features{};
    std::ranges::copy(likeness.values, features.begin());
    return trees.score(features);
}

Stories storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop)
{
    constexpr double sameStory = 0.58; // chosen by leaving out topics of the folders learned from
    Stories stories;
    stories.likenesses = likenessesOf(articles, stop);
    if (stop.stop_requested())
        return stories;
    std::vector<SimilarPair> pairs;
    for (std::uint32_t a = 0; a < articles.size() && !stop.stop_requested(); ++a) {
        for (auto& [b, likeness] : stories.likenesses.rows[a]) {
            likeness.storyOdds = static_cast<std::int32_t>(storyOdds(likeness));
            const double odds = static_cast<double>(likeness.storyOdds) / 1000.0;
            pairs.push_back({a, b, static_cast<std::int32_t>(std::lround(SimilarPair::one / (1.0 + std::exp(-odds))))});
        }
    }
    stories.of = averageLink(articles.size(), pairs, {sameStory, sameStory}, stop);
    return stories;
}

} // namespace synoptic::links
