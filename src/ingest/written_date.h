// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/text_span.h"

namespace synoptic::ingest {

/// Which of two figures with a slash between them is the day.
enum class FigureOrder : std::uint8_t
{
    Unknown, ///< the date is in words, begins with its year, or could be either
    DayFirst,
    MonthFirst
};

/// A calendar date as somebody wrote it: "Thursday, May 26", "26 April 2021", "2021/04/26". Always names month and day.
struct WrittenDate
{
    TextSpan span;
    unsigned month = 0; ///< 1…12
    unsigned day = 0;   ///< 1…31
    std::optional<int> year;
    std::optional<std::chrono::weekday> weekday;
    bool ambiguous = false;                   ///< "04/05/2021": nobody knows which is the month
    FigureOrder order = FigureOrder::Unknown; ///< what its figures show: "26/04/2021" can only be read one way

    /// The day it names; nothing without a year, if there is no such day, or if it is ambiguous.
    std::optional<Day> calendarDay() const;
    /// An ambiguous date read in an order that something else has shown, else the date itself.
    WrittenDate readAs(FigureOrder shown) const;
    /// An ambiguous date in the order that its own weekday shows: "Tuesday, 04/05/2021"; else the date itself.
    WrittenDate settledByWeekday() const;
    /// A weekday was written and it is not the one of that day.
    bool contradictsWeekday() const;

    friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// The absolute dates in @p text, which is one line or its beginning: English month names, those of its neighbors
/// behind a day ("26. Januar 2021"), ISO 8601, day.month.year, numbers with slashes. In text order, without overlaps;
/// spans count from the beginning of @p text. Errors: none; impossible dates are skipped. Cost: linear.
std::vector<WrittenDate> writtenDates(std::string_view text);

/// The day of a machine's time stamp or of a date alone: ISO 8601 in its forms, RFC 5322, or any writtenDates() form.
/// The day as written with its own offset: 23:30-04:00 stays on its day.
std::optional<Day> dayOfTimestamp(std::string_view value);

/// The date in a file name or in the path of a URL: "2021-04-26", "2021/04/26", "20210426" between other signs,
/// "2021/04" or "2021-04" for a month.
std::optional<DayRange> daysInPath(std::string_view path);

/// The years from @p first to @p last in which the month and day of @p date fall on its weekday: "2011, 2016, 2022".
std::string yearsThatFit(const WrittenDate& date, int first, int last);

} // namespace synoptic::ingest
