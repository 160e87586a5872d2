// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdlib>

#include "temporal/choices.h"
#include "temporal/resolver.h"

/// What recurs every year: months, days of a month, holidays, seasons, quarters, halves. The question is which year.
namespace synoptic::temporal {
namespace {

/// The weekend that a day belongs to: a Monday or Tuesday to the one before.
DayRange weekendAround(Day day)
{
    constexpr unsigned tuesday = 2;
    return unitAround(Granularity::Weekend, weekdayOf(day) <= tuesday ? day - std::chrono::days{2} : day);
}

/// A part of the year that recurs: its range in a year, and how fine it is.
struct Recurring
{
    const CalendarFields& fields;

    Granularity granularity() const
    {
        if (fields.holiday != Holiday::None || fields.day > 0)
            return fields.weekOf ? Granularity::Week : fields.weekendOf ? Granularity::Weekend : Granularity::Day;
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
            return fields.weekendOf ? weekendAround(day) : DayRange{day, day};
        }
        if (fields.day > 0) {
            if (fields.month == 2 && fields.day == 29 && !std::chrono::year{year}.is_leap())
                return std::nullopt;
            const Day day = dayIn(year, fields.month, fields.day);
            return fields.weekOf      ? unitAround(Granularity::Week, day)
                   : fields.weekendOf ? weekendAround(day)
                                      : DayRange{day, day};
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

/// How likely a date lies @p daysAhead after the publication date and not before it, to a hundredth, so that no
/// library's last bit is seen.
double probabilityAhead(const UnresolvedExpression& e, int daysAhead)
{
    ChoiceScore score(ChoiceWeights::compiledIn(), Choice::Ahead);
    describeDistance(e.fields, daysAhead, score);
    const double logOdds = (e.aheadScore + score.sum() + directionByRule(e, daysAhead)) / 256.0;
    return std::round(100.0 / (1.0 + std::exp(-logOdds))) / 100.0;
}

/// Finds the year of one expression against one anchor.
class YearFinder
{
public:
    YearFinder(const UnresolvedExpression& expression, Day from, std::string anchorText)
        : m_expression(expression)
        , m_recurring{expression.fields}
        , m_from(from)
        , m_year(yearOf(from))
        , m_what(nameOf(m_recurring.granularity()))
        , m_anchorText(std::move(anchorText))
    {
        m_reading.granularity = m_recurring.granularity();
    }

    /// A story moves on: the year of the date before, the next one if that lies more than half a year back.
    void goOnFrom(Granularity anchorGranularity)
    {
        constexpr int halfYear = 6;
        m_range = m_recurring.in(m_year);
        const int monthsBack =
            m_range ? static_cast<int>(monthOf(m_from)) - static_cast<int>(monthOf(m_range->first)) : 0;
        const bool isNextYear = !m_range || (anchorGranularity < Granularity::Year && monthsBack > halfYear);
        const auto inYear = m_range;
        if (isNextYear)
            m_range = ahead(m_year + 1, [&](const DayRange& range) { return range.first > m_from; });
        say(0.84, m_what + " in the year of " + m_anchorText);
        offer(isNextYear ? inYear : m_recurring.in(m_year + 1), isNextYear ? "in the same year" : "in the year after",
              0.15);
    }

    /// "last May", "next May", "this May".
    void follow(Direction direction)
    {
        const bool day = m_reading.granularity == Granularity::Day;
        const DayRange now = day ? DayRange{m_from, m_from} : unitAround(m_reading.granularity, m_from);
        if (direction == Direction::Past) {
            m_range = back(m_year, [&](const DayRange& range) { return range.last < now.first; });
            say(0.88, "latest " + m_what + " before " + m_anchorText);
            if (m_range && yearOf(m_range->first) == m_year && !day)
                offer(m_recurring.in(m_year - 1), "the same " + m_what + " of the year before", 0.15);
        } else if (direction == Direction::Future) {
            m_range = ahead(m_year, [&](const DayRange& range) { return range.first > now.last; });
            say(0.88, "first " + m_what + " after " + m_anchorText);
        } else {
            m_range = m_recurring.in(m_year);
            say(0.95, m_what + " in the year of " + m_anchorText);
        }
    }

    /// A quarter or half is the latest that has begun.
    void takeLatestBegun()
    {
        m_range = back(m_year, [&](const DayRange& range) { return range.first <= m_from; });
        say(0.93, "latest " + m_what + " begun before " + m_anchorText);
    }

    /// The next leap day may be years away: the verb alone tells.
    void takeLeapDay()
    {
        const bool past = m_expression.tense == Tense::Past;
        m_range = past ? back(m_year, [&](const DayRange& range) { return range.first <= m_from; })
                       : ahead(m_year, [&](const DayRange& range) { return range.first >= m_from; });
        say(0.85, (past ? "latest leap day before " : "next leap day after ") + m_anchorText);
    }

    void takeSeason()
    {
        const auto begun = back(m_year, [&](const DayRange& range) { return range.first <= m_from; });
        const auto coming = ahead(m_year, [&](const DayRange& range) { return range.first > m_from; });
        const bool future = m_expression.tense == Tense::Future;
        m_range = future ? nearest() : begun;
        say(0.75, "latest season begun before " + m_anchorText);
        offer(m_range == begun ? coming : begun, m_range == begun ? "the one to come" : "the one before", 0.25);
    }

    void takeNearest()
    {
        m_range = nearest();
        say(0.85, "the one nearest to " + m_anchorText);
    }

    /// A month or day: before or after the publication date, by distance and verb.
    void takeLikelier()
    {
        const auto latest = back(m_year, [&](const DayRange& range) { return range.first <= m_from; });
        const auto coming = ahead(m_year, [&](const DayRange& range) { return range.first > m_from; });
        if (!latest || !coming || latest->contains(m_from)) {
            m_range = latest ? latest : coming;
            say(0.92, m_what + " of " + m_anchorText);
            return;
        }
        const double probability = probabilityAhead(m_expression, distance(*coming, m_from));
        const bool future = probability > 0.5;
        m_range = future ? coming : latest;
        say(future ? probability : 1.0 - probability,
            m_what + (future ? " to come after " : " past before ") + m_anchorText);
        offer(future ? latest : coming, future ? "the one before" : "the one after",
              future ? 1.0 - probability : probability);
    }

    std::optional<Reading> reading() &&
    {
        if (!m_range)
            return std::nullopt;
        m_reading.days = *m_range;
        return std::move(m_reading);
    }

private:
    template <typename Accept>
    std::optional<DayRange> back(int year, Accept accept) const
    {
        for (int y = year + 1; y >= year - yearsToSearch; --y) {
            if (const auto range = m_recurring.in(y); range && accept(*range))
                return range;
        }
        return std::nullopt;
    }

    template <typename Accept>
    std::optional<DayRange> ahead(int year, Accept accept) const
    {
        for (int y = year - 1; y <= year + yearsToSearch; ++y) {
            if (const auto range = m_recurring.in(y); range && accept(*range))
                return range;
        }
        return std::nullopt;
    }

    std::optional<DayRange> nearest() const
    {
        std::optional<DayRange> best;
        for (int y = m_year - yearsToSearch; y <= m_year + yearsToSearch; ++y) {
            const auto range = m_recurring.in(y);
            if (range && (!best || distance(*range, m_from) < distance(*best, m_from)))
                best = range;
        }
        return best;
    }

    void say(double confidence, std::string why)
    {
        m_reading.confidence = confidence;
        m_reading.why = std::move(why);
    }

    void offer(const std::optional<DayRange>& other, std::string why, double confidence)
    {
        m_reading.other = other;
        m_reading.otherWhy = std::move(why);
        m_reading.otherConfidence = confidence;
    }

    const UnresolvedExpression& m_expression; // Not owned: the caller's, for the time of one reading.
    Recurring m_recurring;
    Day m_from;
    int m_year;
    std::string m_what;
    std::string m_anchorText;
    Reading m_reading;
    std::optional<DayRange> m_range;
};

} // namespace

std::optional<Reading> Resolver::readInWrittenYear(const UnresolvedExpression& e) const
{
    const Recurring recurring{e.fields};
    const auto year = readYear(e.fields);
    const auto range = year ? recurring.in(yearOf(year->days.first)) : std::nullopt;
    if (!range)
        return std::nullopt;
    Reading reading;
    reading.granularity = recurring.granularity();
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

std::optional<Reading> Resolver::readInYear(const UnresolvedExpression& e) const
{
    if (e.fields.yearDigits == 4)
        return readInWrittenYear(e);
    const auto anchor = anchorFor(e);
    if (!anchor)
        return std::nullopt;
    const Day from = anchor->days.first;
    const bool fromPublication = anchor->anchor == Anchor::Publication;
    YearFinder finder(e, from,
                      fromPublication ? m_publishedText + ", the publication date"
                                      : "the date mentioned before, " + timexValue(anchor->granularity, from));
    if (!fromPublication && e.direction == Direction::Unmarked)
        finder.goOnFrom(anchor->granularity);
    else if (e.direction != Direction::Unmarked)
        finder.follow(e.direction);
    else if (e.fields.quarter > 0 || e.fields.half > 0)
        finder.takeLatestBegun();
    else if (e.fields.month == 2 && e.fields.day == 29 && e.tense != Tense::Unknown)
        finder.takeLeapDay();
    else if (e.fields.season != Season::None)
        finder.takeSeason();
    else if (e.fields.holiday != Holiday::None)
        finder.takeNearest();
    else
        finder.takeLikelier();
    auto reading = std::move(finder).reading();
    if (reading) {
        reading->anchor = anchor->anchor;
        reading->anchorIndex = anchor->index;
    }
    return reading;
}

} // namespace synoptic::temporal
