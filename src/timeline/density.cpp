// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/density.h"

#include <algorithm>
#include <cmath>

namespace synoptic::timeline {

std::vector<std::uint32_t> countBins(std::span<const double> times, double begin, double binWidth, std::size_t bins)
{
    std::vector<std::uint32_t> counts(bins, 0);
    auto from = std::ranges::lower_bound(times, begin);
    for (std::size_t i = 0; i < bins && from != times.end(); ++i) {
        const double edge = begin + binWidth * static_cast<double>(i + 1);
        const auto to = std::lower_bound(from, times.end(), edge);
        counts[i] = static_cast<std::uint32_t>(to - from);
        from = to;
    }
    return counts;
}

std::vector<Cluster> clusters(std::span<const double> times, double cellWidth)
{
    std::vector<Cluster> found;
    double cell = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double own = std::floor(times[i] / cellWidth);
        if (found.empty() || own != cell)
            found.push_back({{times[i], times[i]}, i, 0});
        cell = own;
        found.back().range.end = times[i];
        ++found.back().count;
    }
    return found;
}

} // namespace synoptic::timeline
