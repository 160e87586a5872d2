// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "base/result.h"

/// Words and patterns in the texts of a folder.
///
/// In: articles and what is looked for. Out: where it stands, article by article. Nothing is indexed: the texts are in
/// memory, and reading ten thousand of them takes less time than a person notices.
namespace synoptic::search {

enum class Mode : std::uint8_t
{
    Phrase,  ///< the words as they stand, whatever the white space between them
    Words,   ///< articles that hold all of the words, in any order
    Pattern, ///< RE2 syntax
};

struct Query
{
    std::string text;
    Mode mode = Mode::Phrase;
    bool matchCase = false;
    bool wholeWords = false;            ///< not looked at for patterns
    std::vector<std::uint8_t> articles; ///< one for each article, 0: not searched; empty: all are
    std::optional<DayRange> published;  ///< articles published within; undated ones are left out

    friend bool operator==(const Query&, const Query&) = default;
};

struct Hit
{
    ArticleId article{};
    TextSpan span;

    friend auto operator<=>(const Hit&, const Hit&) = default;
};

struct Found
{
    std::vector<Hit> hits;    ///< by article, then place; disjoint
    std::size_t articles = 0; ///< that hold a hit
    bool isCut = false;       ///< there are more than Limits allow
};

struct Limits
{
    std::size_t hits = 10'000;
    std::size_t hitsOfOneArticle = 500;
};

/// Looks for @p query in all of @p articles.
///
/// Errors: InvalidArgument for a pattern that is none or needs too much memory; the detail says why, in English.
/// Cancelled when @p stop is requested. An empty text finds nothing.
/// Cost: linear in the texts, whatever the pattern (RE2; at most 8 MB for its automata). Thread-safe.
/// Source: https://github.com/google/re2/wiki/Syntax.
Result<Found> find(std::span<const std::shared_ptr<const analysis::ArticleAnalysis>> articles, const Query& query,
                   const Limits& limits = {}, const std::stop_token& stop = {});

/// The same in one text.
Result<std::vector<TextSpan>> findIn(std::string_view text, const Query& query, std::size_t most = 10'000);

} // namespace synoptic::search
