// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/article_generator.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace synoptic::tests {
namespace {

using namespace std::string_view_literals;
using Day = std::chrono::sys_days;

// Not of <random>: its distributions differ from one library to the next. Source: Steele et al., SplitMix64, 2014.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t value = m_state;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31U);
    }

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

    template <class Range>
    auto& of(Range& range)
    {
        return range[below(std::size(range))];
    }

private:
    std::uint64_t m_state;
};

constexpr std::array monthNames{"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                                "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};
constexpr std::array weekdayNames{"Sunday"sv,   "Monday"sv, "Tuesday"sv, "Wednesday"sv,
                                  "Thursday"sv, "Friday"sv, "Saturday"sv};
constexpr std::array outlets{"Morning Ledger"sv, "Harbour Gazette"sv, "Northern Tribune"sv, "Evening Courier"sv,
                             "Radio Estuary"sv,  "Valley Observer"sv, "Island Mail"sv,      "Capital Wire"sv};
constexpr std::array heads{"Bar"sv, "Cor"sv, "Del"sv, "Fen"sv, "Gar"sv, "Hol"sv, "Mar"sv, "Nor"sv, "Tal"sv, "Ves"sv};
constexpr std::array tails{"an"sv, "dek"sv, "ford"sv, "ini"sv, "mer"sv, "ova"sv, "rick"sv, "sen"sv, "tham"sv, "wick"sv};
constexpr std::array offices{"Minister"sv, "Mayor"sv, "Director"sv, "Judge"sv, "General"sv, "Senator"sv};
constexpr std::array deeds{"signed the agreement on"sv,  "resigned over"sv,          "opened the inquiry into"sv,
                           "rejected the report on"sv,   "visited the site of"sv,    "announced a fine for"sv,
                           "suspended the permit for"sv, "met the families after"sv, "presented the plan for"sv,
                           "closed the office behind"sv};
constexpr std::array matters{"the river bridge"sv,  "the northern tunnel"sv, "the harbor fire"sv,
                             "the grain imports"sv, "the school strike"sv,   "the dam repairs"sv,
                             "the border market"sv, "the airport sale"sv};
constexpr std::array fillers{
    "Officials did not say when more would be known."sv,
    "Residents said they had heard about it on the radio."sv,
    "The opposition asked for a debate, and the government agreed to hold one."sv,
    "Nobody expected the matter to be settled before the end of the year."sv,
    R"("We have waited long enough, and we will not wait much longer," a spokesman said.)"sv,
    "Shares rose by two percent, while the currency lost some of its value."sv,
    "The costs are put at about 40 million, a third more than was planned."sv,
    "It is the third such case since 2015, and the largest so far."sv,
};

struct Happening
{
    Day day;
    std::string who;
    std::string_view deed;
    std::string_view matter;
};

std::string weekdayOf(Day day)
{
    return std::string(weekdayNames[std::chrono::weekday(day).c_encoding()]);
}

std::string dateOf(Day day)
{
    const std::chrono::year_month_day date(day);
    return std::string(monthNames[static_cast<unsigned>(date.month()) - 1]) + ' ' +
           std::to_string(static_cast<unsigned>(date.day())) + ", " + std::to_string(static_cast<int>(date.year()));
}

// The same day in the words of somebody who writes on @p published.
std::string whenOf(Day day, Day published, Random& random)
{
    const auto ago = (published - day).count();
    if (ago == 0 && random.below(2) == 0)
        return "today";
    if (ago == 1 && random.below(2) == 0)
        return "yesterday";
    if (ago < 7 && random.below(3) != 0)
        return "on " + weekdayOf(day);
    if (random.below(2) == 0)
        return "on " + dateOf(day);
    const std::chrono::year_month_day date(day);
    return "on " + std::string(monthNames[static_cast<unsigned>(date.month()) - 1]) + ' ' +
           std::to_string(static_cast<unsigned>(date.day()));
}

std::string nameOf(Random& random)
{
    return std::string(random.of(heads)) + std::string(random.of(tails));
}

