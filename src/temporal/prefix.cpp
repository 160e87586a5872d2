// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/prefix.h"

namespace synoptic::temporal {
namespace {

/// Past "in", "in the", "on", "of" after "early".
std::size_t afterLink(const TokenView& t, std::size_t at)
{
    if (t.isAny(at, Word::In, Word::On, Word::Of))
        return at + 1;
    return at;
}

} // namespace

Prefix quantityPrefixAt(const TokenView& t, std::size_t at)
{
    const auto prefix = [](Modifier modifier, std::size_t next) { return Prefix{modifier, false, false, 0, next}; };
    if (t.isAny(at, Word::About, Word::Around, Word::Approximately, Word::Roughly, Word::Circa))
        return prefix(Modifier::Approx, t.is(at, Word::Circa) && t.isMark(at + 1, '.') ? at + 2 : at + 1);
    if (t.isAny(at, Word::Nearly, Word::Almost, Word::Under))
        return prefix(Modifier::LessThan, at + 1);
    if (t.is(at, Word::More) && t.is(at + 1, Word::Than))
        return prefix(Modifier::MoreThan, at + 2);
    // "over two years", not "over the past years" nor "over several years"
    if (t.is(at, Word::Over) &&
        (t.isNumber(at + 1) || t.isClass(at + 1, WordClass::Cardinal) || t.isAny(at + 1, Word::A, Word::An)))
        return prefix(Modifier::MoreThan, at + 1);
    if (t.is(at, Word::Less) && t.is(at + 1, Word::Than))
        return prefix(Modifier::LessThan, at + 2);
    if (t.is(at, Word::At) && t.isAny(at + 1, Word::Least, Word::Most))
        return prefix(t.is(at + 1, Word::Least) ? Modifier::EqualOrMore : Modifier::EqualOrLess, at + 2);
    if (t.is(at, Word::Up) && t.is(at + 1, Word::To))
        return prefix(Modifier::EqualOrLess, at + 2);
    if (t.isWord(at) && t.textOf(at) == "no" && t.is(at + 1, Word::More) && t.is(at + 2, Word::Than))
        return prefix(Modifier::EqualOrLess, at + 3);
    if (t.is(at, Word::Some) && (t.isNumber(at + 1) || t.isClass(at + 1, WordClass::Cardinal)))
        return prefix(Modifier::Approx, at + 1);
    return {};
}

Prefix positionPrefixAt(const TokenView& t, std::size_t at)
{
    const bool article = t.is(at, Word::The);
    const std::size_t place = article ? at + 1 : at;
    const auto prefix = [](Modifier modifier, std::size_t next, bool part) {
        return Prefix{modifier, true, part, 0, next};
    };
    const auto modifierOf = [&](std::size_t i) {
        if (t.isAny(i, Word::Early, Word::Beginning, Word::Start, Word::Earlier))
            return Modifier::Start;
        if (t.isAny(i, Word::Mid, Word::Middle))
            return Modifier::Mid;
        if (t.isAny(i, Word::Late, Word::End, Word::Later, Word::Latter))
            return Modifier::End;
        return Modifier::None;
    };
    // "the last half of June", "the first half of the year"; "the first half of 1989" has a notation of its own
    const std::size_t half = place + 1;
    if (article && t.is(half, Word::Half) && t.is(half + 1, Word::Of) && !t.isNumber(half + 2)) {
        const bool ordinal = t.isClass(place, WordClass::Ordinal);
        const bool second = t.isAny(place, Word::Last, Word::Latter) || (ordinal && t[place].value == 2);
        if (second || (ordinal && t[place].value == 1)) {
            Prefix halfOf = prefix(second ? Modifier::End : Modifier::Start, half + 2, true);
            halfOf.half = second ? 2 : 1;
            return halfOf;
        }
    }
    // "sometime next week"; with a preposition between it is no part of the date
    if (!article && t.is(place, Word::Sometime) &&
        t.isAny(place + 1, Word::This, Word::Next, Word::Last, Word::Early, Word::Late))
        return prefix(Modifier::Approx, place + 1, false);
    if (article && t.isAny(place, Word::Rest, Word::Remainder) && t.is(place + 1, Word::Of))
        return prefix(Modifier::None, place + 2, true);
    const Modifier modifier = modifierOf(place);
    if (modifier == Modifier::None)
        return {};
    if (t.isAny(place, Word::Beginning, Word::Start, Word::Middle, Word::End)) {
        const bool of = t.is(place + 1, Word::Of);
        // "end of this week", "end of Friday", "end of the day"
        const std::size_t named = t.is(place + 2, Word::The) ? place + 3 : place + 2;
        const bool dated =
            t.is(place, Word::End) && (t.isAny(place + 2, Word::This, Word::Next) || t.isClass(named, WordClass::Day) ||
                                       t.isClass(named, WordClass::Weekday) || t.isUnit(named, Granularity::Month) ||
                                       t.isUnit(named, Granularity::Day));
        return of && (article || dated || t.isAny(at - 1, Word::At, Word::By, Word::Until, Word::Since))
                   ? prefix(modifier, place + 2, true)
                   : Prefix{};
    }
    if (t.isAny(place, Word::Early, Word::Latter, Word::Late) && t.is(place + 1, Word::Part) &&
        t.is(place + 2, Word::Of))
        return prefix(modifier, place + 3, true);
    if (t.isAny(place, Word::Earlier, Word::Later)) {
        // "earlier this month" names no third of it
        const std::size_t next = afterLink(t, place + 1);
        // "later Thursday" is Thursday
        const bool laterDay =
            t.is(place, Word::Later) && (t.isClass(next, WordClass::Weekday) || t.isClass(next, WordClass::Day));
        return article || laterDay ? Prefix{} : prefix(Modifier::None, next, false);
    }
    std::size_t next = place + 1;
    if (t.isMark(next, '-') && t.touches(next))
        ++next;
    else if (!article && !t.is(place, Word::Mid))
        next = afterLink(t, next);
    return prefix(modifier, next, false);
}

} // namespace synoptic::temporal
