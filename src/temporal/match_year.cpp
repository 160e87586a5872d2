// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

bool isMonthOrSeason(const TokenView& t, std::size_t at)
{
    return t.isClass(at, WordClass::Month) || t.isClass(at, WordClass::Season);
}

/// "2007 saw", "1987 also brought": what a year does; "2000 died" are people.
bool isVerbOfYear(const TokenView& t, std::size_t at)
{
    const std::string_view verb = t.isWord(at) ? t.textOf(at) : std::string_view();
    if (verb == "also")
        return t.has(at + 1, flag::past) || t[at + 1].pastEnding || t.textOf(at + 1) == "brought";
    return verb == "saw" || verb == "was" || verb == "had" || verb == "began" || verb == "became" || verb == "brought";
}

/// Whether what stands before a bare number makes it a year.
bool isYearHere(const TokenView& t, std::size_t at)
{
    const std::size_t before = at - 1;
    const int value = t[at].value;
    if (t.isClass(at + 1, WordClass::Unit) || t.isClass(at + 1, WordClass::Scale) || t.isMark(at + 1, '%'))
        return t.isUnit(at + 1, Granularity::Quarter);
    if (t.isMark(at + 1, '-') && t.touches(at + 1) && t.touches(at + 2) && t.isWord(at + 2))
        return false; // "1988-model"
    if (t.has(before, flag::counted) || t.isMark(before, '$') || t.isMark(before, '#'))
        return false;
    if (t.isMark(before, '-') && t.touches(before) && t.touches(at) && !t.isNumber(at - 2))
        // "post-1959", "mid-1990"; "B-1900" is a name.
        return t.is(at - 2, Word::Mid) || (t.isWord(at - 2) && !t.has(at - 2, flag::capital));
    // "138-2010-2015", "3-2015": part of a number of another kind
    if (t.isMark(before, '-') && t.touches(before) && t.touches(at) && t.isNumber(at - 2) &&
        (t[at - 2].digits != 4 || (t.isMark(at - 3, '-') && t.isNumber(at - 4) && t.touches(at - 3))))
        return false;
    const auto isDashed = [&t](std::size_t i) { return t.isMark(i, '-') && t.touches(i) && t.touches(i + 1); };
    if (isDashed(before) && t.isNumber(at - 2) && isDashed(at + 1) && t.isNumber(at + 2))
        return false; // "2010-2015-86"
    if (isDashed(at + 1) && t.isNumber(at + 2) && isDashed(at + 3) && t.isNumber(at + 4))
        return false;
    // "Eastern Theater 1861-1863"
    const bool rangeFollows = t.isMark(at + 1, '-') && t.isNumber(at + 2) && t[at + 2].digits == 4 &&
                              t[at + 2].value > value && t[at + 2].value < 2060;
    if (rangeFollows && value >= 1400)
        return true;
    const bool numberBefore = t.isNumber(before) || t.isClass(before, WordClass::Cardinal);
    if (numberBefore)
        return false;
    // A plural noun after it is counted by it: "1500 people". "in 1990 prices" is read as a year.
    const bool asLateAs =
        t.is(before, Word::As) && t.isAny(before - 1, Word::Late, Word::Early, Word::Recently, Word::Back);
    const bool follows = t.has(before, flag::preposition | flag::possessor) || asLateAs || t.is(before, Word::The) ||
                         t.is(before, Word::And) || t.is(before, Word::Or) ||
                         t.isAny(before, Word::Early, Word::Late, Word::Mid, Word::Circa) ||
                         isMonthOrSeason(t, before) || t.is(before, Word::Fiscal) ||
                         (t.isAny(before, Word::That, Word::This) && t.isWord(at + 1) && value >= 1700);
    if (t.isAny(before, Word::About, Word::Over, Word::Under, Word::Than, Word::Least, Word::Most, Word::Around,
                Word::Nearly, Word::Almost, Word::Approximately, Word::Up))
        return (t.isAny(before, Word::About, Word::Around) ||
                (t.is(before, Word::Than) && t.isAny(before - 1, Word::Later, Word::Earlier))) &&
               value >= 1400 && value < 2100 && !t.isWord(at + 1);
    if (t.is(before, Word::To) || t.is(before, Word::Of) || t.is(before, Word::For) || t.is(before, Word::And) ||
        t.is(before, Word::Or) || t.is(before, Word::At))
        return value >= 1700 && value < 2060;
    if (follows)
        return value >= 1200 || t.is(before, Word::In);
    if (before >= t.size())
        return value >= 1800 && value < 2060 &&
               (!t.isWord(at + 1) || t.isClass(at + 1, WordClass::Grammar) || isVerbOfYear(t, at + 1));
    if (t.isMark(before, '(') || t.isMark(before, ',') || t.isMark(before, '-') || t.isMark(before, '"') ||
        t.isMark(before, ';') || t.isMark(before, ':') || t.isMark(before, '/') || t.isMark(before, '['))
        return value >= 1500 && value < 2060;
    if (t.isMark(before, '\'') || (t.is(before, Word::S) && t.touches(before)))
        return value >= 1700 && value < 2060;                // "Poland's 1939 borders"
    const bool article = t.isAny(before, Word::A, Word::An); // "A 1996 law"
    if (t.has(before, flag::capital) && t[before].word != WordClass::Weekday && !article)
        return false; // "Orion 1980", "Boeing 1904"
    // "they sold 1931 cars"
    const bool counts = t.isWord(at + 1) && t[at + 1].word == WordClass::None && !t.has(at + 1, flag::capital) &&
                        t.textOf(at + 1).ends_with("s");
    return value >= 1800 && value < 2040 && !counts;
}

