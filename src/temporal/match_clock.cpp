// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/clock.h"

#include <algorithm>

#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

enum class Meridiem : std::uint8_t
{
    None,
    Am,
    Pm
};

/// "am", "a.m.", "p.m" at @p at.
Meridiem meridiemAt(const TokenView& t, std::size_t at, std::size_t& next)
{
    if (t.isAny(at, Word::Am, Word::Pm)) {
        next = at + 1;
        return t.is(at, Word::Am) ? Meridiem::Am : Meridiem::Pm;
    }
    if (t.isAny(at, Word::A, Word::P) && t.isMark(at + 1, '.') && t.touches(at + 1) && t.is(at + 2, Word::M)) {
        next = t.isMark(at + 3, '.') && t.touches(at + 3) ? at + 4 : at + 3;
        return t.is(at, Word::A) ? Meridiem::Am : Meridiem::Pm;
    }
    return Meridiem::None;
}

int hour24(int hour, Meridiem meridiem)
{
    if (meridiem == Meridiem::Am)
        return hour == 12 ? 0 : hour;
    if (meridiem == Meridiem::Pm)
        return hour == 12 ? 12 : hour + 12;
    return hour;
}

/// Digits with a colon, with a meridiem, in military form, or an hour in words before "o'clock".
std::optional<Clock> digitalAt(const TokenView& t, std::size_t at)
{
    Clock clock;
    std::size_t next = at;
    if (t.isNumber(at)) {
        if (t.isMark(at - 1, '$') || (t.touches(at) && t.isMark(at - 1, '.')) ||
            (t.touches(at) && t.isMark(at - 1, ':')))
            return std::nullopt;
        const bool colon = (t.isMark(at + 1, ':') || t.isMark(at + 1, '.')) && t.touches(at + 1) &&
                           t.isNumber(at + 2) && t.touches(at + 2) && t[at + 2].digits == 2 && t[at + 2].value < 60 &&
                           t[at].digits <= 2;
        if (colon) {
            clock.hour = t[at].value;
            clock.minute = t[at + 2].value;
            next = at + 3;
            if (t.isMark(next, ':') && t.touches(next) && t.isNumber(next + 1) && t.touches(next + 1) &&
                t[next + 1].digits == 2 && t[next + 1].value < 61) {
                clock.second = t[next + 1].value;
                next += 2;
            }
            const Meridiem meridiem = meridiemAt(t, next, next);
            if (meridiem != Meridiem::None) {
                if (clock.hour < 1 || clock.hour > 12)
                    return std::nullopt;
                clock.hour = hour24(clock.hour, meridiem);
            } else if (t.isMark(at + 1, '.') || clock.hour > 24 ||
                       (t[at].digits == 1 && !t.has(at - 1, flag::preposition) &&
                        !(t.is(at - 1, Word::Than) && t.isAny(at - 2, Word::Later, Word::Earlier)))) {
                return std::nullopt; // "3.15" is a number; "Luke 3:16", a score
            }
            clock.bare = meridiem == Meridiem::None && clock.hour > 0 && clock.hour <= 12;
            if (t.is(next, Word::Hrs) || (t.is(next, Word::H) && t.touches(next)))
                ++next;
            clock.next = next;
            return clock;
        }
        if (t[at].digits == 4 && t[at].value % 100 < 60 && t[at].value < 2400) {
            const std::size_t zone = at + 1;
            if ((t.isClass(zone, WordClass::Zone) && t.has(zone, flag::allCapitals)) || t.is(zone, Word::Hrs) ||
                (t.isUnit(zone, Granularity::Hour) && t.has(zone, flag::plural) && t.is(at - 1, Word::At))) {
                clock.hour = t[at].value / 100;
                clock.minute = t[at].value % 100;
                clock.next = t.isClass(zone, WordClass::Zone) ? zone : zone + 1;
                return clock;
            }
        }
        const bool together = t[at].digits >= 3 && t[at].digits <= 4 && t[at].value % 100 < 60; // "1140 a.m."
        std::size_t after = 0;
        if (t[at].digits > 2 ? !together || t[at].value < 100 || meridiemAt(t, at + 1, after) == Meridiem::None
                             : t[at].value > 24)
            return std::nullopt;
        clock.hour = t[at].digits > 2 ? t[at].value / 100 : t[at].value;
        clock.minute = t[at].digits > 2 ? t[at].value % 100 : -1;
        next = at + 1;
    } else if (t.isClass(at, WordClass::Cardinal) && t[at].value >= 1 && t[at].value <= 12) {
        clock.hour = t[at].value;
        next = at + 1;
        if (t.isClass(next, WordClass::Cardinal) &&
            (t[next].value == 15 || t[next].value == 30 || t[next].value == 45)) {
            clock.minute = t[next].value;
            ++next;
        }
    } else {
        return std::nullopt;
    }
    const Meridiem meridiem = meridiemAt(t, next, next);
    if (meridiem != Meridiem::None) {
        if (clock.hour < 1 || clock.hour > 12)
            return std::nullopt;
        clock.hour = hour24(clock.hour, meridiem);
        clock.minute = std::max(clock.minute, 0);
        clock.next = next;
        return clock;
    }
    if (clock.hour < 1 || clock.hour > 12 || clock.minute > 0)
        return std::nullopt;
    // "10 o'clock", "4 in the morning"
    std::size_t word = next;
    if (t.is(word, Word::Oclock)) {
        clock.minute = 0;
        clock.next = word = word + 1;
    } else if (t.isWord(word) && t.textOf(word) == "o" && t.isMark(word + 1, '\'') && t.isWord(word + 2)) {
        clock.minute = 0;
        clock.next = word = word + 3;
    }
    const bool inThe = t.isAny(word, Word::In, Word::At) && (t.is(word + 1, Word::The) || t.is(word, Word::At));
    const std::size_t part = t.is(word, Word::At) ? word + 1 : word + 2;
    if (inThe && t.isClass(part, WordClass::PartOfDay) && !t.has(part, flag::plural)) {
        const auto which = static_cast<PartOfDay>(t[part].value);
        if (clock.minute < 0 && t.isNumber(at) && t[at].digits == 2 && clock.hour < 10)
            return std::nullopt;
        clock.minute = 0;
        if (which == PartOfDay::Morning)
            clock.hour = clock.hour == 12 ? 0 : clock.hour;
        else if (which == PartOfDay::Afternoon || which == PartOfDay::Evening ||
                 (which == PartOfDay::Night && clock.hour >= 6))
            clock.hour = clock.hour == 12 ? (which == PartOfDay::Night ? 0 : 12) : clock.hour + 12;
        clock.next = part + 1;
        return clock;
    }
    if (clock.next > 0) {
        clock.eitherHalf = true; // "eight o'clock"
        return clock;
    }
    return std::nullopt;
}

