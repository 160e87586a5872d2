// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include <re2/re2.h>

namespace synoptic::search {
namespace {

constexpr std::int64_t automatonBytes = 8 << 20;

/// White space as people see it: the special blanks of web pages and line breaks too.
constexpr std::string_view blanks = R"([\s\x{A0}\x{2007}\x{2009}\x{202F}]+)";

std::vector<std::string> wordsOf(std::string_view text)
{
    const RE2 word(R"([^\s\x{A0}\x{2007}\x{2009}\x{202F}]+)");
    std::vector<std::string> words;
    re2::StringPiece rest(text.data(), text.size());
    re2::StringPiece found;
    while (word.Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1)) {
        words.emplace_back(found.data(), found.size());
        rest.remove_prefix(static_cast<std::size_t>(found.data() - rest.data()) + found.size());
    }
    return words;
}

/// A word boundary is asked for only beside a letter or digit: "U.S." ends in neither.
std::string bounded(const std::string& pattern, std::string_view words, bool wholeWords)
{
    if (!wholeWords)
        return pattern;
    const auto isWord = [](char byte) {
        const auto own = static_cast<unsigned char>(byte);
        return (own >= '0' && own <= '9') || (own >= 'A' && own <= 'Z') || (own >= 'a' && own <= 'z') || own == '_';
    };
    return (isWord(words.front()) ? "\\b" : "") + pattern + (isWord(words.back()) ? "\\b" : "");
}

/// What a query is made of: one pattern, or one for each word.
class Matcher
{
public:
    static Result<Matcher> of(const Query& query)
    {
        Matcher matcher;
        const std::vector<std::string> words = wordsOf(query.text);
        if (words.empty())
            return matcher;
        if (query.mode == Mode::Pattern) {
            matcher.add(query.text, query.matchCase);
        } else if (query.mode == Mode::Words) {
            for (const std::string& word : words)
                matcher.add(bounded(RE2::QuoteMeta(word), word, query.wholeWords), query.matchCase);
        } else {
            std::string phrase;
            for (const std::string& word : words)
                phrase += (phrase.empty() ? std::string() : std::string(blanks)) + RE2::QuoteMeta(word);
            matcher.add(bounded(phrase, words.front() + words.back(), query.wholeWords), query.matchCase);
        }
        for (const auto& pattern : matcher.m_patterns) {
            if (!pattern->ok())
                return failure(ErrorCode::InvalidArgument, pattern->error());
        }
        return matcher;
    }

    bool empty() const { return m_patterns.empty(); }

    /// Places in @p text, sorted and disjoint; none unless every pattern is found.
    std::vector<TextSpan> find(std::string_view text, std::size_t most) const
    {
        std::vector<TextSpan> places;
        for (const auto& pattern : m_patterns) {
            const std::size_t before = places.size();
            const re2::StringPiece whole(text.data(), text.size());
            re2::StringPiece found;
            std::size_t at = 0;
            while (places.size() - before < most &&
                   pattern->Match(whole, at, whole.size(), RE2::UNANCHORED, &found, 1)) {
                const auto begin = static_cast<std::size_t>(found.data() - whole.data());
                if (!found.empty())
                    places.push_back(spanOf(begin, begin + found.size()));
                at = begin + std::max<std::size_t>(found.size(), 1); // a pattern may match nothing, which is no hit
                if (at > whole.size())
                    break;
            }
            if (places.size() == before)
                return {};
        }
        std::ranges::sort(places);
        std::vector<TextSpan> disjoint;
        for (const TextSpan place : places)
            if (disjoint.empty() || place.begin >= disjoint.back().end)
                disjoint.push_back(place);
        return disjoint;
    }

private:
    void add(const std::string& pattern, bool matchCase)
    {
        RE2::Options options;
        options.set_case_sensitive(matchCase);
        options.set_log_errors(false);
        options.set_max_mem(automatonBytes);
        m_patterns.push_back(std::make_unique<RE2>("(?m)" + pattern, options));
    }

    std::vector<std::unique_ptr<RE2>> m_patterns;
};

bool isSearched(const analysis::ArticleAnalysis& article, std::size_t position, const Query& query)
{
    if (!query.articles.empty() && (position >= query.articles.size() || query.articles[position] == 0))
        return false;
    if (!query.published)
        return true;
    const auto& own = article.article.published.range;
    return own && own->last >= query.published->first && own->first <= query.published->last;
}

} // namespace

Result<Found> find(std::span<const std::shared_ptr<const analysis::ArticleAnalysis>> articles, const Query& query,
                   const Limits& limits, const std::stop_token& stop)
{
    auto matcher = Matcher::of(query);
    if (!matcher)
        return tl::unexpected(matcher.error());
    Found found;
    if (matcher->empty())
        return found;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, "search");
        if (!isSearched(*articles[i], i, query))
            continue;
        std::vector<TextSpan> places = matcher->find(articles[i]->article.text, limits.hitsOfOneArticle);
        if (!places.empty())
            ++found.articles;
        found.isCut = found.isCut || places.size() >= limits.hitsOfOneArticle;
        for (const TextSpan place : places) {
            if (found.hits.size() == limits.hits) {
                found.isCut = true;
                return found;
            }
            found.hits.push_back({idAt<ArticleId>(i), place});
        }
    }
    return found;
}

Result<std::vector<TextSpan>> findIn(std::string_view text, const Query& query, std::size_t most)
{
    auto matcher = Matcher::of(query);
    if (!matcher)
        return tl::unexpected(matcher.error());
    return matcher->empty() ? std::vector<TextSpan>{} : matcher->find(text, most);
}

} // namespace synoptic::search
