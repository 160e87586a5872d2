// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_inference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "analysis/analyze_article.h"
#include "analysis/publication_cues.h"
#include "analysis/publication_weights.h"
#include "analysis/publication_witnesses.h"
#include "temporal/normalizer.h"

namespace synoptic::analysis {
namespace {

using std::chrono::days;
using temporal::TemporalExpression;

constexpr double sameText = 0.6; // part of the sentences that a reprint shares
// Chosen on dated articles of ECB+ and Timeline17 that forgot their dates (tests/evaluation/eval_publication): of the
// days named 64 of 100 are right, 85 to a day. Cues are not independent, and what they say is taken a little cooler.
constexpr double dayBar = 0.45; // weight a single day needs to be stated …
constexpr double witnessTrust = 0.8;
constexpr double cueTemper = 0.9;
constexpr int daysBefore = 30; // candidates begin so long before the story's first day …
constexpr int daysAfter = 60;  // … and end so long after its last
constexpr int mostCandidates = 800;

class Inference
{
public:
    Inference(std::vector<std::shared_ptr<const ArticleAnalysis>>& articles, std::span<const std::uint32_t> stories,
              const std::stop_token& stop)
        : m_articles(articles), m_stories(stories), m_stop(stop)
    {}

    void run()
    {
        for (std::uint32_t a = 0; a < m_articles.size(); ++a)
            m_members[m_stories[a]].push_back(a);
        for (const auto& [story, members] : m_members) {
            if (m_stop.stop_requested())
                return;
            inferStory(members);
        }
    }

private:
    void inferStory(const std::vector<std::uint32_t>& members)
    {
        constexpr std::size_t mostSweeps = 4;
        std::vector<std::uint32_t> open;
        std::ranges::copy_if(members, std::back_inserter(open),
                             [&](std::uint32_t a) { return !m_articles[a]->article.published.range; });
        if (open.empty())
            return;
        const WitnessComparison comparison(m_articles, members, m_stop);
        for (std::size_t sweep = 0; sweep < mostSweeps && !open.empty() && !m_stop.stop_requested(); ++sweep) {
            const auto candidates = candidateDays(members);
            if (!candidates)
                return;
            const Witnesses witnesses = comparison.witnesses();
            // Judged on the state before this sweep, so that the order of articles does not matter; then all certain
            // ones are taken at once.
            std::vector<std::pair<std::uint32_t, corpus::PublicationDate>> verdicts;
            verdicts.reserve(open.size());
            for (const std::uint32_t a : open) {
                verdicts.emplace_back(a, infer(a, members, comparison, witnesses, *candidates));
                if (m_stop.stop_requested())
                    return;
            }
            const bool last = sweep + 1 == mostSweeps || std::ranges::none_of(verdicts, [](const auto& verdict) {
                                  return verdict.second.range && verdict.second.range->isOneDay();
                              });
            for (auto& [article, published] : verdicts) {
                if (!published.range || (!last && !published.range->isOneDay()))
                    continue;
                published.rejected = m_articles[article]->article.published.rejected;
                m_articles[article] =
                    std::make_shared<const ArticleAnalysis>(redateArticle(*m_articles[article], std::move(published)));
                std::erase(open, article);
            }
            if (last)
                return;
        }
    }

    /// The span of days the story can lie in: around its known publication days and the full dates its texts name.
    std::optional<DayRange> candidateDays(const std::vector<std::uint32_t>& members) const
    {
        std::vector<Day> anchors;
        for (const std::uint32_t a : members) {
            if (const auto day = knownDay(*m_articles[a]))
                anchors.push_back(*day);
        }
        if (!anchors.empty())
            return candidatesAround(anchors);
        std::vector<DayRange> dates; // written out, be it only a year
        for (const std::uint32_t a : members) {
            for (const TemporalExpression& expression : m_articles[a]->expressions) {
                if (expression.anchor != temporal::Anchor::Absolute || !expression.interval)
                    continue;
                dates.push_back(expression.interval->days());
                if (const auto day = dayOf(expression))
                    anchors.push_back(*day);
            }
        }
        if (anchors.empty())
            return std::nullopt;
        // A history tells of more years than the few days it names: nothing in it says when it was written.
        const DayRange candidates = candidatesAround(anchors);
        const auto inside = static_cast<std::size_t>(std::ranges::count_if(dates, [&](const DayRange& date) {
            return date.last >= candidates.first && date.first <= candidates.last;
        }));
        return inside * 2 > dates.size() ? std::optional(candidates) : std::nullopt;
    }

