// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "temporal/matching.h"

namespace synoptic::temporal {

/// Two hours that share their day or their half of it: "5 to 6 p.m.", "between 3 and 8 yesterday", "Tuesday from 2:00
/// to 2:30 pm". Appends both, with the day that stands beside them, and returns the position after them; @p at itself
/// if there are none. Bare figures beside a day are hours only after "between" or "from": "won 6-4 Monday" is a score.
std::size_t takeHourRange(const TokenView& tokens, std::size_t at, std::vector<Match>& matches);

/// Whether two hours begin here that say themselves that they are hours: "2:00 - 2:30 pm".
bool beginsHourRange(const TokenView& tokens, std::size_t at);

/// Gives the last match, an hour alone, the day of the match before it: "Feb. 1 no later than 6:00", "on 23 December
/// before 5 p.m.".
void takeDayBefore(const TokenView& tokens, std::vector<Match>& matches);

} // namespace synoptic::temporal
