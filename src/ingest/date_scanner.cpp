// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/date_scanner.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace synoptic::ingest {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

/// A word as a month or a weekday, in full or as its first letters ("Sept", "Tues"); 0 and up, −1 for none.
template <std::size_t Size>
int indexOfName(const std::array<std::string_view, Size>& names, std::string_view word)
{
    if (word.size() < 3)
        return -1;
    std::string low(word);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    for (std::size_t i = 0; i < Size; ++i) {
        const bool isShort = low.size() <= 5 && names[i].starts_with(low);
        if (low == names[i] || isShort)
            return static_cast<int>(i);
    }
    return -1;
}

struct ForeignMonth
{
    std::string_view name; ///< lower case, UTF-8
    int index;             ///< 0…11
};

/// Months as neighbors of English write them, where no English word means the same or something else: in full, and the
/// short forms that stand on pages. Source: CLDR 42.
constexpr std::array foreignMonths = {
    ForeignMonth{"januar", 0},     ForeignMonth{"jänner", 0},    ForeignMonth{"janvier", 0},
    ForeignMonth{"janv", 0},       ForeignMonth{"enero", 0},     ForeignMonth{"gennaio", 0},
    ForeignMonth{"januari", 0},    ForeignMonth{"janeiro", 0},   ForeignMonth{"februar", 1},
    ForeignMonth{"février", 1},    ForeignMonth{"févr", 1},      ForeignMonth{"febrero", 1},
    ForeignMonth{"febbraio", 1},   ForeignMonth{"februari", 1},  ForeignMonth{"fevereiro", 1},
    ForeignMonth{"märz", 2},       ForeignMonth{"mrz", 2},       ForeignMonth{"mars", 2},
    ForeignMonth{"marzo", 2},      ForeignMonth{"maart", 2},     ForeignMonth{"março", 2},
    ForeignMonth{"avril", 3},      ForeignMonth{"abril", 3},     ForeignMonth{"aprile", 3},
    ForeignMonth{"mai", 4},        ForeignMonth{"mayo", 4},      ForeignMonth{"maggio", 4},
    ForeignMonth{"mei", 4},        ForeignMonth{"maio", 4},      ForeignMonth{"juni", 5},
    ForeignMonth{"juin", 5},       ForeignMonth{"junio", 5},     ForeignMonth{"giugno", 5},
    ForeignMonth{"junho", 5},      ForeignMonth{"juli", 6},      ForeignMonth{"juillet", 6},
    ForeignMonth{"juil", 6},       ForeignMonth{"julio", 6},     ForeignMonth{"luglio", 6},
    ForeignMonth{"julho", 6},      ForeignMonth{"août", 7},      ForeignMonth{"agosto", 7},
    ForeignMonth{"augustus", 7},   ForeignMonth{"septembre", 8}, ForeignMonth{"septiembre", 8},
    ForeignMonth{"settembre", 8},  ForeignMonth{"setembro", 8},  ForeignMonth{"oktober", 9},
    ForeignMonth{"okt", 9},        ForeignMonth{"octobre", 9},   ForeignMonth{"octubre", 9},
    ForeignMonth{"ottobre", 9},    ForeignMonth{"outubro", 9},   ForeignMonth{"novembre", 10},
    ForeignMonth{"noviembre", 10}, ForeignMonth{"novembro", 10}, ForeignMonth{"dezember", 11},
    ForeignMonth{"dez", 11},       ForeignMonth{"décembre", 11}, ForeignMonth{"diciembre", 11},
    ForeignMonth{"dicembre", 11},  ForeignMonth{"dezembro", 11}};

/// The same in running text, where "may", "march", "sun" and "sat" are words too.
template <std::size_t Size>
int indexOfNameInText(const std::array<std::string_view, Size>& names, std::string_view word)
{
    const bool isSmall = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
    return isSmall && (word.size() == 3 || word == "march") ? -1 : indexOfName(names, word);
}

} // namespace

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordByte(char c)
{
    return isAsciiDigit(c) || isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

int indexOfMonth(std::string_view word)
{
    return indexOfName(months, word);
}

int indexOfMonthInText(std::string_view word)
{
    return indexOfNameInText(months, word);
}

int indexOfWeekdayInText(std::string_view word)
{
    return indexOfNameInText(weekdays, word);
}

bool DateScanner::gap(std::string_view marks)
{
    const std::size_t from = m_at;
    bool marked = false;
    while (m_at < m_text.size()) {
        const CodePoint point = decodeAt(m_text, m_at);
        const bool isMark =
            !marked && point.value < 0x80 && marks.find(static_cast<char>(point.value)) != std::string_view::npos;
        if (!isBlank(point.value) && !isMark)
            break;
        marked = marked || isMark;
        m_at += point.size;
    }
    return m_at > from;
}

std::string_view DateScanner::word()
{
    const std::size_t from = m_at;
    while (m_at < m_text.size() && isAsciiLetter(m_text[m_at]))
        ++m_at;
    return m_text.substr(from, m_at - from);
}

int DateScanner::month()
{
    const DateScanner before = *this;
    const std::size_t from = m_at;
    while (m_at < m_text.size() && isWordByte(m_text[m_at]) && !isAsciiDigit(m_text[m_at]))
        ++m_at;
    const std::string_view name = m_text.substr(from, m_at - from);
    if (const int english = indexOfNameInText(months, name); english >= 0)
        return english;
    std::string low(name);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    const auto* const foreign = std::ranges::find(foreignMonths, low, &ForeignMonth::name);
    if (foreign != foreignMonths.end())
        return foreign->index;
    *this = before;
    return -1;
}

std::optional<int> DateScanner::number(std::size_t least, std::size_t most)
{
    std::size_t end = m_at;
    int value = 0;
    while (end < m_text.size() && isAsciiDigit(m_text[end]) && end - m_at <= most)
        value = value * 10 + (m_text[end++] - '0');
    if (end - m_at < least || end - m_at > most)
        return std::nullopt;
    m_at = end;
    return value;
}

void DateScanner::ordinal()
{
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
        if (m_text.substr(m_at).starts_with(suffix) && !followsWord(m_at + 2)) {
            m_at += 2;
            return;
        }
}

std::optional<int> DateScanner::year()
{
    const DateScanner before = *this;
    const auto value = number(4, 4);
    if (value && *value >= firstWrittenYear && *value <= lastWrittenYear && !followsWord(m_at))
        return value;
    *this = before;
    return std::nullopt;
}

} // namespace synoptic::ingest
