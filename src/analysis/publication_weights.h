// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/calendar.h"

namespace synoptic::analysis {

/// Where the weight of days lies that were scored one by one.
struct DayVerdict
{
    std::size_t mode = 0;  ///< the heaviest day
    double weight = 0.0;   ///< of the mode, of 1
    std::size_t first = 0; ///< the shortest run of days that holds 0.95 of the weight …
    std::size_t last = 0;  ///< … to this one, included
};

/// @p scores: logarithms of weights, one a day; not empty.
DayVerdict verdictOf(std::span<const double> scores);

/// How a range of days is told: as it is while it is short, else by the months it touches ("2021-04/2021-06"), for a
/// first and a last day out of eighty say more than is known.
std::string coarseValue(const DayRange& range);

} // namespace synoptic::analysis
