// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/stated_date.h"

#include <algorithm>
#include <array>

#include "ingest/written_date.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t lookedAtBytes = 240;  ///< of a line: a date line is short, a dateline at the beginning
constexpr std::size_t headLines = 60;       ///< above the prose
constexpr std::size_t tailLines = 20;       ///< behind it
constexpr std::size_t nearTitle = 6;        ///< lines
constexpr std::uint32_t dateLineWords = 14; ///< "Published by Jane Doe on Monday, April 26, 2021 at 10:15 a.m."
constexpr int fitsFrom = 2000;              ///< years named for a weekday without a year
constexpr int fitsTo = 2039;

enum class Cue
{
    None,
    Published,
    Updated
};

/// What the words before a date say of it; the last cue counts.
Cue cueIn(std::string_view before)
{
    constexpr std::array<std::string_view, 12> published = {"published", "posted", "publication",    "issued",
                                                            "released",  "date",   "filed",          "created",
                                                            "erstellt",  "publié", "veröffentlicht", "datum"};
    constexpr std::array<std::string_view, 12> updated = {"updated", "update",   "modified",  "edited",
                                                          "revised", "reviewed", "retrieved", "aktualisiert",
                                                          "stand",   "geändert", "modifié",   "actualizado"};
    Cue cue = Cue::None;
    for (const std::string& word : foldedWords(before)) {
        if (std::ranges::find(published, word) != published.end())
            cue = Cue::Published;
        if (std::ranges::find(updated, word) != updated.end())
            cue = Cue::Updated;
    }
    return cue;
}

