// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/link_score.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace synoptic::evaluation {
namespace {

using SentenceSet = std::set<SentenceRef>;

/// An event of the analysis on the sentences of the gold.
struct Found
{
    SentenceSet scorable;
    std::map<std::uint32_t, std::size_t> lit; // article → sentences of any kind
    std::size_t litInAll = 0;
};

/// Which events stand on a sentence, with their triggers there.
using Standing = std::map<SentenceRef, std::vector<std::pair<std::size_t, TextSpan>>>;

struct Measures
{
    double precision = 0.0;
    double recall = 0.0;
    double f1 = 0.0;
};

Measures compare(const SentenceSet& found, const SentenceSet& gold)
{
    const auto right =
        static_cast<double>(std::ranges::count_if(found, [&](const SentenceRef& ref) { return gold.contains(ref); }));
    if (right == 0.0)
        return {};
    const double precision = right / static_cast<double>(found.size());
    const double recall = right / static_cast<double>(gold.size());
    return {precision, recall, 2.0 * precision * recall / (precision + recall)};
}

SentenceSet elsewhere(const SentenceSet& sentences, std::uint32_t article)
{
    SentenceSet others;
    std::ranges::copy_if(sentences, std::inserter(others, others.end()),
                         [&](const SentenceRef& ref) { return ref.article != article; });
    return others;
}

/// Sentences of the gold that a support covers by half of the shorter one.
std::vector<SentenceRef> touched(const GoldFolder& gold, std::uint32_t article, TextSpan span)
{
    std::vector<SentenceRef> result;
    const auto& sentences = gold.articles[article].sentences;
    auto at = std::ranges::lower_bound(sentences, span.begin + 1, {}, [](const GoldSentence& s) { return s.span.end; });
    for (; at != sentences.end() && at->span.begin < span.end; ++at) {
        const auto overlap = std::min(span.end, at->span.end) - std::max(span.begin, at->span.begin);
        if (2 * overlap >= std::min(span.size(), at->span.size()))
            result.push_back({article, static_cast<std::uint32_t>(at - sentences.begin())});
    }
    return result;
}

std::vector<Found> standingOf(const GoldFolder& gold, const analysis::Analysis& analysis, Standing& standing)
{
    std::vector<Found> events(analysis.events.size());
    for (std::size_t e = 0; e < analysis.events.size(); ++e) {
        SentenceSet all;
        for (const analysis::Support& support : analysis.events[e].supports) {
            const auto article = static_cast<std::uint32_t>(indexOf(support.article));
            const TextSpan span = analysis[support.article].sentences[support.sentence].span;
            for (const SentenceRef& ref : touched(gold, article, span)) {
                standing[ref].emplace_back(e, support.trigger);
                all.insert(ref);
                if (gold.articles[ref.article].sentences[ref.sentence].scorable)
                    events[e].scorable.insert(ref);
            }
        }
        for (const SentenceRef& ref : all)
            ++events[e].lit[ref.article];
        events[e].litInAll = all.size();
    }
    return events;
}

} // namespace

double LinkScore::mean(const std::vector<double>& values)
{
    return values.empty()
               ? 0.0
               : 100.0 * std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

void LinkScore::add(const GoldFolder& gold, const analysis::Analysis& analysis)
{
    Standing standing;
    const std::vector<Found> events = standingOf(gold, analysis, standing);
    const auto onSentence = [&](const SentenceRef& ref) -> const std::vector<std::pair<std::size_t, TextSpan>>& {
        static const std::vector<std::pair<std::size_t, TextSpan>> nothing;
        const auto found = standing.find(ref);
        return found == standing.end() ? nothing : found->second;
    };
    std::size_t sentences = 0;
    for (const GoldArticle& article : gold.articles)
        sentences += article.sentences.size();

    std::map<SentenceRef, SentenceSet> together;
    for (const GoldEvent& event : gold.events) {
        std::map<SentenceRef, std::vector<TextSpan>> told;
        for (const GoldMention& mention : event.mentions)
            told[mention.where].push_back(mention.span);
        SentenceSet everywhere;
        std::set<std::uint32_t> articles;
        for (const auto& [where, spans] : told) {
            everywhere.insert(where);
            articles.insert(where.article);
        }
        for (const auto& [where, spans] : told) {
            const SentenceSet right = elsewhere(everywhere, where.article);
            together[where].insert(right.begin(), right.end());
            std::set<std::size_t> picked;
            for (const TextSpan& span : spans) {
                bool touchedByAny = false;
                for (const auto& [index, trigger] : onSentence(where)) {
                    if (trigger.overlaps(span)) {
                        picked.insert(index);
                        touchedByAny = true;
                    }
                }
                m_found.push_back(touchedByAny ? 1.0 : 0.0);
            }
            const auto count = static_cast<double>(std::max<std::size_t>(picked.size(), 1));
            if (articles.size() < 2) {
                double alone = picked.empty() ? 1.0 : 0.0;
                for (const std::size_t index : picked)
                    alone += elsewhere(events[index].scorable, where.article).empty() ? 1.0 / count : 0.0;
                m_alone.push_back(alone);
                continue;
            }
            Measures sum;
            double lit = 0.0;
            const auto own = gold.articles[where.article].sentences.size();
            for (const std::size_t index : picked) {
                const Measures measures = compare(elsewhere(events[index].scorable, where.article), right);
                sum.precision += measures.precision / count;
                sum.recall += measures.recall / count;
                sum.f1 += measures.f1 / count;
                const auto here = events[index].lit.find(where.article);
                const std::size_t litHere = here == events[index].lit.end() ? 0 : here->second;
                lit += static_cast<double>(events[index].litInAll - litHere) /
                       static_cast<double>(std::max<std::size_t>(sentences - own, 1)) / count;
            }
            m_clickP.push_back(sum.precision);
            m_clickR.push_back(sum.recall);
            m_clickF.push_back(sum.f1);
            m_lit.push_back(lit);
        }
    }
    for (const auto& [where, right] : together) {
        if (right.empty())
            continue;
        SentenceSet found;
        for (const auto& [index, trigger] : onSentence(where)) {
            const SentenceSet led = elsewhere(events[index].scorable, where.article);
            found.insert(led.begin(), led.end());
        }
        m_sentenceF.push_back(compare(found, right).f1);
    }
}

} // namespace synoptic::evaluation
