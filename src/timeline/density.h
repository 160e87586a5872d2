// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/time_scale.h"

namespace synoptic::timeline {

/// How many of @p times fall into each of @p bins bins of @p binWidth seconds from @p begin on.
/// Shape: @p times sorted. Cost: a binary search a bin, whatever the number of times.
std::vector<std::uint32_t> countBins(std::span<const double> times, double begin, double binWidth, std::size_t bins);

/// Neighbors too close to be drawn one by one.
struct Cluster
{
    TimeRange range;         ///< first and last time, both included
    std::size_t first = 0;   ///< position in the times
    std::uint32_t count = 0; ///< of them, side by side

    friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// One cluster for each cell of @p cellWidth seconds that holds a time. Cells lie on a fixed grid, so that panning
/// changes no cluster. Shape: @p times sorted; clusters in time order. Cost: linear.
std::vector<Cluster> clusters(std::span<const double> times, double cellWidth);

} // namespace synoptic::timeline