    static DayRange candidatesAround(const std::vector<Day>& anchors)
    {
        const auto [first, last] = std::ranges::minmax(anchors);
        DayRange range{first - days{daysBefore}, last + days{daysAfter}};
        if (range.days() > mostCandidates)
            range.first = range.last - days{mostCandidates - 1};
        return range;
    }

    corpus::PublicationDate infer(std::uint32_t a, const std::vector<std::uint32_t>& members,
                                  const WitnessComparison& comparison, const Witnesses& witnesses,
                                  const DayRange& candidates) const
    {
        const ArticleAnalysis& article = *m_articles[a];
        const std::vector<Equation> equations = comparison.equationsOf(a, witnesses);
        const temporal::DocumentKind kind = temporal::documentKind(article.article.text, article.unresolved);
        std::vector<Day> known;
        std::vector<Day> printed; // elsewhere
        for (const std::uint32_t member : members) {
            const auto day = knownDay(*m_articles[member]);
            if (!day)
                continue;
            known.push_back(*day);
            if (comparison.sharedText(a, member) >= sameText)
                printed.push_back(*day);
        }

        const std::vector<Claims> claims = claimsOf(article, equations);
        std::vector<double> scores;
        std::vector<std::vector<std::optional<Day>>> resolvedAt;
        for (Day day = candidates.first; day <= candidates.last; day += days{1}) {
            if (m_stop.stop_requested())
                return article.article.published;
            const auto expressions =
                temporal::resolve(article.article.text, article.unresolved, {DayRange{day, day}, kind});
            std::vector<std::optional<Day>> resolved;
            resolved.reserve(expressions.size());
            for (const TemporalExpression& expression : expressions)
                resolved.push_back(dayOf(expression));
            double score = nearness(day, known);
            score += ownCues(article, expressions, resolved, day);
            score += witnessTrust * agreement(claims, resolved);
            score += reprintCue(day, printed);
            score *= cueTemper;
            scores.push_back(score);
            resolvedAt.push_back(std::move(resolved));
        }
        return decide(a, candidates, scores, resolvedAt, equations, known);
    }

    /// What others say of the day of one expression: a probability for each day, and what is left for all others.
    struct Claims
    {
        std::map<Day, double> days;
        double rest = 1.0;
        double share = 1.0; ///< of several expressions in one sentence each is asked for its part
    };

    static std::vector<Claims> claimsOf(const ArticleAnalysis& article, const std::vector<Equation>& equations)
    {
        constexpr double mostCertain = 0.97;
        std::vector<Claims> claims(article.unresolved.size());
        std::map<std::uint32_t, std::set<std::uint32_t>> inSentence;
        std::set<std::pair<std::uint32_t, std::uint32_t>> heard; // an article speaks once for an expression
        for (const Equation& equation : equations) {
            inSentence[article.unresolved[equation.expression].sentence].insert(equation.expression);
            if (!heard.insert({equation.expression, equation.witness}).second)
                continue;
            double& probability = claims[equation.expression].days[equation.day];
            probability = 1.0 - (1.0 - probability) * (1.0 - equation.probability);
        }
        for (std::uint32_t e = 0; e < claims.size(); ++e) {
            double sum = 0.0;
            for (const auto& [day, probability] : claims[e].days)
                sum += probability;
            const double scale = sum > mostCertain ? mostCertain / sum : 1.0;
            for (auto& [day, probability] : claims[e].days)
                probability *= scale;
            claims[e].rest = 1.0 - sum * scale;
            if (!claims[e].days.empty())
                claims[e].share = 1.0 / static_cast<double>(inSentence[article.unresolved[e].sentence].size());
        }
        return claims;
    }

    /// The logarithm of how much likelier the days of the expressions are for what others say than for nothing.
    static double agreement(const std::vector<Claims>& claims, const std::vector<std::optional<Day>>& resolved)
    {
        constexpr double usualDays = 60.0; // a story's days, one as likely as another if nobody says anything
        double score = 0.0;
        for (std::uint32_t e = 0; e < resolved.size(); ++e) {
            if (!resolved[e] || claims[e].days.empty())
                continue;
            const auto found = claims[e].days.find(*resolved[e]);
            const double said = found == claims[e].days.end() ? 0.0 : found->second;
            score += claims[e].share * std::log(claims[e].rest + usualDays * said);
        }
        return score;
    }

