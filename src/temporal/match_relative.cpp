// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

/// What a determiner says of the unit it stands before.
struct Pointer
{
    int offset = 0;
    Direction direction = Direction::Same;
    Anchor anchor = Anchor::Publication;
    bool comparison = false;
    bool latest = false;
    bool articleMatters = false; ///< "the last year" is a length, "last year" a date
    std::size_t next = 0;
};

/// "year-earlier", "year-ago", "comparable year-earlier".
std::size_t afterYearEarlier(const TokenView& t, std::size_t at)
{
    std::size_t place = at;
    if (t.isAny(place, Word::Comparable, Word::Corresponding))
        ++place;
    if (!t.isUnit(place, Granularity::Year) || t.has(place, flag::plural))
        return at;
    if (!t.isMark(place + 1, '-') || !t.isAny(place + 2, Word::Earlier, Word::Ago))
        return at;
    return place + 3;
}

std::optional<Pointer> pointerAt(const TokenView& t, std::size_t at)
{
    const bool article = t.is(at, Word::The);
    const std::size_t place = article ? at + 1 : at;
    Pointer pointer{.next = place + 1};
    if (const std::size_t next = afterYearEarlier(t, place); next > place) {
        pointer = {-1, Direction::Past, Anchor::PreviousMention, true, false, false, next};
        return pointer;
    }
    if (t.isAny(place, Word::Last)) {
        pointer.offset = -1;
        pointer.direction = Direction::Past;
        pointer.articleMatters = article;
        return pointer;
    }
    if (t.is(place, Word::Past)) {
        pointer.offset = -1;
        pointer.direction = Direction::Past;
        pointer.articleMatters = true;
        return article || t.isAny(at - 1, Word::This, Word::In, Word::For, Word::Over, Word::During)
                   ? std::optional(pointer)
                   : std::nullopt;
    }
    if (t.is(place, Word::Next)) {
        pointer.offset = 1;
        pointer.direction = Direction::Future;
        if (article)
            pointer.anchor = Anchor::PreviousMention;
        return pointer;
    }
    if (t.isAny(place, Word::Previous, Word::Prior, Word::Preceding)) {
        pointer.offset = -1;
        pointer.direction = Direction::Past;
        pointer.anchor = Anchor::PreviousMention;
        return pointer;
    }
    if (t.is(place, Word::Following)) {
        pointer.offset = 1;
        pointer.direction = Direction::Future;
        pointer.anchor = Anchor::PreviousMention;
        return pointer;
    }
    if (t.isAny(place, Word::Coming, Word::Upcoming)) {
        pointer.offset = 1;
        pointer.direction = Direction::Future;
        return pointer;
    }
    if (t.is(place, Word::Current))
        return pointer;
    if (t.is(place, Word::Latest)) {
        pointer.latest = true;
        return pointer;
    }
    if (t.is(place, Word::Same)) {
        pointer.anchor = Anchor::PreviousMention;
        return article ? std::optional(pointer) : std::nullopt;
    }
    if (article)
        return std::nullopt;
    if (t.is(place, Word::This)) {
        if (t.isAny(place + 1, Word::Coming, Word::Past)) {
            pointer.offset = t.is(place + 1, Word::Coming) ? 1 : -1;
            pointer.direction = t.is(place + 1, Word::Coming) ? Direction::Future : Direction::Past;
            pointer.next = place + 2;
        } else if (t.is(place + 1, Word::Same)) {
            pointer.next = place + 2;
        }
        return pointer;
    }
    if (t.is(place, Word::That)) {
        pointer.anchor = Anchor::PreviousMention;
        if (t.is(place + 1, Word::Same))
            pointer.next = place + 2;
        return pointer;
    }
    return std::nullopt;
}

void point(UnresolvedExpression& expression, const Pointer& pointer)
{
    expression.anchor = pointer.anchor;
    expression.direction = pointer.direction;
    expression.amount = pointer.offset;
    expression.comparison = pointer.comparison;
    expression.latestPeriod = pointer.latest;
}

