// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "temporal/choices.h"
#include "temporal/resolver.h"

/// Expressions that name fields of the calendar: months, days, weekdays, seasons, quarters, years.
namespace synoptic::temporal {
namespace {

using std::chrono::days;

/// A part of the year that recurs: its range in a year, and how fine it is.
struct Recurring
{
    const CalendarFields& fields;

    Granularity granularity() const
    {
        if (fields.holiday != Holiday::None || fields.day > 0)
            return fields.weekOf ? Granularity::Week : Granularity::Day;
        if (fields.month > 0)
            return Granularity::Month;
        if (fields.quarter > 0)
            return Granularity::Quarter;
        return fields.season != Season::None ? Granularity::Season : Granularity::HalfYear;
    }

    std::optional<DayRange> in(int year) const
    {
        if (year < firstYear || year > lastYear)
            return std::nullopt;
        if (fields.holiday != Holiday::None) {
            const Day day = holidayIn(year, fields.holiday);
            return DayRange{day, day};
        }
        if (fields.day > 0) {
            if (fields.month == 2 && fields.day == 29 && !std::chrono::year{year}.is_leap())
                return std::nullopt;
            const Day day = dayIn(year, fields.month, fields.day);
            return fields.weekOf ? unitAround(Granularity::Week, day) : DayRange{day, day};
        }
        if (fields.month > 0)
            return monthRange(year, fields.month);
        if (fields.quarter > 0)
            return quarterRange(year, fields.quarter);
        if (fields.season != Season::None)
            return seasonRange(year, fields.season);
        return fields.half == 1 ? DayRange{dayIn(year, 1, 1), dayIn(year, 6, 30)}
                                : DayRange{dayIn(year, 7, 1), dayIn(year, 12, 31)};
    }
};

/// Leap days recur after up to eight years.
constexpr int yearsToSearch = 8;

int distance(const DayRange& range, Day day)
{
    if (range.contains(day))
        return 0;
    return static_cast<int>(day < range.first ? (range.first - day).count() : (day - range.last).count());
}

template <typename Accept>
std::optional<DayRange> searchBack(const Recurring& recurring, int year, Accept accept)
{
    for (int y = year + 1; y >= year - yearsToSearch; --y) {
        if (const auto range = recurring.in(y); range && accept(*range))
            return range;
    }
    return std::nullopt;
}

template <typename Accept>
std::optional<DayRange> searchAhead(const Recurring& recurring, int year, Accept accept)
{
    for (int y = year - 1; y <= year + yearsToSearch; ++y) {
        if (const auto range = recurring.in(y); range && accept(*range))
            return range;
    }
    return std::nullopt;
}

std::optional<DayRange> nearest(const Recurring& recurring, Day day)
{
    std::optional<DayRange> best;
    for (int y = yearOf(day) - yearsToSearch; y <= yearOf(day) + yearsToSearch; ++y) {
        const auto range = recurring.in(y);
        if (range && (!best || distance(*range, day) < distance(*best, day)))
            best = range;
    }
    return best;
}

/// Two digits of a year as the year of them nearest to @p reference, twenty years ahead at most.
int fullYear(int shortYear, int reference)
{
    int year = reference - reference % 100 + shortYear;
    if (year > reference + 20)
        year -= 100;
    else if (year <= reference - 80)
        year += 100;
    return year;
}

/// How likely a date lies @p daysAhead after the publication date and not before it, to a hundredth, so that no
/// library's last bit is seen.
double probabilityAhead(const UnresolvedExpression& e, int daysAhead)
{
    ChoiceScore score(ChoiceWeights::compiledIn(), Choice::Ahead);
    describeDistance(e.fields, daysAhead, score);
    const double logOdds = (e.aheadScore + score.sum() + directionByRule(e, daysAhead)) / 256.0;
    return std::round(100.0 / (1.0 + std::exp(-logOdds))) / 100.0;
}

std::string_view nameOf(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Month:
        return "month";
    case Granularity::Quarter:
        return "quarter";
    case Granularity::Season:
        return "season";
    case Granularity::HalfYear:
        return "half-year";
    case Granularity::Week:
        return "week";
    default:
        return "day";
    }
}

} // namespace