/// "2.30", "17.45" as clocks are written in Britain: two figures behind the full stop, and no third part.
bool isDottedAt(const TokenView& t, std::size_t at)
{
    return t.isNumber(at) && t[at].digits <= 2 && t[at].value < 24 && !t.isMark(at - 1, '$') && t.isMark(at + 1, '.') &&
           t.touches(at + 1) && t.isNumber(at + 2) && t.touches(at + 2) && t[at + 2].digits == 2 &&
           t[at + 2].value < 60 && !(t.touches(at + 3) && t.isMark(at + 3, '.') && t.touches(at + 4));
}

/// "half past seven", "a quarter to eight", "ten past nine in the evening", "20 minutes past 8 o'clock".
std::optional<Clock> spokenAt(const TokenView& t, std::size_t at)
{
    std::size_t place = t.is(at, Word::A) ? at + 1 : at;
    int minutes = 0;
    bool named = true; // "quarter" and "half" are no plain numbers
    if (t.is(place, Word::Half) && place == at)
        minutes = 30;
    else if (t.isUnit(place, Granularity::Quarter) && !t.has(place, flag::plural))
        minutes = 15;
    else if (const auto number = place == at ? cardinalAt(t, at) : std::nullopt;
             number && number->value > 0 && number->value < 60 && number->halves == 0) {
        minutes = static_cast<int>(number->value);
        named = false;
        place = number->next - 1;
    } else {
        return std::nullopt;
    }
    ++place;
    const bool unit = t.isUnit(place, Granularity::Minute);
    if (unit && !named)
        ++place;
    const bool past = t.is(place, Word::Past);
    if (!past && !(t.is(place, Word::To) && (named || unit)))
        return std::nullopt;
    ++place;
    const bool hourHere = (t.isNumber(place) && t[place].digits <= 2) || t.isClass(place, WordClass::Cardinal);
    if (!hourHere || t[place].value < 1 || t[place].value > 12)
        return std::nullopt;
    // The hour may say more of itself: "eight in the evening", "8 o'clock", "9 pm"
    const auto full = digitalAt(t, place);
    if (!full && t.isWord(place + 1) && !t.isClass(place + 1, WordClass::Grammar))
        return std::nullopt; // "20 past 8 houses"
    const int hour = full && full->minute <= 0 ? full->hour : t[place].value;
    Clock clock;
    clock.hour = past ? hour : (hour + 23) % 24;
    clock.minute = past ? minutes : 60 - minutes;
    clock.next = full && full->minute <= 0 ? full->next : place + 1;
    const bool oclock = full && !t.isAny(clock.next - 1, Word::Am, Word::Pm) && !t.isMark(clock.next - 1, '.') &&
                        !t.isClass(clock.next - 1, WordClass::PartOfDay);
    clock.eitherHalf = !full || oclock;
    return clock;
}

} // namespace

