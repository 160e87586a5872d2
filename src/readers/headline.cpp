// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/headline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "readers/ascii.h"

namespace synoptic::readers {
namespace {

/// The letters and digits of @p text, small.
std::string foldedWords(std::string_view text)
{
    std::string folded;
    for (const char byte : text) {
        if (isAsciiLetter(byte) || isAsciiDigit(byte) || (static_cast<unsigned char>(byte) & 0x80U) != 0)
            folded += asciiLower(byte);
    }
    return folded;
}

/// The words of @p text in small letters, sorted.
std::vector<std::string> sortedWords(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char byte : text) {
        if (isAsciiLetter(byte) || isAsciiDigit(byte) || (static_cast<unsigned char>(byte) & 0x80U) != 0)
            words.back() += asciiLower(byte);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    std::ranges::sort(words);
    return words;
}

/// The longest part of a title between bars and dashes: the others name the site and its sections.
std::string_view longestPart(std::string_view title)
{
    std::string_view longest;
    while (!title.empty()) {
        std::size_t end = title.size();
        std::size_t next = title.size();
        for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: "})
            if (const std::size_t at = title.find(mark); at < end) {
                end = at;
                next = at + mark.size();
            }
        if (end > longest.size())
            longest = title.substr(0, end);
        title.remove_prefix(next);
    }
    return longest;
}

/// Another wording of a title: it has many of the words of the shorter one, and not too few of the longer.
bool isLike(std::string_view heading, std::string_view title)
{
    constexpr std::size_t fewestWords = 3;
    constexpr double ofShorter = 0.4;
    constexpr double ofLonger = 0.3;
    const std::vector<std::string> first = sortedWords(heading);
    const std::vector<std::string> second = sortedWords(longestPart(title));
    std::vector<std::string> common;
    std::ranges::set_intersection(first, second, std::back_inserter(common));
    const std::size_t shorter = std::min(first.size(), second.size());
    const std::size_t longer = std::max(first.size(), second.size());
    const auto shared = static_cast<double>(common.size());
    return shorter >= fewestWords && shared >= ofShorter * static_cast<double>(shorter) &&
           shared >= ofLonger * static_cast<double>(longer);
}

/// What a page says of itself, for its headline to be found.
class PageTitles
{
public:
    explicit PageTitles(const HtmlTree& tree)
    {
        for (const auto& field : tree.metadata) {
            if (field.key == "title" || field.key == "meta:og:title")
                m_titles.push_back(field.value);
            else if (field.key == "meta:og:site_name")
                m_site = foldedWords(field.value);
        }
        for (const std::string& title : m_titles)
            m_folded += foldedWords(title) + '\n';
    }

    /// The letters and digits of @p heading that stand in a title; 0 if it does not, or names the site.
    std::size_t held(std::string_view heading) const
    {
        constexpr std::size_t shortest = 8; // less is in many titles by chance
        const std::string words = foldedWords(heading);
        return words.size() >= shortest && words != m_site && m_folded.find(words) != std::string::npos ? words.size()
                                                                                                        : 0;
    }
    bool isReworded(std::string_view heading) const
    {
        return !isSite(heading) &&
               std::ranges::any_of(m_titles, [&](const std::string& title) { return isLike(heading, title); });
    }
    bool isSite(std::string_view heading) const { return foldedWords(heading) == m_site; }

private:
    std::vector<std::string> m_titles;
    std::string m_folded;
    std::string m_site;
};

} // namespace

std::optional<std::size_t> headline(const HtmlTree& tree)
{
    const PageTitles titles(tree);
    std::array<std::optional<std::size_t>, 2> longest; // of h1 and of h2
    std::optional<std::size_t> reworded;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
        const HtmlBlock& block = tree.blocks[i];
        if (block.headingLevel != 1 && block.headingLevel != 2)
            continue;
        auto& best = longest.at(static_cast<std::size_t>(block.headingLevel) - 1);
        const std::size_t held = titles.held(block.text);
        if (held > 0 && (!best || held > titles.held(tree.blocks[*best].text)))
            best = i;
        if (block.headingLevel == 2)
            continue;
        if (!reworded && titles.isReworded(block.text))
            reworded = i;
        if (!first || titles.isSite(tree.blocks[*first].text))
            first = i;
    }
    for (const auto& found : {longest[0], reworded, longest[1]})
        if (found)
            return found;
    return first;
}

} // namespace synoptic::readers
