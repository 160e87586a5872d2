// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/time_scale.h"

namespace synoptic::timeline {

/// The row of something that no row had room for: it is counted in a cluster instead.
inline constexpr std::uint16_t noRow = 0xFFFF;

/// Gives each point a row so that points of one row are at least @p width seconds apart. The important choose first
/// and take the first free row; what finds none gets noRow.
///
/// Shape: @p times sorted; @p byImportance the positions 0…n-1, most important first; one row for each time.
/// Cost: points times rows. Nothing depends on what is visible, so panning moves nothing from row to row.
std::vector<std::uint16_t> placePoints(std::span<const double> times, std::span<const std::uint32_t> byImportance,
                                       double width, unsigned rows);

/// Gives each stretch of time the first row that is free from its begin on, with @p gap seconds between neighbors.
/// Shape: @p ranges sorted by begin; one row for each. Cost: ranges times rows.
std::vector<std::uint16_t> placeBands(std::span<const TimeRange> ranges, double gap, unsigned rows);

} // namespace synoptic::timeline
