// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

/// A holiday's words. Day is the unit "day"; a possessive ending may follow any word.
struct Name
{
    Holiday holiday;
    std::array<Word, 3> words;
    bool day; ///< "Day" must follow
};

constexpr std::array names{
    Name{Holiday::ChristmasEve, {Word::Christmas, Word::Eve}, false},
    Name{Holiday::NewYearsEve, {Word::New}, false}, // "Year" is a unit; see below
    Name{Holiday::Christmas, {Word::Christmas}, false},
    Name{Holiday::Thanksgiving, {Word::Thanksgiving}, false},
    Name{Holiday::Halloween, {Word::Halloween}, false},
    Name{Holiday::Easter, {Word::Easter}, false},
    Name{Holiday::Pentecost, {Word::Pentecost}, false},
    Name{Holiday::ValentinesDay, {Word::Valentine}, true},
    Name{Holiday::SaintPatricksDay, {Word::Patrick}, true},
    Name{Holiday::AprilFoolsDay, {Word::Fools}, true},
    Name{Holiday::IndependenceDay, {Word::Independence}, true},
    Name{Holiday::BastilleDay, {Word::Bastille}, true},
    Name{Holiday::VeteransDay, {Word::Veterans}, true},
    Name{Holiday::ArmisticeDay, {Word::Armistice}, true},
    Name{Holiday::BoxingDay, {Word::Boxing}, true},
    Name{Holiday::MartinLutherKingDay, {Word::Martin, Word::Luther, Word::King}, true},
    Name{Holiday::PresidentsDay, {Word::Presidents}, true},
    Name{Holiday::MemorialDay, {Word::Memorial}, true},
    Name{Holiday::LaborDay, {Word::Labor}, true},
    Name{Holiday::ColumbusDay, {Word::Columbus}, true},
    Name{Holiday::ElectionDay, {Word::Election}, true},
    Name{Holiday::MothersDay, {Word::Mother}, true},
    Name{Holiday::FathersDay, {Word::Father}, true},
    Name{Holiday::EarthDay, {Word::Earth}, true},
    Name{Holiday::GroundhogDay, {Word::Groundhog}, true},
    Name{Holiday::Juneteenth, {Word::Juneteenth}, false},
    Name{Holiday::MayDay, {Word::Workers}, true},
};

/// Whether small letters can be a holiday's here: "on earth day", "next labor day", "labor day 2021", "labor day
/// weekend"; "a good mother's day" is none.
bool isTypedHere(const TokenView& t, std::size_t at, std::size_t next)
{
    return t.has(at - 1, flag::preposition) || t.isAny(at - 1, Word::The, Word::Next, Word::Last, Word::This) ||
           plainYearAt(t, next) || t.isUnit(next, Granularity::Weekend);
}

bool isDayWord(const TokenView& t, std::size_t at)
{
    return t.isUnit(at, Granularity::Day) && t.has(at, flag::capital) && !t.has(at, flag::plural);
}

/// The year and the weekend that may follow: "Christmas 2007", "Labor Day, 1999", "Labor Day weekend".
void takeYear(const TokenView& t, Match& match)
{
    const auto takeWeekend = [&] {
        if (t.isUnit(match.next, Granularity::Weekend) && !t.has(match.next, flag::plural) &&
            !match.expression.fields.weekendOf) {
            match.expression.fields.weekendOf = true;
            ++match.next;
        }
    };
    takeWeekend();
    const std::size_t place = t.isMark(match.next, ',') || t.is(match.next, Word::Of) ? match.next + 1 : match.next;
    if (const auto year = plainYearAt(t, place)) {
        match.expression.fields.year = *year;
        match.expression.fields.yearDigits = 4;
        match.next = place + 1;
        takeWeekend();
    }
}

