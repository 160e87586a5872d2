// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/density.h"

#include <algorithm>
#include <cmath>

namespace synoptic::timeline {

Density::Density(std::span<const double> times)
{
    for (const double time : times)
        add(time);
}

void Density::add(double time)
{
    if (m_times.empty() || m_times.back() != time) {
        m_times.push_back(time);
        m_before.push_back(m_before.back());
    }
    ++m_before.back();
}

std::size_t Density::placeOf(double time) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_times, time) - m_times.begin());
}

std::uint32_t Density::count(double begin, double end) const
{
    return begin < end ? m_before[placeOf(end)] - m_before[placeOf(begin)] : 0;
}

std::vector<std::uint32_t> Density::countBins(double begin, double binWidth, std::size_t bins) const
{
    std::vector<std::uint32_t> counts(bins, 0);
    auto from = std::ranges::lower_bound(m_times, begin);
    for (std::size_t i = 0; i < bins && from != m_times.end(); ++i) {
        const double edge = begin + binWidth * static_cast<double>(i + 1);
        // Neighbors are near: a few steps find most edges
        auto to = from;
        for (int step = 0; step < 8 && to != m_times.end() && *to < edge; ++step)
            ++to;
        if (to != m_times.end() && *to < edge)
            to = std::lower_bound(to, m_times.end(), edge);
        counts[i] = m_before[static_cast<std::size_t>(to - m_times.begin())] -
                    m_before[static_cast<std::size_t>(from - m_times.begin())];
        from = to;
    }
    return counts;
}

std::uint32_t Density::densest(double binWidth) const
{
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < m_times.size();) {
        const double edge = (std::floor(m_times[i] / binWidth) + 1.0) * binWidth;
        std::size_t next = i + 1;
        while (next < m_times.size() && m_times[next] < edge)
            ++next;
        most = std::max(most, m_before[next] - m_before[i]);
        i = next;
    }
    return most;
}

std::optional<TimeRange> Density::extentOf(double begin, double end) const
{
    const std::size_t first = placeOf(begin);
    const std::size_t last = placeOf(end);
    if (first >= last)
        return std::nullopt;
    return TimeRange{m_times[first], m_times[last - 1]};
}

std::optional<double> Density::next(double time) const
{
    const auto found = std::ranges::upper_bound(m_times, time);
    return found == m_times.end() ? std::nullopt : std::optional(*found);
}

} // namespace synoptic::timeline
