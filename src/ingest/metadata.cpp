// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metadata.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "corpus/source.h"
#include "ingest/line_kinds.h"
#include "ingest/metadata_value.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t bylineReach = 12; ///< lines around the title and over the prose
constexpr std::size_t longestName = 80; ///< bytes

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// Words that stand in the names of outlets and not of people.
bool namesAnOutlet(std::string_view name)
{
    constexpr std::array<std::string_view, 34> words = {
        "news",     "press",  "times",     "daily",     "post",     "journal",    "agency",
        "media",    "staff",  "desk",      "bureau",    "network",  "herald",     "tribune",
        "gazette",  "weekly", "review",    "radio",     "tv",       "television", "reuters",
        "magazine", "today",  "chronicle", "observer",  "guardian", "telegraph",  "associated",
        "wire",     "wires",  "agencies",  "editorial", "report",   "online"};
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

/// The first of the names after "by": "by Jane Doe and John Roe | Harbor Daily, May 4" gives "Jane Doe and John Roe".
std::string_view nameAfterBy(std::string_view line)
{
    for (const std::string_view opening : {"by ", "By ", "BY ", "by: ", "By: ", "BY: ", "by\u00A0", "By\u00A0"})
        if (line.starts_with(opening)) {
            line.remove_prefix(opening.size());
            std::size_t end = line.size();
            for (const std::string_view stop : {"|", ",", " - ", " \u2013 ", " \u2014 ", "\u00B7", "\u2022", " on ",
                                                " for ", " in ", "(", "\t", " / "})
                end = std::min(end, line.find(stop));
            return trimmed(line.substr(0, end));
        }
    return {};
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

void takeBylines(const Layout& layout, Attribution& found)
{
    const std::size_t prose = std::min(layout.firstProse, layout.lines.size());
    const std::size_t begin = prose > bylineReach ? prose - bylineReach : 0;
    const std::size_t end = std::min(prose + 1, layout.lines.size());
    for (std::size_t i = begin; i < end; ++i) {
        const std::string_view line = layout.lineText(i);
        const std::string_view name = i < prose ? nameAfterBy(line) : std::string_view{};
        if (looksLikeName(name)) {
            std::string& field = namesAnOutlet(name) ? found.source : found.author;
            if (field.empty())
                field = name;
        }
        if (const std::string_view agency = agencyOf(line); i == prose && !agency.empty() && found.source.empty())
            found.source = agency;
    }
    for (std::size_t i = layout.endProse; i < std::min(layout.lines.size(), layout.endProse + bylineReach); ++i) {
        const std::string_view line = layout.lineText(i);
        if (!line.starts_with("Source: "))
            continue;
        const std::string_view name = trimmed(line.substr(8));
        if (found.source.empty() && looksLikeName(name))
            found.source = name;
    }
}

/// The most frequent words of a language; enough to tell a page of one from a page of another.
constexpr std::pair<std::string_view, std::array<std::string_view, 10>> frequentWords[] = {
    {"en", {"the", "of", "and", "to", "in", "that", "is", "was", "for", "said"}},
    {"de", {"der", "die", "und", "das", "nicht", "mit", "ist", "den", "von", "auf"}},
    {"fr", {"le", "les", "des", "et", "une", "est", "dans", "pour", "que", "du"}},
    {"es", {"el", "los", "las", "y", "una", "por", "con", "que", "del", "se"}},
    {"it", {"il", "di", "che", "della", "per", "una", "sono", "gli", "con", "nel"}},
    {"pt", {"o", "os", "uma", "não", "que", "com", "para", "do", "da", "em"}},
    {"nl", {"het", "een", "van", "en", "niet", "dat", "voor", "met", "zijn", "op"}},
    {"ru", {"и", "в", "не", "на", "что", "с", "по", "как", "это", "из"}},
    {"uk", {"і", "у", "не", "на", "що", "з", "та", "до", "це", "який"}},
    {"pl", {"w", "i", "na", "nie", "się", "że", "do", "jest", "po", "przez"}},
    {"tr", {"ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "çok", "daha"}}};

/// For each frequent word, one bit a language.
const std::unordered_map<std::string_view, std::uint32_t>& languagesOfWords()
{
    static const auto languages = [] {
        std::unordered_map<std::string_view, std::uint32_t> bits;
        for (std::size_t language = 0; language < std::size(frequentWords); ++language)
            for (const std::string_view word : frequentWords[language].second)
                bits[word] |= 1U << language;
        return bits;
    }();
    return languages;
}

std::string votedLanguage(const Layout& layout)
{
    constexpr std::size_t enoughWords = 200;
    constexpr std::size_t enoughBytes = 2048;
    std::array<std::size_t, std::size(frequentWords)> votes{};
    std::size_t words = 0;
    for (std::size_t i = layout.firstProse < layout.lines.size() ? layout.firstProse : 0;
         i < layout.lines.size() && words < enoughWords; ++i) {
        const std::string key = foldedKey(layout.lineText(i).substr(0, enoughBytes));
        for (std::size_t begin = 0; begin < key.size(); ++words) {
            const std::size_t end = std::min(key.find(' ', begin), key.size());
            const auto found = languagesOfWords().find(std::string_view(key).substr(begin, end - begin));
            for (std::size_t language = 0; found != languagesOfWords().end() && language < votes.size(); ++language)
                votes[language] += (found->second >> language) & 1U;
            begin = end + 1;
        }
    }
    auto* const best = std::ranges::max_element(votes);
    const auto index = static_cast<std::size_t>(best - votes.begin());
    return *best * 20 >= words && *best >= 3 ? std::string(frequentWords[index].first) : "en";
}

bool isLanguageTag(std::string_view tag)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::size_t primary = std::min(tag.find('-'), tag.size());
    return tag.size() <= 12 && primary >= 2 && primary <= 3 && std::ranges::all_of(tag.substr(0, primary), isLetter) &&
           std::ranges::all_of(tag, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

/// What machines put where a name should stand.
bool isPlaceholder(std::string_view name)
{
    constexpr std::array<std::string_view, 12> words = {"undefined", "null",      "none",   "unknown",
                                                        "no author", "admin",     "staff",  "guest",
                                                        "author",    "webmaster", "editor", "n a"};
    const std::string key = foldedKey(name);
    const bool isPath = name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos;
    return key.empty() || isPath || name.front() == ',' || std::ranges::find(words, key) != words.end();
}

/// A name as it stands in an element beside other words: "By Jane Doe", "Von Jane Doe", "Jane Doe | Staff".
std::string nameInElement(std::string_view text)
{
    for (const std::string_view opening :
         {"Written by ", "Posted by ", "Author: ", "Von ", "von ", "Par ", "par ", "Por "})
        if (text.starts_with(opening))
            text.remove_prefix(opening.size());
    if (const std::string_view name = nameAfterBy(text); !name.empty())
        text = name;
    for (const std::string_view stop : {" | ", " \u2022 ", " \u00B7 ", " / ", ", "})
        text = text.substr(0, text.find(stop));
    text = trimmed(text);
    return looksLikeName(text) && foldedWords(text).size() >= 2 && !isPlaceholder(text) ? std::string(text)
                                                                                        : std::string();
}

/// The first name in elements that are called the author's.
std::string authorOfElements(std::span<const MetadataField> metadata)
{
    for (const std::string_view key : {"itemprop:author", "rel:author", "class:author"})
        for (const MetadataField& field : metadata)
            if (field.key == key)
                if (std::string name = nameInElement(field.value); !name.empty())
                    return name;
    return {};
}

/// All whom the surest of the keys that may name several names: "Jane Doe, John Roe".
std::string authorsOf(std::span<const MetadataField> metadata)
{
    for (const std::string_view key : {"json:author", "json-ld:author"}) {
        std::string all;
        std::vector<std::string> known;
        for (const MetadataField& field : metadata) {
            const std::string_view name = trimmed(field.value);
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
    if (found.author.empty())
        found.author = authorOfElements(metadata);
    takeBylines(layout, found);
    // An outlet that signs for its staff is no author.
    if (!found.author.empty() && corpus::sourceKey(found.author) == corpus::sourceKey(found.source))
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

std::string findLanguage(const Layout& layout, std::span<const MetadataField> metadata)
{
    std::string declared =
        metadataValue(metadata, {"json:language", "lang", "front-matter:lang", "json-ld:inlanguage", "meta:og:locale"});
    std::ranges::replace(declared, '_', '-');
    std::string tag = lowered(declared.substr(0, declared.find('-'))) +
                      (declared.find('-') != std::string::npos ? declared.substr(declared.find('-')) : "");
    return isLanguageTag(tag) ? tag : votedLanguage(layout);
}

} // namespace synoptic::ingest
