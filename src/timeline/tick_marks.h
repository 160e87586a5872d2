// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/time_scale.h"

namespace synoptic::timeline {

enum class CalendarUnit : std::uint8_t
{
    Minute,
    Hour,
    Day,
    Month,
    Year,
    Decade,
    Century,
    Millennium
};

/// The words an axis is written with; English unless translated.
struct CalendarWords
{
    std::array<std::string, 12> shortMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<std::string, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
    std::array<std::string, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    std::string beforeChrist = "BC"; ///< follows the year
};

/// How many pixels a text takes.
using TextWidth = std::function<double(std::string_view)>;

/// A calendar boundary. An empty label means that there was no room for one.
struct Tick
{
    double time = 0.0;
    double x = 0.0; ///< of the boundary
    std::string label;
    double labelX = 0.0; ///< left edge of the label
    double labelWidth = 0.0;
};

struct AxisRow
{
    CalendarUnit unit = CalendarUnit::Day;
    int step = 1;
    std::vector<Tick> ticks; ///< by time
};

/// Two rows: fine ticks over the periods that contain them.
struct Axis
{
    AxisRow fine;
    AxisRow coarse;
};

/// The ticks of what @p scale shows, on calendar boundaries. Labels of one row never overlap and stay inside the
/// width; a label with the year is always there. Cost: some hundred ticks at most.
Axis calendarAxis(const TimeScale& scale, const TextWidth& textWidth, const CalendarWords& words = {});

/// The begin of the period of @p step units that holds @p time. Days are counted within their month ("every fifth"),
/// hours and minutes within their day, months within their year.
double periodBegin(double time, CalendarUnit unit, int step);

/// The begin of the period after the one that begins at @p begin.
double nextPeriod(double begin, CalendarUnit unit, int step);

} // namespace synoptic::timeline
