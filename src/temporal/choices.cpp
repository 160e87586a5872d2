// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/choices.h"

#include <algorithm>
#include <array>

#include "base/lexicons.h"

namespace synoptic::temporal {
namespace {

/// Below it doubtful words are none. For F1 alone −.2 in log-odds would be enough (half of F1; Lipton, Elkan and
/// Naryanaswamy, 2014); chosen on documents that nothing was learned from, where annotators mark fewer of them. What is
/// left out has no interval, so that no timeline misses it.
constexpr int leastExpressionScore = 128;

/// What the rule of thumb for directions weighs; the model says where it is wrong.
constexpr int ruleScore = 384;

/// How far the text is asked for verbs.
constexpr std::size_t reach = 8;

/// A word's part in its sentence as far as one token tells it.
std::string_view partOf(const TokenView& t, std::size_t at)
{
    const Token& token = t[at];
    switch (token.kind) {
    case TokenKind::None:
        return "edge";
    case TokenKind::Number:
        return "number";
    case TokenKind::Mark:
        return token.value == ',' ? "comma" : token.value == '"' || token.value == '\'' ? "quote" : "mark";
    case TokenKind::Word:
        break;
    }
    if (t.has(at, flag::future))
        return "future";
    if (t.has(at, flag::past) || token.pastEnding)
        return "past";
    if (t.has(at, flag::modal))
        return "modal";
    if (t.has(at, flag::preposition))
        return "preposition";
    if (t.has(at, flag::capital))
        return "capital";
    switch (token.word) {
    case WordClass::None: {
        const std::string_view word = t.textOf(at);
        if (word.ends_with("ly"))
            return "adverb";
        if (word.ends_with("ing"))
            return "ing";
        return word.ends_with("s") ? "plural" : "word";
    }
    case WordClass::Unit:
    case WordClass::Month:
    case WordClass::Weekday:
        return "time";
    default:
        return "known";
    }
}

std::string_view wordAt(const TokenView& t, std::size_t at)
{
    return t.isWord(at) ? t.textOf(at) : partOf(t, at);
}

std::string_view kindOf(const CalendarFields& fields)
{
    return fields.day == 0 ? "month" : "day";
}

std::string_view roleName(const TokenView& t, std::size_t first)
{
    return t.has(first - 1, flag::preposition) ? wordAt(t, first - 1) : std::string_view("none");
}

/// The verbs before (or after) the expression, the nearest first, up to the end of its clause.
void describeVerbs(const TokenView& t, const Match& match, std::string_view kind, FeatureSink& sink)
{
    int seen = 0;
    for (std::size_t i = match.first; i-- > 0 && i + reach >= match.first && seen < 2;) {
        if (t.isMark(i, ';') || t.isMark(i, '"'))
            break;
        const std::string_view part = partOf(t, i);
        if (part != "past" && part != "future" && part != "modal")
            continue;
        sink.see(seen == 0 ? "verb<" : "verb<<", part);
        sink.see(seen == 0 ? "verb<" : "verb<<", part, kind);
        if (t[i].word != WordClass::None)
            sink.see("verb<word", wordAt(t, i));
        ++seen;
    }
    if (seen == 0)
        sink.see("verb<", "none", kind);
    seen = 0;
    for (std::size_t i = match.next; i < t.size() && i < match.next + reach && seen < 1; ++i) {
        if (t.isMark(i, ';') || t.isMark(i, '"'))
            break;
        const std::string_view part = partOf(t, i);
        if (part != "past" && part != "future" && part != "modal")
            continue;
        sink.see("verb>", part);
        if (t[i].word != WordClass::None)
            sink.see("verb>word", wordAt(t, i));
        ++seen;
    }
}

} // namespace

void describeExpression(const TokenView& t, const Match& match, FeatureSink& sink)
{
    const std::size_t first = match.first;
    const std::size_t next = match.next;
    const TextSpan span{t[first].begin, t[next - 1].end};
    const std::string_view words = t.textIn(span);
    sink.see("bias");
    sink.see("words", words);
    sink.see("opens", first == 0 ? "sentence" : "nothing");
    // Not the words together with their neighbors: annotators differ by chance, and such pairs learn the chance.
    sink.see("part<", partOf(t, first - 1));
    sink.see("part>", partOf(t, next));
}

bool hasOpenDirection(const UnresolvedExpression& e)
{
    const CalendarFields& fields = e.fields;
    return e.form == Form::Calendar && e.direction == Direction::Unmarked && fields.yearDigits == 0 &&
           fields.quarter == 0 && fields.half == 0 && fields.season == Season::None &&
           fields.holiday == Holiday::None && !e.latestPeriod && fields.month > 0;
}

void describeDirection(const TokenView& t, const Match& match, FeatureSink& sink)
{
    const std::string_view kind = kindOf(match.expression.fields);
    sink.see("bias");
    sink.see("kind", kind);
    sink.see("role", roleName(t, match.first));
    sink.see("role", roleName(t, match.first), kind);
    constexpr std::array<std::string_view, 3> tenses{"unknown", "past", "future"};
    const std::string_view tense = tenses[static_cast<std::size_t>(match.expression.tense)];
    sink.see("tense", tense);
    sink.see("tense", tense, kind);
    if (match.expression.role == Role::By || match.expression.role == Role::Until)
        sink.see("limit", tense);
    describeVerbs(t, match, kind, sink);
}

void describeDistance(const CalendarFields& fields, int daysAhead, FeatureSink& sink)
{
    // Twelve steps of a month: under half of them the date ahead is the nearest.
    constexpr std::array<std::string_view, 12> names{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
    const auto step = static_cast<std::size_t>(std::clamp(daysAhead / 31, 0, 11));
    sink.see("months ahead", names[step]);
    sink.see("nearest", step < 6 ? "ahead" : "back", kindOf(fields));
}

int directionByRule(const UnresolvedExpression& e, int daysAhead)
{
    constexpr int halfYear = 183;
    // So far from the nearest one the verb decides: a day of a month is named with its year sooner than a month is.
    const int doubtful = e.fields.day == 0 ? 45 : 90;
    const bool nearestAhead = daysAhead < halfYear;
    const int distance = nearestAhead ? daysAhead : 2 * halfYear - daysAhead;
    const bool limit = e.role == Role::By || e.role == Role::Until;
    bool ahead = nearestAhead;
    if (distance > doubtful) {
        if (e.tense == Tense::Future || limit)
            ahead = true;
        else if (e.tense == Tense::Past)
            ahead = false;
    }
    return ahead ? ruleScore : -ruleScore;
}

ChoiceWeights ChoiceWeights::parse(std::string_view table)
{
    constexpr std::size_t parts = 4;
    ChoiceWeights weights;
    weights.m_weights = HashedWeights::parse(table, parts);
    return weights;
}

const ChoiceWeights& ChoiceWeights::compiledIn()
{
    static const ChoiceWeights weights = parse(lexicons::temporalChoices());
    return weights;
}

int ChoiceWeights::weightOf(Choice choice, std::string_view kind, std::string_view first, std::string_view second) const
{
    return m_weights.weightOf({choice == Choice::Expression ? "expression" : "ahead", kind, first, second});
}

bool Chooser::isExpression(const TokenView& tokens, const Match& match) const
{
    ChoiceScore score(ChoiceWeights::compiledIn(), Choice::Expression);
    describeExpression(tokens, match, score);
    return score.sum() >= leastExpressionScore;
}

int Chooser::directionScore(const TokenView& tokens, const Match& match) const
{
    ChoiceScore score(ChoiceWeights::compiledIn(), Choice::Ahead);
    describeDirection(tokens, match, score);
    return score.sum();
}

} // namespace synoptic::temporal
