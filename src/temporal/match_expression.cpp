// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/prefix.h"

namespace synoptic::temporal {

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
        offer(dayOfMonthAt(t, at));
        break;
    case WordClass::Month:
        offer(holidayAt(t, at));
        offer(numericDateAt(t, at));
        offer(monthDateAt(t, at));
        break;
    case WordClass::Weekday:
        offer(weekdayInFiguresAt(t, at));
        offer(weekdayAt(t, at));
        offer(monthDateAt(t, at));
        break;
    case WordClass::Ordinal:
        offer(ordinalDayAt(t, at));
        offer(monthDateAt(t, at));
        offer(yearPartAt(t, at));
        offer(yearAt(t, at));
        break;
    case WordClass::Unit:
        offer(repetitionAt(t, at)); // "weekends"
        offer(deicticAt(t, at));    // "year-earlier period"
        offer(lengthAt(t, at));
        offer(yearAt(t, at));
        break;
    case WordClass::Season:
        offer(yearPartAt(t, at));
        break;
    case WordClass::PartOfDay:
        offer(clockAt(t, at));     // "midday"
        offer(partOfDayAt(t, at)); // "at night"
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
        offer(ordinalDayAt(t, at));
        offer(holidayAt(t, at));
        offer(vagueAt(t, at));
        break;
    case WordClass::Decade:
        offer(yearAt(t, at));
        break;
    case WordClass::Scale:
    case WordClass::Zone:
    case WordClass::Cue:
    case WordClass::None:
        if (t.isMark(at, '\''))
            offer(yearAt(t, at));
        else if (t.isMark(at, 'H') && !t.isNumber(at - 1))
            offer(lengthAt(t, at)); // "½ hour"
        break;
    }
    return best;
}

namespace {

/// "the year", "the week", "the quarter" after "the end of", "in", "for".
MaybeMatch definitePeriodAt(const TokenView& t, std::size_t at, bool inContext)
{
    std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    if (place > at && t.isAny(place, Word::Full, Word::Entire, Word::Whole))
        ++place;
    const bool fiscal = place > at && t.is(place, Word::Fiscal) && t.isUnit(place + 1, Granularity::Year);
    if (fiscal)
        ++place;
    const bool bare = inContext && t.is(at - 1, Word::Of); // "at the end of year"
    if ((place == at && !bare) || !t.isClass(place, WordClass::Unit) ||
        t.has(place, flag::plural | flag::abbreviation | flag::ambiguous))
        return std::nullopt;
    const auto unit = static_cast<Granularity>(t[place].value);
    if (unit < Granularity::Day || unit > Granularity::Century)
        return std::nullopt;
    const bool asked = inContext || fiscal ||
                       t.isAny(at - 1, Word::In, Word::For, Word::During, Word::Of, Word::Throughout, Word::Over);
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
    expression.fields.fiscal = fiscal;
    return match;
}

bool isDateLike(const UnresolvedExpression& expression)
{
    return (expression.form == Form::Calendar || expression.form == Form::Shifted) &&
           expression.type != ExpressionType::Duration;
}

MaybeMatch positionedAt(const TokenView& t, std::size_t at, const Prefix& prefix)
{
    // "the end of the Sunday"
    const bool definiteDay =
        prefix.partWord && t.is(prefix.next, Word::The) && t.isClass(prefix.next + 1, WordClass::Weekday);
    auto match = combinedAt(t, definiteDay ? prefix.next + 1 : prefix.next);
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
    UnresolvedExpression& expression = match->expression;
    const bool year = expression.form == Form::Shifted && expression.unit == Granularity::Year &&
                      expression.fields == CalendarFields{} && !expression.comparison;
    if (prefix.half > 0 && year)
        expression.fields.half = prefix.half;
    else if (prefix.modifier != Modifier::None)
        expression.modifier = prefix.modifier;
    return match;
}

/// "year-end", "year end", "the year's end": the last days of the year.
MaybeMatch yearEndAt(const TokenView& t, std::size_t at)
{
    const std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    if (!t.isUnit(place, Granularity::Year) || t.has(place, flag::plural))
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
        auto match = combinedAt(t, prefix.next);
        const bool quantity = match && (match->expression.form == Form::Length ||
                                        (match->expression.form == Form::Shifted && !match->expression.vagueAmount &&
                                         match->expression.amount != 0 && match->expression.unit != Granularity::Day));
        // "get around Wednesday's ruling"
        const bool weekday = match && match->expression.fields.weekday > 0 && match->expression.fields.day == 0;
        const bool date = match && prefix.modifier == Modifier::Approx && match->expression.form == Form::Calendar &&
                          (!weekday || match->expression.fields.hasClock());
        const bool compared = match && match->expression.comparison;
        if ((quantity || date) && !compared) {
            match->first = at;
            match->expression.modifier = prefix.modifier;
            match->doubtful = false;
            return match;
        }
    }
    auto match = combinedAt(t, at);
    if (match)
        return match;
    return definitePeriodAt(t, at, false);
}

} // namespace synoptic::temporal
