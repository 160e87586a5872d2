// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "temporal/resolver.h"

namespace synoptic::temporal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

bool isClockUnit(Granularity unit)
{
    return unit < Granularity::PartOfDay;
}

/// Letter and factor of a unit in a TIMEX3 duration.
struct UnitCode
{
    char letter;
    std::int64_t factor;
};

UnitCode codeOf(Granularity unit)
{
    switch (unit) {
    case Granularity::Second:
        return {'S', 1};
    case Granularity::Minute:
        return {'M', 1};
    case Granularity::Hour:
        return {'H', 1};
    case Granularity::PartOfDay:
    case Granularity::Day:
        return {'D', 1};
    case Granularity::Weekend:
        return {'D', 2};
    case Granularity::Week:
        return {'W', 1};
    case Granularity::Month:
        return {'M', 1};
    case Granularity::Quarter:
    case Granularity::Season:
        return {'M', 3};
    case Granularity::HalfYear:
        return {'M', 6};
    case Granularity::Year:
        return {'Y', 1};
    case Granularity::Decade:
        return {'Y', 10};
    case Granularity::Century:
        return {'C', 1};
    case Granularity::Millennium:
        return {'Y', 1000};
    }
    return {'D', 1};
}

std::string amountText(std::int64_t amount, Granularity unit)
{
    if (unit == Granularity::Weekend)
        return std::to_string(amount) + "WE";
    const UnitCode code = codeOf(unit);
    return std::to_string(amount * code.factor) + code.letter;
}

/// Half of a unit in the next finer one: half a year is 6M.
std::pair<std::int64_t, Granularity> halfOf(Granularity unit)
{
    switch (unit) {
    case Granularity::Minute:
        return {30, Granularity::Second};
    case Granularity::Hour:
        return {30, Granularity::Minute};
    case Granularity::Day:
        return {12, Granularity::Hour};
    case Granularity::Year:
        return {6, Granularity::Month};
    case Granularity::Decade:
        return {5, Granularity::Year};
    case Granularity::Century:
        return {50, Granularity::Year};
    case Granularity::Millennium:
        return {500, Granularity::Year};
    default:
        return {0, unit};
    }
}

} // namespace

std::string clockValue(const CalendarFields& fields)
{
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    const std::string seconds = fields.second >= 0 ? ':' + two(fields.second) : std::string();
    return 'T' + two(fields.hour) + ':' + two(std::max<int>(fields.minute, 0)) + seconds;
}

std::string lengthValue(const UnresolvedExpression& e)
{
    std::string value = "P";
    if (e.vagueAmount) {
        if (isClockUnit(e.unit))
            value += 'T';
        value += 'X';
        const char letter = e.unit == Granularity::Quarter   ? 'Q'
                            : e.unit == Granularity::Decade  ? 'Y'
                            : e.unit == Granularity::Weekend ? 'W'
                                                             : codeOf(e.unit).letter;
        return value + letter;
    }
    std::int64_t amount = std::abs(e.amount);
    std::int64_t rest = e.amount2;
    Granularity restUnit = e.unit2;
    if (e.halves > 0) {
        const auto [half, finer] = halfOf(e.unit);
        if (half == 0) {
            const UnitCode code = codeOf(e.unit);
            return "P" + std::to_string(amount) + ".5" + code.letter;
        }
        rest = half;
        restUnit = finer;
    }
    const bool decades = e.unit == Granularity::Decade && rest > 0 && restUnit == Granularity::Year;
    if (decades) {
        amount = amount * 10 + rest;
        return "P" + std::to_string(amount) + "Y";
    }
    if (amount > 0 || rest == 0) {
        if (isClockUnit(e.unit))
            value += 'T';
        value += amountText(amount, e.unit);
    }
    if (rest > 0) {
        if (isClockUnit(restUnit) && value.find('T') == std::string::npos)
            value += 'T';
        value += amountText(rest, restUnit);
    }
    return value;
}

std::string repetitionValue(const UnresolvedExpression& e)
{
    const CalendarFields& fields = e.fields;
    const std::string when = fields.hasClock() ? clockValue(fields) : std::string(partCode(fields.part));
    if (fields.weekday > 0)
        return "XXXX-WXX-" + std::to_string(fields.weekday) + when;
    if (e.workdays)
        return "XXXX-WXX-WD" + when;
    if (fields.hasClock())
        return "XXXX-XX-XX" + when;
    if (fields.part != PartOfDay::None)
        return "XXXX-XX-XX" + std::string(partCode(fields.part));
    if (fields.season != Season::None)
        return "XXXX-" + std::string(seasonCode(fields.season));
    if (fields.day > 0)
        return std::string("XXXX-XX-") + (fields.day < 10 ? "0" : "") + std::to_string(fields.day);
    if (fields.month > 0)
        return std::string("XXXX-") + (fields.month < 10 ? "0" : "") + std::to_string(fields.month);
    if (e.unit == Granularity::PartOfDay)
        return "XXXX-XX-XXTNI";
    if (e.unit == Granularity::Weekend && e.amount == 1)
        return "XXXX-WXX-WE";
    if (e.unit == Granularity::Quarter)
        return "P" + std::to_string(e.amount) + "Q";
    UnresolvedExpression length = e;
    length.halves = 0;
    return lengthValue(length);
}

