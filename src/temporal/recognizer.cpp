// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/recognizer.h"

#include <algorithm>

#include "temporal/choices.h"
#include "temporal/coordination.h"
#include "temporal/hour_ranges.h"
#include "temporal/matching.h"

namespace synoptic::temporal {
namespace {

/// Longer sentences are read in pieces, so that memory does not grow with them.
constexpr std::uint32_t longestPiece = 64 * 1024;

/// How far the words around an expression are asked for its tense.
constexpr std::size_t tenseReach = 12;

/// "In the early …": what may stand before an expression that opens its sentence.
constexpr std::size_t leadingTokens = 2;

/// Words of the grammar that are an expression, or begin one, before a word that has nothing to do with time.
bool standsAlone(const TokenView& t, std::size_t at)
{
    return t.isAny(at, Word::Now, Word::Recently, Word::Recent, Word::Current, Word::Soon, Word::Future, Word::Noon,
                   Word::Midnight, Word::Tonight, Word::Overnight, Word::Christmas, Word::Thanksgiving, Word::Easter,
                   Word::Halloween, Word::Pentecost, Word::Juneteenth);
}

bool canBegin(const TokenView& t, std::size_t at)
{
    // Most articles, prepositions and numbers stand before a word that has nothing to do with time: "the house".
    const bool plainWordNext = t.isWord(at + 1) && t[at + 1].word == WordClass::None && !t.touches(at + 1);
    if (t.isNumber(at)) {
        if (plainWordNext && t[at].digits != 4)
            return false;
        // a number before a number is a year, the whole part of "2 1/2", or nothing
        return t[at].digits == 4 || !t.isNumber(at + 1) || t.isMark(at + 2, '/');
    }
    if (plainWordNext && t.isClass(at, WordClass::Grammar) && !standsAlone(t, at))
        return false;
    const WordClass kind = t[at].word;
    if (kind == WordClass::None)
        return t.isMark(at, '\'') || t.isMark(at, 'H') || (t.isWord(at) && t.is(at + 1, Word::More)); // "no more than"
    if (kind == WordClass::Cue || kind == WordClass::Zone)
        return t.is(at + 1, Word::More);
    return !t.isAny(at, Word::Of, Word::In, Word::To, Word::And, Word::Or, Word::For, Word::S);
}

Tense cueAt(const TokenView& t, std::size_t at)
{
    if (t.has(at, flag::future) && !t.isClass(at, WordClass::Month)) {
        // "had been due", "was scheduled": a plan of the past; "set Friday" is none without "to".
        for (std::size_t i = at; i-- > 0 && i + 2 >= at;) {
            if (t.has(i, flag::past))
                return Tense::Past;
        }
        const bool needsTo = t[at].word == WordClass::Cue && t.textOf(at) == "set";
        return needsTo && !t.is(at + 1, Word::To) ? Tense::Unknown : Tense::Future;
    }
    if (t.has(at, flag::past) || t[at].pastEnding)
        return Tense::Past;
    if (t.is(at, Word::To) && t.isClass(at - 1, WordClass::Cue) &&
        (t.textOf(at - 1) == "is" || t.textOf(at - 1) == "are"))
        return Tense::Future;
    return Tense::Unknown;
}

/// The nearest verb before the expression, or else after it, inside its clause.
Tense tenseAround(const TokenView& t, std::size_t first, std::size_t next)
{
    if (t.is(first - 1, Word::As) && t.isAny(first - 2, Word::Soon, Word::Early))
        return Tense::Future; // "as soon as Tuesday"
    for (std::size_t i = first; i-- > 0 && i + tenseReach >= first;) {
        if (t.isMark(i, ';') || t.isMark(i, '"'))
            break;
        const Tense tense = cueAt(t, i);
        if (tense == Tense::Past && i > 0 && cueAt(t, i - 1) == Tense::Future)
            return Tense::Future; // "will be held"
        if (tense != Tense::Unknown)
            return tense;
    }
    for (std::size_t i = next; i < t.size() && i < next + tenseReach; ++i) {
        if (t.isMark(i, ';') || t.isMark(i, '"'))
            break;
        const Tense tense = cueAt(t, i);
        if (tense != Tense::Unknown)
            return tense;
    }
    return Tense::Unknown;
}

Role roleBefore(const TokenView& t, std::size_t first)
{
    const std::size_t at = first - 1;
    if (!t.isClass(at, WordClass::Grammar))
        return Role::None;
    switch (static_cast<Word>(t[at].value)) {
    case Word::In:
    case Word::On:
    case Word::At:
    case Word::During:
        return Role::At;
    case Word::By:
        return Role::By;
    case Word::Until:
    case Word::Through:
        return Role::Until;
    case Word::Since:
        return Role::Since;
    case Word::Before:
        return Role::Before;
    case Word::After:
        return Role::After;
    case Word::From:
        return Role::From;
    case Word::To:
        return t.is(at - 1, Word::Prior) ? Role::Before : Role::To;
    case Word::For:
        return Role::For;
    default:
        return Role::None;
    }
}

class PieceReader
{
public:
    PieceReader(std::string_view text, const Chooser& chooser, std::vector<UnresolvedExpression>& found)
        : m_text(text), m_chooser(chooser), m_found(found)
    {}

