// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/article_likeness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "events/sentence_words.h"
#include "links/document_clusters.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

constexpr double worthComparing = 0.04; // cosine of all words below which two articles are not compared
constexpr double ofOneKind = 0.06;      // mean cosine from which articles are reports of one kind

using Rows = std::vector<std::vector<std::pair<std::uint32_t, ArticleLikeness>>>;

/// The terms of an article in three choices: what two articles are compared by.
struct Portraits
{
    std::vector<TermVector> words;
    std::vector<TermVector> names;
    std::vector<TermVector> leads;
};

std::int16_t thousandths(double value)
{
    return static_cast<std::int16_t>(std::lround(1000.0 * value));
}

/// Compares the articles of one folder.
class Comparer
{
public:
    Comparer(std::span<const ArticleView> articles, const std::stop_token& stop) : m_articles(articles), m_stop(stop) {}

    ArticleLikenesses run()
    {
        portray();
        if (!m_stop.stop_requested())
            compareAtLarge();
        if (!m_stop.stop_requested())
            compareNear();
        if (!m_stop.stop_requested())
            measureAgainstNeighbors();
        return std::move(m_result);
    }

private:
    void portray()
    {
        constexpr std::size_t heaviest = 120; // terms of an article
        constexpr int leadSentences = 3;
        const DocumentFrequencies& frequencies = DocumentFrequencies::standard();
        std::vector<std::string> all;
        std::vector<std::string> names;
        std::vector<std::string> lead;
        for (const ArticleView& view : m_articles) {
            if (m_stop.stop_requested())
                return;
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
            m_portraits.words.push_back(termVector(all, m_vocabulary, frequencies, heaviest));
            m_portraits.names.push_back(termVector(names, m_vocabulary, frequencies, heaviest));
            m_portraits.leads.push_back(termVector(lead, m_vocabulary, frequencies, heaviest));
        }
        for (const std::string& stem : m_vocabulary.stems())
            m_rarity.push_back(frequencies.inverse(stem));
    }

    /// By how rare words are in news, and into kinds.
    void compareAtLarge()
    {
        std::vector<SimilarPair> pairs = similarPairs(m_portraits.words, worthComparing, m_stop);
        m_result.rows.resize(m_articles.size());
        for (SimilarPair& pair : pairs) {
            ArticleLikeness likeness;
            likeness[LikenessFeature::Words] = thousandths(static_cast<double>(pair.score) / SimilarPair::one);
            likeness[LikenessFeature::Names] =
                thousandths(cosine(m_portraits.names[pair.a], m_portraits.names[pair.b]));
            likeness[LikenessFeature::Leads] =
                thousandths(cosine(m_portraits.leads[pair.a], m_portraits.leads[pair.b]));
            pair.score = (likeness[LikenessFeature::Words] + likeness[LikenessFeature::Names] +
                          likeness[LikenessFeature::Leads]) *
                         (static_cast<int>(SimilarPair::one) / 3000);
            m_result.rows[pair.a].emplace_back(pair.b, likeness);
        }
        m_kind = averageLink(m_articles.size(), pairs, {ofOneKind, ofOneKind}, m_stop);
    }

    /// By how rare words are among articles of one kind.
    void compareNear()
    {
        std::vector<std::uint32_t> members(m_articles.size(), 0);                              // by kind
        std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> uses(m_articles.size()); // kind → term → articles
        for (std::uint32_t a = 0; a < m_articles.size(); ++a) {
            ++members[m_kind[a]];
            for (const TermVector::Entry& entry : m_portraits.words[a].entries)
                ++uses[m_kind[a]][entry.term];
        }
        const auto near = [&](std::uint32_t a, const TermVector& vector) {
            TermVector result;
            for (const TermVector::Entry& entry : vector.entries) {
                const auto found = uses[m_kind[a]].find(entry.term);
                if (found == uses[m_kind[a]].end() || found->second < 2)
                    continue; // says nothing about two
                const double weight = std::log((members[m_kind[a]] + 1.0) / (found->second + 0.5));
                if (weight > 0.0)
                    result.entries.push_back(
                        {entry.term, static_cast<float>(static_cast<double>(entry.weight) * weight /
                                                        std::sqrt(m_rarity[entry.term]))});
            }
            scaleToOne(result);
            return result;
        };
        Portraits portraits;
        for (std::uint32_t a = 0; a < m_articles.size(); ++a) {
            portraits.words.push_back(near(a, m_portraits.words[a]));
            portraits.names.push_back(near(a, m_portraits.names[a]));
            portraits.leads.push_back(near(a, m_portraits.leads[a]));
        }
        const auto isTelling = [&](std::uint32_t a, std::uint32_t term) {
            const auto found = uses[m_kind[a]].find(term);
            return found == uses[m_kind[a]].end() || 2 * found->second <= members[m_kind[a]] + 1;
        };
        for (std::uint32_t a = 0; a < m_articles.size() && !m_stop.stop_requested(); ++a) {
            for (auto& [b, likeness] : m_result.rows[a]) {
                likeness[LikenessFeature::SharedNames] = sharedNames(a, b, isTelling);
                if (m_kind[a] != m_kind[b])
                    continue;
                likeness[LikenessFeature::OneKind] = 1;
                likeness[LikenessFeature::NearWords] = thousandths(cosine(portraits.words[a], portraits.words[b]));
                likeness[LikenessFeature::NearNames] = thousandths(cosine(portraits.names[a], portraits.names[b]));
                likeness[LikenessFeature::NearLeads] = thousandths(cosine(portraits.leads[a], portraits.leads[b]));
            }
        }
    }

