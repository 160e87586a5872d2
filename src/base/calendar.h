// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

/// A civil day of the proleptic Gregorian calendar; no zone, no clock.
using Day = std::chrono::sys_days;

/// Days from @p first to @p last, both included.
struct DayRange
{
    Day first;
    Day last;

    constexpr bool isOneDay() const { return first == last; }
    constexpr bool contains(Day day) const { return first <= day && day <= last; }
    constexpr int days() const { return static_cast<int>((last - first).count()) + 1; }

    friend constexpr auto operator<=>(const DayRange&, const DayRange&) = default;
};

/// "2021-04-15". Years outside 0…9999 follow ISO 8601 expanded ("-0499-03-01", "+12021-01-01").
/// Source: ISO 8601-1:2019, 5.2.2.
std::string isoDate(Day day);

/// The day that "2021-04-15" names; nothing for any other form or an impossible date.
std::optional<Day> dayFromIso(std::string_view text);

/// The days that "2021", "2021-04" or "2021-04-15" covers; nothing for any other form.
std::optional<DayRange> daysFromIso(std::string_view text);

/// The shortest of "2021", "2021-04", "2021-04-15" and "2021-04-15/2021-05-02" (EDTF) that covers exactly @p range.
std::string edtfOf(const DayRange& range);

/// ISO 8601 week date of a day: year and week (1…53); the week belongs to the year of its Thursday.
struct IsoWeek
{
    int year = 0;
    unsigned week = 0;

    friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek isoWeekOf(Day day);

/// The Monday of an ISO week.
Day mondayOf(IsoWeek week);

} // namespace synoptic
