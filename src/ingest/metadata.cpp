// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metadata.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "corpus/source.h"
#include "ingest/line_kinds.h"
#include "ingest/metadata_value.h"
#include "ingest/written_date.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t bylineReach = 12;  ///< lines around the title and over the prose
constexpr std::size_t longestName = 80;  ///< bytes
constexpr std::size_t furthestName = 60; ///< bytes before "by" in an element that holds a name

/// Words that stand in the names of outlets and not of people.
bool namesAnOutlet(std::string_view name)
{
    constexpr std::array<std::string_view, 43> words = {
        "mail",      "mirror",   "ledger",   "courier",   "examiner",   "inquirer", "globe",    "standard",
        "echo",      "news",     "press",    "times",     "daily",      "post",     "journal",  "agency",
        "media",     "staff",    "desk",     "bureau",    "network",    "herald",   "tribune",  "gazette",
        "weekly",    "review",   "radio",    "tv",        "television", "reuters",  "magazine", "today",
        "chronicle", "observer", "guardian", "telegraph", "associated", "wire",     "wires",    "agencies",
        "editorial", "report",   "online"};
    const std::vector<std::string> folded = foldedWords(name);
    const bool saysSo = std::ranges::any_of(
        folded, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
    return saysSo || folded.size() == 1;
}

/// One to five words, each with a capital or a particle: what a name looks like.
bool looksLikeName(std::string_view name)
{
    if (name.empty() || name.size() > longestName)
        return false;
    const std::size_t words = foldedWords(name).size();
    const bool hasDigit = std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
    const char first = name.front();
    const bool isCapital = (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
    return words >= 1 && words <= 5 && !hasDigit && isCapital && name.find_first_of("!?;:@") == std::string_view::npos;
}

/// The words between signs that separate a name from what stands beside it: "Jane Doe | Harbor Daily, May 4".
std::vector<std::string_view> partsOfByline(std::string_view line)
{
    constexpr std::size_t most = 4;
    std::vector<std::string_view> parts;
    while (parts.size() < most && !line.empty()) {
        std::size_t end = line.size();
        std::size_t next = line.size();
        for (const std::string_view stop :
             {"|",        ",",          " - ",        " \u2013 ",   " \u2014 ",     "\u00B7",
              "\u2022",   " on ",       " for ",      " of ",       " in ",         " at ",
              "(",        "\t",         " / ",        ". Reviewed", " Reviewed by", " reviewed by",
              ". Edited", " Edited by", " edited by", " Updated",   " Published"}) {
            if (const std::size_t at = line.find(stop); at < end) {
                end = at;
                next = at + stop.size();
            }
        }
        parts.push_back(trimmed(line.substr(0, end)));
        line.remove_prefix(next);
    }
    return parts;
}

/// What stands behind "by", or behind nothing where "By" touches the name ("ByJane Doe", from two elements in a row).
std::string_view behindBy(std::string_view line)
{
    constexpr std::array<std::string_view, 24> openings = {
        "by ",       "By ",       "BY ",         "by: ",         "By: ",       "BY: ",
        "by\u00A0",  "By\u00A0",  "Written by ", "Written By ",  "Posted by ", "Posted By ",
        "Story by ", "Words by ", "Article by ", "Reported by ", "Report by ", "Text by ",
        "Von ",      "VON ",      "Par ",        "Por ",         "Text: ",     "Ein Artikel von "};
    for (const std::string_view opening : openings)
        if (line.starts_with(opening))
            return trimmed(line.substr(opening.size()));
    const bool touches = line.size() > 3 && line.starts_with("By") && line[2] >= 'A' && line[2] <= 'Z' &&
                         line.find(' ') != std::string_view::npos;
    return touches ? line.substr(2) : std::string_view{};
}

/// The first of the names after "by": "by Jane Doe and John Roe | Harbor Daily, May 4" gives "Jane Doe and John Roe".
std::string_view nameAfterBy(std::string_view line)
{
    std::string_view behind = behindBy(line);
    if (const auto dates = writtenDates(behind); !dates.empty()) // "By Jane Doe May 4, 2021"
        behind = behind.substr(0, dates.front().span.begin);
    return trimmed(behind).empty() ? std::string_view{} : partsOfByline(behind).front();
}

/// Somebody who is named by a post alone: "our reporter", "a staff writer", "Special Correspondent".
bool namesAPost(std::string_view name)
{
    constexpr std::array<std::string_view, 9> posts = {
        "reporter", "reporters", "correspondent", "correspondents", "writer", "writers", "staff", "editor", "desk"};
    const std::vector<std::string> folded = foldedWords(name);
    return !folded.empty() && std::ranges::find(posts, folded.back()) != posts.end();
}

/// The outlet that a byline names beside its writer: "By our reporter, Island Mail", "by Jane Doe of the Harbor Daily".
/// Beside a post any name is one, beside a person only what speaks of an outlet.
std::string_view outletInByline(std::string_view line)
{
    const std::string_view behind = behindBy(line);
    if (behind.empty())
        return {};
    const auto parts = partsOfByline(behind);
    const bool post = namesAPost(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        std::string_view part = parts[i];
        if (part.starts_with("the "))
            part.remove_prefix(4);
        if (!looksLikeName(part) || namesAPost(part) || (i > 1 && !namesAnOutlet(part)))
            continue;
        if (post || (namesAnOutlet(part) && foldedWords(part).size() > 1))
            return part;
    }
    return {};
}

/// Nothing but "Authors": names stand in the lines below.
bool announcesNames(std::string_view line)
{
    const std::string key = foldedKey(line);
    return key == "authors" || key == "author s" || key == "contributors";
}

/// Nothing but "Written by": the name stands in the line below.
bool announcesName(std::string_view line)
{
    constexpr std::array<std::string_view, 9> openings = {"by",       "written by", "article by", "story by", "text by",
                                                          "words by", "posted by",  "author",     "von"};
    return line.size() < 16 && std::ranges::find(openings, foldedKey(line)) != openings.end();
}

/// "GENEVA (Reuters) -", "(AP) —": the agency of a dateline at the beginning of @p line.
std::string_view agencyOf(std::string_view line)
{
    constexpr std::size_t reach = 80;
    const std::string_view head = line.substr(0, reach);
    const std::size_t open = head.find('(');
    const std::size_t close = head.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open + 3 || close > open + 25)
        return {};
    const std::string_view rest = trimmed(line.substr(close + 1));
    const bool hasDash = rest.starts_with("-") || rest.starts_with("\u2013") || rest.starts_with("\u2014");
    const std::string_view name = head.substr(open + 1, close - open - 1);
    return hasDash && looksLikeName(name) ? name : std::string_view{};
}

/// A name alone, of two to four words, that is no outlet's.
bool isNameOfPerson(std::string_view line)
{
    constexpr std::size_t longestParticle = 3; // "de", "van"
    const std::size_t words = foldedWords(line).size();
    for (std::size_t at = line.find(' '); at < line.size(); at = line.find(' ', at + 1)) {
        const std::string_view word = line.substr(at + 1, line.find(' ', at + 1) - at - 1);
        if (!word.empty() && word.front() >= 'a' && word.front() <= 'z' && word.size() > longestParticle)
            return false;
    }
    return looksLikeName(line) && words >= 2 && words <= 4 && !namesAnOutlet(line);
}

/// The names in the lines under line @p index, one a line: "Jane Doe, John Roe".
std::string namesBelow(const Layout& layout, std::size_t index)
{
    constexpr std::size_t most = 12;
    std::string names;
    for (std::size_t i = index + 1; i < std::min(layout.lines.size(), index + 1 + most); ++i) {
        if (!isNameOfPerson(layout.lineText(i)))
            break;
        names += names.empty() ? "" : ", ";
        names += layout.lineText(i);
    }
    return names;
}

void takeByline(const Layout& layout, std::size_t index, Attribution& found)
{
    const std::string_view line = layout.lineText(index);
    const auto take = [](std::string& field, std::string_view name) {
        if (field.empty())
            field = name;
    };
    const std::string_view name = nameAfterBy(line);
    const std::string_view outlet = outletInByline(line);
    if (looksLikeName(outlet))
        take(found.source, outlet);
    if (looksLikeName(name) && !namesAPost(name))
        take(namesAnOutlet(name) ? found.source : found.author, name);
    if (index > 0 && announcesName(layout.lineText(index - 1)) && isNameOfPerson(line))
        take(found.author, line);
    if (announcesNames(line) && found.author.empty())
        found.author = namesBelow(layout, index);
}

void takeBylines(const Layout& layout, Attribution& found)
{
    const std::size_t prose = std::min(layout.firstProse, layout.lines.size());
    if (layout.title) {
        // A summary that is prose may stand between the title and the byline.
        const std::size_t end = std::min(layout.lines.size(), *layout.title + bylineReach);
        for (std::size_t i = *layout.title; i < end; ++i)
            if (!isProse(layout.lines[i]))
                takeByline(layout, i, found);
    }
    for (std::size_t i = prose > bylineReach ? prose - bylineReach : 0; i < prose; ++i)
        takeByline(layout, i, found);
    if (prose < layout.lines.size())
        if (const std::string_view agency = agencyOf(layout.lineText(prose)); !agency.empty() && found.source.empty())
            found.source = agency;
    for (std::size_t i = layout.endProse; i < std::min(layout.lines.size(), layout.endProse + bylineReach); ++i) {
        const std::string_view line = layout.lineText(i);
        if (i > 0 && announcesName(layout.lineText(i - 1)))
            takeByline(layout, i, found);
        if (!line.starts_with("Source: "))
            continue;
        const std::string_view name = trimmed(line.substr(8));
        if (found.source.empty() && looksLikeName(name))
            found.source = name;
    }
}

/// What machines put where a name should stand.
bool isPlaceholder(std::string_view name)
{
    constexpr std::array<std::string_view, 12> words = {"undefined", "null",      "none",   "unknown",
                                                        "no author", "admin",     "staff",  "guest",
                                                        "author",    "webmaster", "editor", "n a"};
    const std::string key = foldedKey(name);
    const bool isPath = name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos;
    const bool isList = name.find(": ") != std::string_view::npos; // "content: Jane Doe, design: Harbor Studio"
    return key.empty() || isPath || isList || name.front() == ',' || std::ranges::find(words, key) != words.end();
}

/// A name as it stands in an element beside other words: "Posted on May 4 by Jane Doe", "Von Jane Doe", "Jane Doe |
/// Staff". @p leastWords: a nickname is enough where a link says that it is the author's.
std::string nameInElement(std::string_view text, std::size_t leastWords)
{
    text = trimmed(text);
    if (behindBy(text).empty()) {
        for (const std::string_view opening : {" by ", " By ", " von "})
            if (const std::size_t at = text.find(opening); at < furthestName)
                text.remove_prefix(at + 1);
    } else {
        leastWords = 1; // what stands behind "By" is a name, be it one of a single word
    }
    for (const std::string_view opening : {"Author: ", "Autor: ", "Authors: ", "Interview: ", "von ", "par "})
        if (text.starts_with(opening))
            text.remove_prefix(opening.size());
    if (const std::string_view name = nameAfterBy(text); !name.empty())
        text = name;
    for (const std::string_view stop : {" | ", " \u2022 ", " \u00B7 ", " / ", ", "})
        text = text.substr(0, text.find(stop));
    text = trimmed(text);
    const bool named = looksLikeName(text) && foldedWords(text).size() >= leastWords && !announcesName(text);
    return named && !isPlaceholder(text) ? std::string(text) : std::string();
}

/// The first name in elements that are called the author's.
std::string authorOfElements(std::span<const MetadataField> metadata)
{
    for (const std::string_view key : {"itemprop:author", "rel:author", "class:author"})
        for (const MetadataField& field : metadata)
            if (field.key == key)
                if (std::string name = nameInElement(field.value, key == "rel:author" ? 1 : 2); !name.empty())
                    return name;
    return {};
}

/// "Doe, Jane" as libraries write it, the other way round.
std::string inReadingOrder(std::string_view name)
{
    const std::size_t comma = name.find(", ");
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos)
        return std::string(name);
    return std::string(trimmed(name.substr(comma + 1))) + ' ' + std::string(name.substr(0, comma));
}