/// "1990s", "1990's", "'90s": the decade, or the century for "1900s".
MaybeMatch decadeAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    CalendarFields& fields = match.expression.fields;
    std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    for (const Word word : {Word::Early, Word::Mid, Word::Late}) {
        if (place > at && t.is(place, word)) {
            match.expression.modifier = word == Word::Early ? Modifier::Start
                                        : word == Word::Mid ? Modifier::Mid
                                                            : Modifier::End;
            place = t.isMark(place + 1, '-') ? place + 2 : place + 1;
            break;
        }
    }
    const bool quoted = t.isMark(place, '\'');
    const std::size_t number = quoted ? place + 1 : place;
    if (t.isNumber(number)) {
        const std::size_t apostrophe = t.isMark(number + 1, '\'') ? number + 2 : number + 1;
        if (!t.is(apostrophe, Word::S) || !t.touches(apostrophe) || !t.touches(number + 1) || t[number].value % 10 != 0)
            return std::nullopt;
        match.next = apostrophe + 1;
        fields.yearDigits = 3;
        const std::size_t era = afterBeforeChrist(t, match.next);
        if (era > match.next && t[number].digits <= 4) {
            fields.year = t[number].value; // the decade's name; resolved as a name, never counted with
            fields.beforeChrist = true;
            match.next = era;
            return match;
        }
        if (t[number].digits == 4 && t[number].value >= 1000 && t[number].value < 2100) {
            fields.year = t[number].value;
            return match;
        }
        const bool listed =
            t.isAny(at - 1, Word::And, Word::Or, Word::To) && t.is(at - 2, Word::S); // "the 1960s and 70s"
        if (t[number].digits == 2 && (quoted || place > at || listed)) {
            fields.year = t[number].value;
            fields.shortYear = true;
            return match;
        }
        return std::nullopt;
    }
    if (t.isClass(place, WordClass::Decade) && (place > at || t.isAny(at - 1, Word::In, Word::Since))) {
        fields.year = t[place].value;
        fields.yearDigits = 3;
        fields.shortYear = true;
        match.next = place + 1;
        return match;
    }
    const std::size_t decade = t.isMark(place + 1, '-') ? place + 2 : place + 1;
    if (t.isClass(place, WordClass::Cardinal) && t.isClass(decade, WordClass::Decade) && t[place].value >= 13 &&
        t[place].value <= 20) {
        fields.year = t[place].value * 100 + t[decade].value;
        fields.yearDigits = 3;
        match.next = decade + 1;
        return match;
    }
    return std::nullopt;
}

