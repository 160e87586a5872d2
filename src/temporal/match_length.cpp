// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/matching.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

/// A fortnight is two weeks.
void setUnit(UnresolvedExpression& expression, const TokenView& t, std::size_t at)
{
    expression.unit = t.unitOf(at);
    if (t.isClass(at, WordClass::Unit) && t.has(at, flag::ambiguous))
        expression.amount *= 2;
}

/// Past one word between a number and its unit: "two more weeks", "eight trading days".
std::size_t afterFiller(const TokenView& t, std::size_t at)
{
    if (t.isAny(at, Word::More, Word::Additional, Word::Consecutive, Word::Straight, Word::Trading, Word::Business,
                Word::Working, Word::Full, Word::Long, Word::Whole, Word::Entire, Word::Other, Word::Previous,
                Word::Following, Word::Short, Word::Past, Word::Next, Word::Coming, Word::Upcoming))
        return at + 1;
    return at;
}

/// What follows a length and turns it into a date: "ago", "later", "from now". Returns the position after it.
std::size_t takeShift(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    const std::size_t place = match.next;
    const auto shift = [&](Direction direction, Anchor anchor, std::size_t next) {
        expression.form = Form::Shifted;
        expression.type = expression.unit < Granularity::Day ? ExpressionType::Time : ExpressionType::Date;
        expression.direction = direction;
        expression.anchor = anchor;
        expression.comparison = expression.unit == Granularity::Year && expression.amount == 1 &&
                                expression.halves == 0 && direction == Direction::Past && !expression.vagueAmount;
        if (direction == Direction::Past)
            expression.amount = -expression.amount;
        match.next = next;
        return next;
    };
    if (t.is(place, Word::Ago))
        return shift(Direction::Past, Anchor::Publication, place + 1);
    if (t.is(place, Word::Earlier))
        return shift(Direction::Past, Anchor::PreviousMention, place + 1);
    // "30 minutes later this week", but "six days later this regime was replaced"
    const bool another = t.is(place + 1, Word::This) &&
                         (t.isClass(place + 2, WordClass::Unit) || t.isClass(place + 2, WordClass::PartOfDay));
    if (t.is(place, Word::Later) && !another)
        return shift(Direction::Future, Anchor::PreviousMention, place + 1);
    if (t.is(place, Word::Hence))
        return shift(Direction::Future, Anchor::Publication, place + 1);
    if (t.is(place, Word::From) && t.is(place + 1, Word::Now))
        return shift(Direction::Future, Anchor::Publication, place + 2);
    if (t.is(match.first - 1, Word::For) && t.is(place, Word::From))
        return 0; // "for three days from Monday" lasts so long
    if (const std::size_t next = takeDayCountedFrom(t, match); next > 0)
        return next;
    if (t.is(place, Word::From) && t.isClass(place + 1, WordClass::Day))
        return shift(Direction::Future, Anchor::Publication, place + 2);
    if (t.isClass(place, WordClass::Vague) && t[place].value == static_cast<int>(Direction::Past))
        return shift(Direction::Past, Anchor::PreviousMention, place + 1); // "five years previously"
    const bool bare = !t.isWord(place + 1) || t.is(place + 1, Word::And);
    if (t.is(place, Word::Before) && bare)
        return shift(Direction::Past, Anchor::PreviousMention, place + 1);
    if (t.isAny(place, Word::Afterward) || (t.is(place, Word::After) && bare))
        return shift(Direction::Future, Anchor::PreviousMention, place + 1);
    return 0;
}

bool isAge(const TokenView& t, std::size_t at)
{
    const std::size_t place = t.isMark(at, '-') ? at + 1 : at;
    return t.is(place, Word::Old) || (t.is(place, Word::Of) && t.is(place + 1, Word::Age));
}

