// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/clock.h"
#include "temporal/hour_ranges.h"
#include "temporal/matching.h"
#include "temporal/numerals.h"

/// Days without their month: weekdays, and days of a month that the text has named before.
namespace synoptic::temporal {
namespace {

std::uint8_t small(std::int64_t value)
{
    return static_cast<std::uint8_t>(value);
}

} // namespace

MaybeMatch weekdayAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Weekday) || (!t.has(at, flag::capital) && t.has(at, flag::abbreviation)))
        return std::nullopt;
    Match match{.first = at, .next = at + 1};
    match.expression.fields.weekday = small(t[at].value);
    if (t.has(at, flag::plural)) {
        match.expression.form = Form::Repetition;
        match.expression.type = ExpressionType::Set;
        match.expression.weekdays = true;
        match.expression.amount = 1;
        match.expression.unit = Granularity::Week;
        return match;
    }
    // "Friday the 13th", "Monday the twenty-seventh", "Mon 13th", "on Sunday 31."
    const bool article = t.is(at + 1, Word::The);
    const std::size_t place = article ? at + 2 : at + 1;
    const auto ordinal = ordinalAt(t, place);
    const bool day = ordinal && (article || ordinal->digits) && ordinal->value >= 1 && ordinal->value <= 31 &&
                     (endsNumber(t, ordinal->next) || clockAt(t, ordinal->next));
    const bool bare = !ordinal && !article && t.isNumber(place) && t[place].digits == 2 && t[place].value <= 31 &&
                      t[place].value >= 10 && t.isAny(at - 1, Word::On, Word::For) && endsNumber(t, place + 1) &&
                      (!t.isWord(place + 1) || t.isAny(place + 1, Word::From, Word::Between)) &&
                      !t.isMark(place + 1, '-') && !t.isMark(place + 1, ':') && !t.isMark(place + 1, '/');
    if (day || bare) {
        match.expression.fields.day = small(day ? ordinal->value : t[place].value);
        match.next = day ? ordinal->next : place + 1;
        return match;
    }
    if (t.has(at, flag::abbreviation)) {
        // "Sun", "Sat", "Wed" alone are other words too.
        const bool stop = t.isMark(at + 1, '.') && t.touches(at + 1);
        const bool listed = t.isAny(at - 1, Word::And, Word::Or) && t.isClass(at - 2, WordClass::Weekday) &&
                            t.has(at - 2, flag::abbreviation) && // "Mon or Tue"
                            !(t.has(at, flag::ambiguous) && t.has(at - 2, flag::ambiguous));
        if (!listed && (!stop || t.has(at, flag::ambiguous)))
            return std::nullopt;
        match.next = stop ? at + 2 : at + 1;
    }
    return match;
}

MaybeMatch dayOfMonthAt(const TokenView& t, std::size_t at)
{
    // "on 29th"
    if (t.isNumber(at) && t.is(at - 1, Word::On)) {
        const auto day = ordinalAt(t, at);
        if (!day || day->value < 1 || day->value > 31 || !endsNumber(t, day->next) || t.is(day->next, Word::Of))
            return std::nullopt;
        Match match{.first = at, .next = day->next};
        match.expression.fields.day = small(day->value);
        return match;
    }
    if (!t.is(at, Word::The))
        return std::nullopt;
    auto day = ordinalAt(t, at + 1);
    // "on the 17 between 2 and 4 pm"
    if (!day && t.isNumber(at + 1) && t[at + 1].digits <= 2 && t.is(at - 1, Word::On) &&
        t.isAny(at + 2, Word::From, Word::Between) && beginsHourRange(t, at + 3))
        day = Numeral{.value = t[at + 1].value, .digits = true, .next = at + 2};
    if (!day || !day->digits || day->value < 1 || day->value > 31)
        return std::nullopt;
    const bool subject = at == 0 && t.isClass(day->next, WordClass::Cue);
    if (!subject &&
        !t.isAny(at - 1, Word::On, Word::By, Word::Until, Word::Since, Word::Before, Word::After, Word::From, Word::To,
                 Word::Of) &&
        !(t.isAny(at - 1, Word::Around, Word::About) && t.isAny(day->next, Word::This, Word::Of)) &&
        !t.isClass(at - 1, WordClass::Weekday) && !t.isMark(at - 1, ','))
        return std::nullopt;
    const bool weekday = t.isClass(at - 1, WordClass::Weekday) || t.isMark(at - 1, ',');
    if (weekday && !t.isClass(at - 1, WordClass::Weekday))
        return std::nullopt;
    if (t.isWord(day->next) && !t.isClass(day->next, WordClass::Grammar) && !t.isClass(day->next, WordClass::Cue) &&
        !t.has(day->next, flag::preposition | flag::past | flag::future | flag::modal))
        return std::nullopt; // "the 25th anniversary"
    if (t.isMark(day->next, '-') && t.touches(day->next))
        return std::nullopt;
    Match match{.first = at, .next = day->next};
    match.expression.fields.day = small(day->value);
    return match;
}

} // namespace synoptic::temporal