std::optional<Reading> Resolver::readYear(const CalendarFields& fields) const
{
    Reading reading;
    reading.confidence = 0.95;
    int year = fields.year;
    if (fields.yearDigits == 3) {
        if (fields.shortYear)
            year = fullYear(year, referenceYear() - 15);
        reading.granularity = Granularity::Decade;
        reading.days = fields.beforeChrist ? DayRange{dayIn(-year - 8, 1, 1), dayIn(1 - year, 12, 31)}
                                           : DayRange{dayIn(year, 1, 1), dayIn(year + 9, 12, 31)};
        reading.why = "the decade as written";
        return reading;
    }
    if (fields.yearDigits <= 2) {
        const int length = fields.yearDigits == 2 ? 100 : 1000;
        reading.granularity = fields.yearDigits == 2 ? Granularity::Century : Granularity::Millennium;
        if (fields.beforeChrist)
            reading.days = {dayIn(1 - (year + length), 1, 1), dayIn(-year, 12, 31)};
        else
            reading.days = {dayIn(std::max(year, 0), 1, 1), dayIn(year + length - 1, 12, 31)};
        reading.why = "the century as written";
        return reading;
    }
    if (fields.shortYear) {
        year = fullYear(year, referenceYear());
        reading.confidence = 0.85;
    }
    if (year < firstYear || year > lastYear)
        return std::nullopt;
    reading.granularity = Granularity::Year;
    reading.days = yearRange(year);
    reading.why = fields.fiscal ? "the fiscal year as written, taken as the calendar year" : "as written";
    if (fields.fiscal)
        reading.confidence = 0.8;
    return reading;
}

std::optional<Reading> Resolver::readInYear(const UnresolvedExpression& e) const
{
    const Recurring recurring{e.fields};
    Reading reading;
    reading.granularity = recurring.granularity();
    if (e.fields.yearDigits == 4) {
        const auto year = readYear(e.fields);
        const auto range = year ? recurring.in(yearOf(year->days.first)) : std::nullopt;
        if (!range)
            return std::nullopt;
        reading.days = *range;
        reading.confidence = e.dayFirst ? 0.75 : e.fields.fiscal ? 0.7 : 0.98;
        reading.why = "as written";
        if (e.dayFirst) {
            const Day other = dayIn(yearOf(range->first), e.fields.day, e.fields.month);
            reading.other = DayRange{other, other};
            reading.otherWhy = "day and month exchanged";
            reading.otherConfidence = 0.25;
        }
        return reading;
    }
    const auto anchor = anchorFor(e);
    if (!anchor)
        return std::nullopt;
    const Day from = anchor->days.first;
    const int year = yearOf(from);
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    const std::string what(nameOf(reading.granularity));
    const std::string anchorText = anchor->anchor == Anchor::Publication
                                       ? m_publishedText + ", the publication date"
                                       : "the date mentioned before, " + timexValue(anchor->granularity, from);
    std::optional<DayRange> range;
    if (anchor->anchor == Anchor::PreviousMention && e.direction == Direction::Unmarked) {
        // A story moves on: the year of the date before, the next one if that lies more than half a year back.
        range = recurring.in(year);
        const int monthsBack = range ? static_cast<int>(monthOf(from)) - static_cast<int>(monthOf(range->first)) : 0;
        if (!range || (anchor->granularity < Granularity::Year && monthsBack > 6))
            range = searchAhead(recurring, year + 1, [&](const DayRange& r) { return r.first > from; });
        reading.confidence = 0.85;
        reading.why = what + " in the year of " + anchorText;
    } else if (e.direction == Direction::Past) {
        const Day before = reading.granularity == Granularity::Day ? from : unitAround(reading.granularity, from).first;
        range = searchBack(recurring, year, [&](const DayRange& r) { return r.last < before; });
        reading.confidence = 0.85;
        reading.why = "latest " + what + " before " + anchorText;
        if (range && yearOf(range->first) == year && reading.granularity > Granularity::Day) {
            reading.other = recurring.in(year - 1);
            reading.otherWhy = "the same " + what + " of the year before";
            reading.otherConfidence = 0.15;
        }
    } else if (e.direction == Direction::Future) {
        const Day after = reading.granularity == Granularity::Day ? from : unitAround(reading.granularity, from).last;
        range = searchAhead(recurring, year, [&](const DayRange& r) { return r.first > after; });
        reading.confidence = 0.85;
        reading.why = "first " + what + " after " + anchorText;
    } else if (e.direction == Direction::Same) {
        range = recurring.in(year);
        reading.confidence = 0.9;
        reading.why = what + " in the year of " + anchorText;
    } else if (e.fields.quarter > 0 || e.fields.half > 0) {
        range = searchBack(recurring, year, [&](const DayRange& r) { return r.first <= from; });
        reading.confidence = 0.9;
        reading.why = "latest " + what + " begun before " + anchorText;
    } else if (e.fields.month == 2 && e.fields.day == 29 && e.tense != Tense::Unknown) {
        range = e.tense == Tense::Past
                    ? searchBack(recurring, year, [&](const DayRange& r) { return r.first <= from; })
                    : searchAhead(recurring, year, [&](const DayRange& r) { return r.first >= from; });
        reading.confidence = 0.85;
        reading.why =
            e.tense == Tense::Past ? "latest leap day before " + anchorText : "next leap day after " + anchorText;
    } else if (e.fields.season != Season::None) {
        range = e.tense == Tense::Future
                    ? nearest(recurring, from)
                    : searchBack(recurring, year, [&](const DayRange& r) { return r.first <= from; });
        reading.confidence = 0.75;
        reading.why = "latest season begun before " + anchorText;
    } else {
        const auto latest = searchBack(recurring, year, [&](const DayRange& r) { return r.first <= from; });
        const auto coming = searchAhead(recurring, year, [&](const DayRange& r) { return r.first > from; });
        if (e.fields.holiday != Holiday::None) {
            range = nearest(recurring, from);
            reading.confidence = 0.85;
            reading.why = "the one nearest to " + anchorText;
        } else if (!latest || !coming || latest->contains(from)) {
            range = latest ? latest : coming;
            reading.confidence = 0.93;
            reading.why = what + " of " + anchorText;
        } else {
            const double ahead = probabilityAhead(e, distance(*coming, from));
            const bool future = ahead > 0.5;
            range = future ? coming : latest;
            reading.confidence = future ? ahead : 1.0 - ahead;
            reading.why = what + (future ? " to come after " : " past before ") + anchorText;
            reading.other = future ? latest : coming;
            reading.otherWhy = future ? "the one before" : "the one after";
            reading.otherConfidence = 1.0 - reading.confidence;
        }
    }
    if (!range)
        return std::nullopt;
    reading.days = *range;
    return reading;
}