/// All whom the surest of the keys that may name several names: "Jane Doe, John Roe".
std::string authorsOf(std::span<const MetadataField> metadata)
{
    constexpr std::string_view ofLibraries = "meta:citation_author";
    for (const std::string_view key :
         {std::string_view("json:author"), std::string_view("json-ld:author"), ofLibraries}) {
        std::string all;
        std::vector<std::string> known;
        for (const MetadataField& field : metadata) {
            const std::string written = key == ofLibraries ? inReadingOrder(trimmed(field.value)) : field.value;
            const std::string_view name = trimmed(written);
            if (field.key != key || name.empty() || name.starts_with("http") || isPlaceholder(name))
                continue;
            std::string folded = foldedKey(name);
            if (std::ranges::find(known, folded) != known.end())
                continue;
            known.push_back(std::move(folded));
            all += all.empty() ? "" : ", ";
            all += name;
        }
        if (!all.empty())
            return all;
    }
    return {};
}

/// The name that a page gives to be shown with a link to it: a label, "Written by", and what it labels.
/// Source: Twitter Cards, as publishing systems fill them.
std::string authorOfCard(std::span<const MetadataField> metadata)
{
    constexpr std::array<std::string_view, 10> labels = {
        "written by", "verfasst von",    "geschrieben von", "écrit par", "escrito por",
        "scritto da", "geschreven door", "author",          "autor",     "by"};
    struct Place
    {
        std::string_view label;
        std::string_view name;
    };
    for (const auto& place :
         {Place{"meta:twitter:label1", "meta:twitter:data1"}, Place{"meta:twitter:label2", "meta:twitter:data2"}}) {
        std::string name = metadataValue(metadata, {place.name});
        if (std::ranges::find(labels, foldedKey(metadataValue(metadata, {place.label}))) != labels.end() &&
            !isPlaceholder(name))
            return name;
    }
    return {};
}

} // namespace

