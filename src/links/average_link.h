// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace synoptic::links {

/// How alike two items are; a pair that is not listed has similarity 0. Fixed point, so that no order of summing
/// matters.
struct SimilarPair
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::int32_t score = 0; ///< × 1/1,000,000; a wall (never the same) is strongly negative

    static constexpr double one = 1'000'000.0;
};

/// A pair that must never share a cluster.
inline constexpr std::int32_t wall = -1'000'000'000;

/// From which mean similarity two clusters join. One pair alone can be an accident, the mean of many hardly.
struct JoinThreshold
{
    double clusters = 0.0; ///< of two clusters of several items
    double items = 0.0;    ///< of two single items; of an item and a cluster the middle of both
};

/// Average-link clustering of @p count items: joins the two clusters with the highest mean similarity over all their
/// pairs while it is at least what @p threshold asks of clusters of their sizes. Ties go to the smaller item numbers,
/// so the result is unique. A requested @p stop leaves what was joined so far.
///
/// Shape: for each item the smallest item of its cluster.
/// Cost: for each join the neighbors of the two; memory linear in the pairs. Thread-safe.
/// Source: UPGMA, Sokal and Michener 1958; nearest neighbors kept lazily, Müllner 2011.
std::vector<std::uint32_t> averageLink(std::size_t count, const std::vector<SimilarPair>& pairs,
                                       JoinThreshold threshold, const std::stop_token& stop = {});

} // namespace synoptic::links