/// "Good Friday", "Ash Wednesday", "Palm Sunday", "Easter Monday", "Easter Sunday".
MaybeMatch namedWeekdayAt(const TokenView& t, std::size_t at)
{
    const bool typed = !t.has(at, flag::capital) && isTypedHere(t, at, at + 2) && !t.is(at, Word::Good);
    if (!t.isClass(at + 1, WordClass::Weekday) ||
        !(typed || (t.has(at, flag::capital) && t.has(at + 1, flag::capital))))
        return std::nullopt;
    const int weekday = t[at + 1].value;
    const Holiday holiday = t.is(at, Word::Good) && weekday == 5     ? Holiday::GoodFriday
                            : t.is(at, Word::Ash) && weekday == 3    ? Holiday::AshWednesday
                            : t.is(at, Word::Palm) && weekday == 7   ? Holiday::PalmSunday
                            : t.is(at, Word::Easter) && weekday == 1 ? Holiday::EasterMonday
                            : t.is(at, Word::Easter) && weekday == 7 ? Holiday::Easter
                            : t.is(at, Word::Black) && weekday == 5  ? Holiday::BlackFriday
                                                                     : Holiday::None;
    if (holiday == Holiday::None)
        return std::nullopt;
    Match match{.first = at, .next = at + 2};
    match.expression.fields.holiday = holiday;
    return match;
}

std::optional<std::size_t> afterName(const TokenView& t, std::size_t at, const Name& name)
{
    std::size_t place = at;
    for (const Word word : name.words) {
        if (word == Word::None)
            break;
        if (!t.is(place, word) || (t.has(at, flag::capital) && !t.has(place, flag::capital)))
            return std::nullopt;
        place = t.afterPossessive(place + 1);
    }
    const bool dayFollows = t.isUnit(place, Granularity::Day) && !t.has(place, flag::plural | flag::capital);
    if (!t.has(at, flag::capital) && dayFollows && isTypedHere(t, at, place + 1))
        return place + 1;
    if (!t.has(at, flag::capital) && !t.has(at, flag::holiday))
        return std::nullopt;
    if (isDayWord(t, place))
        return place + 1;
    if (name.day)
        return std::nullopt;
    return t.isMark(place - 1, '\'') || t.is(place - 1, Word::S) ? std::optional(at + 1) : std::optional(place);
}

} // namespace

MaybeMatch holidayAt(const TokenView& t, std::size_t at)
{
    if (auto named = namedWeekdayAt(t, at)) {
        takeYear(t, *named);
        return named;
    }
    // A song or a film: "White Christmas". With "Day" behind it the name is one: "International Workers' Day".
    const bool inName = t.isWord(at - 1) && t[at - 1].word == WordClass::None && t.has(at - 1, flag::capital);
    Match match{.first = at};
    Holiday& holiday = match.expression.fields.holiday;
    // "New Year's Day", "New Year's Eve", "New Year's"
    const std::size_t year = t.is(at, Word::The) ? at + 1 : at;
    if (t.is(year, Word::New) && t.isUnit(year + 1, Granularity::Year) && !t.has(year + 1, flag::plural) &&
        t.isAny(at - 1, Word::Before, Word::After, Word::Until) && !t.isWord(year + 2) &&
        t.afterPossessive(year + 2) == year + 2) { // "until the new year."
        holiday = Holiday::NewYearsDay;
        match.next = year + 2;
        return match;
    }
    if (t.is(at, Word::New) && t.isUnit(at + 1, Granularity::Year) && !t.has(at + 1, flag::plural)) {
        const std::size_t place = t.afterPossessive(at + 2);
        const bool capitals = t.has(at, flag::capital) && t.has(at + 1, flag::capital);
        const bool day = t.isUnit(place, Granularity::Day) && !t.has(place, flag::plural);
        if (t.is(place, Word::Eve) && (capitals || place > at + 2)) {
            holiday = Holiday::NewYearsEve;
            match.next = place + 1;
        } else if (day && (capitals || place > at + 2 || isTypedHere(t, at, place + 1))) {
            holiday = Holiday::NewYearsDay;
            match.next = place + 1;
        } else {
            return std::nullopt;
        }
        takeYear(t, match);
        return match;
    }
    if (t.isClass(at, WordClass::Month) && t[at].value == 5 && t.has(at, flag::capital) && isDayWord(t, at + 1)) {
        holiday = Holiday::MayDay;
        match.next = at + 2;
        takeYear(t, match);
        return match;
    }
    for (const Name& name : names) {
        if (name.holiday == Holiday::NewYearsEve || (inName && !name.day))
            continue;
        if (const auto next = afterName(t, at, name)) {
            holiday = name.holiday;
            match.next = *next;
            takeYear(t, match);
            return match;
        }
    }
    return std::nullopt;
}

} // namespace synoptic::temporal
