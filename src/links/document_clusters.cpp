// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/document_clusters.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace synoptic::links {

std::vector<SimilarPair> similarPairs(std::span<const TermVector> vectors, double least, const std::stop_token& stop)
{
    // Postings of each term so far; a document meets only those before it.
    std::vector<std::vector<std::pair<std::uint32_t, float>>> postings;
    std::vector<SimilarPair> pairs;
    std::vector<double> sums(vectors.size(), 0.0);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t b = 0; b < vectors.size() && !stop.stop_requested(); ++b) {
        touched.clear();
        for (const TermVector::Entry& entry : vectors[b].entries) {
            if (entry.term >= postings.size())
                continue;
            for (const auto& [a, weight] : postings[entry.term]) {
                if (sums[a] == 0.0)
                    touched.push_back(a);
                sums[a] += static_cast<double>(weight) * static_cast<double>(entry.weight);
            }
        }
        std::ranges::sort(touched);
        for (const std::uint32_t a : touched) {
            if (sums[a] >= least)
                pairs.push_back({a, b, static_cast<std::int32_t>(std::lround(sums[a] * SimilarPair::one))});
            sums[a] = 0.0;
        }
        for (const TermVector::Entry& entry : vectors[b].entries) {
            if (entry.term >= postings.size())
                postings.resize(entry.term + 1);
            postings[entry.term].emplace_back(b, entry.weight);
        }
    }
    return pairs;
}

std::vector<std::uint32_t> storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop)
{
    constexpr double sameStory = 0.2;
    constexpr double worthKeeping = 0.04;
    constexpr std::size_t heaviest = 120; // terms of an article
    Vocabulary vocabulary;
    std::vector<TermVector> vectors;
    vectors.reserve(articles.size());
    for (const ArticleView& view : articles) {
        if (stop.stop_requested())
            return {};
        std::vector<std::string> stems = contentStems(view.article->title);
        for (const text::Sentence& sentence : view.sentences) {
            if (sentence.boilerplate)
                continue;
            std::vector<std::string> more = contentStems(textOf(view.article->text, sentence.span));
            stems.insert(stems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        vectors.push_back(termVector(stems, vocabulary, DocumentFrequencies::standard(), heaviest));
    }
    return averageLink(vectors.size(), similarPairs(vectors, worthKeeping, stop), sameStory, stop);
}

} // namespace synoptic::links
