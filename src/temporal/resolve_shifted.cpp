// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>

#include "temporal/resolver.h"

/// Expressions counted in whole units from an anchor: "last week", "two years ago", "a year earlier", "the quarter".
namespace synoptic::temporal {
namespace {

using std::chrono::days;

/// A period mentioned at most so many sentences ago is still the thing compared with.
constexpr std::uint32_t comparisonReach = 4;

std::string shiftPhrase(std::int64_t amount, Granularity unit, const std::string& from)
{
    if (amount == 0)
        return unit == Granularity::Day ? "the day itself, " + from : std::string(nameOf(unit)) + " of " + from;
    const std::int64_t count = std::abs(amount);
    std::string phrase = std::to_string(count) + ' ' + std::string(nameOf(unit)) + (count > 1 ? "s" : "");
    return phrase + (amount < 0 ? " before " : " after ") + from;
}

/// The fields that narrow a shifted year, as a date of that year.
std::optional<DayRange> inYear(const CalendarFields& fields, int year, Granularity& granularity)
{
    if (fields.month > 0 && fields.day > 0) {
        if (!std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{fields.month},
                                         std::chrono::day{fields.day}}
                 .ok())
            return std::nullopt;
        granularity = Granularity::Day;
        const Day day = dayIn(year, fields.month, fields.day);
        return DayRange{day, day};
    }
    if (fields.month > 0) {
        granularity = Granularity::Month;
        return monthRange(year, fields.month);
    }
    if (fields.quarter > 0) {
        granularity = Granularity::Quarter;
        return quarterRange(year, fields.quarter);
    }
    if (fields.half > 0) {
        granularity = Granularity::HalfYear;
        return unitAround(Granularity::HalfYear, dayIn(year, fields.half == 1 ? 1 : 7, 1));
    }
    if (fields.season != Season::None) {
        granularity = Granularity::Season;
        return seasonRange(year, fields.season);
    }
    return std::nullopt;
}

} // namespace

std::optional<Resolver::AnchorDay> Resolver::publication() const
{
    if (!m_published)
        return std::nullopt;
    return AnchorDay{{*m_published, *m_published}, Granularity::Day, Anchor::Publication, std::nullopt};
}

std::optional<Resolver::AnchorDay> Resolver::mention(const std::optional<Mention>& mentioned) const
{
    if (!mentioned)
        return std::nullopt;
    return AnchorDay{mentioned->days, mentioned->granularity, Anchor::PreviousMention, mentioned->index};
}

std::optional<Resolver::AnchorDay> Resolver::anchorFor(const UnresolvedExpression& e) const
{
    const bool asksForMention = e.anchor == Anchor::PreviousMention;
    // "yesterday", "last week", "two years ago" are the writer's, whatever the text tells.
    const bool writers = e.anchor == Anchor::Publication;
    if (!asksForMention && (!m_narrative || writers)) {
        if (const auto published = publication())
            return published;
    }
    if (writers && (m_kind != DocumentKind::Narrative || e.unit <= Granularity::Day))
        return std::nullopt; // nobody knows when "yesterday" was written
    // A day or week is counted from a day, if one was mentioned in the sentences just before.
    const bool fine = e.form == Form::Shifted ? e.unit <= Granularity::Week
                                              : e.fields.month == 0 && (e.fields.weekday > 0 || e.fields.day > 0);
    if (fine && m_lastDay && (!m_last || m_last->granularity > Granularity::Day) &&
        m_lastDay->sentence + 2 >= e.sentence)
        return mention(m_lastDay);
    // A date without its year goes on where the story stands.
    const bool storyNext = e.form == Form::Calendar && e.direction == Direction::Unmarked;
    if (const auto last = mention(storyNext ? m_story : m_last))
        return last;
    return publication();
}

