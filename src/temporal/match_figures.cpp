// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/hour_ranges.h"
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

/// Fills in month and day as far as the two figures tell which is which: month first, as with slashes Americans write,
/// unless it cannot be.
bool setMonthAndDay(const Token& a, const Token& b, UnresolvedExpression& expression)
{
    const bool dayFirst = a.value > 12;
    const int month = dayFirst ? b.value : a.value;
    const int day = dayFirst ? a.value : b.value;
    if (month < 1 || month > 12 || day < 1 || !isDayOfMonth(static_cast<unsigned>(month), static_cast<unsigned>(day)))
        return false;
    expression.fields.month = static_cast<std::uint8_t>(month);
    expression.fields.day = static_cast<std::uint8_t>(day);
    expression.dayFirst = a.value <= 12 && b.value <= 12 && a.value != b.value;
    return true;
}

/// Whether a word before "11/20" makes it a date: alone it is a fraction, a score or a name.
bool asksForDate(const TokenView& t, std::size_t at)
{
    const std::size_t before = at - 1;
    return t.isAny(before, Word::On, Word::By, Word::Until, Word::Since, Word::Before, Word::After, Word::From,
                   Word::Between, Word::This, Word::Next) ||
           t.isClass(before, WordClass::Weekday) ||
           (t.isMark(before, ',') && t.isClass(before - 1, WordClass::Weekday));
}

/// Whether figures that touch what is before them begin a date: behind the dash of "10/1/2018-10/7/2018".
bool followsDateInFigures(const TokenView& t, std::size_t at)
{
    if (!t.isMark(at - 1, '-') || !t.isNumber(at - 2))
        return false;
    // "10-1-2018-10-7-2018": the year is what tells where one ends
    const bool dashes = t[at - 2].digits == 4 && t.isMark(at - 3, '-') && t.isNumber(at - 4) && t.isMark(at - 5, '-') &&
                        t.isMark(at + 1, '-') && t[at + 4].digits == 4;
    return dashes || (t.isMark(at - 3, '/') && t.isMark(at + 1, '/'));
}

/// Whether the dash behind a date in figures joins it to another: "10-1-2018-10-7-2018".
bool continuesWithDate(const TokenView& t, std::size_t dash)
{
    return t.isMark(dash, '-') && t[dash - 1].digits == 4 && t.isMark(dash + 2, '-') && t.isMark(dash + 4, '-') &&
           t[dash + 5].digits == 4;
}

/// "on 11/20", "from 10/1 to 11/7", "Friday 5/12": a day without its year.
MaybeMatch dayInFiguresAt(const TokenView& t, std::size_t at)
{
    const auto isPair = [&t](std::size_t i) {
        return t.isNumber(i) && t[i].digits <= 2 && t.isMark(i + 1, '/') && t.touches(i + 1) && t.isNumber(i + 2) &&
               t.touches(i + 2) && t[i + 2].digits <= 2 && !(t.touches(i + 3) && t.isMark(i + 3, '/'));
    };
    if (!isPair(at))
        return std::nullopt;
    // the second of a range or of a list has its word before the first
    constexpr std::size_t pairTokens = 4; // with the separator
    constexpr int mostPairs = 8;
    bool asked = asksForDate(t, at);
    std::size_t first = at;
    for (int pairs = 0; !asked && pairs < mostPairs && first >= pairTokens && isPair(first - pairTokens); ++pairs) {
        const std::size_t link = first - 1;
        if (!t.isAny(link, Word::To, Word::And, Word::Or, Word::Until) && !t.isMark(link, '-') && !t.isMark(link, ','))
            break;
        first -= pairTokens;
        asked = asksForDate(t, first);
    }
    const std::size_t next = at + 3;
    // "6/4 between 9:30 and 4 pm", "23/12 before 5pm"
    asked = asked || (t.isAny(next, Word::Between, Word::From, Word::At, Word::Before, Word::After, Word::By) &&
                      (beginsHourRange(t, next + 1) || clockAt(t, next + 1)));
    // "10/1-11/2/2017"
    asked = asked || (t.isMark(next, '-') && t.touches(next) && t.isMark(next + 2, '/') && t.isMark(next + 4, '/') &&
                      t[next + 5].digits == 4);
    if (!asked || t.is(next, Word::Of) || t.isMark(next, '%') || t.isClass(next, WordClass::Unit))
        return std::nullopt;
    Match match{.first = at, .next = next};
    if (!setMonthAndDay(t[at], t[at + 2], match.expression))
        return std::nullopt;
    match.expression.dayFirst = false; // without a year the other order is no reading of its own
    if (const auto year = t.isMark(next, ',') ? plainYearAt(t, next + 1) : std::nullopt) {
        match.expression.fields.year = *year;
        match.expression.fields.yearDigits = 4;
        match.next = next + 2;
    }
    return match;
}

