// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/calendar_units.h"

namespace synoptic::temporal {
namespace {

using std::chrono::days;

/// The @p count-th @p weekday (1 Monday … 7 Sunday) of a month; the last for 5.
Day nthWeekday(int year, unsigned month, unsigned weekday, unsigned count)
{
    const std::chrono::weekday which{weekday % 7};
    const std::chrono::year_month ym = std::chrono::year{year} / std::chrono::month{month};
    if (count == 5)
        return Day{ym / which[std::chrono::last]};
    return Day{ym / which[count]};
}

/// Western Easter. Source: Meeus, Astronomical Algorithms, chapter 8 (the anonymous Gregorian algorithm).
Day easterIn(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int whole = h + l - 7 * m + 114;
    return dayIn(year, static_cast<unsigned>(whole / 31), static_cast<unsigned>(whole % 31 + 1));
}

} // namespace

Day holidayIn(int year, Holiday holiday)
{
    switch (holiday) {
    case Holiday::None:
    case Holiday::NewYearsDay:
        return dayIn(year, 1, 1);
    case Holiday::NewYearsEve:
        return dayIn(year, 12, 31);
    case Holiday::ValentinesDay:
        return dayIn(year, 2, 14);
    case Holiday::SaintPatricksDay:
        return dayIn(year, 3, 17);
    case Holiday::AprilFoolsDay:
        return dayIn(year, 4, 1);
    case Holiday::MayDay:
        return dayIn(year, 5, 1);
    case Holiday::IndependenceDay:
        return dayIn(year, 7, 4);
    case Holiday::BastilleDay:
        return dayIn(year, 7, 14);
    case Holiday::Halloween:
        return dayIn(year, 10, 31);
    case Holiday::VeteransDay:
    case Holiday::ArmisticeDay:
        return dayIn(year, 11, 11);
    case Holiday::ChristmasEve:
        return dayIn(year, 12, 24);
    case Holiday::Christmas:
        return dayIn(year, 12, 25);
    case Holiday::BoxingDay:
        return dayIn(year, 12, 26);
    case Holiday::MartinLutherKingDay:
        return nthWeekday(year, 1, 1, 3);
    case Holiday::PresidentsDay:
        return nthWeekday(year, 2, 1, 3);
    case Holiday::MemorialDay:
        return nthWeekday(year, 5, 1, 5);
    case Holiday::LaborDay:
        return nthWeekday(year, 9, 1, 1);
    case Holiday::ColumbusDay:
        return nthWeekday(year, 10, 1, 2);
    case Holiday::Thanksgiving:
        return nthWeekday(year, 11, 4, 4);
    case Holiday::ElectionDay: // the Tuesday after the first Monday
        return nthWeekday(year, 11, 1, 1) + days{1};
    case Holiday::MothersDay:
        return nthWeekday(year, 5, 7, 2);
    case Holiday::FathersDay:
        return nthWeekday(year, 6, 7, 3);
    case Holiday::EarthDay:
        return dayIn(year, 4, 22);
    case Holiday::GroundhogDay:
        return dayIn(year, 2, 2);
    case Holiday::AshWednesday:
        return easterIn(year) - days{46};
    case Holiday::PalmSunday:
        return easterIn(year) - days{7};
    case Holiday::GoodFriday:
        return easterIn(year) - days{2};
    case Holiday::Easter:
        return easterIn(year);
    case Holiday::EasterMonday:
        return easterIn(year) + days{1};
    case Holiday::Pentecost:
        return easterIn(year) + days{49};
    case Holiday::Juneteenth:
        return dayIn(year, 6, 19);
    case Holiday::BlackFriday: // the day after Thanksgiving
        return nthWeekday(year, 11, 4, 4) + days{1};
    }
    return dayIn(year, 1, 1);
}

} // namespace synoptic::temporal
