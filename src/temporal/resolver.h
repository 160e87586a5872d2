// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "temporal/calendar_units.h"
#include "temporal/expression.h"
#include "temporal/normalizer.h"
#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

/// A resolved date that later expressions are counted from.
struct Mention
{
    DayRange days;
    Granularity granularity = Granularity::Day;
    std::uint32_t index = 0;
    std::uint32_t sentence = 0;
};

/// What an expression means before its value is written down.
struct Reading
{
    DayRange days;
    Granularity granularity = Granularity::Day;
    double confidence = 0.0;
    Anchor anchor = Anchor::Absolute;
    std::optional<std::uint32_t> anchorIndex;
    std::string why; ///< for people
    std::optional<DayRange> other;
    std::optional<Granularity> otherGranularity; ///< nothing: that of the reading
    std::string otherWhy;
    double otherConfidence = 0.0;
    bool dayUnknown = false; ///< a day is meant, only its month or year is known
};

/// Resolves expressions in document order against one publication day, or none. Keeps what was mentioned last.
class Resolver
{
public:
    Resolver(std::optional<Day> published, DocumentKind kind);

    TemporalExpression resolve(const UnresolvedExpression& expression, std::uint32_t index);

private:
    std::optional<Reading> readCalendar(const UnresolvedExpression& expression) const;
    std::optional<Reading> readYear(const CalendarFields& fields) const;
    std::optional<Reading> readInWrittenYear(const UnresolvedExpression& expression) const;
    std::optional<Reading> readInYear(const UnresolvedExpression& expression) const;
    std::optional<Reading> readWeekday(const UnresolvedExpression& expression) const;
    std::optional<Reading> readWeekdayOfMonth(const UnresolvedExpression& expression) const;
    std::optional<Reading> readDayOfMonth(const UnresolvedExpression& expression) const;
    std::optional<Reading> readClock(const UnresolvedExpression& expression) const;
    std::optional<Reading> readShifted(const UnresolvedExpression& expression) const;
    std::optional<Reading> readComparison(const UnresolvedExpression& expression) const;
    std::optional<Reading> readLatestPeriod(const UnresolvedExpression& expression) const;

    /// The day that a relative expression is counted from, and how it is known.
    struct AnchorDay
    {
        DayRange days;
        Granularity granularity = Granularity::Day;
        Anchor anchor = Anchor::Publication;
        std::optional<std::uint32_t> index;
    };
    std::optional<AnchorDay> anchorFor(const UnresolvedExpression& expression) const;
    std::optional<AnchorDay> publication() const;
    std::optional<AnchorDay> mention(const std::optional<Mention>& mention) const;
    int referenceYear() const;

    void describeDate(const UnresolvedExpression& expression, const Reading& reading, TemporalExpression& result) const;
    void describeUnresolved(const UnresolvedExpression& expression, TemporalExpression& result) const;
    void describeLength(const UnresolvedExpression& expression, TemporalExpression& result) const;
    bool isDigression(const UnresolvedExpression& expression, const Reading& reading) const;
    void remember(const UnresolvedExpression& expression, const TemporalExpression& result, const Reading& reading,
                  std::uint32_t index);

    std::optional<Day> m_published;
    std::string m_publishedText;
    DocumentKind m_kind;
    bool m_narrative; ///< counted from what was mentioned before
    std::optional<Mention> m_last;
    std::optional<Mention> m_story; ///< where a narrative stands: m_last without its digressions
    std::optional<Mention> m_lastDay;
    std::optional<Mention> m_lastPeriod; ///< quarter or half
};

/// Carries out a step on what it is counted from; nothing if there is no such day.
std::optional<Reading> stepped(Reading from, const Step& step);

/// "T17:05", "T17:05:30".
std::string clockValue(const CalendarFields& fields);

/// "P3Y", "PT1M30S", "PXW"; "XXXX-WXX-5" for a repetition. Source: TimeML 1.2.1, DURATION and SET.
std::string lengthValue(const UnresolvedExpression& expression);
std::string repetitionValue(const UnresolvedExpression& expression);

/// A value whose unknown fields are X: "XXXX-WXX-5", "XXXX-05".
std::string unanchoredValue(const UnresolvedExpression& expression);

/// The moments of a part of a day or a clock time; the whole day if there is neither.
Interval momentsOf(const CalendarFields& fields, Day day);

/// The third of a period that "early", "mid" and "late" name.
DayRange narrowed(const DayRange& range, Granularity granularity, Modifier modifier);

/// TIMEX3 mod; empty for none.
std::string_view modifierName(Modifier modifier);

} // namespace synoptic::temporal
