// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"

namespace synoptic::temporal {
namespace {

bool isPlainUnit(const UnresolvedExpression& expression, Granularity unit)
{
    return expression.form == Form::Shifted && expression.unit == unit && !expression.comparison;
}

bool isDay(const UnresolvedExpression& expression)
{
    const CalendarFields& fields = expression.fields;
    if (expression.form == Form::Shifted)
        return (expression.unit == Granularity::Day ||
                (isPlainUnit(expression, Granularity::Week) && fields.weekday > 0)) &&
               fields.part == PartOfDay::None;
    return expression.form == Form::Calendar &&
           (fields.weekday > 0 || fields.day > 0 || fields.holiday != Holiday::None) &&
           fields.part == PartOfDay::None && !fields.hasClock() && !fields.weekOf;
}

bool lacksYear(const UnresolvedExpression& expression)
{
    const CalendarFields& fields = expression.fields;
    return expression.form == Form::Calendar && expression.direction == Direction::Unmarked && fields.yearDigits == 0 &&
           (fields.month > 0 || fields.season != Season::None || fields.quarter > 0 || fields.half > 0);
}

/// "Friday morning", "yesterday afternoon", "Tuesday nights".
void takePartOfDay(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    const std::size_t early = t.isAny(match.next, Word::Early, Word::Late) ? match.next + 1 : match.next;
    if (!t.isClass(early, WordClass::PartOfDay))
        return;
    if (expression.form == Form::Repetition) {
        if (!expression.weekdays || early > match.next)
            return;
    } else if (!isDay(expression)) {
        return;
    } else if (t.has(early, flag::plural)) {
        if (expression.fields.weekday == 0 || early > match.next)
            return;
        expression.form = Form::Repetition;
        expression.weekdays = true;
        expression.unit = Granularity::Week;
        expression.amount = 1;
    } else {
        expression.type = ExpressionType::Time;
    }
    if (expression.form == Form::Repetition)
        expression.type = ExpressionType::Set;
    expression.fields.part = static_cast<PartOfDay>(t[early].value);
    if (early > match.next)
        expression.modifier = t.is(match.next, Word::Early) ? Modifier::Start : Modifier::End;
    match.next = early + 1;
}

/// "last year's third quarter"; "July of last year", "the third quarter last year", "March of that year".
void takeYearPart(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    if (expression.form == Form::Shifted && expression.unit == Granularity::Year &&
        expression.fields == CalendarFields{}) {
        const std::size_t place = t.afterPossessive(match.next);
        if (place == match.next)
            return;
        const auto part = yearPartAt(t, place);
        if (part && lacksYear(part->expression)) {
            expression.fields = part->expression.fields;
            match.next = part->next;
        } else if (t.isUnit(place, Granularity::Quarter)) {
            expression.latestPeriod = true;
            match.next = place + 1;
        }
        return;
    }
    if (!lacksYear(expression))
        return;
    const std::size_t place = t.isAny(match.next, Word::Of, Word::In) ? match.next + 1 : match.next;
    const auto year = deicticAt(t, place);
    if (!year || year->expression.form != Form::Shifted || year->expression.unit != Granularity::Year ||
        year->expression.comparison)
        return;
    const CalendarFields fields = expression.fields;
    expression = year->expression;
    expression.fields = fields;
    match.next = year->next;
}

/// "the morning of March 5", "the night of 10 August 1792", "the week of March 6".
void takeDayOf(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    const bool part = expression.form == Form::Shifted && expression.fields.part != PartOfDay::None &&
                      expression.anchor == Anchor::PreviousMention && expression.amount == 0;
    if (!part || !t.isAny(match.next, Word::Of, Word::On))
        return;
    auto day = coreAt(t, match.next + 1);
    if (!day || !isDay(day->expression))
        return;
    const PartOfDay which = expression.fields.part;
    expression = day->expression;
    expression.fields.part = which;
    expression.type = ExpressionType::Time;
    match.next = day->next;
}

bool isPlainWeek(const UnresolvedExpression& expression)
{
    return expression.form == Form::Shifted && expression.unit == Granularity::Week &&
           expression.anchor == Anchor::Publication && expression.fields == CalendarFields{};
}

/// "Tuesday of next week", "last week Friday": a day of the week pointed at.
void takeWeekday(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    CalendarFields weekdayAlone;
    weekdayAlone.weekday = expression.fields.weekday;
    if (expression.form == Form::Calendar && expression.direction == Direction::Unmarked && weekdayAlone.weekday > 0 &&
        expression.fields == weekdayAlone) {
        const auto week = deicticAt(t, t.is(match.next, Word::Of) ? match.next + 1 : match.next);
        if (!week || !isPlainWeek(week->expression))
            return;
        expression = week->expression;
        expression.fields = weekdayAlone;
        match.next = week->next;
        return;
    }
    if (!isPlainWeek(expression))
        return;
    const auto day = weekdayAt(t, t.is(match.next, Word::On) ? match.next + 1 : match.next);
    if (!day || day->expression.form != Form::Calendar)
        return;
    expression.fields.weekday = day->expression.fields.weekday;
    match.next = day->next;
}

/// "5 p.m. EST, Nov. 6", "noon Friday", "4:49 PM on 2 August"; "02/08/2012 4:49 PM", "Friday at 5 p.m.".
void takeClockAndDay(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    if (expression.form == Form::Calendar && expression.fields.hasClock() && expression.fields.day == 0) {
        std::size_t place = match.next;
        if (t.isMark(place, ','))
            ++place;
        if (t.isAny(place, Word::On, Word::Of))
            ++place;
        auto day = coreAt(t, place);
        if (!day || !isDay(day->expression))
            return;
        takePartOfDay(t, *day);
        if (t.isMark(match.next, ',') && !(day->expression.fields.day > 0 || day->expression.fields.weekday > 0))
            return;
        UnresolvedExpression merged = day->expression;
        merged.type = ExpressionType::Time;
        merged.fields.eitherHalf = expression.fields.eitherHalf;
        merged.fields.hour = expression.fields.hour;
        merged.fields.minute = expression.fields.minute;
        merged.fields.second = expression.fields.second;
        merged.fields.part = PartOfDay::None;
        expression = merged;
        match.next = day->next;
        return;
    }
    if (!isDay(expression))
        return;
    const std::size_t place = t.is(match.next, Word::At) || t.isMark(match.next, ',') ? match.next + 1 : match.next;
    const auto clock = clockAt(t, place);
    if (!clock || (t.isMark(match.next, ',') && t.isNumber(place) && !t.isMark(place + 1, ':')))
        return;
    expression.fields.eitherHalf = clock->expression.fields.eitherHalf;
    expression.fields.hour = clock->expression.fields.hour;
    expression.fields.minute = clock->expression.fields.minute;
    expression.fields.second = clock->expression.fields.second;
    expression.type = ExpressionType::Time;
    match.next = clock->next;
}

/// "the week of March 6".
MaybeMatch weekOfAt(const TokenView& t, std::size_t at)
{
    if (!t.is(at, Word::The) || !t.isUnit(at + 1, Granularity::Week) || t.has(at + 1, flag::plural) ||
        !t.is(at + 2, Word::Of))
        return std::nullopt;
    auto day = monthDateAt(t, at + 3);
    if (!day || day->expression.fields.day == 0)
        return std::nullopt;
    day->first = at;
    day->expression.fields.weekOf = true;
    return day;
}

} // namespace

MaybeMatch combinedAt(const TokenView& t, std::size_t at)
{
    if (auto week = weekOfAt(t, at))
        return week;
    auto match = coreAt(t, at);
    if (!match)
        return std::nullopt;
    takeWeekday(t, *match);
    takePartOfDay(t, *match);
    takeYearPart(t, *match);
    takeDayOf(t, *match);
    takeClockAndDay(t, *match);
    return match;
}

} // namespace synoptic::temporal
