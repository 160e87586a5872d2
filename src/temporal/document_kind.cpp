// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/normalizer.h"

namespace synoptic::temporal {
namespace {

/// A short message has no room for a story of its own.
constexpr std::size_t shortMessageBytes = 300;

/// A narrative names years again and again: at least so many, and more than it points at its own day.
constexpr std::size_t leastYears = 10;

} // namespace

DocumentKind documentKind(std::string_view text, std::span<const UnresolvedExpression> expressions)
{
    std::size_t years = 0;    // written in full
    std::size_t pointers = 0; // "yesterday", "Friday", "last week"
    for (const UnresolvedExpression& expression : expressions) {
        const CalendarFields& fields = expression.fields;
        if (expression.form == Form::Calendar && fields.yearDigits == 4 && !fields.shortYear && !fields.fiscal &&
            fields.quarter == 0)
            ++years;
        const bool weekday = expression.form == Form::Calendar && fields.weekday > 0 && fields.day == 0;
        const bool deictic = expression.form == Form::Shifted && expression.anchor == Anchor::Publication &&
                             expression.unit <= Granularity::Year;
        if (weekday || deictic)
            ++pointers;
    }
    if (text.size() < shortMessageBytes)
        return DocumentKind::ShortMessage;
    if (years >= leastYears && years > 3 * pointers)
        return DocumentKind::Narrative;
    return DocumentKind::News;
}

} // namespace synoptic::temporal
