// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lane_layout.h"

#include <algorithm>
#include <cmath>

namespace synoptic::timeline {

namespace {
constexpr double nobody = std::numeric_limits<double>::infinity();
} // namespace

PointRows::PointRows(std::span<const double> times, std::span<const std::uint32_t> ranks, double width, unsigned rows)
    : m_times(times), m_ranks(ranks), m_width(width), m_rows(rows)
{}

std::int64_t PointRows::tileOf(double time) const
{
    auto number = static_cast<std::int64_t>(std::floor(time / m_width / tileCells));
    // The edges decide, not the quotient: a tile holds what a search between its edges finds
    if (time >= beginOf(number + 1))
        ++number;
    else if (time < beginOf(number))
        --number;
    return number;
}

double PointRows::beginOf(std::int64_t tile) const
{
    return static_cast<double>(tile) * tileCells * m_width;
}

/// The points of one cell that are worth a try. Those of one time are placed alike: beyond the number of rows none of
/// them can find room.
std::vector<std::uint32_t> PointRows::candidates(double begin, double end) const
{
    std::vector<std::uint32_t> found;
    const auto last = std::ranges::lower_bound(m_times, end);
    for (auto time = std::ranges::lower_bound(m_times, begin); time < last;) {
        const double own = *time;
        unsigned taken = 0;
        for (; time < last && *time == own && taken < m_rows; ++time, ++taken)
            found.push_back(static_cast<std::uint32_t>(time - m_times.begin()));
        if (time < last && *time == own)
            time = std::upper_bound(time, last, own);
    }
    if (const std::size_t most = triesPerRow * m_rows; found.size() > most) {
        std::ranges::nth_element(found, found.begin() + static_cast<std::ptrdiff_t>(most), {},
                                 [this](std::uint32_t point) { return m_ranks[point]; });
        found.resize(most);
    }
    return found;
}

const PointRows::Tile& PointRows::laidOut(std::int64_t number)
{
    if (const auto known = m_tiles.find(number); known != m_tiles.end())
        return known->second;
    const bool isBetween = number % 2 != 0;
    const Tile* const before = isBetween ? &laidOut(number - 1) : nullptr;
    const Tile* const after = isBetween ? &laidOut(number + 1) : nullptr;

    Tile tile;
    const auto first = static_cast<double>(number) * tileCells; // cell
    std::vector<std::uint32_t> points;
    for (int cell = 0; cell < tileCells; ++cell) {
        const auto own = candidates((first + cell) * m_width, (first + cell + 1) * m_width);
        points.insert(points.end(), own.begin(), own.end());
    }
    if (!points.empty()) {
        std::ranges::sort(points, {}, [this](std::uint32_t point) { return m_ranks[point]; });
        tile.taken.assign(static_cast<std::size_t>(tileCells) * m_rows, nobody);
    }
    // A row of a cell holds one point at most; what lies in the neighboring cells may still be too near
    const auto takenAt = [&](int cell, unsigned row) {
        const Tile* const own = cell < 0 ? before : cell >= tileCells ? after : &tile;
        if (own == nullptr || own->taken.empty())
            return nobody;
        const auto at = static_cast<std::size_t>((cell + tileCells) % tileCells);
        return own->taken[at * m_rows + row];
    };
    for (const std::uint32_t point : points) {
        const double time = m_times[point];
        // The grid decides, not the quotient: a point on the edge must fall where candidates() found it
        const int cell = std::clamp(static_cast<int>(std::floor(time / m_width) - first), 0, tileCells - 1);
        for (unsigned row = 0; row < m_rows; ++row) {
            if (takenAt(cell, row) != nobody || std::abs(takenAt(cell - 1, row) - time) < m_width ||
                std::abs(takenAt(cell + 1, row) - time) < m_width)
                continue;
            tile.taken[static_cast<std::size_t>(cell) * m_rows + row] = time;
            tile.placed.push_back({point, static_cast<std::uint16_t>(row)});
            break;
        }
    }
    std::ranges::sort(tile.placed, {}, &PlacedPoint::point);
    return m_tiles.emplace(number, std::move(tile)).first->second;
}

std::span<const PlacedPoint> PointRows::tile(std::int64_t number)
{
    if (m_rows == 0 || m_times.empty() || !(m_width > 0.0))
        return {};
    return laidOut(number).placed;
}

std::vector<PlacedPoint> PointRows::all()
{
    std::vector<PlacedPoint> placed;
    for (auto time = m_times.begin(); time != m_times.end() && m_rows > 0 && m_width > 0.0;) {
        const std::int64_t number = tileOf(*time);
        const auto own = tile(number);
        placed.insert(placed.end(), own.begin(), own.end());
        time = std::lower_bound(time + 1, m_times.end(), beginOf(number + 1));
    }
    return placed;
}

std::vector<std::uint16_t> placeBands(std::span<const TimeRange> ranges, double least, double gap, unsigned rows)
{
    std::vector<std::uint16_t> placed(ranges.size(), noRow);
    std::vector<double> free;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto row = std::ranges::find_if(free, [&](double end) { return end <= ranges[i].begin; });
        if (row == free.end() && free.size() >= rows)
            continue;
        placed[i] = static_cast<std::uint16_t>(row - free.begin());
        const double end = std::max(ranges[i].end, ranges[i].begin + least) + gap;
        if (row == free.end())
            free.push_back(end);
        else
            *row = end;
    }
    return placed;
}

} // namespace synoptic::timeline