/// "Oct/2", "Dec/2018", "2019-aug-1", "23/Sep/2020", "Sep-23-2020": a named month between slashes or dashes.
MaybeMatch namedMonthInFiguresAt(const TokenView& t, std::size_t at)
{
    const auto separated = [&](std::size_t i) {
        return (t.isMark(i, '/') || t.isMark(i, '-')) && t[i].value == t[at + 1].value && t.touches(i) &&
               t.touches(i + 1);
    };
    // "this Friday-Jun-15", "Friday (Jun-15)": with its weekday it is a day and no year
    const bool weekday = (t.isMark(at - 1, '-') || t.isMark(at - 1, '(')) && t.isClass(at - 2, WordClass::Weekday) &&
                         t.isClass(at, WordClass::Month);
    if (!separated(at + 1) || (t.touches(at) && !weekday && !followsDateInFigures(t, at)))
        return std::nullopt;
    const bool three = separated(at + 3);
    int month = 0;
    int day = 0;
    int year = 0;
    for (std::size_t i = at; i <= at + (three ? 4U : 2U); i += 2) {
        if (t.isClass(i, WordClass::Month) && month == 0)
            month = t[i].value;
        else if (t.isNumber(i) && t[i].digits == 4 && t[i].value >= 1000 && t[i].value < 2200 && year == 0)
            year = t[i].value;
        else if (t.isNumber(i) && t[i].digits <= 2 && t[i].value >= 1 && t[i].value <= 31 && day == 0)
            day = t[i].value;
        else
            return std::nullopt;
    }
    const std::size_t next = at + (three ? 5 : 3);
    // "May-7" beside a slash or dash more is part of something longer
    if (month == 0 || (t.touches(next) && (t.isMark(next, '/') || t.isNumber(next) || t.isWord(next))) ||
        (!three && t.isMark(at + 1, '-') && year == 0 && !weekday))
        return std::nullopt;
    if (day > 0 && !isDayOfMonth(static_cast<unsigned>(month), static_cast<unsigned>(day)))
        return std::nullopt;
    if (month == 2 && day == 29 && year > 0 && !std::chrono::year{year}.is_leap())
        return std::nullopt;
    Match match{.first = at, .next = next};
    CalendarFields& fields = match.expression.fields;
    fields.month = static_cast<std::uint8_t>(month);
    fields.day = static_cast<std::uint8_t>(day);
    fields.year = year;
    fields.yearDigits = year > 0 ? 4 : 0;
    return match;
}

/// "2021-04", "12/2015": "2007-08" is two years.
MaybeMatch monthInFiguresAt(const TokenView& t, std::size_t at)
{
    if (!t.isNumber(at) || t.touches(at) || !t.isNumber(at + 2) || !t.touches(at + 1) || !t.touches(at + 2) ||
        (t.touches(at + 3) && (t.isWord(at + 3) || t.isMark(at + 3, '-') || t.isMark(at + 3, '/'))))
        return std::nullopt;
    const Token& a = t[at];
    const Token& b = t[at + 2];
    // "2007-08" and "1998-12" may be years; "2015-12" and "2015-3" are none that could follow
    const bool descends = b.value <= a.value % 100;
    const bool yearFirst =
        t.isMark(at + 1, '-') && a.digits == 4 && b.value >= 1 &&
        ((b.digits == 2 && (b.value <= 9 || (b.value <= 12 && descends))) || (b.digits == 1 && descends));
    const bool yearLast = (t.isMark(at + 1, '/') || t.isMark(at + 1, '-')) && a.digits <= 2 && a.value >= 1 &&
                          a.value <= 12 && b.digits == 4;
    const int year = yearFirst ? a.value : b.value;
    if (yearFirst && b.value == (year + 1) % 100)
        return std::nullopt; // "2007-08" is two years
    if ((!yearFirst && !yearLast) || year < 1800 || year >= 2200)
        return std::nullopt;
    Match match{.first = at, .next = at + 3};
    CalendarFields& fields = match.expression.fields;
    fields.year = year;
    fields.yearDigits = 4;
    fields.month = static_cast<std::uint8_t>(yearFirst ? b.value : a.value);
    return match;
}

