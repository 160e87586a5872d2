// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// The first day on which an event was told as something that happened, marked as assumed: what can be said of an event
/// without a date. Empty where every support is a plan or no publication date is known to the day.
events::EventDate toldDate(std::span<const Support> supports,
                           std::span<const std::shared_ptr<const ArticleAnalysis>> articles);

} // namespace synoptic::analysis
