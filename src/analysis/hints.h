// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Questions on which articles differ inside an event: the days they name, the numbers they give for one thing, whether
/// it happened, and where; see numberHints and claimHints. First the same event, then the same question, then different
/// answers; without the first nearly every hint is wrong. Each begins with what stands against what.
///
/// Shape: by event, the surest first. Those that are folded away have a score below 0.5.
/// Cost: linear in supports, but for the different answers to one question of an event.
std::vector<Hint> findHints(const Analysis& analysis, const std::stop_token& stop = {});

} // namespace synoptic::analysis
