// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/average_link.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <queue>
#include <utility>

namespace synoptic::links {
namespace {

/// Each cluster knows its nearest among the clusters of larger items; a queue holds one candidate a cluster. A join
/// changes the nearest of others, but never makes anything nearer than it was, because a mean of means is at most the
/// larger of the two: so a candidate is renewed only when its turn comes.
class AverageLink
{
public:
    AverageLink(std::size_t count, const std::vector<SimilarPair>& pairs, JoinThreshold threshold,
                const std::stop_token& stop)
        : m_threshold(threshold), m_stop(stop), m_neighbors(count), m_size(count, 1), m_version(count, 0), m_root(count)
    {
        std::iota(m_root.begin(), m_root.end(), 0U);
        constexpr std::size_t portion = 65'536; // pairs between two looks at the stop token
        std::size_t seen = 0;
        for (const SimilarPair& pair : pairs) {
            if (seen++ % portion == 0 && m_stop.stop_requested())
                return;
            if (pair.a == pair.b)
                continue;
            m_neighbors[pair.a].push_back({pair.b, pair.score});
            m_neighbors[pair.b].push_back({pair.a, pair.score});
        }
        for (auto& neighbors : m_neighbors) {
            if (m_stop.stop_requested())
                return;
            sortAndSum(neighbors);
        }
    }

    std::vector<std::uint32_t> run()
    {
        for (std::uint32_t item = 0; item < m_root.size(); ++item)
            offerNearest(item);
        while (!m_queue.empty() && !m_stop.stop_requested()) {
            const Join join = m_queue.top();
            m_queue.pop();
            if (m_version[join.a] != join.versionA)
                continue; // has offered again since, or is gone
            if (m_version[join.b] == join.versionB)
                this->join(join.a, join.b);
            offerNearest(join.a);
        }
        for (std::uint32_t& root : m_root)
            root = m_root[root]; // joins go to the smaller item, whose root is already known
        return std::move(m_root);
    }

private:
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

    struct Neighbor
    {
        std::uint32_t item = 0;
        std::int64_t sum = 0; // of the similarities of all pairs between the two clusters
    };
    using Neighbors = std::vector<Neighbor>; // sorted by item

    static void sortAndSum(Neighbors& neighbors)
    {
        std::ranges::sort(neighbors, {}, &Neighbor::item);
        auto out = neighbors.begin();
        for (auto in = neighbors.begin(); in != neighbors.end(); ++out) {
            *out = *in;
            for (++in; in != neighbors.end() && in->item == out->item; ++in)
                out->sum += in->sum;
        }
        neighbors.erase(out, neighbors.end());
    }

    double mean(std::uint32_t a, const Neighbor& b) const
    {
        return static_cast<double>(b.sum) / SimilarPair::one /
               (static_cast<double>(m_size[a]) * static_cast<double>(m_size[b.item]));
    }

    double thresholdOf(std::uint32_t a, std::uint32_t b) const
    {
        const int single = (m_size[a] == 1 ? 1 : 0) + (m_size[b] == 1 ? 1 : 0);
        return m_threshold.clusters + 0.5 * single * (m_threshold.items - m_threshold.clusters);
    }

    /// Of equally near ones the smallest.
    void offerNearest(std::uint32_t item)
    {
        std::optional<std::uint32_t> nearest;
        double highest = 0.0;
        const Neighbors& neighbors = m_neighbors[item];
        for (auto at = std::ranges::upper_bound(neighbors, item, {}, &Neighbor::item); at != neighbors.end(); ++at) {
            const double near = at->sum > 0 ? mean(item, *at) : 0.0;
            if (near > highest && near >= thresholdOf(item, at->item)) {
                nearest = at->item;
                highest = near;
            }
        }
        if (nearest)
            m_queue.push({highest, item, *nearest, m_version[item], m_version[*nearest]});
    }

    /// @p b goes into @p a.
    void join(std::uint32_t a, std::uint32_t b)
    {
        const bool firstJoin = m_size[a] == 1 || m_size[b] == 1;
        Neighbors both;
        both.reserve(m_neighbors[a].size() + m_neighbors[b].size());
        std::ranges::merge(m_neighbors[a], m_neighbors[b], std::back_inserter(both), {}, &Neighbor::item,
                           &Neighbor::item);
        std::erase_if(both, [&](const Neighbor& neighbor) { return neighbor.item == a || neighbor.item == b; });
        sortAndSum(both);
        for (const Neighbor& neighbor : m_neighbors[b]) {
            if (neighbor.item != a)
                rename(m_neighbors[neighbor.item], b, a);
        }
        m_neighbors[a] = std::move(both);
        m_neighbors[b] = {};
        m_size[a] += m_size[b];
        ++m_version[a];
        ++m_version[b];
        m_root[b] = a;
        if (firstJoin)
            offerToSmaller(a);
    }

    /// Less is asked of a cluster than of an item: what was too far from it may be near enough now.
    void offerToSmaller(std::uint32_t cluster)
    {
        for (const Neighbor& neighbor : m_neighbors[cluster]) {
            if (neighbor.item > cluster)
                return;
            const double near = neighbor.sum > 0 ? mean(cluster, neighbor) : 0.0;
            if (near > 0.0 && near >= thresholdOf(cluster, neighbor.item))
                m_queue.push({near, neighbor.item, cluster, m_version[neighbor.item], m_version[cluster]});
        }
    }

    /// @p a is smaller than @p b.
    static void rename(Neighbors& neighbors, std::uint32_t b, std::uint32_t a)
    {
        const auto from = std::ranges::lower_bound(neighbors, b, {}, &Neighbor::item);
        const auto to = std::ranges::lower_bound(neighbors.begin(), from, a, {}, &Neighbor::item);
        if (to->item == a) {
            to->sum += from->sum;
            neighbors.erase(from);
        } else {
            from->item = a;
            std::rotate(to, from, from + 1);
        }
    }

    JoinThreshold m_threshold;
    const std::stop_token& m_stop; // Not owned: the caller's.
    std::vector<Neighbors> m_neighbors;
    std::vector<std::uint32_t> m_size;
    std::vector<std::uint32_t> m_version; // counts the joins of a cluster
    std::priority_queue<Join> m_queue;
    std::vector<std::uint32_t> m_root;
};

} // namespace

std::vector<std::uint32_t> averageLink(std::size_t count, const std::vector<SimilarPair>& pairs,
                                       JoinThreshold threshold, const std::stop_token& stop)
{
    return AverageLink(count, pairs, threshold, stop).run();
}

} // namespace synoptic::links