std::optional<Reading> Resolver::readLatestPeriod(const UnresolvedExpression& e) const
{
    Reading reading;
    const Granularity unit = e.unit;
    if (e.fields.yearDigits == 4) {
        if (!m_lastPeriod)
            return readYear(e.fields);
        const auto range = quarterRange(e.fields.year, quarterOf(m_lastPeriod->days.first));
        reading.days = range;
        reading.granularity = Granularity::Quarter;
        reading.confidence = 0.5;
        reading.anchor = Anchor::PreviousMention;
        reading.anchorIndex = m_lastPeriod->index;
        reading.why = "the quarter spoken of, in the year named";
        reading.other = yearRange(e.fields.year);
        reading.otherWhy = "the whole year named";
        reading.otherGranularity = Granularity::Year;
        reading.otherConfidence = 0.4;
        return reading;
    }
    if (unit != Granularity::Quarter) {
        UnresolvedExpression plain = e;
        plain.latestPeriod = false;
        if (unit >= Granularity::Year)
            plain.amount = -1;
        return readShifted(plain);
    }
    const bool spokenOf = m_lastPeriod && e.amount == 0 && (!m_published || m_lastPeriod->days.last < *m_published) &&
                          (e.direction != Direction::Same || !m_published);
    if (spokenOf) {
        reading.days = m_lastPeriod->days;
        reading.granularity = m_lastPeriod->granularity;
        reading.confidence = 0.68;
        reading.anchor = Anchor::PreviousMention;
        reading.anchorIndex = m_lastPeriod->index;
        reading.why = "the quarter spoken of";
        return reading;
    }
    const auto anchor = anchorFor(e);
    const auto day = anchor ? shifted(anchor->days.first, Granularity::Quarter, -1) : std::nullopt;
    if (!day)
        return std::nullopt;
    reading.days = quarterRange(yearOf(*day), quarterOf(*day));
    reading.granularity = Granularity::Quarter;
    reading.confidence = 0.85;
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    reading.why = "the quarter completed before " + timexValue(anchor->granularity, anchor->days.first);
    return reading;
}

std::optional<Reading> Resolver::readComparison(const UnresolvedExpression& e) const
{
    Reading reading;
    reading.anchor = Anchor::PreviousMention;
    const bool periodNear = m_lastPeriod && m_lastPeriod->sentence + comparisonReach >= e.sentence;
    const std::optional<Mention>& compared = periodNear ? m_lastPeriod : m_last;
    const bool coarse =
        compared && compared->granularity >= Granularity::Month && compared->granularity <= Granularity::Year;
    if (!periodNear && (e.anchor == Anchor::Publication || !coarse))
        return std::nullopt;
    const auto first = shifted(compared->days.first, Granularity::Year, -1);
    if (!first)
        return std::nullopt;
    reading.days = unitAround(compared->granularity, *first);
    reading.granularity = compared->granularity;
    reading.anchorIndex = compared->index;
    reading.confidence = 0.73;
    if (const auto year = m_published ? shifted(*m_published, Granularity::Year, -1) : std::nullopt) {
        reading.other = yearRange(yearOf(*year));
        reading.otherWhy = "the whole year before that of publication";
        reading.otherGranularity = Granularity::Year;
        reading.otherConfidence = 0.2;
    }
    reading.why = "a year before " + timexValue(compared->granularity, compared->days.first) + ", the thing compared";
    return reading;
}

