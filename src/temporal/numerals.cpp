// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/numerals.h"

#include <algorithm>

namespace synoptic::temporal {
namespace {

constexpr std::int64_t largest = 1'000'000'000;

/// "twenty-one", "seven"; under a hundred.
std::optional<Numeral> smallAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Cardinal))
        return std::nullopt;
    Numeral result{.value = t[at].value, .next = at + 1};
    const std::size_t unit = t.isMark(at + 1, '-') ? at + 2 : at + 1;
    if (result.value >= 20 && t.isClass(unit, WordClass::Cardinal) && t[unit].value > 0 && t[unit].value < 10) {
        result.value += t[unit].value;
        result.next = unit + 1;
    }
    return result;
}

std::optional<Numeral> wordsAt(const TokenView& t, std::size_t at)
{
    std::optional<Numeral> part = smallAt(t, at);
    if (!part)
        return std::nullopt;
    std::int64_t total = 0;
    std::int64_t group = part->value;
    std::size_t next = part->next;
    for (int i = 0; i < 6 && t.isClass(next, WordClass::Scale); ++i) {
        const std::int64_t scale = t[next].value;
        if (scale == 100) {
            group *= 100;
        } else {
            total += group * scale;
            group = 0;
        }
        ++next;
        const std::size_t more = t.is(next, Word::And) ? next + 1 : next;
        if (const auto following = smallAt(t, more)) {
            group += following->value;
            next = following->next;
        }
    }
    return Numeral{.value = std::min(total + group, largest), .next = next};
}

std::optional<Numeral> digitsAt(const TokenView& t, std::size_t at)
{
    if (!t.isNumber(at))
        return std::nullopt;
    Numeral result{.value = t[at].value, .digits = true, .next = at + 1};
    if (t.isMark(at + 1, 'H')) { // 2½
        result.halves = 1;
        result.next = at + 2;
    } else if (t.isMark(at + 1, '.') && t.touches(at + 1) && t.isNumber(at + 2) && t.touches(at + 2)) {
        // "2.5"; a decimal that is no half keeps its whole part.
        result.halves = t[at + 2].value == 5 && t[at + 2].digits == 1 ? 1 : 0;
        result.next = at + 3;
    } else if (t.isNumber(at + 1) && t[at + 1].value == 1 && t.isMark(at + 2, '/') && t.touches(at + 2) &&
               t.isNumber(at + 3) && t[at + 3].value == 2) {
        result.halves = 1;
        result.next = at + 4;
    } else if (t.isClass(at + 1, WordClass::Scale)) {
        result.value = std::min(result.value * t[at + 1].value, largest);
        result.next = at + 2;
    }
    return result;
}

/// "a few", "several", "a couple of", "a dozen", "many".
std::optional<Numeral> vagueAt(const TokenView& t, std::size_t at)
{
    const std::size_t word = t.is(at, Word::A) ? at + 1 : at;
    if (t.is(at, Word::Some) && t.isUnit(at + 1) && t.has(at + 1, flag::plural) &&
        t.unitOf(at + 1) != Granularity::Quarter)
        return Numeral{.vague = true, .next = at + 1}; // "some days"
    if (t.isAny(word, Word::Few, Word::Several, Word::Many))
        return Numeral{.vague = true, .next = word + 1};
    if (t.is(word, Word::Couple)) {
        const std::size_t next = t.is(word + 1, Word::Of) ? word + 2 : word + 1;
        return Numeral{.value = 2, .next = next};
    }
    if (t.is(word, Word::Dozen))
        return Numeral{.value = 12, .next = word + 1};
    if (t.isClass(word, WordClass::Scale) && word > at)
        return Numeral{.value = t[word].value, .next = word + 1};
    return std::nullopt;
}

/// "two to three", "12-18", "three or four": the position of the second number, or @p next.
std::size_t afterUpperEnd(const TokenView& t, const Numeral& lower)
{
    const std::size_t next = lower.next;
    const bool joined = t.isAny(next, Word::To, Word::Or) || t.isMark(next, '-');
    if (!joined)
        return next;
    const auto upper = cardinalAt(t, next + 1);
    if (upper && upper->value > lower.value)
        return upper->next;
    return next;
}

} // namespace

std::optional<Numeral> cardinalAt(const TokenView& t, std::size_t at)
{
    if (auto digits = digitsAt(t, at))
        return digits;
    return wordsAt(t, at);
}

