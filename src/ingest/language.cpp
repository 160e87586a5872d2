// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "ingest/line_kinds.h"
#include "ingest/metadata.h"
#include "ingest/metadata_value.h"

namespace synoptic::ingest {
namespace {

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

} // namespace

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
