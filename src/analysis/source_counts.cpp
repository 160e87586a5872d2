// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/source_counts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "corpus/source.h"

namespace synoptic::analysis {

std::vector<std::uint32_t> outletsOf(std::span<const std::shared_ptr<const ArticleAnalysis>> articles)
{
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> outlets;
    outlets.reserve(articles.size());
    for (const auto& analyzed : articles) {
        const corpus::Article& article = analyzed->article;
        const std::string key = corpus::sourceKey(article.source);
        const std::string name = !key.empty() ? key : "\n" + (article.source.empty() ? article.file : article.source);
        outlets.push_back(numbers.try_emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return outlets;
}

SourceCounts countSources(std::span<const Support> supports, std::span<const std::uint32_t> outlets,
                          std::span<const std::uint32_t> reprintCluster)
{
    std::set<std::uint32_t> told;
    std::map<std::uint32_t, std::uint32_t> joined; // outlet or reprint cluster → root; outlets even, clusters odd
    const auto rootOf = [&](std::uint32_t node) {
        joined.try_emplace(node, node);
        while (joined[node] != node)
            node = joined[node];
        return node;
    };
    for (const Support& support : supports) {
        const std::size_t article = indexOf(support.article);
        told.insert(outlets[article]);
        joined[rootOf(2 * outlets[article])] = rootOf(2 * reprintCluster[article] + 1);
    }
    const auto roots = std::ranges::count_if(joined, [](const auto& entry) { return entry.first == entry.second; });
    return {static_cast<std::uint32_t>(told.size()), static_cast<std::uint32_t>(roots)};
}

} // namespace synoptic::analysis
