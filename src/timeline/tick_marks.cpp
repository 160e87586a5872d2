// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/tick_marks.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

namespace synoptic::timeline {

namespace {

using namespace std::chrono;

constexpr double daySeconds = 86'400.0;
constexpr double labelGap = 8.0;

double secondsOfDay(year_month_day date)
{
    return static_cast<double>(sys_days{date}.time_since_epoch().count()) * daySeconds;
}

year_month_day dateOf(double time)
{
    return {sys_days{days{static_cast<int>(std::floor(time / daySeconds))}}};
}

int floorTo(int value, int step)
{
    const int rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

int yearsOf(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Decade:
        return 10;
    case CalendarUnit::Century:
        return 100;
    case CalendarUnit::Millennium:
        return 1000;
    default:
        return 1;
    }
}

double typicalSeconds(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Minute:
        return 60.0;
    case CalendarUnit::Hour:
        return 3'600.0;
    case CalendarUnit::Day:
        return daySeconds;
    case CalendarUnit::Month:
        return 28.0 * daySeconds; // the shortest, so that no month is too narrow
    default:
        return yearsOf(unit) * 365.0 * daySeconds;
    }
}

/// Of the days 1, 1 + step …: none so late that the first of the next month would be too close.
int dayStep(int day, int step)
{
    if (step == 1)
        return day;
    const int own = day < step ? 1 : floorTo(day, step);
    const int last = 30 - step / 2;
    return own > last ? floorTo(last, step) : own;
}

double yearBegin(int value)
{
    return secondsOfDay(year{value} / January / 1);
}

std::string yearText(int value, const CalendarWords& words)
{
    return value > 0 ? std::to_string(value) : std::to_string(1 - value) + " " + words.beforeChrist;
}

std::string clockText(double time)
{
    const double second = time - std::floor(time / daySeconds) * daySeconds;
    const int minute = static_cast<int>(std::lround(second / 60.0));
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minute / 60 % 24, minute % 60);
    return text;
}

std::string fineText(double time, CalendarUnit unit, const CalendarWords& words)
{
    const year_month_day date = dateOf(time);
    switch (unit) {
    case CalendarUnit::Minute:
    case CalendarUnit::Hour:
        return clockText(time);
    case CalendarUnit::Day:
        return std::to_string(static_cast<unsigned>(date.day()));
    case CalendarUnit::Month:
        return words.shortMonths[static_cast<unsigned>(date.month()) - 1];
    default:
        return yearText(static_cast<int>(date.year()), words);
    }
}

/// From the longest form to the shortest; each names the year.
std::vector<std::string> coarseTexts(double time, CalendarUnit unit, const CalendarWords& words)
{
    const year_month_day date = dateOf(time);
    const std::string ofYear = yearText(static_cast<int>(date.year()), words);
    const auto month = static_cast<unsigned>(date.month()) - 1;
    const std::string day = std::to_string(static_cast<unsigned>(date.day()));
    switch (unit) {
    case CalendarUnit::Day:
        return {words.weekdays[weekday{sys_days{date}}.c_encoding()] + " " + day + " " + words.months[month] + " " +
                    ofYear,
                day + " " + words.shortMonths[month] + " " + ofYear};
    case CalendarUnit::Month:
        return {words.months[month] + " " + ofYear, words.shortMonths[month] + " " + ofYear};
    case CalendarUnit::Year:
        return {ofYear};
    default: {
        const int first = static_cast<int>(date.year());
        const int last = first + yearsOf(unit) - 1;
        return {yearText(first, words) + " – " + yearText(last, words), yearText(first, words)};
    }
    }
}

struct Division
{
    CalendarUnit fine;
    int step;
    CalendarUnit coarse;
};

