// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string_view>

#include "base/calendar.h"

namespace synoptic::temporal {

/// A civil moment, to the second: what a wall clock beside the event shows. Not an instant of any time zone.
using Instant = std::chrono::sys_seconds;

/// How precisely a time is known, from fine to coarse.
enum class Granularity : std::uint8_t
{
    Second,
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium
};

/// "month", "half-year", "part of day": as people and documents name it.
std::string_view nameOf(Granularity granularity);

/// Half-open: "March 2024" is [1 March, 1 April) with Granularity::Month. The width is the precision.
struct Interval
{
    Instant begin;
    Instant end;
    Granularity granularity = Granularity::Day;

    constexpr bool overlaps(const Interval& other) const { return begin < other.end && other.begin < end; }
    constexpr bool contains(const Interval& other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool isDayOrFiner() const { return granularity <= Granularity::Day; }
    /// First and last day touched, both included.
    constexpr DayRange days() const
    {
        const auto firstDay = std::chrono::floor<std::chrono::days>(begin);
        const auto lastDay = std::chrono::floor<std::chrono::days>(end - std::chrono::seconds{1});
        return {firstDay, lastDay < firstDay ? firstDay : lastDay};
    }

    friend constexpr auto operator<=>(const Interval&, const Interval&) = default;
};

constexpr Interval intervalOf(const DayRange& range, Granularity granularity)
{
    return {range.first, range.last + std::chrono::days{1}, granularity};
}

/// What a time says of the event beside it. Before and After are open to one side: the interval is the named time.
enum class Qualifier : std::uint8_t
{
    Exact,
    About,
    Before,
    After,
    Between,
    Unknown
};

} // namespace synoptic::temporal
