// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/hour_ranges.h"

#include "temporal/clock.h"

namespace synoptic::temporal {
namespace {

struct HourRange
{
    Clock first;
    Clock last;
    bool said = false;    ///< the half of the day, by one of the two
    bool figures = false; ///< one of the two has minutes in figures
    std::size_t next = 0;
};

/// An hour in twelve as the next one after @p other, in twenty-four.
int hourAfter(int hour, int other)
{
    const int morning = hour % 12;
    return morning > other ? morning : morning + 12;
}

std::optional<HourRange> rangeAt(const TokenView& t, std::size_t at)
{
    const auto first = hourAt(t, at);
    if (!first)
        return std::nullopt;
    const std::size_t link = first->next;
    const bool range = t.isAny(link, Word::To, Word::Until) || t.isMark(link, '-');
    if (!range && !(t.is(link, Word::And) && t.is(at - 1, Word::Between)))
        return std::nullopt;
    const auto last = hourAt(t, link + 1);
    if (!last)
        return std::nullopt;
    const auto hasFigures = [&t](std::size_t next) { return t.isMark(next - 2, ':'); };
    const bool oclock = t.is(last->next - 1, Word::Oclock) || t.isMark(last->next - 2, '\'');
    HourRange hours{*first, *last, !first->eitherHalf || !last->eitherHalf || oclock,
                    hasFigures(first->next) || hasFigures(last->next), last->next};
    if ((first->dotted || last->dotted) && !hours.said)
        return std::nullopt; // "from 3.15 to 4.50" are prices as well
    if (hours.first.eitherHalf && !hours.last.eitherHalf) {
        // "3 to 5 p.m." is one afternoon, "11 to 1 p.m." begins before noon
        const int until = hours.last.hour;
        int hour = hours.first.hour % 12 + (until >= 12 ? 12 : 0);
        if (hour > until || (hour == until && hours.first.minute >= hours.last.minute))
            hour = (hour + 12) % 24;
        hours.first.hour = hour;
        hours.first.eitherHalf = false;
    } else if (!hours.first.eitherHalf && hours.last.eitherHalf) {
        hours.last.hour = hourAfter(hours.last.hour, hours.first.hour);
        hours.last.eitherHalf = false;
    } else if (hours.first.eitherHalf && hours.last.hour % 12 < hours.first.hour % 12) {
        hours.last.hour = hours.last.hour % 12 + 12; // "from 10 to 4"
        hours.first.eitherHalf = hours.last.eitherHalf = false;
    }
    return hours;
}

/// A day, or a part of one, whose hours could follow or stand before.
bool isDayWithoutHour(const UnresolvedExpression& expression)
{
    const CalendarFields& fields = expression.fields;
    if (fields.hasClock() || expression.step.kind != Step::Kind::None || fields.weekOf || fields.weekendOf)
        return false;
    if (expression.form == Form::Shifted)
        return expression.unit == Granularity::Day && !expression.vagueAmount;
    return expression.form == Form::Calendar &&
           (fields.day > 0 || fields.weekday > 0 || fields.holiday != Holiday::None);
}

Match timeMatch(const UnresolvedExpression& day, const Clock& clock, std::size_t first, std::size_t next)
{
    Match match{.expression = day, .first = first, .next = next};
    match.expression.type = ExpressionType::Time;
    setClock(match.expression.fields, clock);
    return match;
}

} // namespace

bool beginsHourRange(const TokenView& t, std::size_t at)
{
    const auto hours = rangeAt(t, at);
    return hours && (hours->said || hours->figures);
}

std::size_t takeHourRange(const TokenView& t, std::size_t at, std::vector<Match>& matches)
{
    const auto hours = rangeAt(t, at);
    if (!hours)
        return at;
    const bool between = t.is(at - 1, Word::Between);
    const bool bound = between || t.isAny(at - 1, Word::From, Word::At);
    const bool dayBefore =
        !matches.empty() && isDayWithoutHour(matches.back().expression) &&
        (matches.back().next == at || (matches.back().next + 1 == at && (bound || t.isMark(at - 1, ','))));
    UnresolvedExpression day;
    std::size_t next = afterZone(t, hours->next);
    const bool zone = next > hours->next;
    bool dayAfter = false;
    if (dayBefore) {
        day = matches.back().expression;
    } else {
        const std::size_t place = t.isAny(next, Word::On, Word::Of) || t.isMark(next, ',') ? next + 1 : next;
        const auto match = combinedAt(t, place);
        if (match && isDayWithoutHour(match->expression) && !match->doubtful) {
            dayAfter = true;
            day = match->expression;
            next = match->next;
        }
    }
    const bool part = day.fields.part != PartOfDay::None;
    // "Monday morning 6-8"; "Saturday night, 6-4" is how a game ended
    const bool morning = dayBefore && day.fields.part == PartOfDay::Morning && matches.back().next == at &&
                         hours->first.hour < hours->last.hour;
    const bool bare = (dayBefore && (bound || morning)) || (dayAfter && (between || (bound && part)));
    const bool minutes = hours->first.next > at + 1 && hours->last.next > hours->first.next + 2;
    const bool figures = (hours->figures && (dayBefore || dayAfter || (bound && zone))) || (bound && minutes);
    if (!hours->said && !figures && !(bare && (dayAfter || endsNumber(t, hours->next))))
        return at;
    const std::size_t first = dayBefore ? matches.back().first : at;
    if (dayBefore)
        matches.pop_back();
    Match begin = timeMatch(day, hours->first, first, hours->first.next);
    begin.expression.join = Join::RangeWithNext;
    matches.push_back(begin);
    Match end = timeMatch(day, hours->last, hours->first.next + 1, next);
    if (day.form == Form::Shifted && day.anchor == Anchor::PreviousMention)
        end.expression.amount = 0; // of the day just named, not of the one after
    matches.push_back(end);
    return next;
}

void takeDayBefore(const TokenView& t, std::vector<Match>& matches)
{
    constexpr std::size_t mostBetween = 4; // tokens: "no later than"
    if (matches.size() < 2)
        return;
    Match& hour = matches.back();
    const Match& day = matches[matches.size() - 2];
    const CalendarFields& clock = hour.expression.fields;
    CalendarFields clockAlone;
    clockAlone.hour = clock.hour;
    clockAlone.minute = clock.minute;
    clockAlone.second = clock.second;
    clockAlone.eitherHalf = clock.eitherHalf;
    const bool alone = hour.expression.form == Form::Calendar && clock.hasClock() && clock == clockAlone;
    if (!alone || !isDayWithoutHour(day.expression) || hour.first > day.next + mostBetween ||
        !t.isAny(hour.first - 1, Word::Before, Word::By, Word::After, Word::Until, Word::Than, Word::From))
        return;
    for (std::size_t i = day.next; i < hour.first; ++i) {
        if (!t.isClass(i, WordClass::Grammar) && t.textOf(i) != "no")
            return;
    }
    hour = timeMatch(day.expression, {clock.hour, clock.minute, clock.second, clock.eitherHalf}, hour.first, hour.next);
}

} // namespace synoptic::temporal