constexpr std::array divisions = {Division{CalendarUnit::Minute, 1, CalendarUnit::Day},
                                  Division{CalendarUnit::Minute, 2, CalendarUnit::Day},
                                  Division{CalendarUnit::Minute, 5, CalendarUnit::Day},
                                  Division{CalendarUnit::Minute, 15, CalendarUnit::Day},
                                  Division{CalendarUnit::Minute, 30, CalendarUnit::Day},
                                  Division{CalendarUnit::Hour, 1, CalendarUnit::Day},
                                  Division{CalendarUnit::Hour, 3, CalendarUnit::Day},
                                  Division{CalendarUnit::Hour, 6, CalendarUnit::Day},
                                  Division{CalendarUnit::Hour, 12, CalendarUnit::Day},
                                  Division{CalendarUnit::Day, 1, CalendarUnit::Month},
                                  Division{CalendarUnit::Day, 2, CalendarUnit::Month},
                                  Division{CalendarUnit::Day, 5, CalendarUnit::Month},
                                  Division{CalendarUnit::Day, 10, CalendarUnit::Month},
                                  Division{CalendarUnit::Day, 15, CalendarUnit::Month},
                                  Division{CalendarUnit::Month, 1, CalendarUnit::Year},
                                  Division{CalendarUnit::Month, 3, CalendarUnit::Year},
                                  Division{CalendarUnit::Month, 6, CalendarUnit::Year},
                                  Division{CalendarUnit::Year, 1, CalendarUnit::Decade},
                                  Division{CalendarUnit::Year, 2, CalendarUnit::Decade},
                                  Division{CalendarUnit::Year, 5, CalendarUnit::Decade},
                                  Division{CalendarUnit::Year, 10, CalendarUnit::Century},
                                  Division{CalendarUnit::Year, 20, CalendarUnit::Century},
                                  Division{CalendarUnit::Year, 50, CalendarUnit::Century},
                                  Division{CalendarUnit::Year, 100, CalendarUnit::Millennium},
                                  Division{CalendarUnit::Year, 200, CalendarUnit::Millennium},
                                  Division{CalendarUnit::Year, 500, CalendarUnit::Millennium},
                                  Division{CalendarUnit::Year, 1000, CalendarUnit::Millennium},
                                  Division{CalendarUnit::Year, 2000, CalendarUnit::Millennium},
                                  Division{CalendarUnit::Year, 5000, CalendarUnit::Millennium}};

double widestFineLabel(const Division& division, const TimeScale& scale, const TextWidth& textWidth,
                       const CalendarWords& words)
{
    if (division.fine != CalendarUnit::Month && division.fine != CalendarUnit::Year)
        return textWidth(division.fine == CalendarUnit::Day ? "30" : "00:00");
    double widest = 0.0;
    if (division.fine == CalendarUnit::Month) {
        for (const std::string& month : words.shortMonths)
            widest = std::max(widest, textWidth(month));
        return widest;
    }
    const TimeRange seen = scale.visible();
    for (const double time : {seen.begin, seen.end})
        widest = std::max(widest, textWidth(fineText(time, CalendarUnit::Year, words)));
    return widest;
}

Division divisionFor(const TimeScale& scale, const TextWidth& textWidth, const CalendarWords& words)
{
    for (const Division& division : divisions) {
        const double spacing = typicalSeconds(division.fine) * division.step / scale.secondsPerPixel();
        if (spacing < widestFineLabel(division, scale, textWidth, words) + labelGap)
            continue;
        // Before it is measured, since a day's label costs a text layout each
        const bool namesYears = division.fine == CalendarUnit::Year;
        const double period = typicalSeconds(division.coarse) / scale.secondsPerPixel();
        if (namesYears ||
            period >= textWidth(coarseTexts(scale.visible().begin, division.coarse, words).back()) + labelGap)
            return division;
    }
    return divisions.back();
}

