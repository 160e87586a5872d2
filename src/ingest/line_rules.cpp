// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_rules.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace synoptic::ingest {
namespace {

class Marker
{
public:
    Marker(const Layout& layout, std::span<const LineKind> kinds)
        : m_layout(layout), m_kinds(kinds), m_marked(layout.lines.size(), false)
    {}

    std::vector<bool> run()
    {
        for (std::size_t i = 0; i < count(); ++i)
            m_marked[i] = !m_layout.main[i];
        markPhrases();
        markHead();
        markTail();
        // A reader that saw the page's structure has found the article better than lines can tell.
        const bool isFound = std::ranges::find(m_layout.main, false) != m_layout.main.end();
        if (!isFound && isWholePage())
            markOutsideBody();
        return std::move(m_marked);
    }

private:
    std::size_t count() const { return m_layout.lines.size(); }
    const TextLine& line(std::size_t i) const { return m_layout.lines[i]; }
    bool isTitle(std::size_t i) const { return m_layout.title == i; }
    bool isHead(std::size_t i) const { return i < m_layout.firstProse; }

    /// A sentence, or a line that the document calls a heading: only a phrase of its own may mark it.
    bool isProtected(std::size_t i) const
    {
        return isTitle(i) || m_layout.roles[i] == BlockRole::Title || m_layout.roles[i] == BlockRole::Heading ||
               isProse(line(i));
    }

    void markPhrases()
    {
        for (std::size_t i = 0; i < count(); ++i) {
            switch (m_kinds[i]) {
            case LineKind::Widget:
            case LineKind::TailOpener:
            case LineKind::Credit:
                m_marked[i] = m_marked[i] || !isTitle(i);
                break;
            case LineKind::Byline:
            case LineKind::DateLine:
                m_marked[i] =
                    m_marked[i] || (isHead(i) && !isTitle(i)) || (i >= m_layout.endProse && !isInListOfDates(i));
                break;
            case LineKind::Navigation:
                m_marked[i] = m_marked[i] || (!isTitle(i) && isBeforeTitle(i));
                break;
            case LineKind::Symbols:
            case LineKind::Other:
                break;
            }
            m_marked[i] = m_marked[i] || isLoneLink(i);
        }
    }

    bool isBeforeTitle(std::size_t i) const { return m_layout.title && i < *m_layout.title; }

    /// One of several lines that begin with a date: a calendar is told by the article, a date line dates it.
    bool isInListOfDates(std::size_t i) const
    {
        constexpr std::size_t fewest = 3;
        std::size_t first = i;
        while (first > 0 && i - first < fewest && m_kinds[first - 1] == LineKind::DateLine)
            --first;
        std::size_t end = i + 1;
        while (end < count() && end - i < fewest && m_kinds[end] == LineKind::DateLine)
            ++end;
        return end - first >= fewest;
    }

    bool isBullet(std::size_t i) const
    {
        const std::string_view text = m_layout.lineText(i);
        return text.starts_with("\u2022") || text.starts_with("\u00BB") || text.starts_with("\u203A") ||
               text.starts_with("\u25BA");
    }

    /// One bullet between paragraphs, not a sentence: a link to another story. A list has several.
    bool isLoneLink(std::size_t i) const
    {
        constexpr std::uint32_t fewestWords = 5; // what a list holds is often shorter, a headline hardly ever
        if (!isBullet(i) || line(i).endsSentence || line(i).words < fewestWords ||
            m_layout.roles[i] == BlockRole::ListItem)
            return false;
        return (i == 0 || !isBullet(i - 1)) && (i + 1 == count() || !isBullet(i + 1));
    }

    /// Breadcrumbs, repeated titles and repeated captions over the prose.
    void markHead()
    {
        constexpr std::size_t headLines = 40;
        const std::size_t end = std::min({m_layout.firstProse, count(), headLines});
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < end; ++i)
            keys.push_back(foldedKey(m_layout.lineText(i)));
        const std::string title = m_layout.title && *m_layout.title < end ? keys[*m_layout.title] : std::string();
        for (std::size_t i = 0; i < end; ++i) {
            if (isTitle(i) || keys[i].empty())
                continue;
            const bool isCrumb = !title.empty() && keys[i].size() > title.size() && keys[i].ends_with(title);
            const bool isAgain = !title.empty() && keys[i] == title;
            m_marked[i] = m_marked[i] || isCrumb || isAgain;
            // A caption, and the same again with its credit glued to the end.
            if (i + 1 < end && !isTitle(i + 1) && keys[i].size() >= 12 && keys[i + 1].starts_with(keys[i]) &&
                keys[i + 1].size() <= keys[i].size() + 40)
                m_marked[i] = m_marked[i + 1] = true;
        }
    }

