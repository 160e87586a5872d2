// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/written_date.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

using std::chrono::weekday;

constexpr int firstYear = 1500;
constexpr int lastYear = 2199;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordByte(char c)
{
    return isDigit(c) || isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

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

/// A cursor over one line. What it reads it consumes; what does not fit it leaves.
class Scanner
{
public:
    Scanner(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}

    std::size_t at() const { return m_at; }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool startsWordHere() const { return m_at == 0 || !isWordByte(m_text[m_at - 1]); }

    /// Blanks of any kind, and one of @p marks among them. True if anything was there.
    bool gap(std::string_view marks)
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

    std::string_view word()
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isAsciiLetter(m_text[m_at]))
            ++m_at;
        return m_text.substr(from, m_at - from);
    }

    /// The month whose name stands here, 0…11; −1, and nothing consumed, for none.
    int month()
    {
        const Scanner before = *this;
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isWordByte(m_text[m_at]) && !isDigit(m_text[m_at]))
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

    /// A number of @p least to @p most digits that is not part of a longer one.
    std::optional<int> number(std::size_t least, std::size_t most)
    {
        std::size_t end = m_at;
        int value = 0;
        while (end < m_text.size() && isDigit(m_text[end]) && end - m_at <= most)
            value = value * 10 + (m_text[end++] - '0');
        if (end - m_at < least || end - m_at > most)
            return std::nullopt;
        m_at = end;
        return value;
    }

    void ordinal()
    {
        for (const std::string_view suffix : {"st", "nd", "rd", "th"})
            if (m_text.substr(m_at).starts_with(suffix) && !followsWord(m_at + 2)) {
                m_at += 2;
                return;
            }
    }

    std::optional<int> year()
    {
        const Scanner before = *this;
        const auto value = number(4, 4);
        if (value && *value >= firstYear && *value <= lastYear && !followsWord(m_at))
            return value;
        *this = before;
        return std::nullopt;
    }

    bool followsWord(std::size_t at) const { return at < m_text.size() && isWordByte(m_text[at]); }

private:
    std::string_view m_text;
    std::size_t m_at;
};

bool isPossible(unsigned month, unsigned day)
{
    constexpr std::array<unsigned, 12> longest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= longest[month - 1];
}

/// The year behind a day and month, if there is one.
void takeYear(Scanner& scanner, WrittenDate& date)
{
    Scanner ahead = scanner;
    ahead.gap(",.");
    if (const auto year = ahead.year()) {
        date.year = year;
        scanner = ahead;
    }
}

/// "April 26, 2021", "Apr. 26 2021", "26th of April 2021", "26 Apr": from a month's name or a day.
std::optional<WrittenDate> namedDate(Scanner& scanner)
{
    WrittenDate date;
    Scanner ahead = scanner;
    if (isDigit(ahead.peek())) {
        const auto day = ahead.number(1, 2);
        if (!day)
            return std::nullopt;
        ahead.ordinal();
        if (!ahead.gap(".-/"))
            return std::nullopt;
        Scanner of = ahead;
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
        const int month = indexOfNameInText(months, ahead.word());
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
std::optional<WrittenDate> numberDate(Scanner& scanner)
{
    WrittenDate date;
    Scanner ahead = scanner;
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
        if (!day || *year < firstYear || *year > lastYear)
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
        date.day = static_cast<unsigned>(dayFirst ? *first : *second);
        date.month = static_cast<unsigned>(dayFirst ? *second : *first);
    }
    // "2021-04-26T10:00" goes on with a letter, "2021-04-26x" does too, "2021-04-261" was refused by number().
    if (!isPossible(date.month, date.day) || isDigit(ahead.peek()))
        return std::nullopt;
    scanner = ahead;
    return date;
}

std::optional<WrittenDate> dateFrom(std::string_view text, std::size_t from)
{
    Scanner scanner(text, from);
    std::optional<weekday> named;
    if (isAsciiLetter(scanner.peek())) {
        Scanner ahead = scanner;
        const int index = indexOfNameInText(weekdays, ahead.word());
        if (index >= 0 && ahead.gap(",.")) {
            ahead.gap(",");
            named = weekday(static_cast<unsigned>(index));
            scanner = ahead;
        }
    }
    auto date = namedDate(scanner);
    if (!date && isDigit(scanner.peek()))
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
        if (!isDigit(text[at]) && !isAsciiLetter(text[at])) {
            ++at;
            continue;
        }
        if (Scanner(text, at).startsWordHere())
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
    if (value.size() >= 8 && std::ranges::all_of(value.substr(0, 8), isDigit) &&
        (value.size() == 8 || !isDigit(value[8]))) {
        const std::string extended = std::string(value.substr(0, 4)) + '-' + std::string(value.substr(4, 2)) + '-' +
                                     std::string(value.substr(6, 2));
        return dayFromIso(extended);
    }
    for (const WrittenDate& date : writtenDates(value))
        if (const auto day = date.calendarDay())
            return day;
    return std::nullopt;
}

std::optional<DayRange> daysInPath(std::string_view path)
{
    constexpr int firstPathYear = 1900;
    std::optional<DayRange> month;
    for (std::size_t at = 0; at + 6 <= path.size(); ++at) {
        if (!isDigit(path[at]) || (at > 0 && isDigit(path[at - 1])))
            continue;
        std::size_t end = at;
        while (end < path.size() && isDigit(path[end]))
            ++end;
        const std::string_view digits = path.substr(at, end - at);
        if (digits.size() == 8) {
            if (const auto day = dayOfTimestamp(digits);
                day && std::stoi(std::string(digits.substr(0, 4))) >= firstPathYear)
                return DayRange{*day, *day};
        } else if (digits.size() == 4 && end < path.size() &&
                   std::string_view("-/_.").find(path[end]) != std::string_view::npos) {
            Scanner scanner(path, at);
            const auto year = scanner.number(4, 4);
            const char mark = scanner.peek();
            scanner = Scanner(path, end + 1);
            const std::size_t monthAt = scanner.at();
            auto number = scanner.number(1, 2);
            if (!number) { // "2021/apr/26"
                const int named = indexOfName(months, scanner.word());
                if (named >= 0)
                    number = named + 1;
            }
            if (!number || *year < firstPathYear || *year > lastYear || *number < 1 || *number > 12)
                continue;
            const std::chrono::year_month wholeMonth{std::chrono::year(*year),
                                                     std::chrono::month(static_cast<unsigned>(*number))};
            if (scanner.peek() == mark) {
                scanner = Scanner(path, scanner.at() + 1);
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