std::size_t afterZone(const TokenView& t, std::size_t at)
{
    std::size_t next = at;
    const bool typed = t.isNumber(next - 1) && !t.isWord(next + 1); // "to 9 pst."
    if (t.isClass(next, WordClass::Zone) && (t.has(next, flag::allCapitals) || typed)) {
        ++next;
    } else if (t.isAny(next, Word::Local, Word::Eastern, Word::Central, Word::Mountain, Word::Pacific,
                       Word::Greenwich)) {
        std::size_t word = next + 1;
        if (t.isAny(word, Word::Standard, Word::Daylight, Word::Mean))
            ++word;
        if (t.is(word, Word::Time))
            next = word + 1;
    }
    if (t.isMark(next, '(') && t.isNumber(next + 1)) {
        const std::size_t zone = t.isMark(next + 2, ':') ? next + 4 : next + 2;
        if (t.isClass(zone, WordClass::Zone) && t.isMark(zone + 1, ')'))
            return zone + 2;
    }
    return next;
}

bool endsNumber(const TokenView& t, std::size_t at)
{
    if (!t.isWord(at))
        return !t.isMark(at, '%') && !t.isMark(at, '$') && !(t.touches(at) && t.isNumber(at + 1) && t.touches(at + 1));
    return t.isClass(at, WordClass::Grammar) || t.isClass(at, WordClass::Zone) || t.isClass(at, WordClass::Weekday) ||
           t.isClass(at, WordClass::Day) || t.has(at, flag::past | flag::future | flag::modal) || t[at].pastEnding;
}

