// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "ingest/date_scanner.h"
#include "ingest/written_date.h"

/// Dates in the names of files and in addresses.
namespace synoptic::ingest {
namespace {

/// "vom_22.04.2020_": with full stops the day stands first.
std::optional<Day> dottedDay(std::string_view path, std::size_t at)
{
    constexpr std::size_t longest = 10;
    if (path.find('.', at) > at + 2)
        return std::nullopt;
    const auto dates = writtenDates(path.substr(at, longest));
    return !dates.empty() && dates.front().span.begin == 0 ? dates.front().calendarDay() : std::nullopt;
}

} // namespace

std::optional<DayRange> daysInPath(std::string_view path)
{
    constexpr int firstPathYear = 1900;
    std::optional<DayRange> month;
    for (std::size_t at = 0; at + 6 <= path.size(); ++at) {
        if (!isAsciiDigit(path[at]) || (at > 0 && isAsciiDigit(path[at - 1])))
            continue;
        std::size_t end = at;
        while (end < path.size() && isAsciiDigit(path[end]))
            ++end;
        const std::string_view digits = path.substr(at, end - at);
        if (digits.size() == 8) {
            if (const auto day = dayOfTimestamp(digits);
                day && std::stoi(std::string(digits.substr(0, 4))) >= firstPathYear)
                return DayRange{*day, *day};
        } else if (const auto day = digits.size() <= 2 ? dottedDay(path, at) : std::nullopt) {
            return DayRange{*day, *day};
        } else if (digits.size() == 4 && end < path.size() &&
                   std::string_view("-/_.").find(path[end]) != std::string_view::npos) {
            DateScanner scanner(path, at);
            const auto year = scanner.number(4, 4);
            const char mark = scanner.peek();
            scanner = DateScanner(path, end + 1);
            const std::size_t monthAt = scanner.at();
            auto number = scanner.number(1, 2);
            if (!number) { // "2021/apr/26"
                const int named = indexOfMonth(scanner.word());
                if (named >= 0)
                    number = named + 1;
            }
            if (!number || *year < firstPathYear || *year > lastWrittenYear || *number < 1 || *number > 12)
                continue;
            const std::chrono::year_month wholeMonth{std::chrono::year(*year),
                                                     std::chrono::month(static_cast<unsigned>(*number))};
            if (scanner.peek() == mark) {
                scanner = DateScanner(path, scanner.at() + 1);
                const auto dayNumber = scanner.number(1, 2);
                const std::chrono::year_month_day date =
                    wholeMonth / std::chrono::day(static_cast<unsigned>(dayNumber.value_or(0)));
                if (dayNumber && date.ok())
                    return DayRange{Day(date), Day(date)};
            }
            if (!month && scanner.at() - monthAt >= 2 && (mark == '/' || mark == '-'))
                month = DayRange{Day(wholeMonth / 1), Day(wholeMonth / std::chrono::last)};
        }
    }
    return month;
}

} // namespace synoptic::ingest
