// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

/// Parts of a year: quarters, halves, seasons, with the year they belong to.
namespace synoptic::temporal {
namespace {

std::uint8_t small(std::int64_t value)
{
    return static_cast<std::uint8_t>(value);
}

/// The year after a part of it: "of 1989", "1989", ", 1989", "of fiscal 1989".
void takeYear(const TokenView& t, Match& match)
{
    std::size_t place = match.next;
    if (t.is(place, Word::Of) || t.isMark(place, ','))
        ++place;
    if (t.is(place, Word::The))
        ++place;
    CalendarFields& fields = match.expression.fields;
    if (t.is(place, Word::Fiscal)) {
        ++place;
        if (t.isUnit(place, Granularity::Year))
            ++place;
        fields.fiscal = true;
    }
    if (t.isNumber(place)) {
        const std::size_t era = afterBeforeChrist(t, place + 1);
        if (era > place + 1) {
            fields.year = 1 - t[place].value;
            fields.yearDigits = 4;
            fields.beforeChrist = true;
            match.next = era;
            return;
        }
        if (const auto year = plainYearAt(t, place)) {
            fields.year = *year;
            fields.yearDigits = 4;
            match.next = place + 1;
        }
        return;
    }
    if (t.isMark(place, '\'') && t.isNumber(place + 1) && t[place + 1].digits == 2 && !t.touches(place + 2)) {
        fields.year = t[place + 1].value;
        fields.yearDigits = 4;
        fields.shortYear = true;
        match.next = place + 2;
        return;
    }
    if (const auto words = yearInWordsAt(t, place)) {
        fields.year = static_cast<std::int32_t>(words->value);
        fields.yearDigits = 4;
        match.next = words->next;
    }
}

/// "Q3", "third quarter", "third-quarter", "second half", "fiscal first quarter".
bool partAt(const TokenView& t, std::size_t at, Match& match)
{
    CalendarFields& fields = match.expression.fields;
    std::size_t place = at;
    if (t.is(place, Word::Fiscal)) {
        fields.fiscal = true;
        place = t.isMark(place + 1, '-') ? place + 2 : place + 1;
    }
    if (t.is(place, Word::Q) && t.isNumber(place + 1) && t.touches(place + 1) && t[place + 1].digits == 1 &&
        t[place + 1].value >= 1 && t[place + 1].value <= 4) {
        fields.quarter = small(t[place + 1].value);
        match.next = place + 2;
        return true;
    }
    if (t.is(place, Word::H) && t.isNumber(place + 1) && t.touches(place + 1) && t[place + 1].digits == 1 &&
        t[place + 1].value >= 1 && t[place + 1].value <= 2) {
        fields.half = small(t[place + 1].value);
        match.next = place + 2;
        return true;
    }
    // "the last half of 1989", "the latter half of the year"
    if (t.isAny(place, Word::Last, Word::Latter) && t.is(place + 1, Word::Half)) {
        fields.half = 2;
        match.next = place + 2;
        return true;
    }
    const auto ordinal = ordinalAt(t, place);
    if (!ordinal || ordinal->value > 4 || ordinal->value < 1)
        return false;
    std::size_t unit = t.isMark(ordinal->next, '-') ? ordinal->next + 1 : ordinal->next;
    if (t.is(unit, Word::Fiscal)) {
        fields.fiscal = true;
        ++unit;
    }
    if (t.isUnit(unit, Granularity::Quarter)) {
        fields.quarter = small(ordinal->value);
        match.next = unit + 1;
        return true;
    }
    if (t.is(unit, Word::Half) && ordinal->value <= 2) {
        fields.half = small(ordinal->value);
        match.next = unit + 1;
        return true;
    }
    return false;
}

} // namespace

MaybeMatch yearPartAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    CalendarFields& fields = match.expression.fields;
    const bool article = t.is(at, Word::The);
    std::size_t place = article ? at + 1 : at;

