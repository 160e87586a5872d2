// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/article_opening.h"

#include <algorithm>

namespace synoptic::analysis {
namespace {

Opening openingOf(const ArticleAnalysis& article)
{
    constexpr int leadSentences = 2;
    Opening opening{std::vector<bool>(article.sentences.size(), false),
                    std::vector<bool>(article.sentences.size(), false)};
    int seen = 0;
    bool titleSeen = false;
    for (std::size_t s = 0; s < article.sentences.size(); ++s) {
        const text::Sentence& sentence = article.sentences[s];
        if (sentence.boilerplate)
            continue;
        const auto heading =
            std::ranges::lower_bound(article.article.headings, sentence.span.begin + 1, {}, &TextSpan::end);
        const bool listed = heading != article.article.headings.end() && heading->overlaps(sentence.span);
        const bool isTitle = !titleSeen && seen == 0 && article.textOf(sentence.span) == article.article.title;
        if (isTitle || (listed && seen == 0)) {
            opening.heading[s] = true;
            titleSeen = true;
            continue;
        }
        if (listed)
            continue;
        if (seen < leadSentences)
            opening.lead[s] = true;
        ++seen;
    }
    return opening;
}

} // namespace

std::vector<Opening> openingsOf(std::span<const std::shared_ptr<const ArticleAnalysis>> articles)
{
    std::vector<Opening> openings;
    openings.reserve(articles.size());
    for (const auto& article : articles)
        openings.push_back(openingOf(*article));
    return openings;
}

} // namespace synoptic::analysis
