// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/participants.h"

#include <algorithm>
#include <array>

#include "base/is_one_of.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"

namespace synoptic::events {
namespace {

constexpr auto noNames = std::to_array<std::string_view>(
    {"monday",   "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",    "january", "february",
     "march",    "april",   "may",       "june",     "july",      "august",   "september", "october", "november",
     "december", "jan",     "feb",       "mar",      "apr",       "jun",      "jul",       "aug",     "sep",
     "sept",     "oct",     "nov",       "dec",      "i",         "i'm",      "i've",      "gmt",     "est",
     "edt",      "cet",     "utc",       "today",    "yesterday", "tomorrow", "photo",     "image",   "video",
     "read",     "related", "mr",        "mrs",      "ms",        "dr"});
constexpr auto titles = std::to_array<std::string_view>(
    {"president",   "minister",   "prime",   "foreign", "secretary", "chancellor", "mayor",    "governor", "senator",
     "general",     "judge",      "king",    "queen",   "prince",    "princess",   "pope",     "sir",      "lord",
     "chief",       "officer",    "captain", "colonel", "sergeant",  "professor",  "chairman", "director", "spokesman",
     "spokeswoman", "ambassador", "former",  "vice",    "deputy",    "leader"});
constexpr auto particles = std::to_array<std::string_view>(
    {"al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "le", "of", "van", "von", "y"});

} // namespace

std::vector<NameMention> findNames(std::string_view articleText, const SentenceWords& words)
{
    std::vector<NameMention> names;
    const std::size_t count = words.size();
    if (isTitleCase(words))
        return names;

    const auto canBegin = [&](std::size_t i) {
        const std::string& lower = words.lower[i];
        if (!words.tokens[i].capital || isOneOf(noNames, lower) || text::isStopWord(lower))
            return false;
        // The first word of a sentence has its capital for nothing, unless the name goes on.
        const bool opens =
            i == 0 || words.lower[i - 1] == "“" || words.lower[i - 1] == "\"" || words.lower[i - 1] == ":";
        if (!opens)
            return true;
        const bool nameGoesOn = i + 1 < count && words.tokens[i + 1].capital && !isOneOf(noNames, words.lower[i + 1]);
        return nameGoesOn || words.at(i, 1) == "'s" || words.at(i, 1) == "’s";
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (!canBegin(i))
            continue;
        std::size_t last = i;
        for (std::size_t next = i + 1; next < count; ++next) {
            const bool adjacent = words.tokens[next].span.begin <= words.tokens[next - 1].span.end + 3;
            if (!adjacent || words.tokens[next].kind != text::TokenKind::Word)
                break;
            if (words.tokens[next].capital && !isOneOf(noNames, words.lower[next])) {
                last = next;
                continue;
            }
            // Particles belong to the name if it goes on behind them.
            std::size_t behind = next;
            while (behind < count && behind < next + 3 && isOneOf(particles, words.lower[behind]))
                ++behind;
            if (behind == next || behind >= count || !words.tokens[behind].capital ||
                isOneOf(noNames, words.lower[behind]))
                break;
            next = behind;
            last = behind;
        }
        std::size_t first = i;
        while (first < last && isOneOf(titles, words.lower[first]))
            ++first;
        const bool onlyTitle = first == last && isOneOf(titles, words.lower[first]);
        if (!onlyTitle) {
            const TextSpan span{words.tokens[first].span.begin, words.tokens[last].span.end};
            names.push_back({std::string(textOf(articleText, span)), first, last});
        }
        i = last;
    }
    return names;
}

bool isTitleCase(const SentenceWords& words)
{
    std::size_t capitals = 0;
    std::size_t lowerCase = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words.tokens[i].kind == text::TokenKind::Word && !text::isStopWord(words.lower[i]))
            (words.tokens[i].capital ? capitals : lowerCase) += 1;
    }
    return capitals >= 3 && 4 * lowerCase < capitals;
}

std::string nameKey(std::string_view name)
{
    const std::size_t blank = name.find_last_of(" \n");
    std::string key = text::foldCase(blank == std::string_view::npos ? name : name.substr(blank + 1));
    std::erase(key, '.');
    return key;
}

} // namespace synoptic::events