    template <class Predicate>
    std::int16_t sharedNames(std::uint32_t a, std::uint32_t b, const Predicate& isTelling) const
    {
        constexpr std::int16_t most = 20;
        std::int16_t shared = 0;
        auto right = m_portraits.names[b].entries.begin();
        const auto end = m_portraits.names[b].entries.end();
        for (const TermVector::Entry& left : m_portraits.names[a].entries) {
            while (right != end && right->term < left.term)
                ++right;
            if (right == end || shared == most)
                break;
            if (right->term == left.term && isTelling(a, left.term))
                ++shared;
        }
        return shared;
    }

    /// Source: local scaling, Zelnik-Manor and Perona 2004.
    void measureAgainstNeighbors()
    {
        constexpr auto first = static_cast<std::size_t>(LikenessFeature::RelativeWords);
        constexpr std::size_t most = 3; // nearest neighbors
        std::vector<std::array<std::array<std::int16_t, most>, first>> nearest(m_articles.size());
        const auto offer = [&](std::uint32_t article, const ArticleLikeness& likeness) {
            for (std::size_t f = 0; f < first; ++f) {
                std::int16_t value = likeness.values[f];
                for (std::int16_t& known : nearest[article][f]) {
                    if (value > known)
                        std::swap(value, known);
                }
            }
        };
        std::vector<std::size_t> neighbors(m_articles.size(), 0);
        for (std::uint32_t a = 0; a < m_articles.size(); ++a) {
            for (const auto& [b, likeness] : m_result.rows[a]) {
                offer(a, likeness);
                offer(b, likeness);
                ++neighbors[a];
                ++neighbors[b];
            }
        }
        const auto meanOf = [&](std::uint32_t article, std::size_t f) {
            const auto& values = nearest[article][f];
            return static_cast<double>(values[0] + values[1] + values[2]) /
                   static_cast<double>(std::clamp<std::size_t>(neighbors[article], 1, most));
        };
        for (std::uint32_t a = 0; a < m_articles.size() && !m_stop.stop_requested(); ++a) {
            for (auto& [b, likeness] : m_result.rows[a]) {
                for (std::size_t f = 0; f < first; ++f) {
                    const double both = std::sqrt(meanOf(a, f) * meanOf(b, f));
                    likeness.values[first + f] =
                        both > 0.0 ? thousandths(std::min(2.0, likeness.values[f] / both)) : std::int16_t{0};
                }
            }
        }
    }

    std::span<const ArticleView> m_articles; // Not owned: the caller's.
    const std::stop_token& m_stop;           // Not owned: the caller's.
    Vocabulary m_vocabulary;
    std::vector<double> m_rarity; // by term
    Portraits m_portraits;
    std::vector<std::uint32_t> m_kind; // by article: the smallest article of its kind
    ArticleLikenesses m_result;
};

} // namespace

ArticleLikeness ArticleLikeness::identical()
{
    constexpr std::int16_t whole = 1000;
    constexpr std::int16_t nearerThanAny = 2000;
    ArticleLikeness likeness;
    for (std::size_t f = 0; f < likenessFeatureCount; ++f)
        likeness.values[f] = f < static_cast<std::size_t>(LikenessFeature::RelativeWords) ? whole : nearerThanAny;
    likeness[LikenessFeature::OneKind] = 1;
    likeness[LikenessFeature::SharedNames] = 20;
    return likeness;
}

ArticleLikeness ArticleLikenesses::between(std::uint32_t a, std::uint32_t b) const
{
    const auto withOdds = [](ArticleLikeness likeness) {
        likeness.storyOdds = static_cast<std::int32_t>(links::storyOdds(likeness));
        return likeness;
    };
    static const ArticleLikeness itself = withOdds(ArticleLikeness::identical());
    static const ArticleLikeness never = withOdds(ArticleLikeness());
    if (a == b)
        return itself;
    const auto& row = rows[std::min(a, b)];
    const std::uint32_t other = std::max(a, b);
    const auto found = std::ranges::lower_bound(row, other, {}, [](const auto& entry) { return entry.first; });
    return found == row.end() || found->first != other ? never : found->second;
}

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
    std::ranges::sort(pairs,
                      [](const SimilarPair& x, const SimilarPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return pairs;
}

ArticleLikenesses likenessesOf(std::span<const ArticleView> articles, const std::stop_token& stop)
{
    return Comparer(articles, stop).run();
}

} // namespace synoptic::links
