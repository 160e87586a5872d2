// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "timeline/time_scale.h"

namespace synoptic::timeline {

/// How many things happen when: times that many share are kept once, with their number. Most events fall on days, so
/// that a million of them are some thousand times.
class Density
{
public:
    Density() = default;
    /// Shape: @p times sorted.
    explicit Density(std::span<const double> times);

    /// Another time, not before the last one.
    void add(double time);
    /// How many in [begin, end). Cost: two binary searches.
    std::uint32_t count(double begin, double end) const;
    /// How many in each of @p bins bins of @p binWidth seconds from @p begin on. Cost: a search a bin.
    std::vector<std::uint32_t> countBins(double begin, double binWidth, std::size_t bins) const;
    /// The number in the fullest bin of the grid of @p binWidth seconds; 0 if there is nothing. Cost: linear in the
    /// different times.
    std::uint32_t densest(double binWidth) const;
    /// The first and the last time in [begin, end).
    std::optional<TimeRange> extentOf(double begin, double end) const;
    /// The first time after @p time.
    std::optional<double> next(double time) const;
    std::size_t size() const { return m_before.empty() ? 0 : m_before.back(); }

private:
    std::size_t placeOf(double time) const;

    std::vector<double> m_times;                // different, sorted
    std::vector<std::uint32_t> m_before = {0U}; // one more: how many before each of m_times, then all
};

} // namespace synoptic::timeline