std::vector<Happening> makeHappenings(std::size_t count, Random& random)
{
    constexpr Day first = std::chrono::year(2022) / std::chrono::January / 10;
    std::vector<Happening> result;
    for (std::size_t i = 0; i < count; ++i) {
        std::string who = std::string(random.of(offices)) + ' ' + nameOf(random);
        result.push_back({first + std::chrono::days(static_cast<int>(random.below(350))), std::move(who),
                          random.of(deeds), random.of(matters)});
    }
    return result;
}

struct Content
{
    std::string title;
    std::string outlet;
    std::string dateLine; ///< empty: not stated
    std::vector<std::string> paragraphs;
};

Content makeContent(const std::vector<Happening>& happenings, Random& random)
{
    const Happening& main = random.of(happenings);
    const Day published = main.day + std::chrono::days(static_cast<int>(random.below(6)));
    Content content;
    content.title = main.who + ' ' + std::string(main.deed) + ' ' + std::string(main.matter);
    content.outlet = random.of(outlets);
    if (random.below(4) != 0)
        content.dateLine = dateOf(published);
    const std::size_t paragraphs = 4 + random.below(5);
    for (std::size_t i = 0; i < paragraphs; ++i) {
        std::string text;
        const Happening& told = i == 0 ? main : random.of(happenings);
        if (told.day <= published) {
            text = told.who + ' ' + std::string(told.deed) + ' ' + std::string(told.matter) + ' ' +
                   whenOf(told.day, published, random) + '.';
        }
        for (std::size_t sentence = 0; sentence < 3; ++sentence) {
            if (!text.empty())
                text += ' ';
            text += random.of(fillers);
        }
        content.paragraphs.push_back(std::move(text));
    }
    return content;
}

std::string asText(const Content& content)
{
    std::string result = "Home > News > Region\n\n" + content.title + "\n\nBy our reporter, " + content.outlet + "\n";
    if (!content.dateLine.empty())
        result += content.dateLine + "\n";
    for (const std::string& paragraph : content.paragraphs)
        result += "\n" + paragraph + "\n";
    return result + "\nRelated articles\nShare this story\nLeave a comment\n";
}

std::string asHtml(const Content& content)
{
    std::string result = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + content.title +
                         "</title></head>\n<body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>\n"
                         "<article><h1>" +
                         content.title + "</h1>\n<p class=\"byline\">" + content.outlet + ", " + content.dateLine +
                         "</p>\n";
    for (const std::string& paragraph : content.paragraphs)
        result += "<p>" + paragraph + "</p>\n";
    return result + "</article><aside><h3>Related articles</h3></aside></body></html>\n";
}

std::string asMarkdown(const Content& content)
{
    std::string result = "# " + content.title + "\n\n*" + content.outlet + ", " + content.dateLine + "*\n";
    for (const std::string& paragraph : content.paragraphs)
        result += "\n" + paragraph + "\n";
    return result;
}

} // namespace

std::vector<GeneratedFile> generateArticles(std::size_t count, std::uint64_t seed)
{
    Random random(seed);
    const std::vector<Happening> happenings = makeHappenings(20 + count / 8, random);
    std::vector<GeneratedFile> files;
    files.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Content content = makeContent(happenings, random);
        std::string number = std::to_string(i);
        number.insert(0, 6 - std::min<std::size_t>(6, number.size()), '0');
        if (i % 10 == 7)
            files.push_back({number + ".html", asHtml(content)});
        else if (i % 20 == 13)
            files.push_back({number + ".md", asMarkdown(content)});
        else
            files.push_back({number + ".txt", asText(content)});
    }
    return files;
}

bool writeArticles(const std::string& folder, const std::vector<GeneratedFile>& files)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return false;
    for (const GeneratedFile& file : files) {
        std::ofstream output(folder + '/' + file.name, std::ios::binary);
        output << file.bytes;
        if (!output.flush())
            return false;
    }
    return true;
}

} // namespace synoptic::tests
