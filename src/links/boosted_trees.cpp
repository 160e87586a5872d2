// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/boosted_trees.h"

#include <algorithm>
#include <charconv>

#include "base/lexicons.h"

namespace synoptic::links {
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
    std::uint32_t root = 0;
    lexicons::forEachRow(table, [&](const auto& field) {
        if (field(0) == "tree") {
            root = static_cast<std::uint32_t>(trees.m_nodes.size());
            trees.m_roots.push_back(root);
            return;
        }
        Node node;
        node.threshold = number<std::int32_t>(field(1));
        if (field(0) != "=") {
            node.feature = number<std::uint32_t>(field(0));
            node.below = root + number<std::uint32_t>(field(2));
            node.otherwise = root + number<std::uint32_t>(field(3));
            trees.m_highestFeature = std::max(trees.m_highestFeature, node.feature);
        }
        trees.m_nodes.push_back(node);
    });
    // A way must lead down: children come after their parent, inside the table.
    for (std::uint32_t i = 0; i < trees.m_nodes.size(); ++i) {
        Node& node = trees.m_nodes[i];
        const bool leadsDown =
            node.below > i && node.otherwise > i && std::max(node.below, node.otherwise) < trees.m_nodes.size();
        if (node.feature != leaf && !leadsDown)
            node = {};
    }
    std::erase_if(trees.m_roots, [&](std::uint32_t at) { return at >= trees.m_nodes.size(); });
    return trees;
}

std::int64_t BoostedTrees::score(std::span<const std::int32_t> features) const
{
    std::int64_t sum = 0;
    for (std::uint32_t at : m_roots) {
        while (m_nodes[at].feature != leaf)
            at = features[m_nodes[at].feature] < m_nodes[at].threshold ? m_nodes[at].below : m_nodes[at].otherwise;
        sum += m_nodes[at].threshold;
    }
    return sum;
}

} // namespace synoptic::links
