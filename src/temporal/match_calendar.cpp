// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "temporal/clock.h"
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

std::uint8_t small(std::int64_t value)
{
    return static_cast<std::uint8_t>(value);
}

/// A day of the month in digits or as an ordinal: "5", "5th", "fifth".
std::optional<Numeral> dayNumberAt(const TokenView& t, std::size_t at)
{
    if (const auto ordinal = ordinalAt(t, at); ordinal && ordinal->value >= 1 && ordinal->value <= 31)
        return ordinal;
    if (!t.isNumber(at) || t[at].digits > 2 || t[at].value < 1 || t[at].value > 31)
        return std::nullopt;
    if (t.isMark(at - 1, '$') ||
        (t.touches(at) && (t.isMark(at - 1, '.') || (t.isMark(at - 1, ':') && !t.isWord(at - 2)))))
        return std::nullopt; // "$12 March 1", "6,107.31 August"
    if (t.isWord(at + 1) && t.touches(at + 1))
        return std::nullopt; // "5pm"
    if (t.touches(at + 1) &&
        (t.isMark(at + 1, '%') || (t.isMark(at + 1, ':') && t.isNumber(at + 2) && t.touches(at + 2))))
        return std::nullopt; // "5:30"
    if (t.touches(at + 1) && t.isMark(at + 1, '.') && t.touches(at + 2) && t.isNumber(at + 2))
        return std::nullopt; // "5.3"
    return Numeral{.value = t[at].value, .digits = true, .next = at + 1};
}

/// A day of the month in plain words: "twenty-nine"; "May two" is one only with its year.
std::optional<Numeral> dayInWordsAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Cardinal))
        return std::nullopt;
    const std::size_t unit = t.isMark(at + 1, '-') ? at + 2 : at + 1;
    Numeral day{.value = t[at].value, .next = at + 1};
    if (day.value >= 20 && t.isClass(unit, WordClass::Cardinal) && t[unit].value >= 1 && t[unit].value <= 9)
        day = {.value = day.value + t[unit].value, .next = unit + 1};
    return day.value >= 1 && day.value <= 31 ? std::optional(day) : std::nullopt;
}

/// Past the full stop of "Nov.".
std::size_t afterMonth(const TokenView& t, std::size_t at)
{
    return t.has(at, flag::abbreviation) && t.isMark(at + 1, '.') && t.touches(at + 1) ? at + 2 : at + 1;
}

struct Year
{
    std::int32_t year = 0;
    bool shortYear = false;
    bool beforeChrist = false;
    std::size_t next = 0;
};

/// The year that may follow a month or a day: ", 2021", "of 1940", "2021", "490 BC", "'98", "nineteen ninety-six".
std::optional<Year> trailingYearAt(const TokenView& t, std::size_t at, bool afterDay)
{
    std::size_t place = at;
    // "28 June in 2020", but "on 5 May in 2020 cases"
    const bool in = t.is(place, Word::In) && t.isNumber(place + 1) && endsNumber(t, place + 2);
    if (t.isMark(place, ',') || t.is(place, Word::Of) || in)
        ++place;
    if (t.isNumber(place)) {
        const std::size_t after = afterBeforeChrist(t, place + 1);
        if (after > place + 1 && t[place].value > 0 && t[place].value < 10000 && !t.has(place, flag::grouped))
            return Year{1 - t[place].value, false, true, after};
        // "31 December 9999", but not "March 5, 2500 people"
        if (afterDay && t[place].digits == 4 && t[place].value >= 2200 && !t.has(place, flag::grouped) &&
            !t.isWord(place + 1) && !t.isMark(at, ','))
            return Year{t[place].value, false, false, place + 1};
        if (t[place].digits == 4 && (afterDay || !t.isMark(at, ','))) {
            if (const auto year = plainYearAt(t, place))
                return Year{*year, false, false, place + 1};
        }
        if (t[place].digits == 4 && t.isMark(at, ',')) { // "October, 1917"
            if (const auto year = plainYearAt(t, place); year && *year >= 1400)
                return Year{*year, false, false, place + 1};
        }
        // "April of 87": no day of it
        if (t.is(at, Word::Of) && t[place].digits == 2 && t[place].value > 31 && endsNumber(t, place + 1))
            return Year{t[place].value, true, false, place + 1};
        return std::nullopt;
    }
    if (t.isMark(place, '\'') && t.isNumber(place + 1) && t.touches(place + 1) && t[place + 1].digits == 2)
        return Year{t[place + 1].value, true, false, place + 2};
    if (const auto words = yearInWordsAt(t, place))
        return Year{static_cast<std::int32_t>(words->value), false, false, words->next};
    return std::nullopt;
}

