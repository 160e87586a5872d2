// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "temporal/interval.h"
#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

/// The years whose days are counted with; anything outside has no interval.
inline constexpr int firstYear = -9999;
inline constexpr int lastYear = 9999;

int yearOf(Day day);
unsigned monthOf(Day day);
unsigned dayOfMonthOf(Day day);
/// 1 Monday … 7 Sunday.
unsigned weekdayOf(Day day);
unsigned quarterOf(Day day);

Day dayIn(int year, unsigned month, unsigned day);
DayRange yearRange(int year);
DayRange monthRange(int year, unsigned month);
DayRange quarterRange(int year, unsigned quarter);
/// December belongs to the winter that begins in it. Source: meteorological seasons of the northern hemisphere.
DayRange seasonRange(int year, Season season);

/// The unit that contains @p day: its week from Monday, its month … its century ("1901" lies in 1900…1999).
DayRange unitAround(Granularity unit, Day day);

/// @p day moved by whole units; a day that the month lacks becomes its last. Nothing outside the years counted with.
std::optional<Day> shifted(Day day, Granularity unit, std::int64_t amount);

/// The TIMEX3 value of a unit that begins at @p first: "2021-W14", "2021-Q3", "199". Source: TimeML 1.2.1.
std::string timexValue(Granularity unit, Day first);

/// "SP", "SU", "FA", "WI" · "TMO", "TAF", …
std::string_view seasonCode(Season season);
std::string_view partCode(PartOfDay part);

/// "2021" or, before our era, "BC0499" for the astronomical year −498.
std::string yearValue(int year);

/// The day of a holiday in a year. Source: the rules of the Gregorian calendar and of US federal holidays (5 U.S.C.
/// 6103); Easter after Meeus, Astronomical Algorithms, chapter 8.
Day holidayIn(int year, Holiday holiday);

} // namespace synoptic::temporal
