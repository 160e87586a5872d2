// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "temporal/tokenizer.h"
#include "temporal/unresolved_expression.h"

/// The parts of the recognizer. Each looks at one position and answers with the longest expression of its own kind that
/// begins there, or with nothing. None looks further than a bounded number of tokens.
namespace synoptic::temporal {

struct Match
{
    UnresolvedExpression expression{};
    std::size_t first = 0; ///< position of the first token
    std::size_t next = 0;  ///< position of the token after the last
    bool doubtful = false; ///< whether it is an expression at all depends on the words around (see choices)
};

using MaybeMatch = std::optional<Match>;

/// "2021-04-15", "15/04/2021", "4/15/21", "15.4.2021", "2021-04", "12/2015", "23/Sep/2020", "on 11/20".
MaybeMatch numericDateAt(const TokenView& tokens, std::size_t at);

/// "Friday 5/12", "Thu, 2021-04-15".
MaybeMatch weekdayInFiguresAt(const TokenView& tokens, std::size_t at);

/// "March 5, 2021", "5th of March", "March 2021", "Nov. 6", "Monday 5 April", "March"; the weekday in front included.
MaybeMatch monthDateAt(const TokenView& tokens, std::size_t at);

/// "1998", "in 490 BC", "'98", "the 1990s", "the nineties", "the 19th century", "fiscal 1988".
MaybeMatch yearAt(const TokenView& tokens, std::size_t at);

/// "the third quarter of 1989", "Q3 2020", "first-half", "the 1988 quarter", "spring 2008", "the winter of 1944".
MaybeMatch yearPartAt(const TokenView& tokens, std::size_t at);

/// "Friday", "Friday morning", "Monday night".
MaybeMatch weekdayAt(const TokenView& tokens, std::size_t at);

/// "the year before 2015", "the day after Thanksgiving".
MaybeMatch unitBesideDateAt(const TokenView& tokens, std::size_t at);

/// "the second day", "the fifth day of the rebellion": a day counted from what no calendar knows.
MaybeMatch ordinalDayAt(const TokenView& tokens, std::size_t at);

/// "the 13th", "the 25th of the month" after a preposition.
MaybeMatch dayOfMonthAt(const TokenView& tokens, std::size_t at);

/// "Christmas", "Labor Day", "New Year's Eve 1999".
MaybeMatch holidayAt(const TokenView& tokens, std::size_t at);

/// "5 p.m. EST", "17:30", "noon", "10 o'clock", "4 in the morning", with the day that follows.
MaybeMatch clockAt(const TokenView& tokens, std::size_t at);

/// "today", "yesterday morning", "tonight", "last night".
MaybeMatch dayNameAt(const TokenView& tokens, std::size_t at);

/// "last week", "this summer", "next Friday", "that same day", "the previous year", "the latest quarter".
MaybeMatch deicticAt(const TokenView& tokens, std::size_t at);

/// "two years", "a few weeks ago", "ten days later", "the past three months", "eight-year".
MaybeMatch lengthAt(const TokenView& tokens, std::size_t at);

/// "the first week of May", "the last Monday of next month", "week 3 of 2027".
MaybeMatch nthAt(const TokenView& tokens, std::size_t at);

/// Makes the length @p match a day: "two weeks before Christmas", "three days from Tuesday". The position after it, or
/// 0 if there is no such day.
std::size_t takeDayCountedFrom(const TokenView& tokens, Match& match);

/// "daily", "every Friday", "each month", "twice a week".
MaybeMatch repetitionAt(const TokenView& tokens, std::size_t at);

/// "now", "recently", "the future".
MaybeMatch vagueAt(const TokenView& tokens, std::size_t at);

/// "the morning", "Sunday night" without its day: "in the morning", "that night".
MaybeMatch partOfDayAt(const TokenView& tokens, std::size_t at);

/// The longest of all of them at @p at, nothing joined to it.
MaybeMatch coreAt(const TokenView& tokens, std::size_t at);

/// The longest with what belongs to it: "Friday morning", "July of last year", "5 p.m. EST, Nov. 6", "Tuesday of next
/// week", "the morning of March 5".
MaybeMatch combinedAt(const TokenView& tokens, std::size_t at);

/// The longest of all of them at @p at, with the modifiers in front: "early", "the end of", "about".
MaybeMatch expressionAt(const TokenView& tokens, std::size_t at);

/// A year in digits at @p at that no unit or name claims; nothing if out of range.
std::optional<std::int32_t> plainYearAt(const TokenView& tokens, std::size_t at);

/// The position after "BC", "B.C.", "BCE" at @p at; @p at itself if there is none.
std::size_t afterBeforeChrist(const TokenView& tokens, std::size_t at);

/// The position after a date that no calendar has ("Feb. 29, 2015", "30 February") at @p at; @p at itself if there is
/// none. Its parts are no expressions either.
std::size_t afterImpossibleDate(const TokenView& tokens, std::size_t at);

/// Whether a month has that day in some year.
bool isDayOfMonth(unsigned month, unsigned day);

/// Whether the month at @p at is no surname, verb or modal: "Mrs May", "the march on", "it may".
bool isMonthHere(const TokenView& tokens, std::size_t at);

} // namespace synoptic::temporal
