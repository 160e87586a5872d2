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

/// The features of one pair of a folder.
class FeaturesOf
{
public:
    FeaturesOf(const Profiles& profiles, const Stories& stories, std::span<const ArticleView> articles)
        : m_profiles(profiles), m_stories(stories), m_articles(articles)
    {}

    PairFeatures operator()(const CandidatePair& pair) const
    {
        const MentionProfile& a = m_profiles.mentions[pair.a];
        const MentionProfile& b = m_profiles.mentions[pair.b];
        return pairFeaturesOf(m_profiles, m_stories, m_articles[a.ref.article], m_articles[b.ref.article], a, b,
                              pair.aligned);
    }

private:
    const Profiles& m_profiles;              // Not owned: the caller's.
    const Stories& m_stories;                // Not owned: the caller's.
    std::span<const ArticleView> m_articles; // Not owned: the caller's.
};

} // namespace

std::vector<PairFeatures> featuresOfPairs(const Profiles& profiles, const Stories& stories,
                                          std::span<const ArticleView> articles, std::span<const CandidatePair> pairs,
                                          const std::stop_token& stop)
{
    std::vector<PairFeatures> features(pairs.size());
    const FeaturesOf featuresOf(profiles, stories, articles);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            break;
        features[i] = featuresOf(pairs[i]);
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
    std::vector<std::int32_t> result(pairs.size(), 0);
    std::vector<std::int32_t> first(pairs.size(), 0);
    const FeaturesOf featuresOf(profiles, stories, articles);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            return result;
        first[i] = likelihood(alone.score(featuresOf(pairs[i])));
    }
    const PairNeighbors neighbors(profiles, pairs, first, stop);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            return result;
        // Features are made once more: one pair in ten comes this far, and all of them fill gigabytes
        result[i] =
            first[i] < hopeless
                ? first[i]
                : likelihood(again.score(inContext(featuresOf(pairs[i]), neighbors.contextOf(pairs[i], first[i]))));
    }
    return result;
}

} // namespace synoptic::links
