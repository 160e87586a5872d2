// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/prefix.h"

namespace synoptic::temporal {
namespace {

/// The longest of the parts, without modifiers in front.
MaybeMatch coreAt(const TokenView& t, std::size_t at)
{
    MaybeMatch best;
    const auto offer = [&best](MaybeMatch match) {
        if (match && (!best || match->next > best->next))
            best = match;
    };
    switch (t[at].kind == TokenKind::Number ? WordClass::Cardinal : t[at].word) {
    case WordClass::Cardinal:
        offer(numericDateAt(t, at));
        offer(clockAt(t, at));
        offer(monthDateAt(t, at));
        offer(repetitionAt(t, at));
        offer(lengthAt(t, at));
        offer(yearPartAt(t, at));
        offer(yearAt(t, at));
        break;
    case WordClass::Month:
        offer(holidayAt(t, at));
        offer(monthDateAt(t, at));
        break;
    case WordClass::Weekday:
        offer(weekdayAt(t, at));
        offer(monthDateAt(t, at));
        break;
    case WordClass::Ordinal:
        offer(monthDateAt(t, at));
        offer(yearPartAt(t, at));
        offer(yearAt(t, at));
        break;
    case WordClass::Unit:
        offer(deicticAt(t, at)); // "year-earlier period"
        offer(lengthAt(t, at));
        offer(yearAt(t, at));
        break;
    case WordClass::Season:
        offer(yearPartAt(t, at));
        break;
    case WordClass::PartOfDay:
        offer(clockAt(t, at));
        break;
    case WordClass::Frequency:
        offer(repetitionAt(t, at));
        break;
    case WordClass::Day:
        offer(dayNameAt(t, at));
        break;
    case WordClass::Vague:
        offer(vagueAt(t, at));
        break;
    case WordClass::Grammar:
        offer(clockAt(t, at));
        offer(dayNameAt(t, at));
        offer(partOfDayAt(t, at));
        offer(deicticAt(t, at));
        offer(repetitionAt(t, at));
        offer(lengthAt(t, at));
        offer(monthDateAt(t, at));
        offer(yearPartAt(t, at));
        offer(yearAt(t, at));
        offer(dayOfMonthAt(t, at));
        offer(holidayAt(t, at));
        offer(vagueAt(t, at));
        break;
    case WordClass::Scale:
    case WordClass::Decade:
    case WordClass::Zone:
    case WordClass::Cue:
    case WordClass::None:
        if (t.isMark(at, '\''))
            offer(yearAt(t, at));
        break;
    }
    return best;
}

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
        } else if (t.isClass(place, WordClass::Unit) && t[place].value == static_cast<int>(Granularity::Quarter)) {
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
    if (!t.is(at, Word::The) || !t.isClass(at + 1, WordClass::Unit) || t.has(at + 1, flag::plural) ||
        t[at + 1].value != static_cast<int>(Granularity::Week) || !t.is(at + 2, Word::Of))
        return std::nullopt;
    auto day = monthDateAt(t, at + 3);
    if (!day || day->expression.fields.day == 0)
        return std::nullopt;
    day->first = at;
    day->expression.fields.weekOf = true;
    return day;
}

MaybeMatch completeAt(const TokenView& t, std::size_t at)
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

/// "the year", "the week", "the quarter" after "the end of", "in", "for".
MaybeMatch definitePeriodAt(const TokenView& t, std::size_t at, bool inContext)
{
    std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    if (place > at && t.isAny(place, Word::Full, Word::Entire, Word::Whole))
        ++place;
    if (place == at || !t.isClass(place, WordClass::Unit) ||
        t.has(place, flag::plural | flag::abbreviation | flag::ambiguous))
        return std::nullopt;
    const auto unit = static_cast<Granularity>(t[place].value);
    if (unit < Granularity::Day || unit > Granularity::Century)
        return std::nullopt;
    const bool asked =
        inContext || t.isAny(at - 1, Word::In, Word::For, Word::During, Word::Of, Word::Throughout, Word::Over);
    if (!asked && unit != Granularity::Quarter && unit != Granularity::Weekend)
        return std::nullopt;
    if (t.isMark(place + 1, '-') || t.isNumber(place + 1) ||
        (t.is(place + 1, Word::Of) && unit != Granularity::Quarter))
        return std::nullopt;
    Match match{.first = at, .next = place + 1, .doubtful = !inContext};
    UnresolvedExpression& expression = match.expression;
    // "the quarter ended Sept. 30" is the one that holds the day
    if (unit == Granularity::Quarter && t.isAny(match.next, Word::Ended, Word::Ending)) {
        const auto end = monthDateAt(t, match.next + 1);
        if (end && end->expression.fields.day > 0) {
            expression.fields = end->expression.fields;
            expression.fields.quarter = static_cast<std::uint8_t>((end->expression.fields.month + 2) / 3);
            expression.fields.month = 0;
            expression.fields.day = 0;
            return match;
        }
    }
    if (unit == Granularity::Year && t.isAny(match.next, Word::Ended, Word::Ending)) {
        // "the year ended March 31" lasts a year and is none of the calendar's
        expression.form = Form::Length;
        expression.type = ExpressionType::Duration;
        expression.unit = unit;
        expression.amount = 1;
        return match;
    }
    expression.form = Form::Shifted;
    expression.unit = unit;
    expression.anchor = unit == Granularity::Day ? Anchor::PreviousMention : Anchor::Publication;
    expression.latestPeriod = unit == Granularity::Quarter;
    return match;
}

bool isDateLike(const UnresolvedExpression& expression)
{
    return (expression.form == Form::Calendar || expression.form == Form::Shifted) &&
           expression.type != ExpressionType::Duration;
}

MaybeMatch positionedAt(const TokenView& t, std::size_t at, const Prefix& prefix)
{
    auto match = completeAt(t, prefix.next);
    if (!match || !isDateLike(match->expression)) {
        const bool linked = prefix.partWord || t.isAny(prefix.next - 1, Word::In, Word::Of);
        match = definitePeriodAt(t, prefix.next, linked);
        if (!match && t.is(at, Word::The) && t.isClass(prefix.next, WordClass::Season) &&
            !t.has(prefix.next, flag::plural)) {
            match = Match{.first = prefix.next, .next = prefix.next + 1};
            match->expression.fields.season = static_cast<Season>(t[prefix.next].value);
        }
        if (!match || (!linked && !t.is(at, Word::The)))
            return std::nullopt;
    }
    // "mid-" before a year or month; "late" before a clock is no part of it
    if (match->expression.fields.hasClock())
        return std::nullopt;
    if (t.isMark(prefix.next - 1, '-') && match->expression.form == Form::Shifted)
        return std::nullopt;
    match->first = at;
    if (prefix.modifier != Modifier::None)
        match->expression.modifier = prefix.modifier;
    return match;
}

/// "year-end", "year end", "the year's end": the last days of the year.
MaybeMatch yearEndAt(const TokenView& t, std::size_t at)
{
    const std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    if (!t.isClass(place, WordClass::Unit) || t[place].value != static_cast<int>(Granularity::Year) ||
        t.has(place, flag::plural))
        return std::nullopt;
    const std::size_t end = t.isMark(place + 1, '-') ? place + 2 : t.afterPossessive(place + 1);
    if (!t.is(end, Word::End))
        return std::nullopt;
    Match match{.first = at, .next = end + 1};
    match.expression.form = Form::Shifted;
    match.expression.unit = Granularity::Year;
    match.expression.anchor = Anchor::Publication;
    match.expression.modifier = Modifier::End;
    return match;
}

} // namespace

MaybeMatch expressionAt(const TokenView& t, std::size_t at)
{
    if (auto yearEnd = yearEndAt(t, at))
        return yearEnd;
    if (const Prefix prefix = positionPrefixAt(t, at); prefix.next > 0) {
        if (auto match = positionedAt(t, at, prefix))
            return match;
    }
    if (const Prefix prefix = quantityPrefixAt(t, at); prefix.next > 0) {
        auto match = completeAt(t, prefix.next);
        const bool quantity = match && (match->expression.form == Form::Length ||
                                        (match->expression.form == Form::Shifted && !match->expression.vagueAmount &&
                                         match->expression.amount != 0 && match->expression.unit != Granularity::Day));
        const bool date = match && prefix.modifier == Modifier::Approx && match->expression.form == Form::Calendar;
        const bool compared = match && match->expression.comparison;
        if ((quantity || date) && !compared) {
            match->first = at;
            match->expression.modifier = prefix.modifier;
            match->doubtful = false;
            return match;
        }
    }
    auto match = completeAt(t, at);
    if (match)
        return match;
    return definitePeriodAt(t, at, false);
}

} // namespace synoptic::temporal