/// A quarter of its unit on top, in whole smaller ones.
void setQuarterMore(UnresolvedExpression& expression)
{
    const bool year = expression.unit == Granularity::Year;
    expression.amount2 = year ? 3 : 15;
    expression.unit2 = year ? Granularity::Month : Granularity::Minute;
}

/// "and a half", "and three months", "or so", "or two", "'s" after a unit.
void takeRest(const TokenView& t, Match& match)
{
    UnresolvedExpression& expression = match.expression;
    // "for the last three months and two days ago …": another time begins
    const auto pointsElsewhere = [&](std::size_t at) {
        if (expression.direction == Direction::Unmarked)
            return false;
        // "… for the last three months and two weeks and one day ago …"
        const auto more = t.is(at, Word::And) ? cardinalAt(t, at + 1) : std::nullopt;
        const std::size_t end = more && t.isUnit(more->next) ? more->next + 1 : at;
        return t.isAny(end, Word::Ago, Word::Earlier, Word::Later);
    };
    const std::size_t place = match.next;
    // "a minute and a half", "one hour and half", but "three days and half the crew"
    const std::size_t half = t.is(place + 1, Word::A) ? place + 2 : place + 1;
    const bool whole = half > place + 1 || !t.isWord(half + 1) || t.isClass(half + 1, WordClass::Cue);
    if (t.is(place, Word::And) && t.is(half, Word::Half) && whole) {
        expression.halves = 1;
        match.next = half + 1;
        return;
    }
    // "a year and a quarter"
    if (t.is(place, Word::And) && t.is(place + 1, Word::A) && t.isUnit(place + 2, Granularity::Quarter) &&
        !t.has(place + 2, flag::plural) &&
        (expression.unit == Granularity::Year || expression.unit == Granularity::Hour)) {
        setQuarterMore(expression);
        match.next = place + 3;
        return;
    }
    if (t.is(place, Word::Or) && t.is(place + 1, Word::So)) {
        expression.modifier = Modifier::Approx;
        match.next = place + 2;
        return;
    }
    if (t.is(place, Word::Or) && t.isClass(place + 1, WordClass::Cardinal) && t[place + 1].value == 2 &&
        expression.amount == 1 && !t.isUnit(place + 2)) {
        expression.modifier = Modifier::Approx;
        match.next = place + 2;
        return;
    }
    // "weeks or months", "weeks and months": one expression, never the last half alone.
    if (expression.vagueAmount && t.isAny(place, Word::Or, Word::And) && t.isUnit(place + 1) &&
        t.has(place + 1, flag::plural)) {
        match.next = place + 2;
        return;
    }
    const std::size_t second = t.is(place, Word::And) || t.isMark(place, ',') ? place + 1 : place;
    if (const auto number = cardinalAt(t, second); number && t.isUnit(number->next) &&
                                                   !pointsElsewhere(number->next + 1) &&
                                                   t.unitOf(number->next) < expression.unit && expression.halves == 0) {
        expression.amount2 = number->value;
        expression.unit2 = t.unitOf(number->next);
        match.next = number->next + 1;
        // "three months, two weeks and two days": the weeks as days
        const std::size_t third = t.is(match.next, Word::And) ? match.next + 1 : match.next;
        const auto days = expression.unit2 == Granularity::Week ? cardinalAt(t, third) : std::nullopt;
        if (days && t.isUnit(days->next, Granularity::Day) && !pointsElsewhere(days->next + 1)) {
            expression.amount2 = expression.amount2 * 7 + days->value;
            expression.unit2 = Granularity::Day;
            match.next = days->next + 1;
        }
        // "two years, one month and three days": the years as months
        const bool calendar = expression.unit == Granularity::Year && expression.unit2 == Granularity::Month;
        const auto rest = calendar ? cardinalAt(t, third) : std::nullopt;
        if (rest && t.isUnit(rest->next) && t.unitOf(rest->next) >= Granularity::Day &&
            t.unitOf(rest->next) <= Granularity::Week && !pointsElsewhere(rest->next + 1)) {
            expression.unit = Granularity::Month;
            expression.amount = expression.amount * 12 + expression.amount2;
            expression.unit2 = t.unitOf(rest->next);
            expression.amount2 = rest->value;
            match.next = rest->next + 1;
        }
    }
}

