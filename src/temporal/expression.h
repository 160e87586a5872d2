// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/text_span.h"
#include "temporal/interval.h"

/// Time in text: finds every expression of time and says what it means.
///
/// In: canonical text, its sentences, the publication date (a day, a range or none) and the kind of document. Out:
/// temporal expressions with a TIMEX3 value, an interval, a confidence and the reason in words. Which event an
/// expression dates is not decided here (see events).
namespace synoptic::temporal {

/// Source: TimeML 1.2.1, TIMEX3 type.
enum class ExpressionType : std::uint8_t
{
    Date,
    Time,
    Duration,
    Set
};

/// What a value was counted from.
enum class Anchor : std::uint8_t
{
    None,
    Absolute,
    Publication,
    PreviousMention
};

/// How the text runs, which decides what a bare month or weekday is counted from.
enum class DocumentKind : std::uint8_t
{
    News,
    Narrative,
    ShortMessage
};

/// The second reading of an ambiguous expression.
struct Alternative
{
    std::string value;
    std::optional<Interval> interval;
    std::string why;
    double confidence = 0.0;

    friend bool operator==(const Alternative&, const Alternative&) = default;
};

struct TemporalExpression
{
    TextSpan span;
    ExpressionType type = ExpressionType::Date;
    std::string value;                ///< TIMEX3: "2021-04-13", "2021-SU", "PXW", "PRESENT_REF"
    std::string edtf;                 ///< what the timeline draws, as EDTF (ISO 8601-2:2019); empty: nothing to draw
    std::optional<Interval> interval; ///< nothing for lengths, sets and vague words
    Qualifier qualifier = Qualifier::Exact;
    std::string modifier; ///< TIMEX3 mod: "START", "MID", "END", "APPROX", …; empty: none
    Anchor anchor = Anchor::None;
    std::optional<std::uint32_t> anchorExpression; ///< position of the earlier expression, for PreviousMention
    std::string resolved;                          ///< for people: "weekday before 2021-04-15"
    double confidence = 0.0;                       ///< 0…1
    std::optional<Alternative> alternative;

    friend bool operator==(const TemporalExpression&, const TemporalExpression&) = default;
};

} // namespace synoptic::temporal