std::string metadataValue(std::span<const MetadataField> metadata, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        for (const MetadataField& field : metadata)
            if (field.key.size() == key.size() && lowered(field.key) == key)
                if (const std::string_view value = trimmed(field.value); !value.empty())
                    return std::string(value);
    return {};
}

Attribution findAttribution(const Layout& layout, std::span<const MetadataField> metadata, std::string_view url)
{
    Attribution found;
    found.source = metadataValue(metadata, {"front-matter:source", "json:source", "json-ld:publisher.name",
                                            "json-ld:publisher", "meta:og:site_name", "meta:application-name",
                                            "meta:dc.publisher", "meta:publisher", "document:publisher"});
    found.author =
        metadataValue(metadata, {"front-matter:author", "json:author", "json-ld:author.name", "json-ld:author",
                                 "meta:author", "meta:article:author", "meta:parsely-author", "meta:sailthru.author",
                                 "meta:dc.creator", "meta:byl"});
    if (std::string all = authorsOf(metadata); !all.empty())
        found.author = std::move(all);
    if (found.author.starts_with("http") || isPlaceholder(found.author)) // a profile's address is nobody's name
        found.author.clear();
    if (const std::string_view name = nameAfterBy(found.author); !name.empty())
        found.author = std::string(name);
    if (found.source.starts_with("http"))
        found.source.clear();
    if (const std::string sender = metadataValue(metadata, {"mail:from"}); looksLikeName(sender)) {
        std::string& field = namesAnOutlet(sender) ? found.source : found.author;
        if (field.empty())
            field = sender;
    }
    const std::string ofCard = authorOfCard(metadata);
    if (found.author.empty())
        found.author = ofCard;
    if (found.author.empty())
        found.author = authorOfElements(metadata);
    takeBylines(layout, found);
    // An outlet that signs for its staff is no author; a person may publish under his own name.
    if (!found.author.empty() && found.author != ofCard &&
        corpus::sourceKey(found.author) == corpus::sourceKey(found.source) &&
        (namesAnOutlet(found.author) || !looksLikeName(found.author)))
        found.author.clear();
    if (found.author.empty())
        if (std::string writer = metadataValue(metadata, {"document:author"}); looksLikeName(writer))
            found.author = std::move(writer);
    if (found.source.empty())
        found.source = corpus::hostOf(url);
    return found;
}

std::string findUrl(std::span<const MetadataField> metadata)
{
    std::string url = metadataValue(metadata, {"front-matter:url", "json:url", "canonical", "meta:og:url",
                                               "json-ld:mainentityofpage", "json-ld:url", "location"});
    return corpus::hostOf(url).empty() ? std::string() : url;
}

} // namespace synoptic::ingest
