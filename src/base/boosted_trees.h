// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace synoptic {

/// A sum of decision trees over whole-number features: a learned model as a table of whole numbers, so that every
/// machine comes to the same score.
/// Source: gradient boosting, Friedman 2001.
class BoostedTrees
{
public:
    /// Rows "feature, threshold, row if below, row otherwise" for a decision, "=, value in thousandths" for a leaf;
    /// rows are counted from the row of their tree's root, each root follows a row "tree". Rows that do not fit are
    /// leaves of value 0.
    static BoostedTrees parse(std::string_view table);

    /// The sum of the leaves, in thousandths: log-odds, where the trees were learned so. @p features must hold every
    /// feature of the table. Cost: the greatest depth for each of the trees.
    std::int64_t score(std::span<const std::int32_t> features) const;

    std::size_t treeCount() const { return m_roots.size(); }
    /// The highest number of a feature that is asked for.
    std::uint32_t highestFeature() const { return m_highestFeature; }

private:
    /// A leaf leads to itself, so that all trees can be gone down for the same number of steps: several at once, each
    /// waiting for its own memory and none for another.
    struct Node
    {
        std::uint32_t feature = 0;
        std::int32_t threshold = 0;
        std::uint32_t below = 0;
        std::uint32_t otherwise = 0;
    };

    std::uint32_t next(std::uint32_t at, std::span<const std::int32_t> features) const
    {
        const Node& node = m_nodes[at];
        return features[node.feature] < node.threshold ? node.below : node.otherwise;
    }

    std::vector<Node> m_nodes;
    std::vector<std::int32_t> m_values; // of the leaves, by node
    std::vector<std::uint32_t> m_roots;
    std::uint32_t m_depth = 0; // decisions on the longest way
    std::uint32_t m_highestFeature = 0;
};

} // namespace synoptic
