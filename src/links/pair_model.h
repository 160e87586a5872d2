// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "base/boosted_trees.h"
#include "links/candidate_pairs.h"
#include "links/pair_context.h"
#include "links/pair_features.h"

namespace synoptic::links {

/// The features of all pairs of a folder, by position in @p pairs.
std::vector<PairFeatures> featuresOfPairs(const Profiles& profiles, const Stories& stories,
                                          std::span<const ArticleView> articles, std::span<const CandidatePair> pairs,
                                          const std::stop_token& stop);

/// What @p model makes of each row of features: how likely the two tell one event, in thousandths.
std::vector<std::int32_t> likelihoods(const BoostedTrees& model, std::span<const PairFeatures> features);

/// What the second model is told: the pair by itself, and what its other pairs say.
using PairInContext = std::array<std::int32_t, pairFeatureCount + contextFeatureCount>;
PairInContext inContext(const PairFeatures& features, const ContextFeatures& context);

/// How likely the mentions of each pair tell one event, in thousandths: the first model looks at each pair by itself,
/// the second again, knowing what the first made of all others. A requested @p stop leaves the rest at 0. Cost: for
/// each pair the pairs of its mentions. Source: trees learned by tests/training/train_pairs.cpp; two passes are stacked
/// generalization, Wolpert 1992.
std::vector<std::int32_t> pairLikelihoods(const Profiles& profiles, const Stories& stories,
                                          std::span<const ArticleView> articles, std::span<const CandidatePair> pairs,
                                          const std::stop_token& stop);

} // namespace synoptic::links
