// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/places.h"

#include <algorithm>

#include "base/digest.h"

namespace synoptic::edits {

std::optional<ArticleId> articleOf(const analysis::Analysis& analysis, std::string_view file)
{
    const auto known = std::ranges::lower_bound(
        analysis.articles, file, {}, [](const auto& article) -> std::string_view { return article->article.file; });
    if (known == analysis.articles.end() || (*known)->article.file != file)
        return std::nullopt;
    return idAt<ArticleId>(static_cast<std::size_t>(known - analysis.articles.begin()));
}

std::vector<SentenceRef> sentencesAt(const analysis::Analysis& analysis, const FoundPlace& place)
{
    std::vector<SentenceRef> result;
    if (!place.article || place.anchor.span.empty())
        return result;
    const auto& sentences = analysis[*place.article].sentences;
    auto sentence = std::ranges::upper_bound(sentences, place.anchor.span.begin, {},
                                             [](const text::Sentence& each) { return each.span.end; });
    for (; sentence != sentences.end() && sentence->span.overlaps(place.anchor.span); ++sentence)
        result.push_back({*place.article, static_cast<std::uint32_t>(sentence - sentences.begin())});
    return result;
}

FoundPlace AnchorFinder::find(const Anchor& anchor)
{
    FoundPlace place;
    place.article = articleOf(m_analysis, anchor.file);
    if (!place.article)
        return place;
    const std::string& text = m_analysis[*place.article].article.text;
    place.anchor = findAnchor(anchor, text);
    if (place.anchor.state == AnchorState::Exact && place.anchor.score == 1.0)
        return place;
    auto [hash, isNew] = m_hashes.try_emplace(indexOf(*place.article));
    if (isNew)
        hash->second = sha256Hex(text);
    place.anchor = findAnchor(anchor, text, hash->second);
    return place;
}

std::optional<SentenceRef> AnchorFinder::sentenceOf(const Anchor& anchor)
{
    const auto sentences = sentencesAt(m_analysis, find(anchor));
    return sentences.empty() ? std::nullopt : std::optional(sentences.front());
}

} // namespace synoptic::edits
