// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {

MaybeMatch repetitionAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at, .next = at + 1};
    UnresolvedExpression& expression = match.expression;
    expression.form = Form::Repetition;
    expression.type = ExpressionType::Set;
    expression.amount = 1;
    if (t.isClass(at, WordClass::Frequency)) {
        const auto unit = static_cast<Granularity>(t[at].value);
        expression.unit = unit;
        if (t.has(at, flag::ambiguous))
            expression.amount = 2;
        // "bi-monthly", "semi-annually"
        if (t.isMark(at - 1, '-') && t.touches(at) && t.isWord(at - 2)) {
            const std::string_view prefix = t.textOf(at - 2);
            const bool half = (prefix == "semi" || prefix == "bi") && unit == Granularity::Year;
            if (!half && prefix != "bi")
                return std::nullopt;
            match.first = at - 2;
            expression.unit = half ? Granularity::HalfYear : unit;
            expression.amount = half ? 1 : 2;
            return match;
        }
        // "the daily Granma", "Daily Telegraph"
        const bool name = t.has(at, flag::capital) && at > 0;
        const bool title = t.isWord(at + 1) && t.has(at + 1, flag::capital);
        // "20 % annually" is a rate, "the quarterly dividend" a kind.
        for (std::size_t i = at; unit == Granularity::Year && i-- > 0 && i + 3 >= at;) {
            if (t.isNumber(i) || t.isMark(i, '%'))
                return std::nullopt;
        }
        if (unit == Granularity::Quarter && t.isWord(at + 1) && !t.isClass(at + 1, WordClass::Grammar))
            return std::nullopt;
        match.doubtful = true;
        return name || title ? std::nullopt : MaybeMatch(match);
    }
    // "on weekends", "all weekends", "on weekdays"
    const std::size_t days = t.is(at, Word::All) ? at + 1 : at;
    if ((t.isUnit(days, Granularity::Weekend) || t.is(days, Word::Workday)) && t.has(days, flag::plural)) {
        if (days == at && !t.isAny(at - 1, Word::On, Word::At, Word::During) && t.isWord(at + 1))
            return std::nullopt;
        expression.unit = t.is(days, Word::Workday) ? Granularity::Week : Granularity::Weekend;
        expression.workdays = t.is(days, Word::Workday);
        match.next = days + 1;
        return match;
    }
    if (t.isAny(at, Word::Each, Word::Every)) {
        std::size_t place = at + 1;
        if (t.is(place, Word::Other)) {
            expression.amount = 2;
            ++place;
        } else if (const auto number = cardinalAt(t, place)) {
            expression.amount = number->value;
            place = number->next;
        }
        match.next = place + 1;
        if (t.isUnit(place) || (t.isClass(place, WordClass::Ordinal) && t[place].value == 2 && !t.isWord(place + 1))) {
            expression.unit = t.isUnit(place) ? t.unitOf(place) : Granularity::Second;
            return match;
        }
        if (t.is(place, Word::Workday) && !t.has(place, flag::plural)) {
            expression.unit = Granularity::Week;
            expression.workdays = true;
            return match;
        }
        if (t.isClass(place, WordClass::Weekday)) {
            expression.fields.weekday = static_cast<std::uint8_t>(t[place].value);
            expression.weekdays = true;
            expression.unit = Granularity::Week;
            return match;
        }
        if (t.isClass(place, WordClass::PartOfDay)) {
            expression.fields.part = static_cast<PartOfDay>(t[place].value);
            expression.unit = Granularity::Day;
            return match;
        }
        if (t.isClass(place, WordClass::Season)) {
            expression.fields.season = static_cast<Season>(t[place].value);
            expression.unit = Granularity::Year;
            return match;
        }
        if (t.isClass(place, WordClass::Month) && t.has(place, flag::capital)) {
            expression.fields.month = static_cast<std::uint8_t>(t[place].value);
            expression.unit = Granularity::Year;
            return match;
        }
        return std::nullopt;
    }
    // "the 19th of every month"
    const std::size_t ordinalPlace = t.is(at, Word::The) ? at + 1 : at;
    if (const auto ordinal = ordinalAt(t, ordinalPlace);
        ordinal && ordinal->value >= 1 && ordinal->value <= 31 && t.is(ordinal->next, Word::Of) &&
        t.isAny(ordinal->next + 1, Word::Each, Word::Every) && t.isUnit(ordinal->next + 2, Granularity::Month) &&
        !t.has(ordinal->next + 2, flag::plural)) {
        expression.unit = Granularity::Month;
        expression.fields.day = static_cast<std::uint8_t>(ordinal->value);
        match.next = ordinal->next + 3;
        return match;
    }
    // "twice a week", "three times a day", "once every month"
    std::size_t place = at;
    if (t.isAny(at, Word::Once, Word::Twice)) {
        ++place;
    } else if (const auto number = cardinalAt(t, at); number && t.is(number->next, Word::Times)) {
        place = number->next + 1;
    } else {
        return std::nullopt;
    }
    if (!t.isAny(place, Word::A, Word::An, Word::Per, Word::Each, Word::Every) || !t.isUnit(place + 1) ||
        t.has(place + 1, flag::plural))
        return std::nullopt;
    expression.unit = t.unitOf(place + 1);
    match.next = place + 2;
    return match;
}

} // namespace synoptic::temporal
