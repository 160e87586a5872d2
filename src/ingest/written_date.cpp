// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/written_date.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/date_scanner.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

using std::chrono::weekday;

bool isPossible(unsigned month, unsigned day)
{
    constexpr std::array<unsigned, 12> longest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= longest[month - 1];
}

/// The year behind a day and month, if there is one.
void takeYear(DateScanner& scanner, WrittenDate& date)
{
    DateScanner ahead = scanner;
    ahead.gap(",.");
    if (const auto year = ahead.year()) {
        date.year = year;
        scanner = ahead;
    }
}

/// "April 26, 2021", "Apr. 26 2021", "26th of April 2021", "26 Apr": from a month's name or a day.
std::optional<WrittenDate> namedDate(DateScanner& scanner)
{
    WrittenDate date;
    DateScanner ahead = scanner;
    if (isAsciiDigit(ahead.peek())) {
        const auto day = ahead.number(1, 2);
        if (!day)
            return std::nullopt;
        ahead.ordinal();
        if (!ahead.gap(".-/"))
            return std::nullopt;
        DateScanner of = ahead;
        if (const std::string_view word = of.word(); (word == "of" || word == "de") && of.gap(""))
            ahead = of;
        const int month = ahead.month();
        if (month < 0 || ahead.followsWord(ahead.at()))
            return std::nullopt;
        date.day = static_cast<unsigned>(*day);
        date.month = static_cast<unsigned>(month) + 1;
        scanner = ahead;
        ahead.gap(".-/,");
        of = ahead;
        if (of.word() == "de" && of.gap("")) // "26 de abril de 2021"
            ahead = of;
        if (const auto year = ahead.year()) {
            date.year = year;
            scanner = ahead;
        }
    } else {
        const int month = indexOfMonthInText(ahead.word());
        if (month < 0 || !ahead.gap("."))
            return std::nullopt;
        const auto day = ahead.number(1, 2);
        if (!day)
            return std::nullopt;
        ahead.ordinal();
        if (ahead.followsWord(ahead.at()) || ahead.peek() == ':')
            return std::nullopt;
        date.day = static_cast<unsigned>(*day);
        date.month = static_cast<unsigned>(month) + 1;
        scanner = ahead;
        takeYear(scanner, date);
    }
    return isPossible(date.month, date.day) ? std::optional(date) : std::nullopt;
}

/// "2021-04-26", "2021/4/26", "26.04.2021", "4/26/2021".
std::optional<WrittenDate> numberDate(DateScanner& scanner)
{
    WrittenDate date;
    DateScanner ahead = scanner;
    const auto separated = [&](char expected) {
        const char mark = ahead.peek();
        if ((mark != '-' && mark != '/' && mark != '.') || (expected != '\0' && mark != expected))
            return '\0';
        ahead.gap(std::string_view(&mark, 1));
        return mark;
    };
    if (const auto year = ahead.number(4, 4)) {
        const char mark = separated('\0');
        const auto month = mark != '\0' ? ahead.number(1, 2) : std::nullopt;
        const auto day = month && separated(mark) != '\0' ? ahead.number(1, 2) : std::nullopt;
        if (!day || *year < firstWrittenYear || *year > lastWrittenYear)
            return std::nullopt;
        date.year = year;
        date.month = static_cast<unsigned>(*month);
        date.day = static_cast<unsigned>(*day);
    } else {
        const auto first = ahead.number(1, 2);
        const char mark = first ? separated('\0') : '\0';
        const auto second = mark != '\0' ? ahead.number(1, 2) : std::nullopt;
        const auto last = second && separated(mark) != '\0' ? ahead.year() : std::nullopt;
        if (!last)
            return std::nullopt;
        date.year = last;
        // With dots the day stands first; else the order is known only if one of them is no month.
        const bool dayFirst = mark == '.' || *first > 12;
        date.ambiguous = mark != '.' && *first <= 12 && *second <= 12 && *first != *second;
        if (mark != '.' && *first != *second && !date.ambiguous)
            date.order = dayFirst ? FigureOrder::DayFirst : FigureOrder::MonthFirst;
        date.day = static_cast<unsigned>(dayFirst ? *first : *second);
        date.month = static_cast<unsigned>(dayFirst ? *second : *first);
    }
    // "2021-04-26T10:00" goes on with a letter, "2021-04-26x" does too, "2021-04-261" was refused by number().
    if (!isPossible(date.month, date.day) || isAsciiDigit(ahead.peek()))
        return std::nullopt;
    scanner = ahead;
    return date;
}

