// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/clock.h"
#include "temporal/hour_ranges.h"
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
           fields.part == PartOfDay::None && !fields.hasClock() && !fields.weekOf && !fields.weekendOf;
}

/// "every day", "daily", "Thursdays"
bool isDailyOrWeekly(const UnresolvedExpression& expression)
{
    return expression.form == Form::Repetition && expression.amount == 1 &&
           (expression.weekdays || expression.unit == Granularity::Day);
}

/// "last night", "Friday evening"
bool isPartOfKnownDay(const UnresolvedExpression& expression)
{
    if (expression.fields.part == PartOfDay::None || expression.type != ExpressionType::Time)
        return false;
    return expression.form == Form::Shifted || expression.fields.day > 0 || expression.fields.weekday > 0;
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
    // "Tuesday in the morning"
    const bool inThe = t.is(match.next, Word::In) && t.is(match.next + 1, Word::The) &&
                       t.isClass(match.next + 2, WordClass::PartOfDay) && !t.has(match.next + 2, flag::plural);
    if (inThe && isDay(expression)) {
        expression.type = ExpressionType::Time;
        expression.fields.part = static_cast<PartOfDay>(t[match.next + 2].value);
        match.next += 3;
        return;
    }
    // "today pm"
    if (t.isAny(match.next, Word::Am, Word::Pm) && t.isClass(match.next - 1, WordClass::Day) && isDay(expression) &&
        !(t.isWord(match.next + 1) && t[match.next + 1].word == WordClass::None)) {
        expression.type = ExpressionType::Time;
        expression.fields.part = t.is(match.next, Word::Am) ? PartOfDay::Morning : PartOfDay::Afternoon;
        ++match.next;
        return;
    }
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
           expression.step.kind == Step::Kind::None && expression.fields == CalendarFields{};
}

/// "two years from now", "a month ago"
bool isExactShift(const UnresolvedExpression& expression)
{
    return expression.form == Form::Shifted && expression.anchor == Anchor::Publication &&
           (expression.unit == Granularity::Month || expression.unit == Granularity::Year) && expression.amount != 0 &&
           !expression.vagueAmount && expression.halves == 0 && expression.step.kind == Step::Kind::None &&
           expression.fields == CalendarFields{};
}

/// "Tuesday of next week", "last week Friday": a day of the week pointed at.
void takeWeekday(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    // "three weeks after Christmas on Friday"
    if (expression.step.kind == Step::Kind::Shift && expression.step.weekday == 0 &&
        expression.step.unit >= Granularity::Week && t.is(match.next, Word::On)) {
        const auto day = weekdayAt(t, match.next + 1);
        if (day && day->expression.form == Form::Calendar && day->expression.fields.day == 0) {
            expression.step.weekday = day->expression.fields.weekday;
            match.next = day->next;
        }
        return;
    }
    CalendarFields weekdayAlone;
    weekdayAlone.weekday = expression.fields.weekday;
    weekdayAlone.part = expression.fields.part; // "Wednesday evening next week"
    if (expression.form == Form::Calendar && expression.direction == Direction::Unmarked && weekdayAlone.weekday > 0 &&
        expression.fields == weekdayAlone) {
        auto week = deicticAt(t, t.is(match.next, Word::Of) ? match.next + 1 : match.next);
        const std::size_t number = t.isMark(match.next, ',') ? match.next + 1 : match.next;
        if (!week && (t.isClass(number, WordClass::Cardinal) || t.isNumber(number)))
            week = lengthAt(t, number); // "Monday two weeks from now"
        if (week && isExactShift(week->expression)) {
            // "Thursday, two years from now": that of the week in which two years are over
            const std::uint8_t weekday = expression.fields.weekday;
            expression = week->expression;
            expression.step = {
                .kind = Step::Kind::Shift, .unit = expression.unit, .amount = expression.amount, .weekday = weekday};
            expression.unit = Granularity::Day;
            expression.amount = 0;
            match.next = week->next;
            return;
        }
        if (!week || !isPlainWeek(week->expression))
            return;
        const ExpressionType type = expression.type;
        expression = week->expression;
        expression.fields = weekdayAlone;
        expression.type = type;
        match.next = week->next;
        return;
    }
    if (!isPlainWeek(expression))
        return;
    // "next week Mon"
    if (t.isClass(match.next, WordClass::Weekday) && t.has(match.next, flag::abbreviation) &&
        t.has(match.next, flag::capital)) {
        expression.fields.weekday = static_cast<std::uint8_t>(t[match.next].value);
        match.next += t.isMark(match.next + 1, '.') && t.touches(match.next + 1) ? std::size_t{2} : std::size_t{1};
        return;
    }
    const auto day = weekdayAt(t, t.is(match.next, Word::On) ? match.next + 1 : match.next);
    if (!day || day->expression.form != Form::Calendar)
        return;
    expression.fields.weekday = day->expression.fields.weekday;
    match.next = day->next;
}