    void read(TextSpan piece, std::uint32_t sentence)
    {
        tokenize(m_text, piece, m_tokens);
        m_matches.clear();
        const TokenView t(m_text, m_tokens);
        for (std::size_t i = 0; i < t.size();) {
            if (!canBegin(t, i)) {
                ++i;
                continue;
            }
            if (const std::size_t next = takeListBefore(t, i, m_matches); next > i) {
                i = next;
                continue;
            }
            if (const std::size_t next = afterImpossibleDate(t, i); next > i) {
                i = next;
                continue;
            }
            const auto match = expressionAt(t, i);
            if (!match || match->next <= i || (match->doubtful && !m_chooser.isExpression(t, *match))) {
                ++i;
                continue;
            }
            m_matches.push_back(*match);
            takeDayBefore(t, m_matches);
            i = takeListAfter(t, m_matches);
        }
        joinNeighbors(t, m_matches);
        for (std::size_t i = 0; i < m_matches.size(); ++i) {
            Match& match = m_matches[i];
            UnresolvedExpression& expression = match.expression;
            expression.span = {t[match.first].begin, t[match.next - 1].end};
            expression.sentence = sentence;
            expression.role = roleBefore(t, match.first);
            expression.tense = tenseAround(t, match.first, match.next);
            expression.leads = match.first <= leadingTokens;
            // "April 24 and 25": the verb beside the first is that of all.
            if (i > 0 && m_matches[i - 1].next + 2 >= match.first && expression.fields.month > 0 &&
                expression.fields.month == m_matches[i - 1].expression.fields.month)
                expression.tense = m_matches[i - 1].expression.tense;
            if (hasOpenDirection(expression))
                expression.aheadScore = m_chooser.directionScore(t, match);
            m_found.push_back(expression);
        }
    }

private:
    std::string_view m_text;
    const Chooser& m_chooser;                   // Not owned: outlives the reading.
    std::vector<UnresolvedExpression>& m_found; // Not owned: the caller's result.
    std::vector<Token> m_tokens;
    std::vector<Match> m_matches;
};

} // namespace

std::vector<UnresolvedExpression> recognize(std::string_view text, std::span<const TextSpan> sentences)
{
    return recognize(text, sentences, Chooser());
}

std::vector<UnresolvedExpression> recognize(std::string_view text, std::span<const TextSpan> sentences,
                                            const Chooser& chooser)
{
    std::vector<UnresolvedExpression> found;
    PieceReader reader(text, chooser, found);
    std::uint32_t number = 0;
    for (const TextSpan& sentence : sentences) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(sentence.end, text.size()));
        std::uint32_t begin = sentence.begin;
        while (begin < end) {
            std::uint32_t pieceEnd = end;
            if (end - begin > longestPiece) {
                // A piece ends at a blank; without one it ends where it is.
                pieceEnd = begin + longestPiece;
                const std::size_t blank = text.substr(begin, longestPiece).find_last_of(" \n\t");
                if (blank != std::string_view::npos && blank > 0)
                    pieceEnd = begin + static_cast<std::uint32_t>(blank);
            }
            reader.read({begin, pieceEnd}, number);
            begin = pieceEnd;
        }
        ++number;
    }
    return found;
}

} // namespace synoptic::temporal