bool startsUpper(std::string_view text)
{
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

bool isAllCapitals(std::string_view word)
{
    return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Text goes on behind the date: "April 26 2021 Recently, …", "April 26, 2021 - The …". A sentence that merely begins
/// with a date goes on with a comma or a small letter.
bool opensText(std::string_view behind)
{
    if (behind.empty() || behind.front() == ',')
        return false;
    const std::string_view rest = trimmed(behind);
    for (const std::string_view mark : {"-", "\u2013", "\u2014", "(", "|", ":", "/"})
        if (rest.starts_with(mark))
            return true;
    return startsUpper(rest);
}

/// "GENEVA, " or "Washington, D.C. (AP), " before, "(Reuters) -" or " – " behind.
bool isDateline(std::string_view before, std::string_view behind)
{
    constexpr std::size_t longestPlace = 60;
    before = trimmed(before);
    if (before.empty() || before.size() > longestPlace || !startsUpper(before) ||
        (before.back() != ',' && before.back() != '('))
        return false;
    const std::string_view rest = trimmed(behind).substr(0, 40);
    const bool hasAgency = rest.starts_with('(') && rest.find(')') != std::string_view::npos;
    const bool hasDash =
        rest.starts_with("-") || rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("/");
    return hasAgency || hasDash || (isAllCapitals(before) && startsUpper(rest));
}

/// The order of day and month that the other dates of the text show, if they agree.
FigureOrder orderShownBy(const Layout& layout)
{
    constexpr std::size_t mostLines = 2000;
    FigureOrder shown = FigureOrder::Unknown;
    for (std::size_t i = 0; i < std::min(layout.lines.size(), mostLines); ++i) {
        const std::string_view line = layout.lineText(i).substr(0, lookedAtBytes);
        if (line.find('/') == std::string_view::npos && line.find('-') == std::string_view::npos)
            continue;
        for (const WrittenDate& date : writtenDates(line)) {
            const WrittenDate settled = date.settledByWeekday();
            FigureOrder order = date.order;
            if (date.ambiguous && !settled.ambiguous)
                order = settled.month == date.month ? FigureOrder::MonthFirst : FigureOrder::DayFirst;
            if (order == FigureOrder::Unknown)
                continue;
            if (shown != FigureOrder::Unknown && shown != order)
                return FigureOrder::Unknown;
            shown = order;
        }
    }
    return shown;
}

class Collector
{
public:
    explicit Collector(const Layout& layout) : m_layout(layout) {}

    StatedDates run()
    {
        const std::size_t count = m_layout.lines.size();
        const std::size_t prose = std::min(m_layout.firstProse, count);
        // A summary stands between the title and its date as often as not.
        const std::size_t belowTitle = m_layout.title ? *m_layout.title + nearTitle + 1 : 0;
        const std::size_t end = std::min(std::max(prose + 1, std::min(belowTitle, m_layout.endProse)), count);
        for (std::size_t i = prose > headLines ? prose - headLines : 0; i < end; ++i)
            lookAt(i, Place::Head);
        for (std::size_t i = std::max(m_layout.endProse, end); i < std::min(count, m_layout.endProse + tailLines); ++i)
            lookAt(i, Place::Tail);
        return std::move(m_found);
    }

private:
    enum class Place
    {
        Head,
        Tail
    };

    void lookAt(std::size_t index, Place place)
    {
        if (m_layout.roles[index] == BlockRole::Related || m_layout.roles[index] == BlockRole::Caption ||
            index == m_layout.title)
            return;
        const std::string_view line = m_layout.lineText(index).substr(0, lookedAtBytes);
        for (const WrittenDate& date : writtenDates(line))
            weigh(index, place, line, date.ambiguous ? settled(date) : date);
    }

    /// "04/05/2021" in the order that its weekday or the other dates of the text show.
    WrittenDate settled(const WrittenDate& date)
    {
        const WrittenDate byWeekday = date.settledByWeekday();
        if (!byWeekday.ambiguous)
            return byWeekday;
        if (!m_order)
            m_order = orderShownBy(m_layout);
        return date.readAs(*m_order);
    }

    void weigh(std::size_t index, Place place, std::string_view line, const WrittenDate& date)
    {
        const std::string_view before = line.substr(0, date.span.begin);
        const std::string_view behind = line.substr(date.span.end);
        const bool isShort = m_layout.lines[index].words <= dateLineWords && !isProse(m_layout.lines[index]);
        Cue cue = cueIn(before);
        if (cue == Cue::None && index > 0 && trimmed(before).empty() && m_layout.lines[index - 1].words <= 3)
            cue = cueIn(m_layout.lineText(index - 1));
        const bool atStart = trimmed(before).empty();
        const bool dateline =
            place == Place::Head && (isDateline(before, behind) || (atStart && !isShort && opensText(behind)));
        if (!isShort && !dateline)
            return; // prose tells of a date, it is not dated by it
        if (place == Place::Tail && cue == Cue::None)
            return;
        if (cue == Cue::Updated)
            return reject(index, date, "the date of an update");
        const auto day = date.calendarDay();
        if (!day)
            return reject(index, date, whyNoDay(date));
        if (date.contradictsWeekday())
            return reject(index, date, "the weekday written beside it is another one");
        if (isPageClock(index, cue, dateline, date))
            return reject(index, date, "stands with its weekday away from the title, as the clock of a page does");
        accept(index, date, *day, confidenceOf(index, place, cue, dateline), whyTaken(index, cue, dateline));
    }

    bool isBelowTitle(std::size_t index) const
    {
        return m_layout.title ? index > *m_layout.title && index - *m_layout.title <= nearTitle : index <= nearTitle;
    }

    /// Publishers date a story under its title; what dates the page, with the weekday, stands elsewhere.
    bool isPageClock(std::size_t index, Cue cue, bool dateline, const WrittenDate& date) const
    {
        return !isBelowTitle(index) && date.weekday && cue == Cue::None && !dateline &&
               m_layout.roles[index] != BlockRole::Byline;
    }

    double confidenceOf(std::size_t index, Place place, Cue cue, bool dateline) const
    {
        if (place == Place::Tail)
            return 0.75;
        if (cue == Cue::Published || m_layout.roles[index] == BlockRole::Byline)
            return 0.92;
        if (dateline)
            return 0.88;
        return isBelowTitle(index) ? 0.85 : 0.5;
    }

    std::string whyTaken(std::size_t index, Cue cue, bool dateline) const
    {
        if (cue == Cue::Published)
            return "says when it was published";
        if (dateline)
            return "dateline that opens the text";
        return isBelowTitle(index) ? "date line under the title" : "date line above the title";
    }

    static std::string whyNoDay(const WrittenDate& date)
    {
        if (date.ambiguous)
            return "day and month could be either way round";
        if (date.year)
            return "there is no such day";
        if (!date.weekday)
            return "names no year";
        return "names no year, as the clock of a page does; its weekday fits " + yearsThatFit(date, fitsFrom, fitsTo) +
               " only";
    }

    TextSpan spanInText(std::size_t index, const WrittenDate& date) const
    {
        const std::uint32_t begin = m_layout.lines[index].span.begin;
        return {begin + date.span.begin, begin + date.span.end};
    }

    void accept(std::size_t index, const WrittenDate& date, Day day, double confidence, std::string why)
    {
        m_found.candidates.push_back({{day, day}, spanInText(index, date), confidence, std::move(why)});
    }

    void reject(std::size_t index, const WrittenDate& date, std::string why)
    {
        const TextSpan span = spanInText(index, date);
        const auto day = date.calendarDay();
        m_found.rejected.push_back(
            {span, day ? isoDate(*day) : std::string(textOf(m_layout.text, span)), std::move(why)});
    }

    const Layout& m_layout;             // Not owned: the caller's, for the time of run().
    std::optional<FigureOrder> m_order; // asked for once
    StatedDates m_found;
};

} // namespace

bool saysUpdated(std::string_view words)
{
    return cueIn(words) == Cue::Updated;
}

StatedDates statedDates(const Layout& layout)
{
    return Collector(layout).run();
}

} // namespace synoptic::ingest