/// What stands between "the" and the number: "the past three years", "the first nine months".
struct Lead
{
    Direction direction = Direction::Unmarked;
    bool anchored = false;
    bool vague = false; ///< "recent years": the number may be missing
    std::size_t next = 0;
};

Lead leadAt(const TokenView& t, std::size_t at)
{
    Lead lead{.next = at};
    std::size_t place = t.isAny(at, Word::The, Word::These, Word::Those, Word::Its) ? at + 1 : at;
    if (t.isAny(place, Word::Past, Word::Last, Word::Previous, Word::Preceding, Word::Prior, Word::Recent)) {
        lead = {Direction::Past, true, true, place + 1};
        if (t.is(place, Word::Last) && place == at)
            lead.vague = false; // "last years"
    } else if (t.isAny(place, Word::Next, Word::Coming, Word::Following, Word::Upcoming)) {
        lead = {Direction::Future, true, true, place + 1};
    } else if (t.isAny(place, Word::Final, Word::Early, Word::Latest) ||
               (t.isClass(place, WordClass::Ordinal) && t[place].value == 1)) {
        if (place > at)
            lead = {Direction::Unmarked, false, false, place + 1};
    } else if (place > at) {
        lead = {Direction::Unmarked, false, false, place};
    }
    if (lead.next > at && afterFiller(t, lead.next) > lead.next && t.isAny(lead.next, Word::Full, Word::Entire))
        ++lead.next;
    return lead;
}

/// Whether "a week", "one day" is a length here and not a rate ("$5 a week") or an indefinite day.
bool isIndefiniteLengthHere(const TokenView& t, std::size_t at)
{
    const std::size_t before = at - 1;
    return t.isAny(before, Word::For, Word::In, Word::Within, Word::Over, Word::Than, Word::About, Word::Nearly,
                   Word::Almost, Word::After, Word::Least, Word::Under, Word::Approximately, Word::Around,
                   Word::Roughly, Word::Just, Word::Only, Word::Exactly, Word::During, Word::Through, Word::Most);
}

Match lengthMatch(const TokenView& t, std::size_t at, const Numeral& number, std::size_t unitPlace)
{
    Match match{.first = at, .next = unitPlace + 1};
    UnresolvedExpression& expression = match.expression;
    expression.form = Form::Length;
    expression.type = ExpressionType::Duration;
    expression.amount = number.value;
    expression.halves = number.halves;
    expression.vagueAmount = number.vague;
    setUnit(expression, t, unitPlace);
    return match;
}

/// "eight-year", "24-hour", "day-long", "decades-long".
MaybeMatch compoundAt(const TokenView& t, std::size_t at)
{
    if (t.isUnit(at) && t.isMark(at + 1, '-') && t.is(at + 2, Word::Long)) {
        const bool plural = t.has(at, flag::plural);
        Match match = lengthMatch(t, at, Numeral{.value = plural ? 0 : 1, .vague = plural}, at);
        match.next = at + 3;
        return match;
    }
    const auto number = t.is(at, Word::Several) || t.is(at, Word::Half)
                            ? numeralAt(t, at)
                            : (t.isNumber(at) || t.isClass(at, WordClass::Cardinal) ? numeralAt(t, at) : std::nullopt);
    if (!number)
        return std::nullopt;
    const std::size_t unit = t.isMark(number->next, '-') ? number->next + 1 : number->next;
    if (unit == number->next || !t.isUnit(unit) || t.has(unit, flag::plural))
        return std::nullopt;
    if (isAge(t, unit + 1))
        return std::nullopt;
    return lengthMatch(t, at, *number, unit);
}