std::optional<Reading> Resolver::readWeekday(const UnresolvedExpression& e) const
{
    const auto anchor = anchorFor(e);
    if (!anchor)
        return std::nullopt;
    Reading reading;
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    reading.confidence = 0.9;
    const Day from = anchor->days.first;
    const int today = static_cast<int>(weekdayOf(from));
    const int wanted = e.fields.weekday;
    const int back = (today - wanted + 7) % 7; // days to the latest one, the day itself included
    const Day latest = from - days{back};
    const Day next = from + days{back == 0 ? 7 : 7 - back};
    const std::string where = anchor->anchor == Anchor::Publication ? m_publishedText + ", the publication date"
                                                                    : timexValue(Granularity::Day, from);
    const auto read = [&](Day day, std::string why) {
        reading.days = {day, day};
        reading.why = std::move(why);
        return reading;
    };
    const auto offer = [&](Day day, std::string why, double confidence) {
        reading.other = DayRange{day, day};
        reading.otherWhy = std::move(why);
        reading.otherConfidence = confidence;
    };
    if (anchor->anchor == Anchor::PreviousMention) {
        if (anchor->granularity > Granularity::Week)
            return std::nullopt;
        reading.confidence = 0.6;
        if (e.direction == Direction::Past)
            return read(back == 0 ? from - days{7} : latest, "weekday before " + where + ", mentioned before");
        if (e.direction == Direction::Future)
            return read(next, "weekday after " + where + ", mentioned before");
        const Day near = back <= 3 ? latest : next;
        return read(near, "weekday nearest to " + where + ", mentioned before");
    }
    if (e.direction == Direction::Past) {
        if (back == 0)
            return read(from - days{7}, "weekday before " + where);
        return read(latest, "weekday before " + where);
    }
    if (e.direction == Direction::Future) {
        const Day nextMonday = from - days{today - 1} + days{7};
        const Day inNextWeek = nextMonday + days{wanted - 1};
        if (next < nextMonday && next > from) {
            reading.confidence = 0.6;
            offer(next, "the weekday of this week", 0.4);
        }
        return read(inNextWeek, "weekday of the week after " + where);
    }
    if (e.direction == Direction::Same && e.amount != 0)
        return e.amount > 0 ? read(next, "weekday after " + where)
                            : read(back == 0 ? from - days{7} : latest, "weekday before " + where);
    if (e.direction == Direction::Same) {
        const Day inWeek = from - days{today - 1} + days{wanted - 1};
        return read(inWeek, "weekday in the week of " + where);
    }
    if (back == 0)
        return read(latest, "the day of publication");
    // "he would wait until Wednesday", but "Until Thursday they had waited"
    const bool told = e.tense == Tense::Past && (e.role == Role::By || e.leads);
    const bool limit = (e.role == Role::Until || e.role == Role::By) && !told;
    if (e.tense == Tense::Future || limit) {
        reading.confidence = 0.65;
        offer(latest, "the weekday before", 0.3);
        return read(next, "weekday after " + where + ", told as to come");
    }
    if (e.tense == Tense::Unknown) {
        reading.confidence = 0.85;
        offer(next, "the weekday after", 0.1);
    }
    return read(latest, "weekday before " + where);
}

