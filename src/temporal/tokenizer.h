// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "temporal/interval.h"
#include "temporal/lexicon.h"

namespace synoptic::temporal {

enum class TokenKind : std::uint8_t
{
    None, ///< before the first and after the last
    Word,
    Number, ///< digits, with commas between thousands
    Mark    ///< one character; value is its ASCII form, typographic dashes and quotes made plain, 0 if it has none
};

struct Token
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int32_t value = 0; ///< of the number (saturated), the mark or the lexeme
    TokenKind kind = TokenKind::None;
    WordClass word = WordClass::None;
    std::uint16_t flags = 0; ///< see flag
    std::uint8_t digits = 0; ///< of a number, saturated
    bool pastEnding = false; ///< a word in -ed
};

/// Cuts the bytes of @p span into words, numbers and marks. A word is letters and every byte over 0x7F that is no
/// blank, dash or quote; a run of digits is a number even where letters touch it ("13th" is two tokens that touch).
///
/// Shape: text order, appended to @p tokens after clearing it; blanks are left out.
/// Cost: linear.
void tokenize(std::string_view text, TextSpan span, std::vector<Token>& tokens);

/// Tokens that answer for every position: outside there is a token of no kind.
class TokenView
{
public:
    TokenView(std::string_view text, const std::vector<Token>& tokens) : m_text(text), m_tokens(tokens) {}

    std::size_t size() const { return m_tokens.size(); }
    const Token& operator[](std::size_t i) const { return i < m_tokens.size() ? m_tokens[i] : m_none; }
    std::string_view textOf(std::size_t i) const
    {
        return synoptic::textOf(m_text, {(*this)[i].begin, (*this)[i].end});
    }

    std::string_view textIn(TextSpan span) const { return synoptic::textOf(m_text, span); }

    bool isClass(std::size_t i, WordClass kind) const { return (*this)[i].word == kind; }
    bool is(std::size_t i, Word word) const
    {
        return isClass(i, WordClass::Grammar) && (*this)[i].value == static_cast<std::int32_t>(word);
    }
    template <typename... Words>
    bool isAny(std::size_t i, Words... words) const
    {
        return isClass(i, WordClass::Grammar) && ((static_cast<std::int32_t>(words) == (*this)[i].value) || ...);
    }
    /// A word for @p unit, in whatever form.
    bool isUnit(std::size_t i, Granularity unit) const
    {
        return isClass(i, WordClass::Unit) && (*this)[i].value == static_cast<std::int32_t>(unit);
    }
    /// A word for a unit; an abbreviated one only behind its number: "5 min".
    bool isUnit(std::size_t i) const
    {
        return isClass(i, WordClass::Unit) &&
               (!has(i, flag::abbreviation) || (isNumber(i - 1) && !has(i, flag::capital)));
    }
    /// The unit that the word stands for, which is one.
    Granularity unitOf(std::size_t i) const { return static_cast<Granularity>((*this)[i].value); }
    bool isMark(std::size_t i, char mark) const
    {
        return (*this)[i].kind == TokenKind::Mark && (*this)[i].value == mark;
    }
    bool isNumber(std::size_t i) const { return (*this)[i].kind == TokenKind::Number; }
    bool isWord(std::size_t i) const { return (*this)[i].kind == TokenKind::Word; }
    bool has(std::size_t i, std::uint16_t flags) const { return ((*this)[i].flags & flags) != 0; }
    /// No blank between token @p i and the one before it.
    bool touches(std::size_t i) const { return i > 0 && i < size() && m_tokens[i].begin == m_tokens[i - 1].end; }
    /// The position after a possessive ending at @p i ("'s", or "'" after a plural); @p i itself if there is none.
    std::size_t afterPossessive(std::size_t i) const
    {
        if (!isMark(i, '\'') || !touches(i))
            return i;
        return is(i + 1, Word::S) && touches(i + 1) ? i + 2 : i + 1;
    }

private:
    std::string_view m_text;
    const std::vector<Token>& m_tokens; // Not owned: a view, never kept.
    Token m_none;
};

} // namespace synoptic::temporal
