// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/document_clusters.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "events/sentence_words.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

constexpr double worthKeeping = 0.04; // cosine of all words below which two articles are not compared

/// What two articles are compared by.
struct Portraits
{
    std::vector<TermVector> words; ///< of the whole text
    std::vector<TermVector> names; ///< words with a capital inside a sentence: who and where
    std::vector<TermVector> leads; ///< of title and first sentences
};

Portraits portray(std::span<const ArticleView> articles, const std::stop_token& stop)
{
    constexpr std::size_t heaviest = 120; // terms of an article
    constexpr int leadSentences = 3;
    const DocumentFrequencies& frequencies = DocumentFrequencies::standard();
    Vocabulary vocabulary;
    Portraits portraits;
    std::vector<std::string> all;
    std::vector<std::string> names;
    std::vector<std::string> lead;
    for (const ArticleView& view : articles) {
        if (stop.stop_requested())
            return {};
        all = contentStems(view.article->title);
        lead = all;
        names.clear();
        int seen = 0;
        for (const text::Sentence& sentence : view.sentences) {
            if (sentence.boilerplate)
                continue;
            const events::SentenceWords words = events::wordsOf(view.article->text, sentence.span);
            const bool capitalsSayNothing = events::isTitleCase(words);
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (!isContent(words.tokens[i], words.lower[i]))
                    continue;
                all.push_back(text::stem(words.lower[i]));
                if (seen < leadSentences)
                    lead.push_back(all.back());
                if (i > 0 && words.tokens[i].capital && !capitalsSayNothing)
                    names.push_back(all.back());
            }
            ++seen;
        }
        portraits.words.push_back(termVector(all, vocabulary, frequencies, heaviest));
        portraits.names.push_back(termVector(names, vocabulary, frequencies, heaviest));
        portraits.leads.push_back(termVector(lead, vocabulary, frequencies, heaviest));
    }
    return portraits;
}

std::int32_t thousandths(double value)
{
    return static_cast<std::int32_t>(std::lround(1000.0 * value));
}

/// The mean of the three highest of @p values; 0 of none.
double nearest(std::vector<std::int32_t>& values)
{
    constexpr std::size_t most = 3;
    const std::size_t count = std::min(most, values.size());
    std::ranges::partial_sort(values, values.begin() + static_cast<std::ptrdiff_t>(count), std::greater<>());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += values[i];
    return count == 0 ? 0.0 : static_cast<double>(sum) / static_cast<double>(count);
}

/// Source: local scaling, Zelnik-Manor and Perona 2004.
void measureAgainstNeighbors(Stories& stories)
{
    const auto measure = [&](std::int32_t ArticleLikeness::*absolute, std::int32_t ArticleLikeness::*relative) {
        std::vector<double> own;
        std::vector<std::int32_t> values;
        for (const auto& row : stories.likeness) {
            values.clear();
            for (const auto& [other, likeness] : row)
                values.push_back(likeness.*absolute);
            own.push_back(nearest(values));
        }
        for (std::size_t a = 0; a < stories.likeness.size(); ++a) {
            for (auto& [b, likeness] : stories.likeness[a]) {
                const double both = std::sqrt(own[a] * own[b]);
                likeness.*relative = both > 0.0 ? thousandths(std::min(2.0, likeness.*absolute / both)) : 0;
            }
        }
    };
    measure(&ArticleLikeness::words, &ArticleLikeness::relativeWords);
    measure(&ArticleLikeness::names, &ArticleLikeness::relativeNames);
    measure(&ArticleLikeness::leads, &ArticleLikeness::relativeLeads);
}

} // namespace

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

ArticleLikeness Stories::between(std::uint32_t a, std::uint32_t b) const
{
    const auto& row = likeness[a];
    const auto found = std::ranges::lower_bound(row, b, {}, [](const auto& entry) { return entry.first; });
    return found == row.end() || found->first != b ? ArticleLikeness() : found->second;
}

Stories storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop)
{
    constexpr double sameStory = 0.12;
    constexpr double lookAlike = 0.6;
    const Portraits portraits = portray(articles, stop);
    Stories stories;
    if (stop.stop_requested())
        return stories;
    std::vector<SimilarPair> pairs = similarPairs(portraits.words, worthKeeping, stop);
    stories.likeness.resize(articles.size());
    for (SimilarPair& pair : pairs) {
        ArticleLikeness likeness;
        likeness.words = thousandths(static_cast<double>(pair.score) / SimilarPair::one);
        likeness.names = thousandths(cosine(portraits.names[pair.a], portraits.names[pair.b]));
        likeness.leads = thousandths(cosine(portraits.leads[pair.a], portraits.leads[pair.b]));
        stories.likeness[pair.a].emplace_back(pair.b, likeness);
        stories.likeness[pair.b].emplace_back(pair.a, likeness);
        pair.score = (likeness.words + likeness.names + likeness.leads) * (static_cast<int>(SimilarPair::one) / 3000);
    }
    for (auto& row : stories.likeness)
        std::ranges::sort(row, {}, [](const auto& entry) { return entry.first; });
    measureAgainstNeighbors(stories);
    stories.of = averageLink(articles.size(), pairs, sameStory, stop, lookAlike);
    return stories;
}

} // namespace synoptic::links
