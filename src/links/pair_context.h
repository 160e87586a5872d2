// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "links/candidate_pairs.h"
#include "links/mention_profile.h"

namespace synoptic::links {

/// What the other pairs of two mentions say about the two, as the second model is told of it; in thousandths. A pair by
/// itself cannot know that one of them has a better partner in the article of the other, or that a third article tells
/// it in the words of both.
enum class ContextFeature : std::uint8_t
{
    Likely,         ///< the first model's opinion
    BestRival,      ///< … of the better partner that either has in the article of the other
    OtherRival,     ///< … that the one with the weaker rival has
    Lead,           ///< Likely less BestRival
    CommonPartners, ///< what the likely partners of both have in common, of all; -1000: neither has one
    BestThird,      ///< a third mention that is like both
    WorstThird,     ///< a third that is like one of them alone
    FewerPartners,  ///< sum of the likelihoods of all pairs of a mention
    MorePartners,
    MeanOfThirds,
    Count
};

/// Thousandths below which a pair has no chance: it is not looked at again. Nine in ten.
inline constexpr std::int32_t hopeless = 30;

inline constexpr std::size_t contextFeatureCount = static_cast<std::size_t>(ContextFeature::Count);
using ContextFeatures = std::array<std::int32_t, contextFeatureCount>;

/// The likelihoods of all pairs, by mention.
class PairNeighbors
{
public:
    /// @p likely: thousandths, by position in @p pairs. Incomplete if @p stop asked for it.
    PairNeighbors(const Profiles& profiles, std::span<const CandidatePair> pairs, std::span<const std::int32_t> likely,
                  const std::stop_token& stop = {});

    /// Symmetric. Cost: bounded; of each mention its likeliest pairs are seen.
    ContextFeatures contextOf(const CandidatePair& pair, std::int32_t likely) const;

private:
    struct Neighbor
    {
        std::uint32_t mention = 0;
        std::int32_t likely = 0;
    };

    std::int32_t rivalOf(std::uint32_t mention, std::uint32_t partner) const;

    const Profiles& m_profiles;                     // Not owned: the caller's.
    std::vector<std::vector<Neighbor>> m_neighbors; // by mention, sorted
    std::vector<std::int32_t> m_partners;           // by mention
};

} // namespace synoptic::links
