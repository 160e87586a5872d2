// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// How dates are read off a line, piece by piece; for the files that read them.
namespace synoptic::ingest {

inline constexpr int firstWrittenYear = 1500;
inline constexpr int lastWrittenYear = 2199;

bool isAsciiDigit(char c);
bool isAsciiLetter(char c);
/// A letter or digit of ASCII, or part of any other letter.
bool isWordByte(char c);

/// 0…11 for an English month, in full or as its first letters ("Sept"); −1 for none.
int indexOfMonth(std::string_view word);
/// The same in running text, where "may" and "march" are words too.
int indexOfMonthInText(std::string_view word);
/// 0 Sunday … 6 Saturday in running text, where "sun" and "sat" are words too; −1 for none.
int indexOfWeekdayInText(std::string_view word);

/// A cursor over one line. What it reads it consumes; what does not fit it leaves.
class DateScanner
{
public:
    DateScanner(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}

    std::size_t at() const { return m_at; }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool startsWordHere() const { return m_at == 0 || !isWordByte(m_text[m_at - 1]); }
    bool followsWord(std::size_t at) const { return at < m_text.size() && isWordByte(m_text[at]); }

    /// Blanks of any kind, and one of @p marks among them. True if anything was there.
    bool gap(std::string_view marks);
    std::string_view word();
    /// The month whose name stands here, also of the neighbors of English, 0…11; −1, and nothing consumed, for none.
    int month();
    /// A number of @p least to @p most digits that is not part of a longer one.
    std::optional<int> number(std::size_t least, std::size_t most);
    /// "st", "nd", "rd", "th", if one stands here.
    void ordinal();
    std::optional<int> year();

private:
    std::string_view m_text;
    std::size_t m_at;
};

} // namespace synoptic::ingest
