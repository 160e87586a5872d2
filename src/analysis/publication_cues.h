// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "temporal/expression.h"

namespace synoptic::analysis {

/// How near @p day lies to the known publication days of its story, as the logarithm of a weight; 0 if none is known.
double nearness(Day day, std::span<const Day> known);

/// How near @p day lies to the days on which the same text was printed elsewhere, as the logarithm of a weight: most
/// reprints come on the same day, nearly all others on the next.
double reprintCue(Day day, std::span<const Day> printed);

/// What the article's own words say of @p day as its publication date, as the logarithm of a weight: what is told as
/// past was before, what is planned comes after, news is fresh, and a month named without "this" is another one.
///
/// @p expressions: those of the article, resolved as if it had been published on @p day; @p resolved: their days.
double ownCues(const ArticleAnalysis& article, std::span<const temporal::TemporalExpression> expressions,
               std::span<const std::optional<Day>> resolved, Day day);

} // namespace synoptic::analysis
