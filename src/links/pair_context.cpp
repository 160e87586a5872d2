// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/pair_context.h"

#include <algorithm>
#include <cstdlib>

namespace synoptic::links {
namespace {

constexpr std::int32_t counts = 100; // thousandths from which a pair says something about others

constexpr std::size_t mostNeighbors = 128; // of a mention, the likeliest: a story told by many says enough

} // namespace

PairNeighbors::PairNeighbors(const Profiles& profiles, std::span<const CandidatePair> pairs,
                             std::span<const std::int32_t> likely, const std::stop_token& stop)
    : m_profiles(profiles), m_neighbors(profiles.mentions.size()), m_partners(profiles.mentions.size(), 0)
{
    constexpr std::size_t portion = 65'536; // pairs between two looks at the stop token
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % portion == 0 && stop.stop_requested())
            return;
        m_neighbors[pairs[i].a].push_back({pairs[i].b, likely[i]});
        m_neighbors[pairs[i].b].push_back({pairs[i].a, likely[i]});
        if (likely[i] > counts) {
            m_partners[pairs[i].a] += likely[i];
            m_partners[pairs[i].b] += likely[i];
        }
    }
    for (auto& neighbors : m_neighbors) {
        if (stop.stop_requested())
            return;
        if (neighbors.size() > mostNeighbors) {
            std::ranges::sort(neighbors, [](const Neighbor& x, const Neighbor& y) {
                return x.likely != y.likely ? x.likely > y.likely : x.mention < y.mention;
            });
            neighbors.resize(mostNeighbors);
        }
        std::ranges::sort(neighbors, {}, &Neighbor::mention);
    }
}

std::int32_t PairNeighbors::rivalOf(std::uint32_t mention, std::uint32_t partner) const
{
    const auto articleOf = [&](std::uint32_t n) { return m_profiles.mentions[n].ref.article; };
    const std::uint32_t article = articleOf(partner);
    std::int32_t best = 0;
    // Mentions are numbered by article: those of one stand together.
    auto at = std::ranges::lower_bound(m_neighbors[mention], article, {},
                                       [&](const Neighbor& neighbor) { return articleOf(neighbor.mention); });
    for (; at != m_neighbors[mention].end() && articleOf(at->mention) == article; ++at) {
        if (at->mention != partner)
            best = std::max(best, at->likely);
    }
    return best;
}

ContextFeatures PairNeighbors::contextOf(const CandidatePair& pair, std::int32_t likely) const
{
    const std::int32_t one = rivalOf(pair.a, pair.b);
    const std::int32_t other = rivalOf(pair.b, pair.a);
    std::int64_t shared = 0;
    std::int64_t all = 0;
    std::int32_t best = 0;
    std::int32_t worst = 0;
    std::int32_t thirds = 0;
    const std::vector<Neighbor>& left = m_neighbors[pair.a];
    const std::vector<Neighbor>& right = m_neighbors[pair.b];
    const auto alone = [&](const Neighbor& neighbor, std::uint32_t partner) {
        if (neighbor.mention != partner && neighbor.likely > counts)
            all += neighbor.likely;
    };
    auto x = left.begin();
    auto y = right.begin();
    while (x != left.end() || y != right.end()) {
        if (y == right.end() || (x != left.end() && x->mention < y->mention)) {
            alone(*x++, pair.b);
        } else if (x == left.end() || y->mention < x->mention) {
            alone(*y++, pair.a);
        } else {
            const std::int32_t lower = std::min(x->likely, y->likely);
            const std::int32_t higher = std::max(x->likely, y->likely);
            if (higher > counts) {
                shared += lower;
                all += higher;
            }
            best = std::max(best, lower);
            worst = std::max(worst, higher - lower);
            ++thirds;
            ++x;
            ++y;
        }
    }
    ContextFeatures features{};
    const auto set = [&](ContextFeature feature, std::int64_t value) {
        features[static_cast<std::size_t>(feature)] = static_cast<std::int32_t>(value);
    };
    set(ContextFeature::Likely, likely);
    set(ContextFeature::BestRival, std::max(one, other));
    set(ContextFeature::OtherRival, std::min(one, other));
    set(ContextFeature::Lead, likely - std::max(one, other));
    set(ContextFeature::CommonPartners, all > 0 ? 1000 * shared / all : -1000);
    set(ContextFeature::BestThird, best);
    set(ContextFeature::WorstThird, worst);
    set(ContextFeature::FewerPartners, std::min(m_partners[pair.a], m_partners[pair.b]));
    set(ContextFeature::MorePartners, std::max(m_partners[pair.a], m_partners[pair.b]));
    set(ContextFeature::MeanOfThirds, shared / std::max(thirds, 1));
    return features;
}

} // namespace synoptic::links