/// "last year's third quarter", "the third quarter of last year" are joined by the caller; this is the first half.
MaybeMatch pointedUnit(const TokenView& t, std::size_t at, const Pointer& pointer)
{
    Match match{.first = at, .next = pointer.next + 1};
    UnresolvedExpression& expression = match.expression;
    point(expression, pointer);
    std::size_t place = pointer.next;
    if (t.is(place, Word::Fiscal)) {
        expression.fields.fiscal = true;
        ++place;
        match.next = place + 1;
    }
    if ((t.isAny(place, Word::Working, Word::Business) && t.isUnit(place + 1, Granularity::Week)) ||
        (t.isWord(place) && t.textOf(place) == "calendar" && t.isUnit(place + 1, Granularity::Year))) {
        ++place;
        match.next = place + 1;
    }
    if (t.is(place, Word::Period)) {
        if (!pointer.latest && !pointer.comparison)
            return std::nullopt;
        expression.form = Form::Shifted;
        expression.unit = Granularity::Quarter;
        return match;
    }
    if (!t.isClass(place, WordClass::Unit) || t.has(place, flag::plural | flag::abbreviation))
        return std::nullopt;
    const bool fortnight = t.has(place, flag::ambiguous); // no unit of the calendar: always a length
    if (fortnight && pointer.direction == Direction::Same)
        return std::nullopt;
    const auto unit = static_cast<Granularity>(t[place].value);
    if (unit < Granularity::Day)
        return std::nullopt;
    if (t.isMark(place + 1, '-') && t.touches(place + 1) && t.isWord(place + 2) &&
        !t.isAny(place + 2, Word::Ago, Word::Earlier))
        return std::nullopt; // "this year-long"
    expression.form = Form::Shifted;
    expression.unit = unit;
    // "the next decade" is the ten years to come, whatever their first digits
    const bool comingDecade =
        unit == Granularity::Decade && t.is(at, Word::The) && t.is(place - 1, Word::Next) && !t.is(at - 1, Word::Of);
    if (pointer.articleMatters || fortnight || comingDecade) {
        expression.form = Form::Length;
        expression.type = ExpressionType::Duration;
        expression.amount = fortnight ? 2 : 1;
        expression.anchor = fortnight || comingDecade ? Anchor::Publication : expression.anchor;
    }
    if (unit == Granularity::Day && pointer.anchor == Anchor::Publication && pointer.direction == Direction::Past)
        return std::nullopt; // "the last day" is the end of something
    return match;
}

MaybeMatch pointedField(const TokenView& t, std::size_t at, const Pointer& pointer)
{
    Match match{.first = at, .next = pointer.next + 1};
    UnresolvedExpression& expression = match.expression;
    const std::size_t place = pointer.next;
    if (t.has(place, flag::plural) || pointer.latest || pointer.comparison)
        return std::nullopt;
    point(expression, pointer);
    if (t.isClass(place, WordClass::PartOfDay)) {
        if (pointer.anchor == Anchor::Publication && pointer.direction == Direction::Future)
            expression.anchor = Anchor::PreviousMention; // "next morning"
        expression.form = Form::Shifted;
        expression.type = ExpressionType::Time;
        expression.unit = Granularity::Day;
        expression.fields.part = static_cast<PartOfDay>(t[place].value);
        return match;
    }
    expression.form = Form::Calendar;
    if (t.isClass(place, WordClass::Weekday) && !t.has(place, flag::abbreviation)) {
        if (t.isAny(place - 1, Word::Coming, Word::Upcoming, Word::Past))
            expression.direction = Direction::Same; // "this coming Sunday": the next one, whatever the week
        auto date = weekdayInFiguresAt(t, place);
        if (date)
            expression.direction = Direction::Unmarked; // "next Friday 5/12": the figures say which
        else
            date = monthDateAt(t, place);
        if (date) {
            expression.fields = date->expression.fields;
            match.next = date->next;
            return match;
        }
        expression.fields.weekday = static_cast<std::uint8_t>(t[place].value);
        return match;
    }
    if (t.isClass(place, WordClass::Month) && t.has(place, flag::capital)) {
        auto date = monthDateAt(t, place);
        if (!date) {
            if (t.has(place, flag::abbreviation))
                return std::nullopt;
            expression.fields.month = static_cast<std::uint8_t>(t[place].value);
            return match;
        }
        expression.fields = date->expression.fields;
        match.next = date->next;
        return match;
    }
    // "next 6th of April", "next 5/12"
    if (t.isNumber(place)) {
        const auto date = ordinalAt(t, place) ? monthDateAt(t, place) : numericDateAt(t, place);
        if (!date || date->expression.fields.day == 0 || date->expression.fields.yearDigits > 0)
            return std::nullopt;
        expression.fields = date->expression.fields;
        match.next = date->next;
        return match;
    }
    if (t.isClass(place, WordClass::Season)) {
        expression.fields.season = static_cast<Season>(t[place].value);
        return match;
    }
    if (const auto holiday = holidayAt(t, place)) {
        expression.fields = holiday->expression.fields;
        match.next = holiday->next;
        return match;
    }
    const bool conjunction = t.is(at, Word::That) && t.isMark(place + 1, '-'); // "said that third-quarter profit fell"
    if (const auto part = yearPartAt(t, place); part && part->expression.fields.quarter > 0 && !conjunction) {
        expression.fields = part->expression.fields;
        match.next = part->next;
        return match;
    }
    return std::nullopt;
}

