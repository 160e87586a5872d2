// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/calendar.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace synoptic {
namespace {

using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<unsigned> digits(std::string_view text)
{
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

std::string yearText(int value)
{
    char buffer[16];
    if (value >= 0 && value <= 9999)
        std::snprintf(buffer, sizeof buffer, "%04d", value);
    else
        std::snprintf(buffer, sizeof buffer, "%c%04d", value < 0 ? '-' : '+', std::abs(value));
    return buffer;
}

std::string monthText(std::chrono::year_month ym)
{
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "-%02u", static_cast<unsigned>(ym.month()));
    return yearText(static_cast<int>(ym.year())) + buffer;
}

} // namespace

std::string isoDate(Day day)
{
    const year_month_day date{day};
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "-%02u", static_cast<unsigned>(date.day()));
    return monthText(date.year() / date.month()) + buffer;
}

std::optional<DayRange> daysFromIso(std::string_view text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    if (!y)
        return std::nullopt;
    const year theYear{static_cast<int>(*y)};
    if (text.size() == 4)
        return DayRange{Day{theYear / 1 / 1}, Day{theYear / 12 / 31}};
    const auto m = digits(text.substr(5, 2));
    if (text[4] != '-' || !m || !month{*m}.ok())
        return std::nullopt;
    const month theMonth{*m};
    if (text.size() == 7)
        return DayRange{Day{theYear / theMonth / 1}, Day{theYear / theMonth / last}};
    const auto d = digits(text.substr(8, 2));
    if (text[7] != '-' || !d)
        return std::nullopt;
    const year_month_day date{theYear, theMonth, std::chrono::day{*d}};
    if (!date.ok())
        return std::nullopt;
    return DayRange{Day{date}, Day{date}};
}

std::optional<Day> dayFromIso(std::string_view text)
{
    const auto range = daysFromIso(text);
    if (!range || text.size() != 10)
        return std::nullopt;
    return range->first;
}

std::string edtfOf(const DayRange& range)
{
    const year_month_day first{range.first};
    const year_month_day lastDay{range.last};
    if (range.isOneDay())
        return isoDate(range.first);
    if (first.year() == lastDay.year() && range.first == Day{first.year() / 1 / 1} &&
        range.last == Day{first.year() / 12 / 31})
        return yearText(static_cast<int>(first.year()));
    if (first.year() == lastDay.year() && first.month() == lastDay.month() &&
        range.first == Day{first.year() / first.month() / 1} && range.last == Day{first.year() / first.month() / last})
        return monthText(first.year() / first.month());
    return isoDate(range.first) + "/" + isoDate(range.last);
}

IsoWeek isoWeekOf(Day day)
{
    const std::chrono::weekday weekday{day};
    const Day thursday = day + std::chrono::days{4 - static_cast<int>(weekday.iso_encoding())};
    const year theYear = year_month_day{thursday}.year();
    const auto dayOfYear = (thursday - Day{theYear / 1 / 1}).count();
    return {static_cast<int>(theYear), static_cast<unsigned>(dayOfYear / 7 + 1)};
}

Day mondayOf(IsoWeek week)
{
    const Day fourth{year{week.year} / 1 / 4};
    const std::chrono::weekday weekday{fourth};
    return fourth - std::chrono::days{static_cast<int>(weekday.iso_encoding()) - 1} +
           std::chrono::days{7 * (static_cast<int>(week.week) - 1)};
}

} // namespace synoptic