/// "for weeks", "in recent years", "years ago", "days later".
MaybeMatch barePluralAt(const TokenView& t, std::size_t at, const Lead& lead)
{
    const std::size_t place = lead.next;
    if (!t.isUnit(place) || !t.has(place, flag::plural) || isAge(t, place + 1))
        return std::nullopt;
    Match match = lengthMatch(t, at, Numeral{.vague = true}, place);
    match.expression.direction = lead.direction;
    if (lead.anchored)
        match.expression.anchor = Anchor::Publication;
    takeRest(t, match);
    const bool pair = match.next > place + 1;
    if (takeShift(t, match) > 0)
        return match;
    if (lead.vague || pair)
        return match;
    if (t.is(match.next, Word::Ahead)) {
        match.expression.direction = Direction::Future;
        ++match.next;
        return match;
    }
    match.doubtful = true;
    if (lead.next == at &&
        t.isAny(at - 1, Word::For, Word::In, Word::Within, Word::Over, Word::After, Word::During, Word::Through))
        return match;
    // "days after the vote", but "a matter of days before"
    if (lead.next == at && t.isAny(match.next, Word::Before, Word::After) && t.isWord(match.next + 1) &&
        !t.isAny(at - 1, Word::Of, Word::The) && !t.isClass(at - 1, WordClass::Ordinal) &&
        match.expression.unit >= Granularity::Day) {
        match.doubtful = false;
        return match;
    }
    // "the weeks before the vote", "the years that followed"
    if (lead.next == at && t.is(at - 1, Word::The) &&
        (t.isAny(match.next, Word::Before, Word::After, Word::Following) ||
         (t.is(match.next, Word::That) && t.isWord(match.next + 1) && t[match.next + 1].pastEnding)))
        return match;
    return std::nullopt;
}

} // namespace

