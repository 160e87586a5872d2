// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/text_span.h"
#include "temporal/expression.h"

namespace synoptic::temporal {

/// How the words denote their time.
enum class Form : std::uint8_t
{
    Calendar,   ///< fields of the calendar as far as written: "March 5", "1998", "Friday", "the third quarter"
    Shifted,    ///< whole units counted from an anchor: "last week", "tomorrow", "two years ago", "the next day"
    Length,     ///< "three years"
    Repetition, ///< "daily", "every Friday"
    Vague       ///< "now", "recently", "soon"
};

/// Where the words look for their time: "last May" looks back, "this May" stays, "next May" looks ahead.
enum class Direction : std::uint8_t
{
    Unmarked,
    Past,
    Same,
    Future
};

/// What the verbs beside the expression say.
enum class Tense : std::uint8_t
{
    Unknown,
    Past,
    Future
};

enum class Season : std::uint8_t
{
    None,
    Spring,
    Summer,
    Autumn,
    Winter
};

enum class PartOfDay : std::uint8_t
{
    None,
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime
};

/// Days that have a name. The rules are in holidays.cpp.
enum class Holiday : std::uint8_t
{
    None,
    NewYearsDay,
    NewYearsEve,
    ValentinesDay,
    SaintPatricksDay,
    AprilFoolsDay,
    MayDay,
    IndependenceDay,
    BastilleDay,
    Halloween,
    VeteransDay,
    ArmisticeDay,
    ChristmasEve,
    Christmas,
    BoxingDay,
    MartinLutherKingDay,
    PresidentsDay,
    MemorialDay,
    LaborDay,
    ColumbusDay,
    Thanksgiving,
    ElectionDay,
    MothersDay,
    FathersDay,
    EarthDay,
    GroundhogDay,
    AshWednesday,
    PalmSunday,
    GoodFriday,
    Easter,
    EasterMonday,
    Pentecost,
    Juneteenth,
    BlackFriday
};

/// TIMEX3 mod. Source: TimeML 1.2.1, table of the values of mod.
enum class Modifier : std::uint8_t
{
    None,
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore
};

/// The preposition that binds the expression to its event.
enum class Role : std::uint8_t
{
    None,
    At, ///< in, on, at, during
    By,
    Until,
    Since,
    Before,
    After,
    From,
    To,
    For
};

/// How an expression belongs together with the next one.
enum class Join : std::uint8_t
{
    None,
    RangeWithNext, ///< "from 3 May" of "from 3 May to 5 May"
    OneOfWithNext  ///< "2019" of "2019 or 2020"
};

/// Fields of the calendar as far as the words give them; 0 (or −1 for the clock) is "not said".
struct CalendarFields
{
    std::int32_t year = 0;       ///< astronomical: 0 is 1 BC; read only if yearDigits > 0
    std::uint8_t yearDigits = 0; ///< 4 a year, 3 a decade, 2 a century, 1 a millennium
    bool shortYear = false;      ///< "'98", "the nineties": the century is understood
    bool beforeChrist = false;
    bool fiscal = false;
    std::uint8_t half = 0;
    std::uint8_t quarter = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    std::uint8_t weekday = 0; ///< 1 Monday … 7 Sunday
    bool weekOf = false;      ///< "the week of March 6"
    bool weekendOf = false;   ///< "the weekend of March 6", "Labor Day weekend"
    Season season = Season::None;
    Holiday holiday = Holiday::None;
    PartOfDay part = PartOfDay::None;
    bool eitherHalf = false; ///< "half past seven": of the morning or of the evening
    std::int8_t hour = -1;   ///< 0…24
    std::int8_t minute = -1;
    std::int8_t second = -1;

    constexpr bool hasClock() const { return hour >= 0; }
    friend bool operator==(const CalendarFields&, const CalendarFields&) = default;
};

/// What is counted from the time that the other fields denote: "two weeks before Christmas", "the first week of May".
struct Step
{
    enum class Kind : std::uint8_t
    {
        None,
        Shift, ///< so many units away from it
        Nth    ///< the so-manieth unit, or weekday, inside it
    };
    Kind kind = Kind::None;
    Granularity unit = Granularity::Day;
    std::int64_t amount = 0;  ///< of a shift, signed; 1 is the first and −1 the last inside
    std::uint8_t weekday = 0; ///< 1 Monday … 7 Sunday; inside: instead of a unit; of a shift: in the week it reaches

    friend bool operator==(const Step&, const Step&) = default;
};

/// A recognized expression before it is counted from anything. Kept so that a new publication date resolves an article
/// again without reading it again.
struct UnresolvedExpression
{
    TextSpan span;
    ExpressionType type = ExpressionType::Date;
    Form form = Form::Calendar;
    std::uint32_t sentence = 0; ///< position of the sentence it stands in

    CalendarFields fields; ///< for Shifted: what narrows the shifted unit ("last year's third quarter")

    Anchor anchor = Anchor::None; ///< what the words ask to be counted from
    Direction direction = Direction::Unmarked;
    Granularity unit = Granularity::Day; ///< of offset, length and repetition
    std::int64_t amount = 0;             ///< units: signed offset of Shifted, length, or repetition interval
    bool vagueAmount = false;            ///< "a few weeks", "for weeks"
    std::uint8_t halves = 0;             ///< half units on top: "2 1/2 years"
    std::int64_t amount2 = 0;            ///< a second, finer length: "two years and three months"
    Granularity unit2 = Granularity::Day;
    bool comparison = false;           ///< "a year earlier": takes the granularity of the thing compared
    bool latestPeriod = false;         ///< "the latest quarter", "the quarter": the one spoken of
    bool dayFirst = false;             ///< "02/08/2012": day and month could be exchanged
    bool apposed = false;              ///< another name of the day that the sentence has just named, or unknown
    bool workdays = false;             ///< a repetition of all days but those of the weekend
    bool weekdays = false;             ///< a repetition of fields.weekday
    Direction vague = Direction::Same; ///< PAST_REF, PRESENT_REF or FUTURE_REF

    Step step; ///< carried out on what all the above denote

    Modifier modifier = Modifier::None;
    Role role = Role::None;
    Join join = Join::None;
    Tense tense = Tense::Unknown;
    std::int32_t aheadScore =
        0;              ///< what the text says for a time after publication, in 1/256 of log-odds (see choices)
    bool leads = false; ///< stands first in its sentence, where a story turns to another time

    friend bool operator==(const UnresolvedExpression&, const UnresolvedExpression&) = default;
};

} // namespace synoptic::temporal
