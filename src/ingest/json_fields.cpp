// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_fields.h"

#include <string>
#include <unordered_map>

namespace synoptic::ingest {
namespace {

using Kind = JsonField::Kind;

struct Name
{
    std::string_view key;
    Kind kind;
};

/// The surest names first, within one kind. Source: the output of trafilatura, newspaper3k, newspaper4k,
/// Readability.js, news-please (Common Crawl news), goose3, extruct (schema.org), GDELT, NewsAPI and Feedbin.
constexpr Name names[] = {{"maintext", Kind::Text},
                          {"articlebody", Kind::Text},
                          {"articletext", Kind::Text},
                          {"cleanedtext", Kind::Text},
                          {"fulltext", Kind::Text},
                          {"text", Kind::Text},
                          {"textcontent", Kind::Text},
                          {"plaintext", Kind::Text},
                          {"rawtext", Kind::Text},
                          {"bodytext", Kind::Text},
                          {"body", Kind::Text},
                          {"content", Kind::Text},
                          {"contenttext", Kind::Text},
                          {"story", Kind::Text},
                          {"contenthtml", Kind::Text},
                          {"articlehtml", Kind::Text},
                          {"html", Kind::Text},
                          {"headline", Kind::Title},
                          {"title", Kind::Title},
                          {"titlepage", Kind::Title},
                          {"ogtitle", Kind::Title},
                          {"name", Kind::Title},
                          {"author", Kind::Author},
                          {"authors", Kind::Author},
                          {"byline", Kind::Author},
                          {"creator", Kind::Author},
                          {"sitename", Kind::Source},
                          {"publisher", Kind::Source},
                          {"publication", Kind::Source},
                          {"outlet", Kind::Source},
                          {"source", Kind::Source},
                          {"sourcename", Kind::Source},
                          {"sourcehostname", Kind::Source},
                          {"sourcedomain", Kind::Source},
                          {"hostname", Kind::Source},
                          {"domain", Kind::Source},
                          {"datepublished", Kind::Published},
                          {"datepublish", Kind::Published},
                          {"publishdate", Kind::Published},
                          {"publisheddate", Kind::Published},
                          {"publicationdate", Kind::Published},
                          {"publishedat", Kind::Published},
                          {"publishedtime", Kind::Published},
                          {"publishtime", Kind::Published},
                          {"published", Kind::Published},
                          {"pubdate", Kind::Published},
                          {"firstpublished", Kind::Published},
                          {"date", Kind::Published},
                          {"datemodify", Kind::Updated},
                          {"datemodified", Kind::Updated},
                          {"modified", Kind::Updated},
                          {"modifiedtime", Kind::Updated},
                          {"updated", Kind::Updated},
                          {"updatedat", Kind::Updated},
                          {"datedownload", Kind::Saved},
                          {"downloaddate", Kind::Saved},
                          {"filedate", Kind::Saved},
                          {"crawldate", Kind::Saved},
                          {"crawledat", Kind::Saved},
                          {"scrapedat", Kind::Saved},
                          {"fetchedat", Kind::Saved},
                          {"retrieved", Kind::Saved},
                          {"url", Kind::Url},
                          {"link", Kind::Url},
                          {"canonicallink", Kind::Url},
                          {"canonicalurl", Kind::Url},
                          {"sourceurl", Kind::Url},
                          {"finalurl", Kind::Url},
                          {"mainentityofpage", Kind::Url},
                          {"language", Kind::Language},
                          {"lang", Kind::Language},
                          {"metalang", Kind::Language},
                          {"inlanguage", Kind::Language}};

} // namespace

std::optional<JsonField> jsonFieldOf(std::string_view key)
{
    static const auto fields = [] {
        std::unordered_map<std::string_view, JsonField> byKey;
        for (unsigned rank = 0; rank < std::size(names); ++rank)
            byKey[names[rank].key] = {names[rank].kind, rank};
        return byKey;
    }();
    constexpr std::size_t longestKey = 40;
    if (key.size() > longestKey)
        return std::nullopt;
    std::string folded;
    for (const char c : key) {
        if (c != '_' && c != '-' && c != ' ')
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto found = fields.find(folded);
    return found != fields.end() ? std::optional(found->second) : std::nullopt;
}

} // namespace synoptic::ingest
