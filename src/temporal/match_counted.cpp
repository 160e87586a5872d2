// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/clock.h"
#include "temporal/matching.h"
#include "temporal/numerals.h"

/// Times counted from a date named beside them.
namespace synoptic::temporal {
namespace {

Granularity granularityOf(const UnresolvedExpression& expression)
{
    const CalendarFields& fields = expression.fields;
    if (fields.day > 0 || fields.weekday > 0 || fields.holiday != Holiday::None)
        return Granularity::Day;
    if (fields.month > 0)
        return Granularity::Month;
    if (fields.quarter > 0)
        return Granularity::Quarter;
    if (fields.season != Season::None)
        return Granularity::Season;
    if (fields.half > 0)
        return Granularity::HalfYear;
    if (expression.form == Form::Shifted)
        return expression.unit;
    return fields.yearDigits == 4   ? Granularity::Year
           : fields.yearDigits == 3 ? Granularity::Decade
           : fields.yearDigits == 2 ? Granularity::Century
                                    : Granularity::Day;
}

/// The period that something is counted in: "May 2015", "2021", "next month", "the month". Never one that is counted in
/// another, so that no text makes us go deeper and deeper.
MaybeMatch periodAt(const TokenView& t, std::size_t at)
{
    MaybeMatch best;
    const auto offer = [&best](MaybeMatch match) {
        if (match && !match->doubtful && (!best || match->next > best->next))
            best = match;
    };
    offer(monthDateAt(t, at));
    offer(deicticAt(t, at));
    offer(yearAt(t, at));
    if (!best && t.is(at, Word::The) && t.isUnit(at + 1) && !t.has(at + 1, flag::plural | flag::ambiguous)) {
        Match match{.first = at, .next = at + 2};
        match.expression.form = Form::Shifted;
        match.expression.unit = t.unitOf(at + 1);
        match.expression.anchor = Anchor::Publication;
        best = match;
    }
    if (best && (best->expression.form == Form::Calendar || best->expression.form == Form::Shifted))
        return best;
    return std::nullopt;
}

/// A day that something is counted from.
MaybeMatch plainDayAt(const TokenView& t, std::size_t at)
{
    MaybeMatch best;
    const auto offer = [&best](MaybeMatch match) {
        if (match && (!best || match->next > best->next))
            best = match;
    };
    offer(numericDateAt(t, at));
    offer(monthDateAt(t, at));
    offer(weekdayAt(t, at));
    offer(dayNameAt(t, at));
    offer(holidayAt(t, at));
    offer(deicticAt(t, at));
    if (!best || best->expression.type != ExpressionType::Date || granularityOf(best->expression) != Granularity::Day)
        return std::nullopt;
    return best;
}

} // namespace

MaybeMatch nthAt(const TokenView& t, std::size_t at)
{
    const std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    Step step{.kind = Step::Kind::Nth};
    std::size_t unit = place;
    if (t.isAny(place, Word::Last, Word::Final)) {
        step.amount = -1;
        ++unit;
    } else if (t.isUnit(place, Granularity::Week) && t.isNumber(place + 1) && t[place + 1].value >= 1 &&
               t[place + 1].value <= 53) {
        step.amount = t[place + 1].value; // "week 3 of 2027"
        unit = place + 1;
        step.unit = Granularity::Week;
    } else if (const auto ordinal = ordinalAt(t, place); ordinal && ordinal->value >= 1 && ordinal->value <= 366) {
        step.amount = ordinal->value;
        unit = ordinal->next;
    } else {
        return std::nullopt;
    }
    if (t.isClass(unit, WordClass::Weekday) && !t.has(unit, flag::plural))
        step.weekday = static_cast<std::uint8_t>(t[unit].value);
    else if (t.isUnit(unit) && !t.has(unit, flag::plural | flag::ambiguous))
        step.unit = t.unitOf(unit);
    else if (!t.isNumber(unit))
        return std::nullopt;
    // "the first Monday evening of next month"
    const bool dayPart = step.weekday > 0 && t.isClass(unit + 1, WordClass::PartOfDay) &&
                         !t.has(unit + 1, flag::plural) && t.is(unit + 2, Word::Of);
    const auto part = dayPart ? static_cast<PartOfDay>(t[unit + 1].value) : PartOfDay::None;
    unit += dayPart ? 1 : 0;
    const bool linked = t.is(unit + 1, Word::Of) || (step.weekday > 0 && t.is(unit + 1, Word::In));
    // "in week 23", "the week 31": of the year of publication; "in week 3 of the trial" is not, nor is "Week 3" of a
    // season
    const bool numbered = step.unit == Granularity::Week && !t.has(place, flag::capital) && t.isNumber(unit) &&
                          unit == place + 1 && !linked &&
                          (place > at || t.isAny(at - 1, Word::In, Word::By, Word::Until, Word::Since, Word::From) ||
                           (t.isMark(at - 1, ',') && t.isClass(at - 2, WordClass::Weekday))) &&
                          endsNumber(t, unit + 1);
    if (numbered) {
        Match match{.first = at, .next = unit + 1};
        match.expression.form = Form::Shifted;
        match.expression.unit = Granularity::Year;
        match.expression.anchor = Anchor::Publication;
        match.expression.step = step;
        return match;
    }
    // quarters have a notation of their own
    if (!linked || step.unit < Granularity::Day || step.unit == Granularity::Quarter)
        return std::nullopt;
    auto match = periodAt(t, unit + 2);
    const Granularity smaller = step.weekday > 0 ? Granularity::Week : step.unit;
    if (!match || granularityOf(match->expression) <= smaller)
        return std::nullopt;
    if (step.weekday == 0 && step.unit == Granularity::Day && step.amount > 31 &&
        granularityOf(match->expression) <= Granularity::Month)
        return std::nullopt;
    match->first = at;
    match->expression.step = step;
    if (dayPart) {
        match->expression.fields.part = part;
        match->expression.type = ExpressionType::Time;
    }
    return match;
}

MaybeMatch unitBesideDateAt(const TokenView& t, std::size_t at)
{
    const std::size_t link = at + 2;
    const bool before = t.is(link, Word::Before);
    if (!t.is(at, Word::The) || !t.isUnit(at + 1) || t.has(at + 1, flag::plural | flag::abbreviation) ||
        !(before || t.is(link, Word::After)) || t.isClass(link + 1, WordClass::Day))
        return std::nullopt;
    const Granularity unit = t.unitOf(at + 1);
    auto date = unit == Granularity::Day ? plainDayAt(t, link + 1) : periodAt(t, link + 1);
    const bool named = date && (date->expression.form == Form::Calendar || unit == Granularity::Day);
    if (!named || granularityOf(date->expression) != unit || t.afterPossessive(date->next) > date->next)
        return std::nullopt;
    date->expression.step = {.kind = Step::Kind::Shift, .unit = unit, .amount = before ? -1 : 1};
    date->first = at;
    return date;
}

MaybeMatch ordinalDayAt(const TokenView& t, std::size_t at)
{
    const auto ordinal = ordinalAt(t, t.is(at, Word::The) ? at + 1 : at);
    if (!ordinal || ordinal->value < 1 || ordinal->value > 31 || t.is(at - 1, Word::A))
        return std::nullopt;
    const std::size_t unit = ordinal->next;
    if (!t.isUnit(unit, Granularity::Day) || t.has(unit, flag::plural) || t.isMark(unit + 1, '-'))
        return std::nullopt;
    // "the first day back"
    if (t.isWord(unit + 1) && !t.isAny(unit + 1, Word::Of, Word::In))
        return std::nullopt;
    Match match{.first = at, .next = unit + 1};
    match.expression.form = Form::Shifted;
    match.expression.unit = Granularity::Day;
    match.expression.anchor = Anchor::PreviousMention;
    match.expression.apposed = true;
    return match;
}

std::size_t takeDayCountedFrom(const TokenView& t, Match& match)
{
    UnresolvedExpression& length = match.expression;
    const bool exact = length.form == Form::Length && length.unit >= Granularity::Day && !length.vagueAmount &&
                       length.halves == 0 && length.amount2 == 0 && length.amount > 0 &&
                       !t.isAny(match.next - 2, Word::Trading, Word::Business, Word::Working);
    const std::size_t link = match.next;
    const bool before = t.is(link, Word::Before) || (t.is(link, Word::Prior) && t.is(link + 1, Word::To));
    if (!exact || !(before || t.isAny(link, Word::After, Word::From)))
        return 0;
    auto day = plainDayAt(t, t.is(link, Word::Prior) ? link + 2 : link + 1);
    // "two days after Monday's attack" is counted from the attack; "64 days from May 5 to July 8" is a length
    if (!day || t.afterPossessive(day->next) > day->next || (t.is(link, Word::From) && t.is(day->next, Word::To)))
        return 0;
    const std::int64_t factor = length.unit == Granularity::Decade ? 10 : length.unit == Granularity::Century ? 100 : 1;
    const Granularity unit = factor > 1 ? Granularity::Year : length.unit;
    day->expression.step = {
        .kind = Step::Kind::Shift, .unit = unit, .amount = (before ? -length.amount : length.amount) * factor};
    day->first = match.first;
    match = *day;
    return match.next;
}

} // namespace synoptic::temporal
