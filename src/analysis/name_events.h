// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/article_opening.h"

namespace synoptic::analysis {

/// Gives each event its title, the first of @p order first: the best of links::titleCandidates over its most central
/// supports that no other event has; a headline names one event alone.
/// Shape: how good each title is, by position in @p events; see TitleCandidate::worth.
/// Cost: linear in supports, a dozen of each event at most. A requested stop leaves the rest unnamed.
std::vector<double> nameEvents(std::span<Event* const> events, std::span<const std::size_t> order,
                               std::span<const std::shared_ptr<const ArticleAnalysis>> articles,
                               std::span<const Opening> openings, const std::stop_token& stop);

} // namespace synoptic::analysis