std::optional<WrittenDate> dateFrom(std::string_view text, std::size_t from)
{
    DateScanner scanner(text, from);
    std::optional<weekday> named;
    if (isAsciiLetter(scanner.peek())) {
        DateScanner ahead = scanner;
        const int index = indexOfWeekdayInText(ahead.word());
        if (index >= 0 && ahead.gap(",.")) {
            ahead.gap(",");
            named = weekday(static_cast<unsigned>(index));
            scanner = ahead;
        }
    }
    auto date = namedDate(scanner);
    if (!date && isAsciiDigit(scanner.peek()))
        date = numberDate(scanner);
    if (!date)
        return std::nullopt;
    date->weekday = named;
    date->span = spanOf(from, scanner.at());
    return date;
}

} // namespace

std::optional<Day> WrittenDate::calendarDay() const
{
    if (!year || ambiguous)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(month), std::chrono::day(day)};
    return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

WrittenDate WrittenDate::readAs(FigureOrder shown) const
{
    WrittenDate read = *this;
    if (!ambiguous || shown == FigureOrder::Unknown)
        return read;
    read.ambiguous = false;
    if (shown == FigureOrder::DayFirst) // it was taken down with the month first
        std::swap(read.month, read.day);
    return read;
}

WrittenDate WrittenDate::settledByWeekday() const
{
    if (!ambiguous || !weekday)
        return *this;
    const WrittenDate monthFirst = readAs(FigureOrder::MonthFirst);
    const WrittenDate dayFirst = readAs(FigureOrder::DayFirst);
    const bool fits = !monthFirst.contradictsWeekday();
    if (fits == !dayFirst.contradictsWeekday())
        return *this;
    return fits ? monthFirst : dayFirst;
}

bool WrittenDate::contradictsWeekday() const
{
    const auto on = calendarDay();
    return on && weekday && std::chrono::weekday(*on) != *weekday;
}

std::vector<WrittenDate> writtenDates(std::string_view text)
{
    // A date has a digit, and its first word is not far before it: "Wednesday, September 22nd".
    constexpr std::size_t reach = 32;
    std::vector<WrittenDate> dates;
    std::size_t digit = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (digit <= at)
            digit = text.find_first_of("0123456789", at);
        if (digit == std::string_view::npos)
            break;
        if (digit - at > reach) {
            at = digit - reach;
            while (isWordByte(text[at]) && at < digit) // not into the middle of a word
                ++at;
            continue;
        }
        if (!isAsciiDigit(text[at]) && !isAsciiLetter(text[at])) {
            ++at;
            continue;
        }
        if (DateScanner(text, at).startsWordHere())
            if (const auto date = dateFrom(text, at)) {
                dates.push_back(*date);
                at = date->span.end;
                continue;
            }
        while (at < text.size() && isWordByte(text[at]))
            ++at;
    }
    return dates;
}

std::optional<Day> dayOfTimestamp(std::string_view value)
{
    constexpr std::size_t longestStamp = 200;
    value = trimmed(value).substr(0, longestStamp);
    if (value.size() >= 10)
        if (const auto day = dayFromIso(value.substr(0, 10)))
            return day;
    // ISO 8601 basic form: "20210426" or "20210426T1000".
    if (value.size() >= 8 && std::ranges::all_of(value.substr(0, 8), isAsciiDigit) &&
        (value.size() == 8 || !isAsciiDigit(value[8]))) {
        const std::string extended = std::string(value.substr(0, 4)) + '-' + std::string(value.substr(4, 2)) + '-' +
                                     std::string(value.substr(6, 2));
        return dayFromIso(extended);
    }
    for (const WrittenDate& date : writtenDates(value))
        if (const auto day = date.calendarDay())
            return day;
    return std::nullopt;
}

std::string yearsThatFit(const WrittenDate& date, int first, int last)
{
    std::string years;
    if (!date.weekday)
        return years;
    for (int year = first; year <= last; ++year) {
        const std::chrono::year_month_day day{std::chrono::year(year), std::chrono::month(date.month),
                                              std::chrono::day(date.day)};
        if (!day.ok() || weekday(Day(day)) != *date.weekday)
            continue;
        years += (years.empty() ? "" : ", ") + std::to_string(year);
    }
    return years;
}

} // namespace synoptic::ingest
