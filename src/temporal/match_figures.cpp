// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {

MaybeMatch numericDateAt(const TokenView& t, std::size_t at)
{
    if (!t.isNumber(at) || t.touches(at))
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
        t.isNumber(at + 6))
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

} // namespace synoptic::temporal
