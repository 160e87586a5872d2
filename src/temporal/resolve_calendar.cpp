// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>

#include "temporal/resolver.h"

/// Expressions that name fields of the calendar: years, weekdays, days of a month, clock times. What recurs every year
/// is in resolve_in_year.cpp.
namespace synoptic::temporal {
namespace {

using std::chrono::days;

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
        if (back < today) // this week's: another writer means the week before
            offer(latest - days{7}, "the weekday of the week before", 0.2);
        reading.confidence = 0.85;
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
    if (back == 0) {
        reading.confidence = 0.98;
        return read(latest, "the day of publication");
    }
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

std::optional<Reading> Resolver::readWeekdayOfMonth(const UnresolvedExpression& e) const
{
    const auto anchor = anchorFor(e);
    if (!anchor)
        return std::nullopt;
    const Day from = anchor->days.first;
    // Weekday and day of the month fall together every few months.
    constexpr int monthsToSearch = 14;
    std::optional<Day> back;
    std::optional<Day> ahead;
    for (int offset = -monthsToSearch; offset <= monthsToSearch; ++offset) {
        const auto month = shifted(unitAround(Granularity::Month, from).first, Granularity::Month, offset);
        if (!month)
            continue;
        const Day day = *month + days{e.fields.day - 1};
        if (monthOf(day) != monthOf(*month) || weekdayOf(day) != e.fields.weekday)
            continue;
        if (day <= from)
            back = day;
        else if (!ahead)
            ahead = day;
    }
    if (!back && !ahead)
        return std::nullopt;
    const bool nearerAhead = !back || (ahead && *ahead - from < from - *back);
    const bool future = (nearerAhead && (e.tense != Tense::Past || !back)) || (e.tense == Tense::Future && ahead);
    Reading reading;
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    reading.confidence = 0.8;
    const Day day = future ? *ahead : *back;
    reading.days = {day, day};
    reading.why = "such a weekday and day of the month nearest to " + timexValue(anchor->granularity, from);
    if (const auto& other = future ? back : ahead) {
        reading.other = DayRange{*other, *other};
        reading.otherWhy = future ? "the one before" : "the one after";
        reading.otherConfidence = 0.2;
    }
    return reading;
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
    const Granularity unit = e.fields.weekOf      ? Granularity::Week
                             : e.fields.weekendOf ? Granularity::Weekend
                                                  : Granularity::Day;
    reading.days = unitAround(unit, *best);
    reading.granularity = unit;
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
    reading.confidence = near ? 0.55 : 0.35;
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
    if (fields.weekday > 0 && fields.day > 0)
        return readWeekdayOfMonth(e);
    if (fields.weekday > 0)
        return readWeekday(e);
    if (fields.day > 0)
        return readDayOfMonth(e);
    if (fields.hasClock() || fields.part != PartOfDay::None)
        return readClock(e);
    return std::nullopt;
}

} // namespace synoptic::temporal