void setYear(CalendarFields& fields, const Year& year)
{
    fields.year = year.year;
    fields.yearDigits = 4;
    fields.shortYear = year.shortYear;
    fields.beforeChrist = year.beforeChrist;
}

bool isLeapDayOnly(const CalendarFields& fields)
{
    return fields.month == 2 && fields.day == 29;
}

/// Whether a day of the month exists in the year, as far as the year is known.
bool exists(const CalendarFields& fields)
{
    if (fields.day == 0)
        return true;
    if (!isDayOfMonth(fields.month, fields.day))
        return false;
    if (fields.yearDigits == 4 && !fields.shortYear && isLeapDayOnly(fields))
        return std::chrono::year{fields.year}.is_leap();
    return true;
}

/// "Month [day][, year]" or "day [of] Month [, year]" at @p at, no weekday.
MaybeMatch plainMonthDateAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    CalendarFields& fields = match.expression.fields;
    const bool article = t.is(at, Word::The);
    const std::size_t begin = article ? at + 1 : at;
    std::size_t next = 0;
    if (t.isClass(begin, WordClass::Month)) {
        if (article)
            return std::nullopt;
        fields.month = small(t[begin].value);
        next = afterMonth(t, begin);
        const bool comma = t.isMark(next, ',') && t.touches(next) && ordinalAt(t, next + 1) && t.isNumber(next + 1);
        const std::size_t dayPlace = comma || t.is(next, Word::The) ? next + 1 : next; // "October, 1st"
        const auto day = dayNumberAt(t, dayPlace);
        if (day && !(dayPlace > next && day->digits && t.isNumber(day->next - 1))) {
            fields.day = small(day->value);
            next = day->next;
        } else if (const auto words = dayInWordsAt(t, next);
                   words &&
                   (trailingYearAt(t, words->next, true) || (words->next > next + 1 && endsNumber(t, words->next)))) {
            fields.day = small(words->value);
            next = words->next;
        } else if (t.isMark(next, '-') && t.touches(next) && t.touches(next + 1) && plainYearAt(t, next + 1)) {
            ++next; // "Dec-2018"
        }
    } else {
        auto day = dayNumberAt(t, begin);
        if (const auto words = day ? std::nullopt : dayInWordsAt(t, begin);
            words && !article && t.isClass(words->next, WordClass::Month) && t.has(words->next, flag::capital) &&
            trailingYearAt(t, afterMonth(t, words->next), true)) {
            day = words;
            day->digits = true; // asks for no "of"
        }
        if (!day)
            return std::nullopt;
        if (article && day->digits && t.isNumber(day->next - 1) && t.is(day->next, Word::Of))
            return std::nullopt;
        std::size_t month = t.is(day->next, Word::Of) ? day->next + 1 : day->next;
        if (t.isMark(month, '-') && t.touches(month))
            ++month; // "5-Mar-2021"
        if (!t.isClass(month, WordClass::Month) || (t.has(month, flag::ambiguous) && !t.has(month, flag::capital)))
            return std::nullopt;
        // "the second May I saw" is rare, "second March" of nobody is rarer: ordinals in words ask for "of".
        if (!day->digits && month == day->next)
            return std::nullopt;
        fields.day = small(day->value);
        fields.month = small(t[month].value);
        next = afterMonth(t, month);
        if (t.isMark(next, '-') && t.touches(next) && t.isNumber(next + 1) && t[next + 1].digits == 4)
            ++next;
    }
    if (fields.day == 0 && !isMonthHere(t, begin))
        return std::nullopt;
    if (fields.day > 0 && t.has(begin, flag::ambiguous) && t.isClass(begin, WordClass::Month) &&
        !t.has(begin, flag::capital))
        return std::nullopt; // "may 5 people"
    if (const auto year = trailingYearAt(t, next, fields.day > 0)) {
        setYear(fields, *year);
        next = year->next;
        if (!exists(fields))
            return std::nullopt;
    } else if (!exists(fields)) {
        return std::nullopt;
    }
    match.next = next;
    return match;
}

} // namespace

