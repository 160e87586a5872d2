// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "temporal/matching.h"

namespace synoptic::temporal {

/// Days that share a month or an era named later: "3, 5 and 9 May", "Monday 20, Tuesday 21 and Wednesday 22 April",
/// "from 499 to 449 BC". Appends them, the one that carries the shared part included, and returns the position after
/// them; @p at itself if there is no such list. Cost: at most 8 members.
std::size_t takeListBefore(const TokenView& tokens, std::size_t at, std::vector<Match>& matches);

/// Members that share what the last match said: "March 3, 5 and 9", "1955–57". Returns the position after them.
std::size_t takeListAfter(const TokenView& tokens, std::vector<Match>& matches);

/// Ranges and choices between neighbours, and the year that the later of two gives the earlier ("June and July 1863").
void joinNeighbors(const TokenView& tokens, std::vector<Match>& matches);

} // namespace synoptic::temporal