std::optional<Numeral> numeralAt(const TokenView& t, std::size_t at)
{
    if (t.isMark(at, 'H')) // ½
        return Numeral{.halves = 1, .next = at + 1};
    if (t.is(at, Word::Half)) {
        const std::size_t article = t.isMark(at + 1, '-') ? at + 2 : at + 1;
        const std::size_t next = t.isAny(article, Word::A, Word::An) ? article + 1 : article;
        return Numeral{.halves = 1, .next = next};
    }
    if (const auto vague = vagueAt(t, at))
        return vague;
    if (auto number = cardinalAt(t, at)) {
        // "twenty and four hours"
        const std::size_t unit = number->next + 1;
        if (!number->digits && number->value >= 20 && number->value < 100 && number->value % 10 == 0 &&
            t.is(number->next, Word::And) && t.isClass(unit, WordClass::Cardinal) && t[unit].value > 0 &&
            t[unit].value < 10 && t.isUnit(unit + 1))
            return Numeral{.value = number->value + t[unit].value, .next = unit + 1};
        number->next = afterUpperEnd(t, *number);
        // "two and a half years", "two-and-a-half-year"
        const std::size_t dash = t.isMark(number->next, '-') ? 1 : 0;
        const std::size_t andWord = number->next + dash;
        if (t.is(andWord, Word::And) && number->halves == 0) {
            const std::size_t article = andWord + 1 + dash;
            const std::size_t half = t.is(article, Word::A) ? article + 1 + dash : article;
            if (t.is(half, Word::Half)) {
                number->halves = 1;
                number->next = half + 1;
            }
        }
        return number;
    }
    if (t.isAny(at, Word::A, Word::An))
        return Numeral{.value = 1, .indefinite = true, .next = at + 1};
    if (t.is(at, Word::Another))
        return Numeral{.value = 1, .next = at + 1};
    return std::nullopt;
}

std::optional<Numeral> ordinalAt(const TokenView& t, std::size_t at)
{
    if (t.isNumber(at)) {
        if (!t.isWord(at + 1) || !t.touches(at + 1))
            return std::nullopt;
        const std::string_view ending = t.textOf(at + 1);
        if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th" || ending == "d" || ending == "ST" ||
            ending == "ND" || ending == "RD" || ending == "TH")
            return Numeral{.value = t[at].value, .digits = true, .next = at + 2};
        return std::nullopt;
    }
    if (t.isClass(at, WordClass::Ordinal))
        return Numeral{.value = t[at].value, .next = at + 1};
    if (t.isClass(at, WordClass::Cardinal) && t[at].value >= 20) {
        const std::size_t unit = t.isMark(at + 1, '-') ? at + 2 : at + 1;
        if (t.isClass(unit, WordClass::Ordinal) && t[unit].value < 10)
            return Numeral{.value = t[at].value + t[unit].value, .next = unit + 1};
    }
    return std::nullopt;
}

std::optional<Numeral> yearInWordsAt(const TokenView& t, std::size_t at)
{
    if (!t.isClass(at, WordClass::Cardinal))
        return std::nullopt;
    const std::int64_t first = t[at].value;
    if (first == 2 && t.isClass(at + 1, WordClass::Scale) && t[at + 1].value == 1000) {
        Numeral year{.value = 2000, .next = at + 2};
        const std::size_t more = t.is(at + 2, Word::And) ? at + 3 : at + 2;
        if (const auto rest = smallAt(t, more); rest && rest->value > 0) {
            year.value += rest->value;
            year.next = rest->next;
        }
        return year;
    }
    if (first < 12 || first > 20)
        return std::nullopt;
    const std::size_t second = t.isMark(at + 1, '-') ? at + 2 : at + 1;
    if (t.isClass(second, WordClass::Scale) && t[second].value == 100 && first < 20) {
        Numeral year{.value = first * 100, .next = second + 1};
        // "seventeen hundred and thirty-three"
        const std::size_t more = t.is(year.next, Word::And) ? year.next + 1 : year.next;
        if (const auto rest = smallAt(t, more); rest && rest->value > 0) {
            year.value += rest->value;
            year.next = rest->next;
        }
        return year;
    }
    const auto rest = smallAt(t, second);
    if (!rest || rest->value < 10)
        return std::nullopt;
    return Numeral{.value = first * 100 + rest->value, .next = rest->next};
}

} // namespace synoptic::temporal
