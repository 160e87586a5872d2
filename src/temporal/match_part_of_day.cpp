// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"

/// Parts of a day: of one that is named beside them, of one that was named before, or of any.
namespace synoptic::temporal {
namespace {

/// What "early", "mid" and "late" say of a part of the day.
Modifier modifierOf(const TokenView& t, std::size_t at)
{
    return t.is(at, Word::Early) ? Modifier::Start : t.is(at, Word::Mid) ? Modifier::Mid : Modifier::End;
}

} // namespace

MaybeMatch partOfDayAt(const TokenView& t, std::size_t at)
{
    if (t.isAny(at, Word::Overnight)) {
        Match match{.first = at, .next = at + 1};
        match.expression.type = ExpressionType::Time;
        match.expression.form = Form::Shifted;
        match.expression.unit = Granularity::Day;
        match.expression.anchor = Anchor::PreviousMention;
        // "overnight Friday"
        if (t.isClass(at + 1, WordClass::Weekday) && !t.has(at + 1, flag::plural)) {
            if (auto day = weekdayAt(t, at + 1)) {
                match.expression = day->expression;
                match.expression.type = ExpressionType::Time;
                match.next = day->next;
            }
        }
        match.expression.fields.part = PartOfDay::Night;
        return match;
    }
    const auto anyOf = [&](std::size_t part, ExpressionType type) {
        Match match{.first = at, .next = part + 1};
        match.expression.type = type;
        match.expression.form = Form::Repetition;
        match.expression.unit = Granularity::Day;
        match.expression.amount = 1;
        match.expression.fields.part = static_cast<PartOfDay>(t[part].value);
        return match;
    };
    // "out mornings"
    if (t.isClass(at, WordClass::PartOfDay) && t.has(at, flag::plural) && !t.isWord(at + 1) &&
        t[at].value != static_cast<int>(PartOfDay::Night) && t[at - 1].word == WordClass::None && t.isWord(at - 1))
        return anyOf(at, ExpressionType::Set);
    // "at night", any of them
    if (t.is(at - 1, Word::At) && t.isClass(at, WordClass::PartOfDay) &&
        t[at].value == static_cast<int>(PartOfDay::Night) && !t.has(at, flag::plural | flag::ambiguous))
        return anyOf(at, ExpressionType::Time);
    // "in morning", as some write
    if (t.is(at - 1, Word::In) && t.isClass(at, WordClass::PartOfDay) && !t.has(at, flag::plural | flag::ambiguous) &&
        !t.isWord(at + 1) && !t.isMark(at + 1, '-') && t[at].value != static_cast<int>(PartOfDay::Midday)) {
        Match match{.first = at, .next = at + 1};
        match.expression.type = ExpressionType::Time;
        match.expression.form = Form::Shifted;
        match.expression.unit = Granularity::Day;
        match.expression.anchor = Anchor::PreviousMention;
        match.expression.fields.part = static_cast<PartOfDay>(t[at].value);
        return match;
    }
    const bool article = t.is(at, Word::The);
    const std::size_t early = article ? at + 1 : at;
    const bool modified = t.isAny(early, Word::Early, Word::Late, Word::Mid);
    const std::size_t part = modified ? early + (t.isMark(early + 1, '-') ? 2 : 1) : early;
    if ((!article && !modified) || !t.isClass(part, WordClass::PartOfDay))
        return std::nullopt;
    // "early morning Friday", "mid-afternoon yesterday"
    if (modified && !article && (t.isClass(part + 1, WordClass::Weekday) || t.isClass(part + 1, WordClass::Day))) {
        auto day = t.isClass(part + 1, WordClass::Day) ? dayNameAt(t, part + 1) : weekdayAt(t, part + 1);
        if (day && day->expression.form != Form::Repetition && !t.has(part, flag::plural)) {
            day->first = at;
            day->expression.type = ExpressionType::Time;
            day->expression.fields.part = static_cast<PartOfDay>(t[part].value);
            day->expression.modifier = modifierOf(t, early);
            return day;
        }
    }
    const bool bound = t.isAny(at - 1, Word::In, Word::During, Word::Until, Word::By, Word::Throughout);
    Match match{.first = at, .next = part + 1};
    UnresolvedExpression& expression = match.expression;
    expression.fields.part = static_cast<PartOfDay>(t[part].value);
    expression.unit = Granularity::Day;
    if (t.has(part, flag::plural)) {
        // "in the mornings"
        expression.type = ExpressionType::Set;
        expression.form = Form::Repetition;
        expression.amount = 1;
        return bound && !modified ? MaybeMatch(match) : std::nullopt;
    }
    if (t.isUnit(part + 1, Granularity::Hour) && t.has(part + 1, flag::plural))
        ++match.next; // "the early morning hours"
    // "the dawn of a second wave"
    const bool ofDay = t.is(match.next, Word::Of) && (!t.has(part, flag::ambiguous) || coreAt(t, part + 2));
    if (!bound && !ofDay)
        return std::nullopt;
    expression.type = ExpressionType::Time;
    expression.form = Form::Shifted;
    expression.anchor = Anchor::PreviousMention;
    if (modified)
        expression.modifier = modifierOf(t, early);
    return match;
}

} // namespace synoptic::temporal