    /// Behind a line that closes the article nothing of it follows, unless much prose does.
    void markTail()
    {
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < count(); ++i)
            all += m_marked[i] ? 0U : line(i).words;
        std::uint64_t before = 0;
        for (std::size_t i = 0; i < count(); ++i) {
            if (m_kinds[i] == LineKind::TailOpener && !isTitle(i)) {
                const bool closes = before * 5 >= all * 4 && before > 0;
                const std::size_t end = closes ? count() : endOfInsert(i + 1);
                for (std::size_t j = i + 1; j < end; ++j)
                    m_marked[j] = true;
                if (closes)
                    return;
            }
            before += m_marked[i] ? 0U : line(i).words;
        }
    }

    /// One past the links of an insert in mid-body that begin at @p from. Many short lines are a list of the article.
    std::size_t endOfInsert(std::size_t from) const
    {
        constexpr std::size_t mostLinks = 5;
        constexpr std::uint32_t fewestWords = 4;
        constexpr std::uint32_t mostWords = 16;
        std::size_t end = from;
        while (end < count() && end - from <= mostLinks && !isProtected(end) && !line(end).endsSentence &&
               line(end).words >= fewestWords && line(end).words <= mostWords)
            ++end;
        return end - from <= mostLinks && end < count() && isProse(line(end)) ? end : from;
    }

    /// The text of a whole page has many menu lines; that of an article, even a spoiled one, few.
    bool isWholePage() const
    {
        constexpr std::size_t fewestLines = 30;
        constexpr std::size_t fewestMenus = 6;
        std::size_t menus = 0;
        std::size_t shortLines = 0;
        for (std::size_t i = 0; i < count(); ++i) {
            menus += m_kinds[i] == LineKind::Navigation || m_kinds[i] == LineKind::Widget ||
                             m_kinds[i] == LineKind::TailOpener
                         ? 1U
                         : 0U;
            shortLines += line(i).words <= 6 && !line(i).endsSentence ? 1U : 0U;
        }
        return count() >= fewestLines && menus >= fewestMenus && shortLines * 2 >= count();
    }

    std::int64_t weightOf(std::size_t i) const
    {
        constexpr std::int64_t mostWords = 60;
        if (m_marked[i])
            return -6;
        const auto words = std::min<std::int64_t>(line(i).words, mostWords);
        if (isProse(line(i)))
            return words;
        if (m_kinds[i] == LineKind::Navigation)
            return -6;
        return line(i).endsSentence ? words - 3 : -4;
    }

    /// Keeps the run of lines with the greatest weight, and the title.
    void markOutsideBody()
    {
        std::size_t begin = 0;
        std::size_t bestBegin = 0;
        std::size_t bestEnd = 0;
        std::int64_t sum = 0;
        std::int64_t best = 0;
        for (std::size_t i = 0; i < count(); ++i) {
            if (sum <= 0) {
                sum = 0;
                begin = i;
            }
            sum += weightOf(i);
            if (sum > best) {
                best = sum;
                bestBegin = begin;
                bestEnd = i + 1;
            }
        }
        if (best == 0)
            return;
        for (std::size_t i = 0; i < count(); ++i)
            if ((i < bestBegin || i >= bestEnd) && !isTitle(i))
                m_marked[i] = true;
    }

    const Layout& m_layout; // Not owned, like the next: the caller's, for the time of run().
    std::span<const LineKind> m_kinds;
    std::vector<bool> m_marked;
};

} // namespace

std::vector<LineKind> kindsOfLines(const Layout& layout)
{
    std::vector<LineKind> kinds;
    kinds.reserve(layout.lines.size());
    for (std::size_t i = 0; i < layout.lines.size(); ++i)
        kinds.push_back(kindOfLine(layout.lineText(i)));
    return kinds;
}

std::vector<bool> linesMarkedByRule(const Layout& layout, std::span<const LineKind> kinds)
{
    return Marker(layout, kinds).run();
}

} // namespace synoptic::ingest