MaybeMatch lengthAt(const TokenView& t, std::size_t at)
{
    if (auto compound = compoundAt(t, at))
        return compound;
    // "a three-year period" is named as a whole, "a three-year war" lasts three years.
    if (t.isAny(at, Word::A, Word::An)) {
        auto period = compoundAt(t, at + 1);
        if (period && t.is(period->next, Word::Period)) {
            period->first = at;
            ++period->next;
            return period;
        }
    }
    if (t.is(at, Word::All) && t.isUnit(at + 1) && !t.has(at + 1, flag::plural) &&
        t.unitOf(at + 1) >= Granularity::Day && !t.isMark(at + 2, '-'))
        return lengthMatch(t, at, Numeral{.value = 1}, at + 1); // "all week"
    const Lead lead = leadAt(t, at);
    if (auto bare = barePluralAt(t, at, lead))
        return bare;
    const auto number = numeralAt(t, lead.next);
    if (!number || (number->indefinite && lead.next > at))
        return std::nullopt;
    std::size_t unit = number->next;
    // "one and a quarter years"
    const bool quarter = number->halves == 0 && !number->vague && t.is(unit, Word::And) && t.is(unit + 1, Word::A) &&
                         t.isUnit(unit + 2, Granularity::Quarter) &&
                         (t.isUnit(unit + 3, Granularity::Year) || t.isUnit(unit + 3, Granularity::Hour));
    if (quarter) {
        Match match = lengthMatch(t, at, *number, unit + 3);
        setQuarterMore(match.expression);
        return match;
    }
    if (t.is(unit, Word::Of) && number->vague)
        ++unit;
    if (t.isAny(unit, Word::Past, Word::Last, Word::Next) && t.isUnit(unit + 1) && t.has(unit + 1, flag::plural))
        ++unit;
    // "only 3 next week" counts no weeks
    const bool pointed =
        t.isAny(unit, Word::Past, Word::Next, Word::Previous, Word::Following, Word::Coming, Word::Upcoming);
    if (pointed && t.isUnit(unit + 1) && !t.has(unit + 1, flag::plural))
        return std::nullopt;
    unit = afterFiller(t, unit);
    if (number->halves == 1 && number->value == 0) {
        const std::size_t article = t.isMark(unit, '-') ? unit + 1 : unit;
        unit = article;
    }
    // "a second": the unit only where a length is asked for, and nothing but a mark follows.
    const bool asked =
        number->indefinite
            ? t.isAny(at - 1, Word::For, Word::In, Word::Within, Word::Than) && !t.isWord(unit + 1)
            : number->value == 1 && lead.next == at && t.isAny(at - 1, Word::A, Word::An); // "a one second delay"
    const bool second = t.isClass(unit, WordClass::Ordinal) && t[unit].value == 2 && asked && !t.isMark(unit + 1, '-');
    if (second) {
        Match match = lengthMatch(t, at, *number, unit);
        match.expression.unit = Granularity::Second;
        return match;
    }
    // "for two nights"
    if (t.isClass(unit, WordClass::PartOfDay) && t[unit].value == static_cast<int>(PartOfDay::Night) &&
        !t.has(unit, flag::ambiguous) && t.is(at - 1, Word::For) && !number->vague && !number->indefinite &&
        t.has(unit, flag::plural) == (number->value > 1) &&
        !(t.isWord(unit + 1) && t[unit + 1].word == WordClass::None)) {
        Match match = lengthMatch(t, at, *number, unit);
        match.expression.unit = Granularity::Day;
        return match;
    }
    if (!t.isUnit(unit) || (t.touches(unit) && t.isMark(unit - 1, '$')))
        return std::nullopt;
    if (number->digits && number->next == lead.next + 1 && !t.has(unit, flag::plural) && plainYearAt(t, lead.next))
        return std::nullopt; // "2021 weekend"
    if (t.isMark(unit - 1, '-') && lead.next > at)
        return std::nullopt;
    if (isAge(t, unit + 1) || (t.isMark(at - 1, '$')))
        return std::nullopt;
    if (number->digits && t.has(unit, flag::capital) && !t.has(unit, flag::allCapitals) &&
        t.unitOf(unit) < Granularity::Day)
        return std::nullopt; // a name: "60 Minutes"
    if (t.unitOf(unit) == Granularity::Hour && t.is(unit + 1, Word::A) && t.isUnit(unit + 2, Granularity::Day))
        return std::nullopt; // "24 hours a day" is always
    const bool describes =
        lead.next == at + 1 && !lead.anchored && t.is(at, Word::The) && number->value > 1 && !t.has(unit, flag::plural);
    if (describes)
        return std::nullopt; // the article of "the two day rally" is the rally's
    if (t.isMark(unit + 1, '-') && t.touches(unit + 1) && number->indefinite)
        return std::nullopt; // "a year-long"
    Match match = lengthMatch(t, at, *number, unit);
    // "the past five years", "the five past years"
    const Lead inner = unit > number->next ? leadAt(t, unit - 1) : Lead{};
    match.expression.direction = lead.anchored ? lead.direction : inner.direction;
    if (lead.anchored || inner.anchored)
        match.expression.anchor = Anchor::Publication;
    takeRest(t, match);
    if (t.isMark(unit + 1, '\'') && t.touches(unit + 1))
        match.next = match.next == unit + 1 ? unit + 1 : match.next;
    if (takeShift(t, match) > 0)
        return match;
    const bool beforeEvent = t.isAny(match.next, Word::After, Word::Before) && t.isWord(match.next + 1);
    match.doubtful = number->indefinite && match.next == unit + 1;
    if (match.doubtful && !beforeEvent && !isIndefiniteLengthHere(t, at))
        return std::nullopt;
    if (t.unitOf(unit) == Granularity::Quarter && !t.has(unit, flag::plural))
        return std::nullopt; // "a quarter" is a fraction
    return match;
}

} // namespace synoptic::temporal
