// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include "timeline/time_scale.h"

namespace synoptic::timeline {

/// The row of something that no row had room for: it is counted in a cluster instead.
inline constexpr std::uint16_t noRow = 0xFFFF;

/// A point that has found a row.
struct PlacedPoint
{
    std::uint32_t point = 0; ///< position in the times
    std::uint16_t row = 0;

    friend bool operator==(const PlacedPoint&, const PlacedPoint&) = default;
};

/// Gives points rows so that points of one row are at least a width apart. The important choose first and take the
/// first free row; what finds none gets none.
///
/// Time is cut into tiles of tileCells widths. Even tiles are laid out alone, each odd one between its neighbors, so
/// that what is seen can be laid out without the rest, and comes out the same from wherever one looks.
class PointRows
{
public:
    static constexpr int tileCells = 32;
    /// Of one cell (a width of the grid) at most so many points for each row are tried: the most important.
    static constexpr std::size_t triesPerRow = 4;

    /// Shape: @p times sorted, among equal ones the most important first; @p ranks one for each, all different, 0 the
    /// most important. Both outlive this.
    PointRows(std::span<const double> times, std::span<const std::uint32_t> ranks, double width, unsigned rows);

    /// The number of the tile that holds @p time.
    std::int64_t tileOf(double time) const;
    /// The points of a tile that have a row, by time. Cost: the different times of the tile, the first time.
    std::span<const PlacedPoint> tile(std::int64_t number);
    /// All points that have a row, by time.
    std::vector<PlacedPoint> all();

private:
    struct Tile
    {
        std::vector<PlacedPoint> placed; // by time
        std::vector<double> taken;       // cell × row: the time of the point there; infinity: nobody
    };

    double beginOf(std::int64_t tile) const;
    const Tile& laidOut(std::int64_t number);
    std::vector<std::uint32_t> candidates(double begin, double end) const;

    std::span<const double> m_times;
    std::span<const std::uint32_t> m_ranks;
    double m_width;
    unsigned m_rows;
    std::unordered_map<std::int64_t, Tile> m_tiles;
};

/// Gives each stretch of time the first row that is free from its begin on, with @p gap seconds between neighbors; it
/// takes @p least seconds or more.
/// Shape: @p ranges sorted by begin; one row for each. Cost: ranges times rows.
std::vector<std::uint16_t> placeBands(std::span<const TimeRange> ranges, double least, double gap, unsigned rows);

} // namespace synoptic::timeline