/// "the 19th century", "eighteenth-century", "the 5th century BC".
MaybeMatch centuryAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    const std::size_t place = t.is(at, Word::The) ? at + 1 : at;
    const auto ordinal = ordinalAt(t, place);
    if (!ordinal || ordinal->value < 1 || ordinal->value > 30)
        return std::nullopt;
    const std::size_t unit = t.isMark(ordinal->next, '-') ? ordinal->next + 1 : ordinal->next;
    if (!t.isClass(unit, WordClass::Unit))
        return std::nullopt;
    const auto size = static_cast<Granularity>(t[unit].value);
    if (size != Granularity::Century && size != Granularity::Millennium)
        return std::nullopt;
    CalendarFields& fields = match.expression.fields;
    fields.yearDigits = size == Granularity::Century ? 2 : 1;
    fields.year = static_cast<std::int32_t>((ordinal->value - 1) * (size == Granularity::Century ? 100 : 1000));
    match.next = unit + 1;
    const std::size_t era = afterBeforeChrist(t, match.next);
    if (era > match.next) {
        fields.beforeChrist = true;
        match.next = era;
    } else if (unit > ordinal->next && place == at) {
        match.next = unit + 1;
    }
    return match;
}

MaybeMatch plainYearMatchAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    CalendarFields& fields = match.expression.fields;
    fields.yearDigits = 4;
    std::size_t place = at;
    const auto skip = [&](Word word) {
        if (t.is(place, word))
            ++place;
    };
    if (t.is(at, Word::The) && !t.isNumber(at + 1))
        ++place;
    // "fiscal 1988", "fiscal year 1988", "the year 1988", "the year two thousand"
    const bool fiscal = t.is(place, Word::Fiscal);
    skip(Word::Fiscal);
    if (fiscal && t.isMark(place, '-') && t.isUnit(place + 1, Granularity::Year))
        ++place; // "fiscal-year 2009"
    const bool named = t.isUnit(place, Granularity::Year);
    if (named)
        ++place;
    if (place > at && !fiscal && !named)
        return std::nullopt;
    fields.fiscal = fiscal;
    // "FY2010"
    if (fiscal && t.touches(place) && t.isNumber(place) && t[place].digits == 4 && t[place].value >= 1900 &&
        t[place].value < 2100 && !t.touches(place + 1)) {
        fields.year = t[place].value;
        match.next = place + 1;
        return match;
    }
    if (t.is(place, Word::Ad) && t.isNumber(place + 1) && t[place + 1].value > 0 && t[place + 1].value < 2200) {
        fields.year = t[place + 1].value;
        match.next = place + 2;
        return match;
    }
    if (t.isNumber(place) && t[place].digits <= 4 && t[place].value > 0) {
        const std::size_t era = afterBeforeChrist(t, place + 1);
        if (era > place + 1 && !t.has(place, flag::grouped)) {
            fields.year = 1 - t[place].value;
            fields.beforeChrist = true;
            match.next = era;
            return match;
        }
        if (t.isAny(place + 1, Word::Ad, Word::Ce) && t[place + 1].flags & flag::allCapitals) {
            fields.year = t[place].value;
            match.next = place + 2;
            return match;
        }
    }
    if (const auto year = plainYearAt(t, place)) {
        if (place == at && !isYearHere(t, place))
            return std::nullopt;
        fields.year = *year;
        match.next = place + 1;
        return match;
    }
    if (t.isMark(place, '\'') && t.isNumber(place + 1) && t.touches(place + 1) && t[place + 1].digits == 2 &&
        !t.touches(place) && !(t.isWord(place + 2) && t.touches(place + 2)) &&
        t.isAny(place - 1, Word::In, Word::Of, Word::Since, Word::By, Word::Late, Word::Early, Word::From, Word::To,
                Word::And)) {
        fields.year = t[place + 1].value;
        fields.shortYear = true;
        match.next = place + 2;
        return match;
    }
    if (const auto words = yearInWordsAt(t, place)) {
        const bool round = words->value % 100 == 0; // "twelve hundred", "two thousand" are counts as well
        if (round && !named && !fiscal && !(words->value < 2000 && t.isAny(place - 1, Word::In, Word::Since)))
            return std::nullopt;
        // "nineteen twenty people" does not happen; "twenty ten dollar notes" hardly.
        if (t.isClass(words->next, WordClass::Unit))
            return std::nullopt;
        fields.year = static_cast<std::int32_t>(words->value);
        match.next = words->next;
        return match;
    }
    return std::nullopt;
}

} // namespace

MaybeMatch yearAt(const TokenView& t, std::size_t at)
{
    if (auto decade = decadeAt(t, at))
        return decade;
    if (auto century = centuryAt(t, at))
        return century;
    return plainYearMatchAt(t, at);
}

} // namespace synoptic::temporal
