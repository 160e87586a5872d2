// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/name_events.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "events/participants.h"
#include "events/sentence_words.h"
#include "links/event_title.h"

namespace synoptic::analysis {
namespace {

class Namer
{
public:
    Namer(std::span<const std::shared_ptr<const ArticleAnalysis>> articles, std::span<const Opening> openings)
        : m_articles(articles), m_openings(openings)
    {}

    /// The worth of the title.
    double name(Event& event)
    {
        const std::vector<links::TitleSource> sources = sourcesOf(event);
        const std::vector<links::TitleCandidate> candidates = links::titleCandidates(sources);
        if (candidates.empty())
            return 0.0;
        const auto isFree = [this](const links::TitleCandidate& title) { return !m_used.contains(title.text); };
        const auto free = std::ranges::find_if(candidates, isFree);
        const links::TitleCandidate& chosen = free != candidates.end() ? *free : candidates.front();
        event.title = chosen.text;
        m_used.insert(chosen.text);
        return chosen.worth;
    }

private:
    /// The supports to name an event after: title lines and leads first, then the most central.
    std::vector<const Support*> mostCentral(const Event& event) const
    {
        constexpr std::size_t most = 12;
        std::vector<const Support*> supports;
        supports.reserve(event.supports.size());
        for (const Support& support : event.supports)
            supports.push_back(&support);
        const auto rank = [&](const Support* support) {
            const Opening& opening = m_openings[indexOf(support->article)];
            return (opening.heading[support->sentence] ? 0.6 : 0.0) + (opening.lead[support->sentence] ? 0.5 : 0.0) +
                   support->score;
        };
        if (supports.size() > most) {
            std::ranges::stable_sort(supports, std::greater<>(), rank);
            supports.resize(most);
        }
        return supports;
    }

    std::vector<links::TitleSource> sourcesOf(const Event& event) const
    {
        std::vector<links::TitleSource> sources;
        for (const Support* support : mostCentral(event)) {
            const ArticleAnalysis& article = *m_articles[indexOf(support->article)];
            const Opening& opening = m_openings[indexOf(support->article)];
            links::TitleSource source;
            source.articleText = article.article.text;
            source.sentence = article.sentences[support->sentence].span;
            source.trigger = support->trigger;
            source.heading = opening.heading[support->sentence];
            source.lead = opening.lead[support->sentence];
            source.score = support->score;
            source.factuality = support->factuality;
            for (std::uint32_t s = support->sentence; source.lead && s-- > 0;) {
                if (opening.heading[s]) {
                    source.headline = article.sentences[s].span;
                    break;
                }
            }
            source.antecedent = antecedentOf(article, support->sentence);
            addTimes(article, source.headline, source.expressions);
            addTimes(article, source.sentence, source.expressions);
            sources.push_back(std::move(source));
        }
        return sources;
    }

    /// Expressions that say when; "for two days" and "five years in prison" are part of what happened.
    static void addTimes(const ArticleAnalysis& article, TextSpan within, std::vector<TextSpan>& expressions)
    {
        auto expression = std::ranges::lower_bound(article.expressions, within.begin, {},
                                                   [](const temporal::TemporalExpression& e) { return e.span.begin; });
        for (; expression != article.expressions.end() && expression->span.end <= within.end; ++expression) {
            if (expression->type == temporal::ExpressionType::Date ||
                expression->type == temporal::ExpressionType::Time)
                expressions.push_back(expression->span);
        }
    }

    /// Whom the sentence before speaks of: the name at its beginning.
    static std::string antecedentOf(const ArticleAnalysis& article, std::uint32_t sentence)
    {
        constexpr std::size_t nearBeginning = 4; // tokens
        if (sentence == 0 || article.sentences[sentence - 1].boilerplate)
            return {};
        const events::SentenceWords words = events::wordsOf(article.article.text, article.sentences[sentence - 1].span);
        const auto names = events::findNames(article.article.text, words);
        if (names.empty() || names.front().first > nearBeginning)
            return {};
        return names.front().name;
    }

    std::span<const std::shared_ptr<const ArticleAnalysis>> m_articles; // Not owned: the caller's.
    std::span<const Opening> m_openings;                                // Not owned: the caller's.
    std::set<std::string> m_used;
};

} // namespace

std::vector<double> nameEvents(std::span<Event* const> events, std::span<const std::size_t> order,
                               std::span<const std::shared_ptr<const ArticleAnalysis>> articles,
                               std::span<const Opening> openings, const std::stop_token& stop)
{
    std::vector<double> worth(events.size(), 0.0);
    Namer namer(articles, openings);
    for (const std::size_t index : order) {
        if (stop.stop_requested())
            break;
        worth[index] = namer.name(*events[index]);
    }
    return worth;
}

} // namespace synoptic::analysis
