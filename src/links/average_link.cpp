// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/average_link.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

namespace synoptic::links {
namespace {

/// A possible join, as it was when it entered the queue; outdated if a side has changed since.
struct Join
{
    double mean = 0.0;
    std::uint32_t a = 0; // the smaller item
    std::uint32_t b = 0;
    std::uint32_t versionA = 0;
    std::uint32_t versionB = 0;

    bool operator<(const Join& other) const // the top of the queue is the best
    {
        if (mean != other.mean)
            return mean < other.mean;
        return a != other.a ? a > other.a : b > other.b;
    }
};

} // namespace

std::vector<std::uint32_t> averageLink(std::size_t count, const std::vector<SimilarPair>& pairs, double threshold)
{
    std::vector<std::map<std::uint32_t, std::int64_t>> sums(count);
    std::vector<std::uint32_t> size(count, 1);
    std::vector<std::uint32_t> version(count, 0);
    std::vector<std::uint32_t> root(count);
    std::iota(root.begin(), root.end(), 0U);
    for (const SimilarPair& pair : pairs) {
        if (pair.a == pair.b)
            continue;
        sums[pair.a][pair.b] += pair.score;
        sums[pair.b][pair.a] += pair.score;
    }

    std::priority_queue<Join> queue;
    const auto offer = [&](std::uint32_t a, std::uint32_t b, std::int64_t sum) {
        const double mean =
            static_cast<double>(sum) / SimilarPair::one / (static_cast<double>(size[a]) * static_cast<double>(size[b]));
        if (mean >= threshold && mean > 0.0)
            queue.push({mean, std::min(a, b), std::max(a, b), version[std::min(a, b)], version[std::max(a, b)]});
    };
    for (std::uint32_t a = 0; a < count; ++a) {
        for (const auto& [b, sum] : sums[a]) {
            if (a < b)
                offer(a, b, sum);
        }
    }
    while (!queue.empty()) {
        const Join join = queue.top();
        queue.pop();
        if (version[join.a] != join.versionA || version[join.b] != join.versionB)
            continue;
        // b goes into a.
        ++version[join.a];
        ++version[join.b];
        for (const auto& [other, sum] : sums[join.b]) {
            sums[other].erase(join.b);
            if (other == join.a)
                continue;
            sums[join.a][other] += sum;
            sums[other][join.a] += sum;
        }
        sums[join.b].clear();
        size[join.a] += size[join.b];
        root[join.b] = join.a;
        for (const auto& [other, sum] : sums[join.a])
            offer(join.a, other, sum);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t top = i;
        while (root[top] != top)
            top = root[top];
        root[i] = top;
    }
    return root;
}

} // namespace synoptic::links
