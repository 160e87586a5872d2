// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_witnesses.h"

#include "temporal/normalizer.h"
#include "text/stemmer.h"

namespace synoptic::analysis {

using temporal::TemporalExpression;

namespace {

std::vector<std::uint32_t> expressionsIn(const ArticleAnalysis& article, std::uint32_t sentence)
{
    std::vector<std::uint32_t> found;
    const TextSpan span = article.sentences[sentence].span;
    for (std::uint32_t e = 0; e < article.unresolved.size(); ++e) {
        if (span.contains(article.unresolved[e].span))
            found.push_back(e);
    }
    return found;
}

} // namespace

std::optional<Day> dayOf(const TemporalExpression& expression)
{
    if (!expression.interval || expression.interval->granularity > temporal::Granularity::Day)
        return std::nullopt;
    const DayRange range = expression.interval->days();
    // A night reaches into the next day and belongs to the one on which it begins.
    return range.days() <= 2 ? std::optional(range.first) : std::nullopt;
}

std::optional<Day> knownDay(const ArticleAnalysis& article)
{
    const auto& range = article.article.published.range;
    return range && range->isOneDay() ? std::optional(range->first) : std::nullopt;
}

Witnesses WitnessComparison::datedMentions(const std::vector<std::uint32_t>& members) const
{
    Witnesses witnesses;
    std::vector<DatedMention>& dated = witnesses.mentions;
    for (const std::uint32_t a : members) {
        const ArticleAnalysis& article = *m_articles[a];
        for (const events::EventMention& mention : article.mentions) {
            if (mention.expressions.empty() || mention.reporting)
                continue;
            const TemporalExpression& expression = article.expressions[mention.expressions.front()];
            const auto day = dayOf(expression);
            const bool certain = knownDay(article) || expression.anchor == temporal::Anchor::Absolute;
            if (day && certain) {
                witnesses.byKey[mention.key].push_back(dated.size());
                dated.push_back({a, mention.sentence, mention.expressions.front(), mention.key, *day});
            }
        }
    }
    return witnesses;
}

const links::TermVector& WitnessComparison::sentenceVector(std::uint32_t a, std::uint32_t sentence)
{
    const auto [at, added] = m_vectors.try_emplace({a, sentence});
    if (added) {
        const ArticleAnalysis& article = *m_articles[a];
        at->second = links::termVector(links::contentStems(article.textOf(article.sentences[sentence].span)),
                                       m_vocabulary, links::DocumentFrequencies::standard(), 60);
    }
    return at->second;
}

std::vector<Equation> WitnessComparison::equationsOf(std::uint32_t a, const Witnesses& witnesses)
{
    std::vector<Equation> equations;
    const ArticleAnalysis& article = *m_articles[a];
    constexpr std::size_t mostOfOneKey = 200;  // witnesses of the commonest keys
    constexpr std::size_t mostOfOthers = 1000; // stories up to this size compare other words too
    const bool otherKeysToo = witnesses.mentions.size() <= mostOfOthers;
    for (const events::EventMention& mention : article.mentions) {
        // Without a date the resolver left the expression open: the mention has none yet, its sentence may.
        const std::vector<std::uint32_t> expressions = expressionsIn(article, mention.sentence);
        if (mention.reporting || expressions.empty())
            continue;
        if (m_stop.stop_requested())
            break;
        const double rarity = links::DocumentFrequencies::standard().inverse(text::stem(mention.key));
        const links::TermVector& words = sentenceVector(a, mention.sentence);
        const auto ask = [&](const DatedMention& witness, bool sameKey) {
            const double alike = links::cosine(words, sentenceVector(witness.article, witness.sentence));
            const double weight = sameKey ? 0.4 + 2.5 * alike + 0.1 * (rarity - 3.0) : 3.0 * (alike - 0.25);
            if (weight < 0.6 || alike < 0.1)
                return;
            const TextSpan span = m_articles[witness.article]->expressions[witness.expression].span;
            for (const std::uint32_t expression : expressions)
                equations.push_back({expression, witness.day, weight, witness.article, span});
        };
        std::size_t ofThisKey = 0;
        if (otherKeysToo) {
            for (const DatedMention& witness : witnesses.mentions) {
                const bool sameKey = witness.key == mention.key;
                if (witness.article != a && (!sameKey || ++ofThisKey <= mostOfOneKey))
                    ask(witness, sameKey);
            }
        } else if (const auto found = witnesses.byKey.find(mention.key); found != witnesses.byKey.end()) {
            for (const std::size_t w : found->second) {
                if (witnesses.mentions[w].article != a && ++ofThisKey <= mostOfOneKey)
                    ask(witnesses.mentions[w], true);
            }
        }
    }
    return equations;
}

} // namespace synoptic::analysis