std::optional<Clock> hourAt(const TokenView& t, std::size_t at)
{
    if (t.isAny(at, Word::Noon, Word::Midnight))
        return Clock{.hour = t.is(at, Word::Noon) ? 12 : 24, .minute = 0, .next = at + 1};
    if (const auto spoken = spokenAt(t, at))
        return spoken;
    if (const auto digital = digitalAt(t, at)) {
        Clock clock = *digital;
        const bool bare = t.isNumber(clock.next - 1) || t.isClass(clock.next - 1, WordClass::Cardinal);
        clock.eitherHalf = clock.eitherHalf || (bare && clock.hour > 0 && clock.hour <= 12 && t[at].digits == 1);
        return clock;
    }
    // "0730-0930": the zero in front makes it a clock
    if (t.isNumber(at) && t[at].digits == 4 && t[at].value < 1000 && t[at].value % 100 < 60 &&
        !(t.touches(at + 1) && (t.isMark(at + 1, '.') || t.isMark(at + 1, ':'))))
        return Clock{.hour = t[at].value / 100, .minute = t[at].value % 100, .next = at + 1};
    if (isDottedAt(t, at) && t[at].value > 12)
        return Clock{.hour = t[at].value, .minute = t[at + 2].value, .next = at + 3, .dotted = true};
    Clock clock{.eitherHalf = true, .next = at + 1};
    const bool digits = t.isNumber(at) && t[at].digits <= 2 && !t.has(at, flag::grouped) && !t.isMark(at - 1, '$');
    if ((!digits && !t.isClass(at, WordClass::Cardinal)) || t[at].value < 1 || t[at].value > 12)
        return std::nullopt;
    clock.hour = t[at].value;
    clock.minute = 0;
    if (digits && t.isMark(at + 1, ':') && t.touches(at + 1) && t.isNumber(at + 2) && t.touches(at + 2) &&
        t[at + 2].digits == 2 && t[at + 2].value < 60) {
        clock.minute = t[at + 2].value;
        clock.next = at + 3;
    } else if (isDottedAt(t, at)) {
        clock = {.hour = t[at].value, .minute = t[at + 2].value, .eitherHalf = true, .next = at + 3, .dotted = true};
    } else if (!digits) {
        // "seven twenty-seven"
        const std::size_t minutes = t.isMark(at + 1, '-') && t.touches(at + 1) ? at + 2 : at + 1;
        if (const auto number = cardinalAt(t, minutes);
            number && !number->digits && number->value >= 10 && number->value < 60) {
            clock.minute = static_cast<int>(number->value);
            clock.next = number->next;
        }
    }
    return clock;
}

void setClock(CalendarFields& fields, const Clock& clock)
{
    int hour = clock.hour;
    bool either = clock.eitherHalf;
    if ((either || clock.bare) && fields.part != PartOfDay::None) {
        const bool late = fields.part == PartOfDay::Afternoon || fields.part == PartOfDay::Evening ||
                          (fields.part == PartOfDay::Night && hour >= 6);
        hour = hour % 12 + (late ? 12 : 0);
        either = false;
    }
    fields.hour = static_cast<std::int8_t>(hour);
    fields.minute = static_cast<std::int8_t>(std::max(clock.minute, 0));
    fields.second = static_cast<std::int8_t>(clock.second);
    fields.eitherHalf = either;
    fields.part = PartOfDay::None;
}

MaybeMatch clockAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at};
    CalendarFields& fields = match.expression.fields;
    match.expression.type = ExpressionType::Time;
    if (t.isAny(at, Word::Noon, Word::Midnight)) {
        if (t.isWord(at - 1) && t[at - 1].word == WordClass::None && t.has(at, flag::capital))
            return std::nullopt; // "High Noon"
        fields.hour = t.is(at, Word::Noon) ? 12 : 24;
        fields.minute = 0;
        match.next = at + 1;
    } else if (t.is(at, Word::Mid) && t.isClass(at + 1, WordClass::PartOfDay) &&
               t[at + 1].value == static_cast<int>(PartOfDay::Night) && !t.isWord(at + 2)) {
        fields.hour = 24; // "mid night", apart
        fields.minute = 0;
        match.next = at + 2;
    } else if (t.isClass(at, WordClass::PartOfDay) && t[at].value == static_cast<int>(PartOfDay::Midday)) {
        fields.hour = 12;
        fields.minute = 0;
        match.next = at + 1;
    } else {
        auto clock = spokenAt(t, at);
        if (!clock)
            clock = digitalAt(t, at);
        // "at five-thirty"
        if (!clock && t.isClass(at, WordClass::Cardinal) && t.isAny(at - 1, Word::At, Word::By, Word::Until)) {
            clock = hourAt(t, at);
            if (clock && (clock->minute <= 0 || !endsNumber(t, clock->next)))
                clock.reset();
        }
        if (!clock)
            return std::nullopt;
        setClock(fields, *clock);
        match.next = clock->next;
    }
    match.next = afterZone(t, match.next);
    return match;
}

} // namespace synoptic::temporal
