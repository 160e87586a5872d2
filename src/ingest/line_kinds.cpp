// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_kinds.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ingest/furniture_phrases.h"
#include "ingest/text_lines.h"
#include "ingest/written_date.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t longestFurniture = 400; ///< bytes

bool holds(const Phrases& phrases, std::string_view key)
{
    return std::ranges::binary_search(phrases, key);
}

Phrases sorted(Phrases phrases)
{
    std::ranges::sort(phrases);
    return phrases;
}

/// @p key begins with the words of @p phrase.
bool opensWith(std::string_view key, std::string_view phrase)
{
    return key.front() == phrase.front() && key.starts_with(phrase) &&
           (key.size() == phrase.size() || key[phrase.size()] == ' ');
}

/// Only words of menus.
bool isMenu(std::string_view key)
{
    constexpr std::size_t mostMenuWords = 8;
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < key.size(); ++words) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        if (words == mostMenuWords || !holds(menuWords(), key.substr(begin, end - begin)))
            return false;
        begin = end + 1;
    }
    return words > 0;
}

/// How many words beside a date are neither of the vocabulary of date lines nor numbers; a small one that is not makes
/// it a phrase: "What happened on March 2, 2019".
std::size_t namesBesideDate(std::string_view rest)
{
    constexpr std::size_t isPhrase = 100;
    static const Phrases vocabulary =
        sorted({"am",   "pm",    "a",       "m",     "p",         "at",     "on",      "by",     "and",
                "the",  "in",    "of",      "to",    "published", "posted", "updated", "update", "modified",
                "last", "first", "created", "date",  "time",      "min",    "mins",    "minute", "minutes",
                "read", "hrs",   "hours",   "local", "edt",       "est",    "et",      "pst",    "pdt",
                "pt",   "cst",   "cdt",     "gmt",   "utc",       "bst",    "ist",     "cet",    "uhr"});
    std::size_t names = 0;
    for (std::size_t at = 0; at < rest.size();) {
        const auto isLetter = [&](std::size_t i) {
            const auto byte = static_cast<unsigned char>(rest[i]);
            return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        };
        const std::size_t begin = at;
        while (at < rest.size() && isLetter(at))
            ++at;
        if (at == begin) {
            ++at;
            continue;
        }
        const std::string_view word = rest.substr(begin, at - begin);
        if (holds(vocabulary, foldedKey(word)))
            continue;
        names += word.front() >= 'a' && word.front() <= 'z' ? isPhrase : 1;
    }
    return names;
}

/// Little beside the date: a weekday, a time, "Published", "Updated", a name or a city.
bool isDateLine(std::string_view line)
{
    constexpr std::size_t mostNames = 4;
    const auto dates = writtenDates(line);
    // "— Jane Doe (@jane) May 4, 2021" signs a quotation.
    if (dates.empty() || line.find('@') != std::string_view::npos || line.starts_with("\u2014"))
        return false;
    const bool namesDay = std::ranges::any_of(dates, [](const WrittenDate& date) { return date.year || date.weekday; });
    const bool isSpan = dates.size() == 2 && dates[0].calendarDay() < dates[1].calendarDay();
    std::size_t dateBytes = 0;
    std::string rest;
    std::size_t behind = 0;
    for (const WrittenDate& date : dates) {
        dateBytes += date.span.size();
        rest.append(line, behind, date.span.begin - behind).append(1, ' ');
        behind = date.span.end;
    }
    rest.append(line, behind);
    const std::size_t names = namesBesideDate(rest);
    if (isSpan && foldedKey(rest).empty()) // what an exhibition says of itself
        return false;
    return namesDay && names <= mostNames && dateBytes * 5 >= line.size();
}

