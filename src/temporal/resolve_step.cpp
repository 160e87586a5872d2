// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "temporal/resolver.h"

/// Times counted from a date named beside them: "two weeks before Christmas", "the third week of 2018".
namespace synoptic::temporal {
namespace {

using std::chrono::days;

/// How sure a time is that depends on another.
constexpr double certainty = 0.95;

/// Whether a unit belongs to @p whole: a week to where its Thursday lies, as ISO 8601 counts them; all others to where
/// they begin.
bool belongsTo(const DayRange& whole, Granularity unit, const DayRange& part)
{
    return whole.contains(unit == Granularity::Week ? part.first + days{3} : part.first);
}

/// The @p amount-th unit inside @p whole, from its end if negative.
std::optional<DayRange> nthUnit(const DayRange& whole, Granularity unit, std::int64_t amount)
{
    const std::int64_t way = amount > 0 ? 1 : -1;
    DayRange part = unitAround(unit, amount > 0 ? whole.first : whole.last);
    std::int64_t left = amount * way;
    // The unit at the edge may belong to the neighbor.
    constexpr std::int64_t mostUnits = 400;
    for (std::int64_t i = 0; i < mostUnits; ++i) {
        if (belongsTo(whole, unit, part) && --left == 0)
            return part;
        const auto next = shifted(part.first, unit, way);
        if (!next)
            return std::nullopt;
        part = unitAround(unit, *next);
        if (part.first > whole.last || part.last < whole.first)
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<DayRange> nthWeekday(const DayRange& whole, unsigned weekday, std::int64_t amount)
{
    const Day edge = amount > 0 ? whole.first : whole.last;
    const int away = amount > 0 ? (static_cast<int>(weekday) - static_cast<int>(weekdayOf(edge)) + 7) % 7
                                : -((static_cast<int>(weekdayOf(edge)) - static_cast<int>(weekday) + 7) % 7);
    const Day day = edge + days{away} + days{7 * (amount > 0 ? amount - 1 : amount + 1)};
    return whole.contains(day) ? std::optional(DayRange{day, day}) : std::nullopt;
}

/// What a step is counted from, as it stands in a sentence: "the date as written", "the one nearest to …".
std::string fromPhrase(const std::string& why)
{
    if (why == "as written")
        return "the date as written";
    const bool whole = why.starts_with("the ") || (!why.empty() && why.front() >= '0' && why.front() <= '9');
    return whole ? why : "the " + why;
}

std::string ordinalPhrase(std::int64_t amount)
{
    return amount < 0 ? "the last " : amount == 1 ? "the first " : "number " + std::to_string(amount) + ", ";
}

} // namespace

std::optional<Reading> stepped(Reading from, const Step& step)
{
    from.confidence *= certainty;
    from.other.reset();
    from.otherConfidence = 0.0;
    if (step.kind == Step::Kind::Shift) {
        const auto day = shifted(from.days.first, step.unit, step.amount);
        if (!day)
            return std::nullopt;
        const std::int64_t count = step.amount < 0 ? -step.amount : step.amount;
        from.days = unitAround(from.granularity, *day);
        if (step.weekday > 0) { // "three weeks after Christmas on Friday"
            const Day inWeek = unitAround(Granularity::Week, *day).first + days{step.weekday - 1};
            from.days = {inWeek, inWeek};
            from.granularity = Granularity::Day;
        }
        from.why = std::to_string(count) + ' ' + std::string(nameOf(step.unit)) + (count == 1 ? "" : "s") +
                   (step.amount < 0 ? " before " : " after ") + fromPhrase(from.why);
        if (step.weekday > 0)
            from.why = "weekday in the week " + from.why;
        return from;
    }
    const auto inside = step.weekday > 0 ? nthWeekday(from.days, step.weekday, step.amount)
                                         : nthUnit(from.days, step.unit, step.amount);
    if (!inside)
        return std::nullopt;
    from.days = *inside;
    from.granularity = step.weekday > 0 ? Granularity::Day : step.unit;
    from.why = ordinalPhrase(step.amount) + (step.weekday > 0 ? "such weekday" : std::string(nameOf(step.unit))) +
               " of " + fromPhrase(from.why);
    return from;
}

} // namespace synoptic::temporal
