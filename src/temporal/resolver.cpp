// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/resolver.h"

#include <algorithm>
#include <cstdlib>

namespace synoptic::temporal {
namespace {

using std::chrono::days;

bool isPeriod(Granularity granularity)
{
    return granularity == Granularity::Quarter || granularity == Granularity::HalfYear;
}

/// EDTF of a calendar unit. Source: ISO 8601-2:2019, 4.8 (seasons 21…24, quarters 33…36, semesters 40 and 41).
std::string edtfUnit(const DayRange& range, Granularity granularity)
{
    const std::string year = edtfOf(yearRange(yearOf(range.first)));
    switch (granularity) {
    case Granularity::Season: {
        const unsigned month = monthOf(range.first);
        return year + "-2" + std::to_string(month == 12 ? 4 : month / 3);
    }
    case Granularity::Quarter:
        return year + '-' + std::to_string(32 + quarterOf(range.first));
    case Granularity::HalfYear:
        return year + (monthOf(range.first) <= 6 ? "-40" : "-41");
    case Granularity::Decade:
        if (yearOf(range.first) > 0)
            return year.substr(0, 3) + 'X';
        break;
    case Granularity::Century:
        if (yearOf(range.first) > 0)
            return year.substr(0, 2) + "XX";
        break;
    default:
        break;
    }
    return edtfOf(range);
}

std::string_view vagueValue(Direction direction)
{
    switch (direction) {
    case Direction::Past:
        return "PAST_REF";
    case Direction::Future:
        return "FUTURE_REF";
    case Direction::Same:
    case Direction::Unmarked:
        break;
    }
    return "PRESENT_REF";
}

bool startsPeriod(Role role)
{
    return role == Role::Since || role == Role::After;
}

bool endsPeriod(Role role)
{
    return role == Role::By || role == Role::Until || role == Role::Before;
}

/// How far a story may jump by the way.
constexpr int digressionYears = 1;

std::string fieldsValue(const CalendarFields& fields, const Reading& reading)
{
    // A decade or century before our era has the digits of its name.
    if (fields.beforeChrist && fields.yearDigits < 4 && fields.yearDigits > 0 && fields.month == 0) {
        const int divisor = fields.yearDigits == 3 ? 10 : fields.yearDigits == 2 ? 100 : 1000;
        const int width = fields.yearDigits;
        std::string digits = std::to_string(fields.year / divisor);
        while (static_cast<int>(digits.size()) < width)
            digits.insert(digits.begin(), '0');
        return "BC" + digits;
    }
    return timexValue(reading.granularity, reading.days.first);
}

} // namespace

Resolver::Resolver(std::optional<Day> published, DocumentKind kind)
    : m_published(published)
    , m_publishedText(published ? isoDate(*published) : std::string())
    , m_kind(kind)
    , m_narrative(kind == DocumentKind::Narrative || !published)
{}

int Resolver::referenceYear() const
{
    if (m_published)
        return yearOf(*m_published);
    return m_last ? yearOf(m_last->days.first) : 2000;
}

TemporalExpression Resolver::resolve(const UnresolvedExpression& e, std::uint32_t index)
{
    TemporalExpression result;
    result.span = e.span;
    result.type = e.type;
    result.modifier = modifierName(e.modifier);
    switch (e.form) {
    case Form::Length:
        describeLength(e, result);
        return result;
    case Form::Repetition:
        result.value = repetitionValue(e);
        result.resolved = e.type == ExpressionType::Set ? "recurring" : "of a day that is not said";
        result.confidence = e.type == ExpressionType::Set ? 0.8 : 0.6;
        result.qualifier = Qualifier::Unknown;
        return result;
    case Form::Vague:
        result.value = vagueValue(e.vague);
        result.resolved = "a vague word";
        result.confidence = 0.68; // one in three is none to another reader
        result.anchor = Anchor::Publication;
        result.qualifier = Qualifier::Unknown;
        return result;
    case Form::Calendar:
    case Form::Shifted:
        break;
    }
    if (e.form == Form::Shifted && e.vagueAmount && (e.unit >= Granularity::Day || !m_lastDay)) {
        result.type = ExpressionType::Date;
        result.value = vagueValue(e.direction);
        result.resolved = e.direction == Direction::Past ? "some time before" : "some time after";
        result.confidence = 0.5;
        result.anchor = e.anchor;
        result.qualifier = Qualifier::Unknown;
        return result;
    }
    const bool unknown = e.apposed && !(m_lastDay && m_lastDay->sentence == e.sentence);
    auto reading = unknown ? std::nullopt : e.form == Form::Calendar ? readCalendar(e) : readShifted(e);
    if (reading && e.step.kind != Step::Kind::None)
        reading = stepped(std::move(*reading), e.step);
    if (!reading || yearOf(reading->days.first) < firstYear || yearOf(reading->days.last) > lastYear) {
        describeUnresolved(e, result);
        return result;
    }
    describeDate(e, *reading, result);
    remember(e, result, *reading, index);
    return result;
}

void Resolver::describeUnresolved(const UnresolvedExpression& e, TemporalExpression& result) const
{
    result.qualifier = Qualifier::Unknown;
    result.confidence = 0.3;
    result.resolved = "no date to count from";
    if (e.form == Form::Shifted && e.anchor == Anchor::Publication && e.fields == CalendarFields{} && e.amount == 0 &&
        e.unit <= Granularity::Day)
        result.value = "PRESENT_REF";
    else if (e.form == Form::Shifted && (e.unit < Granularity::Day || std::abs(e.amount) > 1))
        result.value = std::string(vagueValue(e.direction));
    else
        result.value = unanchoredValue(e);
}

void Resolver::describeDate(const UnresolvedExpression& e, const Reading& reading, TemporalExpression& result) const
{
    result.confidence = reading.confidence;
    result.resolved = reading.why;
    result.anchor = reading.anchor;
    if (reading.anchor == Anchor::PreviousMention)
        result.anchorExpression = reading.anchorIndex;
    result.value = fieldsValue(e.fields, reading);

    const bool oneDay = reading.granularity <= Granularity::Day;
    if (reading.dayUnknown && e.unit <= Granularity::Day)
        result.value += reading.granularity == Granularity::Month  ? "-XX"
                        : reading.granularity == Granularity::Year ? "-XX-XX"
                                                                   : "";
    const bool clockShift = e.form == Form::Shifted && e.unit < Granularity::Day;
    if (clockShift) {
        result.value += "TXX";
        result.confidence = std::min(result.confidence, 0.5);
    } else if (e.fields.hasClock() && oneDay) {
        result.value += clockValue(e.fields);
    } else if (e.fields.part != PartOfDay::None && (oneDay || reading.dayUnknown)) {
        result.value += partCode(e.fields.part);
    }

    // What the timeline draws.
    const bool thirds = e.modifier == Modifier::Start || e.modifier == Modifier::Mid || e.modifier == Modifier::End;
    // the end of a day that is not known is not the end of its year
    const DayRange drawn = reading.dayUnknown ? reading.days : narrowed(reading.days, reading.granularity, e.modifier);
    const bool about = thirds || e.modifier == Modifier::Approx || reading.granularity == Granularity::Season ||
                       (e.form == Form::Shifted && std::abs(e.amount) > 1 && reading.granularity > Granularity::Day);
    Interval interval =
        oneDay && !clockShift ? momentsOf(e.fields, reading.days.first) : intervalOf(drawn, reading.granularity);
    result.qualifier = about ? Qualifier::About : Qualifier::Exact;
    std::string edtf = drawn == reading.days ? edtfUnit(drawn, reading.granularity) : edtfOf(drawn);
    const bool isRange = edtf.find('/') != std::string::npos; // an interval in EDTF has no other inside
    if (startsPeriod(e.role)) {
        result.qualifier = Qualifier::After;
        edtf = (e.role == Role::After ? isoDate(drawn.last + days{1}) : isRange ? isoDate(drawn.first) : edtf) + "/..";
    } else if (endsPeriod(e.role)) {
        result.qualifier = Qualifier::Before;
        edtf = "../" + (e.role == Role::Before ? isoDate(drawn.first - days{1}) : isRange ? isoDate(drawn.last) : edtf);
    }
    result.interval = interval;
    result.edtf = std::move(edtf);
    if (e.fields.eitherHalf && oneDay) {
        UnresolvedExpression evening = e;
        evening.fields.eitherHalf = false;
        evening.fields.hour = static_cast<std::int8_t>((e.fields.hour + 12) % 24);
        Alternative other;
        other.value = timexValue(reading.granularity, reading.days.first) + clockValue(evening.fields);
        other.interval = momentsOf(evening.fields, reading.days.first);
        other.why = "the other half of the day";
        other.confidence = std::min(0.45, result.confidence);
        result.alternative = std::move(other);
    } else if (reading.other && reading.otherConfidence >= 0.15) {
        const Granularity granularity = reading.otherGranularity.value_or(reading.granularity);
        Alternative other;
        other.value = timexValue(granularity, reading.other->first);
        if (e.fields.hasClock() && oneDay)
            other.value += result.value.substr(std::min(result.value.find('T'), result.value.size()));
        other.interval = intervalOf(*reading.other, granularity);
        other.why = reading.otherWhy;
        other.confidence = reading.otherConfidence;
        result.alternative = std::move(other);
    }
}

void Resolver::describeLength(const UnresolvedExpression& e, TemporalExpression& result) const
{
    result.value = lengthValue(e);
    result.confidence = e.vagueAmount ? 0.78 : 0.82;
    result.resolved = "a length of time";
    result.qualifier = Qualifier::Unknown;
    // "in two weeks" is a length to some and a day to others
    if (e.role == Role::At && e.tense != Tense::Past && e.anchor == Anchor::None && m_published && !m_narrative &&
        !e.vagueAmount && e.amount > 0 && e.halves == 0 && e.amount2 == 0 && e.unit >= Granularity::Day) {
        if (const auto day = shifted(*m_published, e.unit, e.amount)) {
            const Interval interval = intervalOf({*day, *day}, Granularity::Day);
            result.alternative =
                Alternative{timexValue(Granularity::Day, *day), interval, "so long after publication", 0.17};
        }
    }
    const bool anchored = e.anchor == Anchor::Publication && m_published && !m_narrative && !e.vagueAmount &&
                          e.halves == 0 && e.amount > 0 && e.unit >= Granularity::Day &&
                          e.direction != Direction::Unmarked;
    if (!anchored)
        return;
    const bool past = e.direction == Direction::Past;
    const auto other = shifted(*m_published, e.unit, past ? -e.amount : e.amount);
    if (!other)
        return;
    const DayRange range = past ? DayRange{*other, *m_published} : DayRange{*m_published, *other};
    result.interval = intervalOf(range, e.unit);
    result.edtf = edtfOf(range);
    result.qualifier = Qualifier::About;
    result.anchor = Anchor::Publication;
    result.resolved = (past ? "up to " : "from ") + m_publishedText + ", the publication date";
}

bool Resolver::isDigression(const UnresolvedExpression& e, const Reading& reading) const
{
    const int jump = yearOf(reading.days.first) - yearOf(m_story->days.first);
    if (e.form == Form::Shifted)
        return std::abs(jump) > digressionYears;
    if (e.leads)
        return false;
    // A year alone is named by the way.
    return reading.granularity >= Granularity::Year && jump != 0;
}

void Resolver::remember(const UnresolvedExpression& e, const TemporalExpression& result, const Reading& reading,
                        std::uint32_t index)
{
    if (!result.interval)
        return;
    Mention mentioned{reading.days, reading.granularity, index, e.sentence};
    if (e.comparison && m_lastPeriod && isPeriod(reading.granularity))
        return; // "a year earlier" is compared with, not spoken of
    m_last = mentioned;
    if (!m_story || !isDigression(e, reading))
        m_story = mentioned;
    if (reading.granularity <= Granularity::Day && !reading.dayUnknown)
        m_lastDay = mentioned;
    if (isPeriod(reading.granularity) && e.fields.yearDigits == 0)
        m_lastPeriod = mentioned;
}

} // namespace synoptic::temporal