/// "the day before", "the night after", "the week before last", "the day before yesterday", "the day".
MaybeMatch definiteUnitAt(const TokenView& t, std::size_t at)
{
    if (!t.is(at, Word::The))
        return std::nullopt;
    const std::size_t place = at + 1;
    const bool part = t.isClass(place, WordClass::PartOfDay);
    if ((!part && !t.isClass(place, WordClass::Unit)) ||
        t.has(place, flag::plural | flag::abbreviation | flag::ambiguous))
        return std::nullopt;
    const auto unit = part ? Granularity::Day : static_cast<Granularity>(t[place].value);
    if (unit < Granularity::Day)
        return std::nullopt;
    Match match{.first = at, .next = place + 1};
    UnresolvedExpression& expression = match.expression;
    expression.form = Form::Shifted;
    expression.unit = unit;
    if (part) {
        expression.fields.part = static_cast<PartOfDay>(t[place].value);
        expression.type = ExpressionType::Time;
    }
    const bool before = t.isAny(place + 1, Word::Before);
    const bool after = t.isAny(place + 1, Word::After, Word::Following);
    if (before || after) {
        expression.amount = before ? -1 : 1;
        expression.direction = before ? Direction::Past : Direction::Future;
        match.next = place + 2;
        if (t.isClass(match.next, WordClass::Day)) {
            expression.anchor = Anchor::Publication;
            expression.amount += t[match.next].value;
            ++match.next;
            return match;
        }
        if (before ? t.is(match.next, Word::Last) : t.is(match.next, Word::Next)) {
            expression.anchor = Anchor::Publication;
            expression.amount *= 2;
            ++match.next;
            return match;
        }
        expression.anchor = Anchor::PreviousMention;
        const bool bare = !t.isWord(match.next) || t.isAny(match.next, Word::And, Word::In, Word::At, Word::On) ||
                          t.has(match.next, flag::past);
        return bare ? MaybeMatch(match) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

MaybeMatch deicticAt(const TokenView& t, std::size_t at)
{
    if (auto definite = definiteUnitAt(t, at))
        return definite;
    const auto pointer = pointerAt(t, at);
    if (!pointer)
        return std::nullopt;
    if (t.is(at - 1, Word::At) && pointer->latest)
        return std::nullopt;
    if (t.isMark(at - 1, '"') && t.has(at, flag::capital) && t.has(pointer->next, flag::capital) &&
        t.isClass(pointer->next, WordClass::Unit))
        return std::nullopt; // a program: "This Week"
    if (auto field = pointedField(t, at, *pointer))
        return field;
    if (auto unit = pointedUnit(t, at, *pointer))
        return unit;
    if (!pointer->comparison)
        return std::nullopt;
    if (const auto part = yearPartAt(t, pointer->next); part && part->expression.fields.quarter > 0) {
        Match quarter{.first = at, .next = part->next};
        point(quarter.expression, *pointer);
        quarter.expression.form = Form::Shifted;
        quarter.expression.unit = Granularity::Year;
        quarter.expression.fields = part->expression.fields;
        return quarter;
    }
    // "the year-earlier loss": the two words alone
    if (!t.isClass(at, WordClass::Unit) || !t.isWord(pointer->next))
        return std::nullopt;
    Match match{.first = at, .next = pointer->next};
    point(match.expression, *pointer);
    match.expression.form = Form::Shifted;
    match.expression.unit = Granularity::Year;
    return match;
}

MaybeMatch dayNameAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at, .next = at + 1};
    UnresolvedExpression& expression = match.expression;
    expression.form = Form::Shifted;
    expression.unit = Granularity::Day;
    expression.anchor = Anchor::Publication;
    if (t.is(at, Word::Tonight)) {
        expression.type = ExpressionType::Time;
        expression.fields.part = PartOfDay::Night;
        expression.direction = Direction::Same;
        return match;
    }
    if (!t.isClass(at, WordClass::Day))
        return std::nullopt;
    if (t.has(at, flag::capital) && !t.has(at, flag::allCapitals) && t.has(at - 1, flag::capital))
        return std::nullopt; // the name of a newspaper or a program
    expression.amount = t[at].value;
    expression.direction = t[at].value < 0 ? Direction::Past : t[at].value > 0 ? Direction::Future : Direction::Same;
    return match;
}

} // namespace synoptic::temporal