/// "the 21st of this month", "the 21st of next month"
void takeMonthOfDay(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    CalendarFields dayAlone;
    dayAlone.day = expression.fields.day;
    if (expression.form != Form::Calendar || dayAlone.day == 0 || expression.fields != dayAlone)
        return;
    const auto month = deicticAt(t, t.is(match.next, Word::Of) ? match.next + 1 : match.next);
    if (!month || month->expression.form != Form::Shifted || month->expression.unit != Granularity::Month ||
        month->expression.fields != CalendarFields{})
        return;
    expression = month->expression;
    expression.step = {.kind = Step::Kind::Nth, .unit = Granularity::Day, .amount = dayAlone.day};
    match.next = month->next;
}

/// The day behind an hour: "5 p.m. EST, Nov. 6", "noon Friday", "4:49 PM on 2 August", "6 a.m. every day".
void takeDayBehindClock(const TokenView& t, Match& match)
{
    const CalendarFields clock = match.expression.fields;
    std::size_t place = match.next;
    if (t.isMark(place, ','))
        ++place;
    if (t.isAny(place, Word::On, Word::Of))
        ++place;
    auto day = coreAt(t, place);
    if (!day || !(isDay(day->expression) || isDailyOrWeekly(day->expression)))
        return;
    takePartOfDay(t, *day);
    if (t.isMark(match.next, ',') && !(day->expression.fields.day > 0 || day->expression.fields.weekday > 0))
        return;
    match.expression = day->expression;
    if (match.expression.form != Form::Repetition)
        match.expression.type = ExpressionType::Time;
    setClock(match.expression.fields, {clock.hour, clock.minute, clock.second, clock.eitherHalf, false, day->next});
    match.next = day->next;
}

/// The hour behind a day: "02/08/2012 4:49 PM", "Friday at 5 p.m.", "last night at 8", "every day at 7:13 p.m.".
void takeClockBehindDay(const TokenView& t, Match& match)
{
    const bool at = t.isAny(match.next, Word::At, Word::Around, Word::About);
    const bool comma = t.isMark(match.next, ',');
    const std::size_t place = at || comma ? match.next + 1 : match.next;
    UnresolvedExpression& expression = match.expression;
    if (beginsHourRange(t, place))
        return; // both ends share the day
    auto clock = clockAt(t, place);
    if (clock && comma && t.isNumber(place) && !t.isMark(place + 1, ':'))
        return;
    if (!clock) {
        const auto hour = hourAt(t, place);
        const bool minutes = hour && hour->next > place + 1 && hour->minute > 0;
        if (!hour || !(at || minutes) || comma || !endsNumber(t, hour->next) ||
            (hour->dotted && !t.is(match.next, Word::At)))
            return;
        clock = Match{.first = place, .next = afterZone(t, hour->next)};
        setClock(expression.fields, *hour);
    } else {
        const CalendarFields& fields = clock->expression.fields;
        const bool bare = t.isNumber(clock->next - 1) && fields.hour > 0 && fields.hour <= 12;
        setClock(expression.fields, {fields.hour, fields.minute, fields.second, fields.eitherHalf, bare, clock->next});
    }
    if (expression.form != Form::Repetition)
        expression.type = ExpressionType::Time;
    match.next = clock->next;
    // "Wed Oct 26 15:50:06 2016", as computers write it
    if (expression.fields.second >= 0 && expression.fields.month > 0 && expression.fields.yearDigits == 0) {
        if (const auto year = plainYearAt(t, match.next)) {
            expression.fields.year = *year;
            expression.fields.yearDigits = 4;
            ++match.next;
        }
    }
}