    // "fiscal 2013 third quarter", "fiscal year 2013 second quarter"
    const bool fiscal = t.is(place, Word::Fiscal);
    const std::size_t named = fiscal && t.isUnit(place + 1, Granularity::Year) ? place + 2 : place + 1;
    if (fiscal && plainYearAt(t, named))
        place = named;
    // "1989 third quarter", "the 1988 quarter", "the 1988 period"
    if (const auto year = plainYearAt(t, place)) {
        fields.year = *year;
        fields.yearDigits = 4;
        Match part{.first = at};
        const std::size_t partPlace = t.isMark(place + 1, '-') && t.touches(place + 1) ? place + 2 : place + 1;
        if (partAt(t, partPlace, part)) {
            fields.quarter = part.expression.fields.quarter;
            fields.half = part.expression.fields.half;
            fields.fiscal = fiscal;
            match.next = part.next;
            return match;
        }
        if (fiscal)
            return std::nullopt;
        const bool quarter = t.isUnit(place + 1, Granularity::Quarter) && !t.has(place + 1, flag::plural);
        if (article && (quarter || t.is(place + 1, Word::Period))) {
            match.expression.latestPeriod = true;
            match.expression.unit = Granularity::Quarter;
            match.next = place + 2;
            return match;
        }
        return std::nullopt;
    }
    if (partAt(t, place, match)) {
        const bool bound = article || t.has(at - 1, flag::preposition) || fields.fiscal || fields.quarter > 0;
        takeYear(t, match);
        // "the third quarter ended June 30, 2013" is one of that year
        if (fields.quarter > 0 && fields.yearDigits == 0 && t.isAny(match.next, Word::Ended, Word::Ending)) {
            const auto end = monthDateAt(t, match.next + 1);
            if (end && end->expression.fields.yearDigits == 4 && !end->expression.fields.shortYear) {
                fields.year = end->expression.fields.year;
                fields.yearDigits = 4;
            }
        }
        if (fields.half > 0 && (fields.yearDigits == 0 || !bound))
            return std::nullopt; // the second half of a match
        if (article && fields.yearDigits == 0 && t.isMark(match.next - 2, '-') && t.isWord(match.next) &&
            t[match.next].word == WordClass::None)
            return std::nullopt; // the article of "the third-quarter loss" is the loss's
        return match;
    }
    if (t.isClass(place, WordClass::Season) && !t.has(place, flag::plural)) {
        fields.season = static_cast<Season>(t[place].value);
        match.next = place + 1;
        takeYear(t, match);
        if (fields.yearDigits > 0)
            return match;
        match.next = place + 1;
        if (t.isMark(place + 1, '-') || t.isMark(at - 1, '-'))
            return std::nullopt;
        if (!t.has(place, flag::ambiguous)) {
            // "the summer offensive": the article is the offensive's; "Winter Palace" is a name.
            const bool describes = t.isWord(place + 1) && t[place + 1].word == WordClass::None &&
                                   !t[place + 1].pastEnding && !t.has(place + 1, flag::past);
            const bool name = t.has(place, flag::capital) && t.has(place + 1, flag::capital);
            return name || (article && describes) ? std::nullopt : MaybeMatch(match);
        }
        // "the fall of the wall", "a spring"
        if (t.is(place + 1, Word::Of) || t.is(place + 1, Word::In))
            return std::nullopt;
        const bool inTime = t.isAny(at - 1, Word::In, Word::By, Word::Until, Word::Since, Word::During, Word::Early,
                                    Word::Late, Word::Mid, Word::Throughout);
        // "the spring and early summer"
        const std::size_t other = t.isAny(place + 2, Word::Early, Word::Late) ? place + 3 : place + 2;
        const bool listed = t.isAny(place + 1, Word::And, Word::Or, Word::To) && t.isClass(other, WordClass::Season);
        return inTime || (article && listed) ? MaybeMatch(match) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace synoptic::temporal