std::string unanchoredValue(const UnresolvedExpression& e)
{
    const CalendarFields& fields = e.fields;
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    std::string value = "XXXX";
    if (e.form == Form::Shifted && fields == CalendarFields{}) {
        switch (e.unit) {
        case Granularity::Year:
            return value;
        case Granularity::Quarter:
            return value + "-QX";
        case Granularity::Month:
            return value + "-XX";
        case Granularity::Week:
            return value + "-WXX";
        case Granularity::Weekend:
            return value + "-WXX-WE";
        default:
            return value + "-XX-XX";
        }
    }
    if (fields.quarter > 0)
        return value + "-Q" + std::to_string(fields.quarter);
    if (fields.half > 0)
        return value + "-H" + std::to_string(fields.half);
    if (fields.season != Season::None)
        return value + '-' + std::string(seasonCode(fields.season));
    if (fields.weekday > 0 && fields.day == 0) {
        value += "-WXX-" + std::to_string(fields.weekday);
    } else if (fields.month > 0 && fields.day == 0) {
        return value + '-' + two(fields.month);
    } else if (fields.holiday != Holiday::None) {
        const Day day = holidayIn(2001, fields.holiday);
        value += isoDate(day).substr(4);
    } else {
        value += '-' + (fields.month > 0 ? two(fields.month) : "XX") + '-' + (fields.day > 0 ? two(fields.day) : "XX");
    }
    if (fields.hasClock())
        value += clockValue(fields);
    else
        value += partCode(fields.part);
    return value;
}

Interval momentsOf(const CalendarFields& fields, Day day)
{
    const Instant start{day};
    if (fields.eitherHalf) // as far as the words tell, some time of that day
        return intervalOf({day, day}, Granularity::Day);
    if (fields.hasClock()) {
        if (fields.hour == 24) // the last minute, so that the moment stays in its day
            return {start + hours{24} - minutes{1}, start + hours{24}, Granularity::Minute};
        const Instant begin = start + hours{fields.hour} + minutes{std::max<int>(fields.minute, 0)};
        if (fields.second >= 0)
            return {begin + seconds{fields.second}, begin + seconds{fields.second + 1}, Granularity::Second};
        return {begin, begin + minutes{1}, Granularity::Minute};
    }
    const auto part = [start](int from, int to) {
        return Interval{start + hours{from}, start + hours{to}, Granularity::PartOfDay};
    };
    switch (fields.part) {
    case PartOfDay::Morning:
        return part(5, 12);
    case PartOfDay::Midday:
        return part(11, 14);
    case PartOfDay::Afternoon:
        return part(12, 18);
    case PartOfDay::Evening:
        return part(17, 22);
    case PartOfDay::Night: // to midnight: the night of the 14th stays on the 14th
        return part(19, 24);
    case PartOfDay::Daytime:
        return part(6, 20);
    case PartOfDay::None:
        break;
    }
    return intervalOf({day, day}, Granularity::Day);
}

DayRange narrowed(const DayRange& range, Granularity granularity, Modifier modifier)
{
    if (granularity < Granularity::Week ||
        (modifier != Modifier::Start && modifier != Modifier::Mid && modifier != Modifier::End))
        return range;
    using std::chrono::days;
    const int length = range.days();
    int first = length / 3;
    int second = length * 2 / 3;
    if (granularity == Granularity::Month) {
        first = 10;
        second = 20;
    }
    if (granularity == Granularity::Year) {
        first = static_cast<int>((dayIn(yearOf(range.first), 5, 1) - range.first).count());
        second = static_cast<int>((dayIn(yearOf(range.first), 9, 1) - range.first).count());
    }
    if (modifier == Modifier::Start)
        return {range.first, range.first + days{first - 1}};
    if (modifier == Modifier::Mid)
        return {range.first + days{first}, range.first + days{second - 1}};
    return {range.first + days{second}, range.last};
}

std::string_view modifierName(Modifier modifier)
{
    switch (modifier) {
    case Modifier::Start:
        return "START";
    case Modifier::Mid:
        return "MID";
    case Modifier::End:
        return "END";
    case Modifier::Approx:
        return "APPROX";
    case Modifier::LessThan:
        return "LESS_THAN";
    case Modifier::MoreThan:
        return "MORE_THAN";
    case Modifier::EqualOrLess:
        return "EQUAL_OR_LESS";
    case Modifier::EqualOrMore:
        return "EQUAL_OR_MORE";
    case Modifier::None:
        break;
    }
    return "";
}

} // namespace synoptic::temporal