bool isDayOfMonth(unsigned month, unsigned day)
{
    return std::chrono::month_day{std::chrono::month{month}, std::chrono::day{day}}.ok();
}

std::size_t afterBeforeChrist(const TokenView& t, std::size_t at)
{
    if (t.is(at, Word::Bc))
        return at + 1;
    if (t.is(at, Word::B) && t.isMark(at + 1, '.') && t.is(at + 2, Word::C)) {
        const std::size_t next = t.isMark(at + 3, '.') && t.touches(at + 3) ? at + 4 : at + 3;
        return t.is(next, Word::E) && t.touches(next) && t.isMark(next + 1, '.') ? next + 2 : next;
    }
    return at;
}

std::optional<std::int32_t> plainYearAt(const TokenView& t, std::size_t at)
{
    const Token& token = t[at];
    if (token.kind != TokenKind::Number || token.digits != 4 || t.has(at, flag::grouped))
        return std::nullopt;
    if (token.value < 1000 || token.value > 2199)
        return std::nullopt;
    if (t.touches(at) && (t.isWord(at - 1) || t.isMark(at - 1, '.') || t.isMark(at - 1, '$') || t.isMark(at - 1, '#') ||
                          t.isMark(at - 1, ':')))
        return std::nullopt;
    if (t.isMark(at - 1, '$'))
        return std::nullopt;
    if (t.touches(at + 1)) {
        if (t.isWord(at + 1) || t.isMark(at + 1, '%') || t.isMark(at + 1, '/'))
            return std::nullopt;
        if ((t.isMark(at + 1, '.') || t.isMark(at + 1, ',') || t.isMark(at + 1, ':')) && t.isNumber(at + 2) &&
            t.touches(at + 2))
            return std::nullopt;
    }
    return token.value;
}

/// "Sep to Nov", "June-August"
bool isMonthRange(const TokenView& t, std::size_t at)
{
    const auto isLink = [&t](std::size_t i) { return t.isAny(i, Word::To, Word::Through) || t.isMark(i, '-'); };
    const auto isMonth = [&t](std::size_t i) { return t.isClass(i, WordClass::Month) && t.has(i, flag::capital); };
    return (isLink(at + 1) && isMonth(at + 2)) ||
           (isLink(at - 1) && isMonth(at - 2) && t.has(at - 3, flag::preposition));
}

