// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/pair_model.h"

#include <algorithm>
#include <cmath>

#include "base/lexicons.h"

namespace synoptic::links {
namespace {

constexpr std::size_t portion = 4096; // pairs between two looks at the stop token

std::int32_t likelihood(std::int64_t odds)
{
    return static_cast<std::int32_t>(std::lround(1000.0 / (1.0 + std::exp(-static_cast<double>(odds) / 1000.0))));
}

} // namespace

std::vector<PairFeatures> featuresOfPairs(const Profiles& profiles, const Stories& stories,
                                          std::span<const ArticleView> articles, std::span<const CandidatePair> pairs,
                                          const std::stop_token& stop)
{
    std::vector<PairFeatures> features(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            break;
        const MentionProfile& a = profiles.mentions[pairs[i].a];
        const MentionProfile& b = profiles.mentions[pairs[i].b];
        features[i] =
            pairFeaturesOf(profiles, stories, articles[a.ref.article], articles[b.ref.article], a, b, pairs[i].aligned);
    }
    return features;
}

std::vector<std::int32_t> likelihoods(const BoostedTrees& model, std::span<const PairFeatures> features)
{
    std::vector<std::int32_t> result;
    result.reserve(features.size());
    for (const PairFeatures& row : features)
        result.push_back(likelihood(model.score(row)));
    return result;
}

PairInContext inContext(const PairFeatures& features, const ContextFeatures& context)
{
    PairInContext row{};
    std::ranges::copy(context, std::ranges::copy(features, row.begin()).out);
    return row;
}

std::vector<std::int32_t> pairLikelihoods(const Profiles& profiles, const Stories& stories,
                                          std::span<const ArticleView> articles, std::span<const CandidatePair> pairs,
                                          const std::stop_token& stop)
{
    static const BoostedTrees alone = BoostedTrees::parse(lexicons::pairTrees());
    static const BoostedTrees again = BoostedTrees::parse(lexicons::pairContextTrees());
    const std::vector<PairFeatures> features = featuresOfPairs(profiles, stories, articles, pairs, stop);
    std::vector<std::int32_t> result(pairs.size(), 0);
    if (stop.stop_requested())
        return result;
    const std::vector<std::int32_t> first = likelihoods(alone, features);
    const PairNeighbors neighbors(profiles, pairs, first);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            return result;
        result[i] = first[i] < hopeless
                        ? first[i]
                        : likelihood(again.score(inContext(features[i], neighbors.contextOf(pairs[i], first[i]))));
    }
    return result;
}

} // namespace synoptic::links