std::optional<Reading> Resolver::readDayOfMonth(const UnresolvedExpression& e) const
{
    const auto anchor = anchorFor(e);
    if (!anchor || anchor->granularity > Granularity::Month)
        return std::nullopt;
    Reading reading;
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    reading.confidence = 0.75;
    const Day from = anchor->days.first;
    const auto inMonth = [&](int offset) -> std::optional<Day> {
        const auto moved = shifted(unitAround(Granularity::Month, from).first, Granularity::Month, offset);
        if (!moved)
            return std::nullopt;
        const Day day = dayIn(yearOf(*moved), monthOf(*moved), e.fields.day);
        return dayOfMonthOf(day) == e.fields.day ? std::optional(day) : std::nullopt;
    };
    std::optional<Day> best;
    if (anchor->anchor == Anchor::PreviousMention) {
        best = inMonth(0);
        reading.why = "day of the month of " + timexValue(anchor->granularity, from) + ", mentioned before";
    } else {
        for (int offset = -2; offset <= 2; ++offset) {
            const auto day = inMonth(offset);
            if (!day || (e.tense == Tense::Past && *day > from) || (e.tense == Tense::Future && *day < from))
                continue;
            if (!best || std::abs((*day - from).count()) < std::abs((*best - from).count()))
                best = day;
        }
        reading.why = "day of the month nearest to " + m_publishedText + ", the publication date";
    }
    if (!best)
        return std::nullopt;
    reading.days = {*best, *best};
    return reading;
}

std::optional<Reading> Resolver::readClock(const UnresolvedExpression& e) const
{
    const bool near = m_lastDay && m_lastDay->sentence + 1 >= e.sentence;
    const auto anchor = near || !m_published ? mention(m_lastDay) : publication();
    if (!anchor)
        return std::nullopt;
    Reading reading;
    reading.days = {anchor->days.first, anchor->days.first};
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    reading.confidence = near ? 0.8 : 0.6;
    reading.why = anchor->anchor == Anchor::Publication ? "on " + m_publishedText + ", the publication date"
                                                        : "on " + isoDate(anchor->days.first) + ", mentioned before";
    return reading;
}

std::optional<Reading> Resolver::readCalendar(const UnresolvedExpression& e) const
{
    const CalendarFields& fields = e.fields;
    if (e.latestPeriod)
        return readLatestPeriod(e);
    if (fields.month > 0 || fields.quarter > 0 || fields.half > 0 || fields.season != Season::None ||
        fields.holiday != Holiday::None)
        return readInYear(e);
    if (fields.yearDigits > 0)
        return readYear(fields);
    if (fields.weekday > 0)
        return readWeekday(e);
    if (fields.day > 0)
        return readDayOfMonth(e);
    if (fields.hasClock() || fields.part != PartOfDay::None)
        return readClock(e);
    return std::nullopt;
}

} // namespace synoptic::temporal
