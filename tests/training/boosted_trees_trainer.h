// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace synoptic::training {

/// Examples of a model of trees: a row of whole-number features each.
struct TreeExamples
{
    std::size_t features = 0;         ///< in a row
    std::vector<std::int32_t> values; ///< rows one after the other
    std::vector<bool> positive;       ///< by row
    std::vector<float> weight;        ///< by row

    std::size_t size() const { return positive.size(); }
};

struct TreeSettings
{
    int trees = 120;
    int depth = 5;
    double rate = 0.1;
    double leastWeight = 20.0; ///< hessian of a leaf
    double penalty = 2.0;      ///< of leaf values
};

/// Learns log-odds by gradient boosting over histograms and returns the table that BoostedTrees reads. The same
/// examples in the same order give the same bytes. Cost: trees × depth × values.
std::string boostedTrees(const TreeExamples& examples, const TreeSettings& settings);

} // namespace synoptic::training