/// All of day, month and year in figures, with the clock that ISO 8601 puts behind it.
MaybeMatch wholeDateAt(const TokenView& t, std::size_t at)
{
    if (!t.isNumber(at) || (t.touches(at) && !followsDateInFigures(t, at)))
        return std::nullopt;
    // All three numbers and their separators touch.
    for (std::size_t i = at + 1; i <= at + 4; ++i) {
        if (!t.touches(i))
            return std::nullopt;
    }
    const auto separator = static_cast<char>(t[at + 1].value);
    if (t[at + 1].kind != TokenKind::Mark || (separator != '-' && separator != '/' && separator != '.'))
        return std::nullopt;
    if (!t.isNumber(at + 2) || !t.isMark(at + 3, separator) || !t.isNumber(at + 4))
        return std::nullopt;
    const Token& a = t[at];
    const Token& b = t[at + 2];
    const Token& c = t[at + 4];
    if (t.touches(at + 5) && (t.isMark(at + 5, separator) || t.isMark(at + 5, '.')) && t.touches(at + 6) &&
        t.isNumber(at + 6) && !continuesWithDate(t, at + 5))
        return std::nullopt; // "1.12.2020.4"
    Match match{.first = at, .next = at + 5};
    CalendarFields& fields = match.expression.fields;
    int month = 0;
    int day = 0;
    if (a.digits == 4 && b.digits <= 2 && c.digits <= 2) {
        fields.year = a.value;
        month = b.value;
        day = c.value;
    } else if (a.digits <= 2 && b.digits <= 2 && (c.digits == 4 || (c.digits == 2 && separator != '.'))) {
        fields.year = c.value;
        fields.shortYear = c.digits == 2;
        // Month first with slashes and dashes as Americans write, unless it cannot be; day first with full stops.
        const bool dayFirst = separator == '.' || a.value > 12;
        month = dayFirst ? b.value : a.value;
        day = dayFirst ? a.value : b.value;
        match.expression.dayFirst = separator != '.' && a.value <= 12 && b.value <= 12 && a.value != b.value;
    } else {
        return std::nullopt;
    }
    if (month < 1 || month > 12 || day < 1 || !isDayOfMonth(static_cast<unsigned>(month), static_cast<unsigned>(day)))
        return std::nullopt;
    if (!fields.shortYear && (fields.year < 1000 || fields.year > 9999))
        return std::nullopt;
    fields.yearDigits = 4;
    fields.month = static_cast<std::uint8_t>(month);
    fields.day = static_cast<std::uint8_t>(day);
    if (month == 2 && day == 29 && !fields.shortYear && !std::chrono::year{fields.year}.is_leap())
        return std::nullopt;
    // "2021-04-15T17:00": "T17" is a word and a number that touch.
    if (t.touches(at + 5) && t.isWord(at + 5) && t.textOf(at + 5) == "T" && t.isNumber(at + 6) &&
        t[at + 6].digits == 2 && t.isMark(at + 7, ':') && t.isNumber(at + 8) && t[at + 8].digits == 2 &&
        t[at + 6].value < 25 && t[at + 8].value < 60) {
        match.expression.type = ExpressionType::Time;
        fields.hour = static_cast<std::int8_t>(t[at + 6].value);
        fields.minute = static_cast<std::int8_t>(t[at + 8].value);
        match.next = at + 9;
        if (t.isMark(match.next, ':') && t.touches(match.next) && t.isNumber(match.next + 1))
            match.next += 2;
        if (t.is(match.next, Word::Z) && t.touches(match.next))
            ++match.next;
    }
    return match;
}

} // namespace

MaybeMatch numericDateAt(const TokenView& t, std::size_t at)
{
    if (auto whole = wholeDateAt(t, at))
        return whole;
    if (auto named = namedMonthInFiguresAt(t, at))
        return named;
    if (auto month = monthInFiguresAt(t, at))
        return month;
    return dayInFiguresAt(t, at);
}

MaybeMatch weekdayInFiguresAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Weekday) || t.has(at, flag::plural))
        return std::nullopt;
    std::size_t place = at + 1;
    if (t.has(at, flag::abbreviation) && t.isMark(place, '.') && t.touches(place))
        ++place;
    const bool parentheses = t.isMark(place, '(');
    if (t.isMark(place, ',') || parentheses)
        ++place;
    auto match = numericDateAt(t, place);
    if (!match || match->expression.fields.day == 0)
        return std::nullopt;
    if (parentheses && t.isMark(match->next, ')'))
        ++match->next;
    match->first = at;
    match->expression.fields.weekday = static_cast<std::uint8_t>(t[at].value);
    return match;
}

} // namespace synoptic::temporal