    /// Whether what others say is enough to name a day: two days of theirs, or one that is told in nearly the same
    /// words.
    static bool isWitnessed(const std::vector<std::optional<Day>>& resolved, const std::vector<Equation>& equations)
    {
        constexpr std::size_t fewestDays = 2;
        constexpr double nearlyTheSame = 0.8;
        std::set<Day> agreeing;
        double surest = 0.0;
        for (const Equation& equation : equations) {
            if (resolved[equation.expression] != equation.day)
                continue;
            agreeing.insert(equation.day);
            surest = std::max(surest, equation.probability);
        }
        return agreeing.size() >= fewestDays || surest >= nearlyTheSame;
    }

    /// How many days named with such a weight are right; most of the others are a day off.
    static double confidenceOf(double weight) { return 0.5 + 0.15 * weight; }

    corpus::PublicationDate decide(std::uint32_t a, const DayRange& candidates, const std::vector<double>& scores,
                                   const std::vector<std::vector<std::optional<Day>>>& resolvedAt,
                                   const std::vector<Equation>& equations, const std::vector<Day>& known) const
    {
        const ArticleAnalysis& article = *m_articles[a];
        corpus::PublicationDate published = article.article.published;
        const DayVerdict verdict = verdictOf(scores);
        const std::size_t mode = verdict.mode;
        const bool isDay = verdict.weight >= dayBar && isWitnessed(resolvedAt[mode], equations);
        const std::size_t first = isDay ? mode : verdict.first;
        const std::size_t last = isDay ? mode : verdict.last;
        constexpr std::size_t tooVague = 400; // days; says nothing
        if (last - first > tooVague)
            return published;
        published.range =
            DayRange{candidates.first + days{static_cast<int>(first)}, candidates.first + days{static_cast<int>(last)}};
        published.value = coarseValue(*published.range);
        published.basis = corpus::PublicationBasis::Inferred;
        published.confidence = isDay ? confidenceOf(verdict.weight) : 0.5;
        published.evidence = evidenceFor(article, resolvedAt[mode], equations);
        if (published.evidence.empty() && !known.empty()) {
            for (const auto& other : m_articles) {
                if (knownDay(*other) && !other->article.published.evidence.empty() && other != m_articles[a]) {
                    published.evidence.push_back(other->article.published.evidence.front());
                    published.evidence.back().why = "published near the other articles of the story";
                    break;
                }
            }
        }
        return published;
    }

    std::vector<corpus::PublicationEvidence> evidenceFor(const ArticleAnalysis& article,
                                                         const std::vector<std::optional<Day>>& resolved,
                                                         const std::vector<Equation>& equations) const
    {
        constexpr std::size_t most = 8;
        std::vector<const Equation*> agreeing;
        for (const Equation& equation : equations) {
            if (resolved[equation.expression] == equation.day)
                agreeing.push_back(&equation);
        }
        std::ranges::stable_sort(agreeing,
                                 [](const Equation* x, const Equation* y) { return x->probability > y->probability; });
        std::vector<corpus::PublicationEvidence> evidence;
        std::set<std::uint32_t> told;
        for (const Equation* equation : agreeing) {
            if (!told.insert(equation->expression).second || evidence.size() >= most)
                continue;
            const ArticleAnalysis& witness = *m_articles[equation->witness];
            const TextSpan span = article.unresolved[equation->expression].span;
            const std::string words(article.textOf(span));
            evidence.push_back({article.article.file, span,
                                "\"" + words + "\" is " + isoDate(equation->day) + ": the same event is dated in " +
                                    witness.article.file});
            evidence.push_back(
                {witness.article.file, equation->witnessSpan, "dates the event as " + isoDate(equation->day)});
        }
        return evidence;
    }

    std::vector<std::shared_ptr<const ArticleAnalysis>>& m_articles; // Not owned: the caller's list, changed in place.
    std::span<const std::uint32_t> m_stories;                        // Not owned: the caller's.
    const std::stop_token& m_stop;                                   // Not owned: the caller's.
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_members;
};

} // namespace

std::vector<std::shared_ptr<const ArticleAnalysis>>
inferPublicationDates(std::vector<std::shared_ptr<const ArticleAnalysis>> articles,
                      std::span<const std::uint32_t> stories, const std::stop_token& stop)
{
    Inference(articles, stories, stop).run();
    return articles;
}

} // namespace synoptic::analysis
