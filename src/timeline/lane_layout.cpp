// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace synoptic::timeline {

namespace {

/// Points of one row are a cell's width apart or more, so a cell holds at most one of a row.
struct Cells
{
    std::vector<std::uint32_t> cellOf; // of each point: dense numbers in time order
    std::vector<double> grid;          // of each cell: its place on the grid

    bool neighbors(std::size_t left, std::size_t right) const { return grid[right] - grid[left] < 1.5; }
};

Cells cellsOf(std::span<const double> times, double width)
{
    Cells cells;
    cells.cellOf.reserve(times.size());
    for (const double time : times) {
        const double place = std::floor(time / width);
        if (cells.grid.empty() || cells.grid.back() != place)
            cells.grid.push_back(place);
        cells.cellOf.push_back(static_cast<std::uint32_t>(cells.grid.size() - 1));
    }
    return cells;
}

} // namespace

std::vector<std::uint16_t> placePoints(std::span<const double> times, std::span<const std::uint32_t> byImportance,
                                       double width, unsigned rows)
{
    std::vector<std::uint16_t> placed(times.size(), noRow);
    if (times.empty() || rows == 0 || !(width > 0.0))
        return placed;
    const Cells cells = cellsOf(times, width);
    const std::size_t count = cells.grid.size();
    constexpr double nobody = std::numeric_limits<double>::infinity();
    std::vector<double> taken(count * rows, nobody);
    std::vector<std::uint16_t> full(count, 0); // rows below this one are taken in that very cell

    for (const std::uint32_t point : byImportance) {
        const std::size_t cell = cells.cellOf[point];
        const double time = times[point];
        const auto isTaken = [&](std::size_t other, unsigned row) {
            return std::abs(taken[other * rows + row] - time) < width;
        };
        const bool hasLeft = cell > 0 && cells.neighbors(cell - 1, cell);
        const bool hasRight = cell + 1 < count && cells.neighbors(cell, cell + 1);
        unsigned row = full[cell];
        while (row < rows && (taken[cell * rows + row] != nobody || (hasLeft && isTaken(cell - 1, row)) ||
                              (hasRight && isTaken(cell + 1, row))))
            ++row;
        if (row == rows)
            continue;
        taken[cell * rows + row] = time;
        while (full[cell] < rows && taken[cell * rows + full[cell]] != nobody)
            ++full[cell];
        placed[point] = static_cast<std::uint16_t>(row);
    }
    return placed;
}

std::vector<std::uint16_t> placeBands(std::span<const TimeRange> ranges, double gap, unsigned rows)
{
    std::vector<std::uint16_t> placed(ranges.size(), noRow);
    std::vector<double> free;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto row = std::ranges::find_if(free, [&](double end) { return end <= ranges[i].begin; });
        if (row == free.end() && free.size() >= rows)
            continue;
        placed[i] = static_cast<std::uint16_t>(row - free.begin());
        if (row == free.end())
            free.push_back(ranges[i].end + gap);
        else
            *row = ranges[i].end + gap;
    }
    return placed;
}

} // namespace synoptic::timeline
