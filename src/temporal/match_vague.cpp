// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {

MaybeMatch vagueAt(const TokenView& t, std::size_t at)
{
    Match match{.first = at, .next = at + 1};
    UnresolvedExpression& expression = match.expression;
    expression.form = Form::Vague;
    match.doubtful = true;
    const auto vague = [&](Direction direction, std::size_t next) {
        expression.vague = direction;
        match.next = next;
        return MaybeMatch(match);
    };
    if (t.is(at, Word::Now)) {
        if (t.isMark(at + 1, '-') && t.touches(at + 1))
            return std::nullopt; // "now-defunct"
        match.doubtful = !t.isAny(at - 1, Word::Until, Word::By, Word::For, Word::Right);
        return vague(Direction::Same, at + 1);
    }
    // "previously announced" says no more than that it was before; "Previously, it offered" says when.
    if (t.isClass(at, WordClass::Vague) && (t[at].value != static_cast<int>(Direction::Past) || at == 0))
        return vague(static_cast<Direction>(t[at].value), at + 1);
    if (t.is(at, Word::Recently) || (t.is(at, Word::More) && t.is(at + 1, Word::Recently)))
        return vague(Direction::Past, t.is(at, Word::Recently) ? at + 1 : at + 2);
    if (t.is(at, Word::Recent) && !t.isClass(at + 1, WordClass::Unit) && t.isWord(at + 1))
        return vague(Direction::Past, at + 1);
    if (t.is(at, Word::Current) && t.isWord(at + 1))
        return vague(Direction::Same, at + 1);
    // "will soon", "soon to be": in a story "soon" is no time of its own.
    if (t.is(at, Word::Soon) && !t.is(at - 1, Word::As) && !t.isAny(at + 1, Word::After, Word::Afterward) &&
        (t.has(at - 1, flag::modal) || t.has(at + 1, flag::modal))) {
        match.doubtful = false;
        return vague(Direction::Future, at + 1);
    }
    if (t.is(at, Word::As) && t.is(at + 1, Word::Soon) && t.is(at + 2, Word::As) && t.is(at + 3, Word::Possible))
        return vague(Direction::Future, at + 4);
    if (t.is(at, Word::These) && t.isUnit(at + 1, Granularity::Day) && t.has(at + 1, flag::plural))
        return vague(Direction::Same, at + 2);
    if (t.is(at, Word::The)) {
        std::size_t place = at + 1;
        if (t.isAny(place, Word::Near, Word::Far, Word::Distant))
            ++place;
        if (t.is(place, Word::Future))
            return vague(Direction::Future, place + 1);
        if (place == at + 1 && t.is(place, Word::Past) &&
            (!t.isWord(place + 1) || (t.is(at - 1, Word::In) && !t.isUnit(place + 1) && !cardinalAt(t, place + 1) &&
                                      !t.isAny(place + 1, Word::Few, Word::Several, Word::Couple, Word::Half))))
            return vague(Direction::Past, place + 1);
        if (t.isAny(at + 1, Word::Near, Word::Short) && t.is(at + 2, Word::Term))
            return vague(Direction::Future, at + 3);
    }
    return std::nullopt;
}

} // namespace synoptic::temporal