std::optional<Reading> Resolver::readShifted(const UnresolvedExpression& e) const
{
    if (e.comparison && e.fields.quarter > 0 && m_published) {
        // "the year-earlier third quarter": a year before the latest one that has begun
        const int year = yearOf(*m_published) - (quarterOf(*m_published) < e.fields.quarter ? 2 : 1);
        Reading reading;
        reading.days = quarterRange(year, e.fields.quarter);
        reading.granularity = Granularity::Quarter;
        reading.confidence = 0.8;
        reading.anchor = Anchor::Publication;
        reading.why = "a year before the latest such quarter begun before " + m_publishedText;
        return reading;
    }
    if (e.comparison) {
        if (auto compared = readComparison(e))
            return compared;
    }
    if (e.latestPeriod && e.unit == Granularity::Quarter)
        return readLatestPeriod(e);
    auto anchor = anchorFor(e);
    // "throughout the day" beside a year is not some day of it
    if (anchor && e.amount == 0 && e.unit <= Granularity::Day && anchor->granularity > Granularity::Month &&
        !m_narrative) {
        if (const auto published = publication())
            anchor = published;
    }
    if (!anchor)
        return std::nullopt;
    Reading reading;
    reading.anchor = anchor->anchor;
    reading.anchorIndex = anchor->index;
    const std::string from = anchor->anchor == Anchor::Publication
                                 ? m_publishedText + ", the publication date"
                                 : timexValue(anchor->granularity, anchor->days.first) + ", mentioned before";
    const bool finer = e.unit < anchor->granularity && anchor->granularity > Granularity::Day &&
                       !(e.unit == Granularity::Week && anchor->granularity == Granularity::Weekend);
    if (finer) {
        // "two days later" than a month is some day of that month, as far as the text tells.
        reading.days = anchor->days;
        reading.granularity = anchor->granularity;
        reading.dayUnknown = true;
        reading.confidence = 0.4;
        reading.why = shiftPhrase(e.amount, e.unit, from) + ": the day is not known";
        return reading;
    }
    // "four decades ago", "a century ago" name a year, "the last decade" does not.
    const bool century = e.unit == Granularity::Century;
    const bool years =
        (e.unit == Granularity::Decade || century) && e.amount != 0 && anchor->anchor == Anchor::Publication;
    const Granularity unit = years ? Granularity::Year : e.unit;
    std::int64_t amount = years ? e.amount * (century ? 100 : 10) : e.amount;
    const bool unmarked = e.direction == Direction::Unmarked && amount == 0;
    const Day base = e.amount > 0 && anchor->granularity > Granularity::Day ? anchor->days.last : anchor->days.first;
    const bool justPast =
        unmarked && e.tense != Tense::Future && anchor->anchor == Anchor::Publication &&
        ((unit == Granularity::Weekend && weekdayOf(base) <= 3) || (unit == Granularity::Week && weekdayOf(base) == 1));
    if (justPast) {
        // Early in the week "the weekend" is the one just past.
        amount = -1;
        reading.other = unitAround(unit, base);
        reading.otherWhy = "the one that holds the day";
        reading.otherConfidence = 0.25;
    } else if (unmarked && unit == Granularity::Weekend) {
        if (const auto before = shifted(base, unit, -1)) {
            reading.other = unitAround(unit, *before);
            reading.otherWhy = "the weekend before";
            reading.otherConfidence = 0.25;
        }
    }
    auto day = shifted(base, unit, amount);
    const bool twoUnits = e.amount2 > 0 && e.unit2 >= Granularity::Day; // "two weeks and two days ago"
    if (day && twoUnits)
        day = shifted(*day, e.unit2, e.amount < 0 ? -e.amount2 : e.amount2);
    if (!day)
        return std::nullopt;
    reading.granularity = unit < Granularity::Day ? Granularity::Day : twoUnits ? e.unit2 : unit;
    reading.days = unitAround(reading.granularity, *day);
    reading.confidence = anchor->anchor == Anchor::Publication ? 0.92 : 0.68;
    if (std::abs(amount) > 1 && unit > Granularity::Day)
        reading.confidence -= 0.1;
    reading.why = twoUnits
                      ? shiftPhrase(amount, unit, shiftPhrase(e.amount < 0 ? -e.amount2 : e.amount2, e.unit2, from))
                      : shiftPhrase(amount, unit, from);
    if (unit == Granularity::Week && e.fields.weekday > 0) {
        const Day inWeek = reading.days.first + days{e.fields.weekday - 1};
        reading.days = {inWeek, inWeek};
        reading.granularity = Granularity::Day;
        reading.why = "weekday in the week " + reading.why;
    }
    if (unit == Granularity::Year) {
        Granularity narrowedTo = unit;
        if (const auto range = inYear(e.fields, yearOf(reading.days.first), narrowedTo)) {
            reading.days = *range;
            reading.granularity = narrowedTo;
        } else if (e.latestPeriod && m_lastPeriod) {
            reading.days = quarterRange(yearOf(reading.days.first), quarterOf(m_lastPeriod->days.first));
            reading.granularity = Granularity::Quarter;
        }
    }
    return reading;
}

} // namespace synoptic::temporal