void takeClockAndDay(const TokenView& t, Match& match)
{
    const UnresolvedExpression& expression = match.expression;
    const CalendarFields& fields = expression.fields;
    if (expression.form == Form::Calendar && fields.hasClock() && fields.day == 0)
        takeDayBehindClock(t, match);
    else if (!fields.hasClock() && (isDay(expression) || isDailyOrWeekly(expression) || isPartOfKnownDay(expression)))
        takeClockBehindDay(t, match);
}

/// "2017 April": the year first, as lists are sorted.
void takeMonthBehindYear(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    CalendarFields yearAlone;
    yearAlone.year = expression.fields.year;
    yearAlone.yearDigits = 4;
    if (expression.form != Form::Calendar || expression.fields != yearAlone || match.next != match.first + 1 ||
        !t.isClass(match.next, WordClass::Month))
        return;
    const auto month = monthDateAt(t, match.next);
    // "in 1998 April Wilson said"
    const bool name = month && t.isWord(month->next) && t.has(month->next, flag::capital);
    if (!month || name || month->expression.fields.yearDigits > 0)
        return;
    expression.fields.month = month->expression.fields.month;
    expression.fields.day = month->expression.fields.day;
    match.next = month->next;
}

/// "the week of March 6", "the week of the 18th", "the week beginning February 4", "the weekend of Halloween".
MaybeMatch weekOfAt(const TokenView& t, std::size_t at)
{
    const std::size_t unit = t.is(at, Word::The) ? at + 1 : at;
    const bool weekend = t.isUnit(unit, Granularity::Weekend);
    if ((!weekend && (unit == at || !t.isUnit(unit, Granularity::Week))) || t.has(unit, flag::plural))
        return std::nullopt;
    const bool begins = !weekend && t.isAny(unit + 1, Word::Beginning, Word::Starting);
    if (!begins && !t.is(unit + 1, Word::Of))
        return std::nullopt;
    const std::size_t place = begins && t.is(unit + 2, Word::On) ? unit + 3 : unit + 2;
    auto day = monthDateAt(t, place);
    if (!day)
        day = dayOfMonthAt(t, place);
    if (!day && weekend)
        day = holidayAt(t, place);
    if (!day || (day->expression.fields.day == 0 && day->expression.fields.holiday == Holiday::None))
        return std::nullopt;
    day->first = at;
    (weekend ? day->expression.fields.weekendOf : day->expression.fields.weekOf) = true;
    return day;
}

} // namespace

MaybeMatch combinedAt(const TokenView& t, std::size_t at)
{
    if (auto week = weekOfAt(t, at))
        return week;
    if (auto inside = nthAt(t, at))
        return inside;
    if (auto beside = unitBesideDateAt(t, at))
        return beside;
    auto match = coreAt(t, at);
    if (!match)
        return std::nullopt;
    takeMonthBehindYear(t, *match);
    takeWeekday(t, *match);
    takePartOfDay(t, *match);
    if (match->expression.fields.part != PartOfDay::None)
        takeWeekday(t, *match);
    takeMonthOfDay(t, *match);
    takeYearPart(t, *match);
    takeDayOf(t, *match);
    takeClockAndDay(t, *match);
    return match;
}

} // namespace synoptic::temporal