AxisRow fineRow(const Division& division, const TimeScale& scale, const TextWidth& textWidth,
                const CalendarWords& words)
{
    AxisRow row{division.fine, division.step, {}};
    const TimeRange seen = scale.visible();
    double free = 0.0; // where the next label may begin
    for (double time = periodBegin(seen.begin, row.unit, row.step); time < seen.end;
         time = nextPeriod(time, row.unit, row.step)) {
        Tick tick{time, scale.x(time), {}, 0.0, 0.0};
        // An hour names an instant, a day a stretch: its label stands in its middle.
        const bool isInstant = row.unit <= CalendarUnit::Hour;
        const double middle =
            isInstant ? tick.x : (tick.x + scale.x(nextPeriod(periodBegin(time, row.unit, 1), row.unit, 1))) / 2.0;
        const std::string text = fineText(time, row.unit, words);
        const double width = textWidth(text);
        const double left = middle - width / 2.0;
        if (left >= free && left + width <= scale.width()) {
            tick.label = text;
            tick.labelX = left;
            tick.labelWidth = width;
            free = left + width + labelGap / 2.0;
        }
        row.ticks.push_back(std::move(tick));
    }
    return row;
}

AxisRow coarseRow(CalendarUnit unit, const TimeScale& scale, const TextWidth& textWidth, const CalendarWords& words)
{
    AxisRow row{unit, 1, {}};
    const TimeRange seen = scale.visible();
    double free = 0.0;
    bool isLabeled = false;
    for (double time = periodBegin(seen.begin, unit, 1); time < seen.end;) {
        const double next = nextPeriod(time, unit, 1);
        Tick tick{time, scale.x(time), {}, 0.0, 0.0};
        const double left = std::max({tick.x + labelGap / 2.0, labelGap / 2.0, free});
        const double right = std::min(scale.x(next), scale.width()) - labelGap / 2.0;
        for (const std::string& text : coarseTexts(time, unit, words)) {
            const double width = textWidth(text);
            if (left + width > right)
                continue;
            tick.label = text;
            tick.labelX = left;
            tick.labelWidth = width;
            free = left + width + labelGap;
            isLabeled = true;
            break;
        }
        row.ticks.push_back(std::move(tick));
        time = next;
    }
    if (!isLabeled && !row.ticks.empty()) { // two halves of periods: the year is said all the same
        Tick& first = row.ticks.front();
        first.label = coarseTexts(first.time, unit, words).back();
        first.labelWidth = std::min(textWidth(first.label), scale.width());
        first.labelX = std::min(labelGap / 2.0, scale.width() - first.labelWidth);
    }
    return row;
}

} // namespace

double periodBegin(double time, CalendarUnit unit, int step)
{
    const year_month_day date = dateOf(time);
    const double midnight = secondsOfDay(date);
    switch (unit) {
    case CalendarUnit::Minute:
        return midnight + std::floor((time - midnight) / (60.0 * step)) * 60.0 * step;
    case CalendarUnit::Hour:
        return midnight + std::floor((time - midnight) / (3'600.0 * step)) * 3'600.0 * step;
    case CalendarUnit::Day:
        return secondsOfDay(
            date.year() / date.month() /
            day{static_cast<unsigned>(dayStep(static_cast<int>(static_cast<unsigned>(date.day())), step))});
    case CalendarUnit::Month: {
        const int month0 = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
        return secondsOfDay(date.year() / month{static_cast<unsigned>(floorTo(month0, step) + 1)} / 1);
    }
    default:
        return yearBegin(floorTo(static_cast<int>(date.year()), step * yearsOf(unit)));
    }
}

double nextPeriod(double begin, CalendarUnit unit, int step)
{
    const double typical = typicalSeconds(unit) * step;
    if (unit <= CalendarUnit::Hour)
        return begin + typical; // steps divide the day
    if (unit == CalendarUnit::Day) {
        for (double time = begin + daySeconds;; time += daySeconds)
            if (periodBegin(time, unit, step) > begin)
                return periodBegin(time, unit, step);
    }
    // A period and a half ahead lies in the next one or, for a month of 28 days, at its end.
    const double ahead =
        begin + typical * 1.0 + (unit == CalendarUnit::Month ? 5.0 * step : 2.0 * step * yearsOf(unit)) * daySeconds;
    return periodBegin(ahead, unit, step);
}

Axis calendarAxis(const TimeScale& scale, const TextWidth& textWidth, const CalendarWords& words)
{
    const Division division = divisionFor(scale, textWidth, words);
    return {fineRow(division, scale, textWidth, words), coarseRow(division.coarse, scale, textWidth, words)};
}

} // namespace synoptic::timeline