bool isMonthHere(const TokenView& t, std::size_t at)
{
    const Token& month = t[at];
    const std::size_t after = afterMonth(t, at);
    const bool link = t.isMark(after, ',') || t.is(after, Word::Of) || (t.isMark(after, '-') && t.touches(after));
    const bool yearFollows = plainYearAt(t, link ? after + 1 : after).has_value();
    if (!t.has(at, flag::capital)) { // as people type: "in april", "april 2017", "between august and october"
        const auto isListed = [&t](std::size_t between, std::size_t other) {
            return t.isAny(between, Word::And, Word::Or, Word::To, Word::Through) && t.isClass(other, WordClass::Month);
        };
        const bool august = month.value == 8 && !isListed(at + 1, at + 2) && !isListed(at - 1, at - 2);
        if (t.is(at - 1, Word::In) && !t.isWord(at + 1) && t.has(at, flag::ambiguous) && !t.has(at, flag::abbreviation))
            return true; // "it may be in may."
        const bool article = t.is(at - 1, Word::The) && t.is(at - 2, Word::In) && !t.isWord(at + 1);
        return !t.has(at, flag::ambiguous | flag::abbreviation) && !august &&
               (yearFollows || article || t.has(at - 1, flag::preposition) ||
                (plainYearAt(t, at - 1) && t.has(at - 2, flag::preposition))); // "in 2017 april"
    }
    // "Mr. March", "Mrs May"
    if (t.is(at - 1, Word::Title) || (t.isMark(at - 1, '.') && t.is(at - 2, Word::Title)))
        return false;
    if (t.touches(at + 1) && t.isMark(at + 1, '\'') && t.has(at, flag::ambiguous) &&
        !(t.has(at - 1, flag::preposition) ||
          t.isAny(at - 1, Word::Last, Word::Next, Word::This, Word::Early, Word::Late)))
        return false;
    if (t.has(at, flag::abbreviation))
        // An abbreviated month without a year needs a preposition: "in Nov.", "after Feb"; "Jan" is a name as well.
        return yearFollows || isMonthRange(t, at) ||
               (t.has(at - 1, flag::preposition) && !t.has(at, flag::ambiguous) &&
                ((t.isMark(at + 1, '.') && t.touches(at + 1)) ||
                 !(t.isWord(at + 1) && (month.value == 1 || t.has(at + 1, flag::capital)))));
    const bool company =
        t.has(at - 1, flag::preposition) ||
        t.isAny(at - 1, Word::Last, Word::Next, Word::This, Word::Early, Word::Late, Word::Mid, Word::Previous,
                Word::Following, Word::Coming, Word::And, Word::Or, Word::Each, Word::Every, Word::That, Word::Same) ||
        (t.isMark(at - 1, '-') && t.is(at - 2, Word::Mid)) || isMonthRange(t, at);
    const std::size_t next = at + 1;
    if (t.has(at, flag::ambiguous)) {
        // "March of the Mothers", "May said": the name of a month only in the company of time.
        if (t.has(at - 1, flag::modal) && !company)
            return false;
        if (month.value == 3 && t.is(next, Word::Of) && !yearFollows)
            return false;
        // "the March accession", but "the March on Washington"
        const bool describes =
            t.is(at - 1, Word::The) && t.isWord(next) && t[next].word == WordClass::None && !t.has(next, flag::capital);
        return company || yearFollows || describes;
    }
    // A first name or surname stands before another name: "August Wilson", "June Smith", "April Jones".
    const bool nameFollows = t.isWord(next) && t.has(next, flag::capital) && t[next].word == WordClass::None;
    const bool isFirstName = month.value == 4 || month.value == 6 || month.value == 8;
    const bool listed = t.isAny(at - 1, Word::And, Word::Or); // "June Smith and April Jones"
    return (company && !listed) || !(isFirstName && nameFollows);
}

std::size_t afterImpossibleDate(const TokenView& t, std::size_t at)
{
    CalendarFields fields;
    std::size_t next = at;
    if (t.isClass(at, WordClass::Month) && t.has(at, flag::capital)) {
        const auto day = dayNumberAt(t, afterMonth(t, at));
        if (!day)
            return at;
        fields.month = small(t[at].value);
        fields.day = small(day->value);
        next = day->next;
    } else {
        const auto day = dayNumberAt(t, at);
        if (!day)
            return at;
        const std::size_t month = t.is(day->next, Word::Of) ? day->next + 1 : day->next;
        if (!t.isClass(month, WordClass::Month) || !t.has(month, flag::capital))
            return at;
        fields.month = small(t[month].value);
        fields.day = small(day->value);
        next = afterMonth(t, month);
    }
    if (const auto year = trailingYearAt(t, next, true)) {
        setYear(fields, *year);
        next = year->next;
    }
    return exists(fields) ? at : next;
}

MaybeMatch monthDateAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Weekday) || t.has(at, flag::plural))
        return plainMonthDateAt(t, at);
    std::size_t next = afterMonth(t, at);
    if (t.has(at, flag::abbreviation) && !t.has(at, flag::capital))
        return std::nullopt;
    if (t.isMark(next, ','))
        ++next;
    auto match = plainMonthDateAt(t, t.is(next, Word::The) ? next + 1 : next);
    if (!match || match->expression.fields.day == 0)
        return std::nullopt;
    match->first = at;
    match->expression.fields.weekday = small(t[at].value);
    return match;
}

} // namespace synoptic::temporal