/// What stands behind @p words folded words of @p line, marks included.
std::string_view behindWords(std::string_view line, std::string_view phrase)
{
    auto words = std::ranges::count(phrase, ' ') + 1;
    std::size_t at = 0;
    bool inWord = false;
    for (; at < line.size(); ++at) {
        const auto byte = static_cast<unsigned char>(line[at]);
        const bool isWord =
            byte >= 0x80
                ? line.substr(at, 2) != "\u00A0" && (at == 0 || line.substr(at - 1, 2) != "\u00A0")
                : (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') || byte == '\'';
        if (!isWord && inWord && --words == 0)
            break;
        inWord = isWord;
    }
    return line.substr(at);
}

/// "Read more: …", "Also Read<NO-BREAK SPACE> …": set off from what follows, as a label is.
bool isLabel(std::string_view line, std::string_view phrase)
{
    const std::string_view behind = behindWords(line, phrase);
    return behind.empty() || behind.starts_with(':') || behind.starts_with(" :") || behind.starts_with(" |") ||
           behind.starts_with("|") || behind.starts_with("\u00A0") || behind.starts_with(" \u00A0") ||
           behind.starts_with(" -") || behind.starts_with(" \u2013") || behind.starts_with(" \u2014") ||
           behind.starts_with(" \u00BB") || behind.starts_with(" >") || behind.starts_with("...") ||
           behind.starts_with("\u2026") || behind.starts_with(" \u00A9");
}

bool isWidgetBeginning(std::string_view line, std::string_view key)
{
    for (const std::string_view phrase : widgetBeginnings()) {
        if (!opensWith(key, phrase))
            continue;
        const bool isWeak = std::ranges::find(labelBeginnings(), phrase) != labelBeginnings().end();
        if (!isWeak || isLabel(line, phrase))
            return true;
    }
    constexpr std::size_t longestLink = 60;
    const bool isLink = opensWith(key, "click here") && line.size() <= longestLink && !line.ends_with('.');
    return isLink || line.starts_with("\u00A9");
}

bool isCredit(std::string_view line, std::string_view key, bool endsSentence)
{
    for (const std::string_view phrase : creditBeginnings())
        if (opensWith(key, phrase) &&
            (isLabel(line, phrase) || key.starts_with("photo by ") || key.starts_with("image copyright") ||
             key.starts_with("image caption ") || key.starts_with("media caption ")))
            return true;
    // "… at the summit. Getty Images", "(Photo by J. Doe/Agency)"
    constexpr std::array<std::string_view, 6> endings = {"getty images", "afp",      "reuters",
                                                         "shutterstock", "ap photo", "file photo"};
    const bool namesAgency = std::ranges::any_of(
        endings, [&](std::string_view ending) { return key.ends_with(ending) && key.size() > ending.size(); });
    const bool isParenthesis =
        line.starts_with('(') && line.ends_with(')') && (key.starts_with("photo") || key.starts_with("image"));
    const bool hasSlash = line.find('/') != std::string_view::npos;
    return isParenthesis || (!endsSentence && namesAgency && hasSlash);
}

bool endsLikeSentence(std::string_view line)
{
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("\u201D") ||
           line.ends_with('"');
}

/// "Home > News > The islands", "News   Sport   Weather": short names with signs or wide gaps between them.
bool isPath(std::string_view line)
{
    constexpr std::size_t mostWords = 4; // in the name of a section
    std::size_t signs = 0;
    std::size_t gaps = 0;
    std::size_t words = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = line.substr(at, end - at);
        const bool isSign = word == ">" || word == "\u00BB" || word == "\u203A" || word == "/";
        signs += isSign;
        gaps += word.empty();
        if (isSign || word.empty())
            words = 0;
        else if (++words > mostWords)
            return false;
        at = end + 1;
    }
    return (signs >= 1 || gaps >= 2) && words > 0 && !endsLikeSentence(line);
}

} // namespace

LineKind kindOfLine(std::string_view line)
{
    if (line.size() > longestFurniture)
        return LineKind::Other;
    const std::string key = foldedKey(line);
    if (key.empty())
        return LineKind::Symbols;
    if (holds(tailOpeners(), key))
        return LineKind::TailOpener;
    if (holds(widgets(), key))
        return LineKind::Widget;
    if (isMenu(key) || isPath(line))
        return LineKind::Navigation;
    constexpr std::size_t longestByline = 100;
    if (key.starts_with("by ") && line.size() <= longestByline && !endsLikeSentence(line))
        return LineKind::Byline;
    if (isDateLine(line))
        return LineKind::DateLine;
    if (isWidgetBeginning(line, key))
        return LineKind::Widget;
    return isCredit(line, key, endsLikeSentence(line)) ? LineKind::Credit : LineKind::Other;
}

bool isFurniture(std::string_view line)
{
    return kindOfLine(line) != LineKind::Other;
}

} // namespace synoptic::ingest
