// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/calendar_units.h"

#include <algorithm>

namespace synoptic::temporal {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::months;
using std::chrono::year_month_day;

void appendNumber(std::string& text, int value, int width)
{
    char digits[12];
    int count = 0;
    for (; value > 0 || count < width; value /= 10)
        digits[count++] = static_cast<char>('0' + value % 10);
    while (count > 0)
        text += digits[--count];
}

int floorTo(int value, int step)
{
    const int rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

} // namespace

int yearOf(Day day)
{
    return static_cast<int>(year_month_day{day}.year());
}

unsigned monthOf(Day day)
{
    return static_cast<unsigned>(year_month_day{day}.month());
}

unsigned dayOfMonthOf(Day day)
{
    return static_cast<unsigned>(year_month_day{day}.day());
}

unsigned weekdayOf(Day day)
{
    return std::chrono::weekday{day}.iso_encoding();
}

unsigned quarterOf(Day day)
{
    return (monthOf(day) + 2) / 3;
}

Day dayIn(int year, unsigned month, unsigned day)
{
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? Day{date} : Day{date.year() / date.month() / last};
}

DayRange yearRange(int year)
{
    return {dayIn(year, 1, 1), dayIn(year, 12, 31)};
}

DayRange monthRange(int year, unsigned month)
{
    return {dayIn(year, month, 1), dayIn(year, month, 31)};
}

DayRange quarterRange(int year, unsigned quarter)
{
    return {dayIn(year, quarter * 3 - 2, 1), dayIn(year, quarter * 3, 31)};
}

DayRange seasonRange(int year, Season season)
{
    switch (season) {
    case Season::Spring:
        return {dayIn(year, 3, 1), dayIn(year, 5, 31)};
    case Season::Summer:
        return {dayIn(year, 6, 1), dayIn(year, 8, 31)};
    case Season::Autumn:
        return {dayIn(year, 9, 1), dayIn(year, 11, 30)};
    case Season::Winter:
    case Season::None:
        break;
    }
    return {dayIn(year, 12, 1), dayIn(year + 1, 3, 1) - days{1}};
}

DayRange unitAround(Granularity unit, Day day)
{
    const int year = yearOf(day);
    const auto years = [](int first, int count) {
        return DayRange{dayIn(first, 1, 1), dayIn(first + count - 1, 12, 31)};
    };
    switch (unit) {
    case Granularity::Second:
    case Granularity::Minute:
    case Granularity::Hour:
    case Granularity::PartOfDay:
    case Granularity::Day:
        return {day, day};
    case Granularity::Weekend: {
        const Day monday = day - days{static_cast<int>(weekdayOf(day)) - 1};
        return {monday + days{5}, monday + days{6}};
    }
    case Granularity::Week: {
        const Day monday = day - days{static_cast<int>(weekdayOf(day)) - 1};
        return {monday, monday + days{6}};
    }
    case Granularity::Month:
        return monthRange(year, monthOf(day));
    case Granularity::Quarter:
        return quarterRange(year, quarterOf(day));
    case Granularity::Season: {
        const unsigned month = monthOf(day);
        if (month <= 2)
            return seasonRange(year - 1, Season::Winter);
        return seasonRange(year, static_cast<Season>(month / 3));
    }
    case Granularity::HalfYear:
        return monthOf(day) <= 6 ? DayRange{dayIn(year, 1, 1), dayIn(year, 6, 30)}
                                 : DayRange{dayIn(year, 7, 1), dayIn(year, 12, 31)};
    case Granularity::Year:
        return yearRange(year);
    case Granularity::Decade:
        return years(floorTo(year, 10), 10);
    case Granularity::Century:
        return years(floorTo(year, 100), 100);
    case Granularity::Millennium:
        return years(floorTo(year, 1000), 1000);
    }
    return {day, day};
}

std::optional<Day> shifted(Day day, Granularity unit, std::int64_t amount)
{
    constexpr std::int64_t mostDays = 366LL * 20'000;
    if (amount < -mostDays || amount > mostDays)
        return std::nullopt;
    std::int64_t dayCount = 0;
    std::int64_t monthCount = 0;
    switch (unit) {
    case Granularity::Second:
    case Granularity::Minute:
    case Granularity::Hour:
    case Granularity::PartOfDay:
        break;
    case Granularity::Day:
        dayCount = amount;
        break;
    case Granularity::Weekend:
    case Granularity::Week:
        dayCount = amount * 7;
        break;
    case Granularity::Month:
        monthCount = amount;
        break;
    case Granularity::Quarter:
    case Granularity::Season:
        monthCount = amount * 3;
        break;
    case Granularity::HalfYear:
        monthCount = amount * 6;
        break;
    case Granularity::Year:
        monthCount = amount * 12;
        break;
    case Granularity::Decade:
        monthCount = amount * 120;
        break;
    case Granularity::Century:
        monthCount = amount * 1200;
        break;
    case Granularity::Millennium:
        monthCount = amount * 12000;
        break;
    }
    if (monthCount != 0) {
        const std::int64_t whole = static_cast<std::int64_t>(yearOf(day)) * 12 + monthOf(day) - 1 + monthCount;
        const std::int64_t year = whole >= 0 ? whole / 12 : (whole - 11) / 12;
        if (year < firstYear || year > lastYear)
            return std::nullopt;
        return dayIn(static_cast<int>(year), static_cast<unsigned>(whole - year * 12) + 1, dayOfMonthOf(day));
    }
    if (dayCount < -mostDays || dayCount > mostDays)
        return std::nullopt;
    const std::int64_t moved = day.time_since_epoch().count() + dayCount;
    if (moved < dayIn(firstYear, 1, 1).time_since_epoch().count() ||
        moved > dayIn(lastYear, 12, 31).time_since_epoch().count())
        return std::nullopt;
    return Day{days{static_cast<int>(moved)}};
}

std::string yearValue(int year)
{
    std::string value;
    if (year <= 0) {
        value = "BC";
        appendNumber(value, 1 - year, 4);
        return value;
    }
    appendNumber(value, year, 4);
    return value;
}

std::string timexValue(Granularity unit, Day first)
{
    const year_month_day date{first};
    const int year = static_cast<int>(date.year());
    // Before our era a decade has the digits of its name: the year 489 BC lies in the 480s BC.
    const auto digits = [year](int divisor, int width) {
        std::string value = year <= 0 ? "BC" : "";
        appendNumber(value, (year <= 0 ? 1 - year : year) / divisor, width);
        return value;
    };
    std::string value;
    switch (unit) {
    case Granularity::Weekend:
    case Granularity::Week: {
        const IsoWeek week = isoWeekOf(first);
        value = yearValue(week.year) + "-W";
        appendNumber(value, static_cast<int>(week.week), 2);
        if (unit == Granularity::Weekend)
            value += "-WE";
        return value;
    }
    case Granularity::Month:
        value = yearValue(year) + '-';
        appendNumber(value, static_cast<int>(monthOf(first)), 2);
        return value;
    case Granularity::Quarter:
        value = yearValue(year) + "-Q";
        appendNumber(value, static_cast<int>(quarterOf(first)), 1);
        return value;
    case Granularity::Season:
        value = yearValue(year) + '-';
        value += seasonCode(monthOf(first) == 12 ? Season::Winter : static_cast<Season>(monthOf(first) / 3));
        return value;
    case Granularity::HalfYear:
        return yearValue(year) + (monthOf(first) <= 6 ? "-H1" : "-H2");
    case Granularity::Year:
        return yearValue(year);
    case Granularity::Decade:
        return digits(10, 3);
    case Granularity::Century:
        return digits(100, 2);
    case Granularity::Millennium:
        return digits(1000, 1);
    case Granularity::Second:
    case Granularity::Minute:
    case Granularity::Hour:
    case Granularity::PartOfDay:
    case Granularity::Day:
        break;
    }
    value = yearValue(year) + '-';
    appendNumber(value, static_cast<int>(monthOf(first)), 2);
    value += '-';
    appendNumber(value, static_cast<int>(dayOfMonthOf(first)), 2);
    return value;
}

std::string_view seasonCode(Season season)
{
    switch (season) {
    case Season::Spring:
        return "SP";
    case Season::Summer:
        return "SU";
    case Season::Autumn:
        return "FA";
    case Season::Winter:
    case Season::None:
        break;
    }
    return "WI";
}

std::string_view partCode(PartOfDay part)
{
    switch (part) {
    case PartOfDay::Morning:
        return "TMO";
    case PartOfDay::Midday:
        return "T12:00";
    case PartOfDay::Afternoon:
        return "TAF";
    case PartOfDay::Evening:
        return "TEV";
    case PartOfDay::Night:
        return "TNI";
    case PartOfDay::Daytime:
        return "TDT";
    case PartOfDay::None:
        break;
    }
    return "";
}

} // namespace synoptic::temporal
