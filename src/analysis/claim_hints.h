// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Questions on which alike sentences of one event give opposite answers: it happened or not, this or its opposite,
/// here or there, by this one or that one, on this day or another; a headline that rejects what another article
/// welcomes; a headline that announces what its own text tells as done. Each says in words what stands against what.
/// Shape: by event; one hint for a pair of sentences. Cost: quadratic in the supports of an event, of which thirty are
/// compared at most.
std::vector<Hint> claimHints(const Analysis& analysis, const std::stop_token& stop);

} // namespace synoptic::analysis
