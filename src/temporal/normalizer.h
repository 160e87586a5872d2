// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "temporal/expression.h"
#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

/// What relative expressions are counted from.
struct Reference
{
    std::optional<DayRange> published; ///< one day, a range of days, or unknown
    DocumentKind kind = DocumentKind::News;
};

/// The kind of document, from the density of written years, tense and length.
DocumentKind documentKind(std::string_view text, std::span<const UnresolvedExpression> expressions);

/// Resolves recognized expressions in document order. With a range for a publication date a relative expression gets
/// the values that are certain for every day of it ("last week" against a whole month: no interval, lower confidence),
/// without any date only absolute expressions and those counted from them get one.
///
/// Shape: one result for each of @p expressions, in the same order.
/// Cost: linear; a microsecond an expression. Thread-safe; no clock, zone or locale.
std::vector<TemporalExpression> resolve(std::string_view text, std::span<const UnresolvedExpression> expressions,
                                        const Reference& reference);

} // namespace synoptic::temporal
