// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Questions of number on which articles differ: one thing counted twice, in sentences that tell one event, or, where
/// the words say whose number it is ("mother of twelve", "killed"), in alike sentences of articles on one story. A
/// larger toll reported later is an update and says so. Shape: by event; one hint for a pair of answers. Cost: linear
/// in supports, but for the different answers to one question, of which a hundred are compared at most.
std::vector<Hint> numberHints(const Analysis& analysis, const std::stop_token& stop);

} // namespace synoptic::analysis
