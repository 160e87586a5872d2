// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boosted_trees.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/lexicons.h"

namespace synoptic {
namespace {

template <class Number>
Number number(std::string_view text)
{
    Number value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

BoostedTrees BoostedTrees::parse(std::string_view table)
{
    BoostedTrees trees;
    std::vector<bool> decides; // by node
    std::uint32_t root = 0;
    lexicons::forEachRow(table, [&](const auto& field) {
        const auto at = static_cast<std::uint32_t>(trees.m_nodes.size());
        if (field(0) == "tree") {
            root = at;
            trees.m_roots.push_back(root);
            return;
        }
        const bool isLeaf = field(0) == "=";
        Node node{0, 0, at, at};
        if (!isLeaf)
            node = {number<std::uint32_t>(field(0)), number<std::int32_t>(field(1)),
                    root + number<std::uint32_t>(field(2)), root + number<std::uint32_t>(field(3))};
        decides.push_back(!isLeaf);
        trees.m_nodes.push_back(node);
        trees.m_values.push_back(isLeaf ? number<std::int32_t>(field(1)) : 0);
    });
    // A way must lead down: children come after their parent, inside the table.
    std::vector<std::uint32_t> depths(trees.m_nodes.size(), 0);
    for (std::uint32_t i = 0; i < trees.m_nodes.size(); ++i) {
        Node& node = trees.m_nodes[i];
        if (!decides[i])
            continue;
        const bool leadsDown =
            node.below > i && node.otherwise > i && std::max(node.below, node.otherwise) < trees.m_nodes.size();
        if (!leadsDown) {
            node = {0, 0, i, i};
            continue;
        }
        trees.m_highestFeature = std::max(trees.m_highestFeature, node.feature);
        for (const std::uint32_t child : {node.below, node.otherwise})
            depths[child] = std::max(depths[child], depths[i] + 1);
    }
    for (const std::uint32_t depth : depths)
        trees.m_depth = std::max(trees.m_depth, depth);
    std::erase_if(trees.m_roots, [&](std::uint32_t at) { return at >= trees.m_nodes.size(); });
    return trees;
}

std::int64_t BoostedTrees::score(std::span<const std::int32_t> features) const
{
    constexpr std::size_t together = 8;
    std::int64_t sum = 0;
    std::size_t tree = 0;
    for (; tree + together <= m_roots.size(); tree += together) {
        std::array<std::uint32_t, together> at{};
        std::copy_n(m_roots.begin() + static_cast<std::ptrdiff_t>(tree), together, at.begin());
        for (std::uint32_t step = 0; step < m_depth; ++step)
            for (std::uint32_t& own : at)
                own = next(own, features);
        for (const std::uint32_t own : at)
            sum += m_values[own];
    }
    for (; tree < m_roots.size(); ++tree) {
        std::uint32_t at = m_roots[tree];
        for (std::uint32_t step = 0; step < m_depth; ++step)
            at = next(at, features);
        sum += m_values[at];
    }
    return sum;
}

} // namespace synoptic
