// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_inference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "analysis/analyze_article.h"
#include "links/term_vector.h"
#include "temporal/normalizer.h"
#include "text/stemmer.h"

namespace synoptic::analysis {
namespace {

using std::chrono::days;
using temporal::TemporalExpression;

constexpr double dayBar = 0.8;     // weight a single day needs to be stated
constexpr double rangeMass = 0.95; // weight a range holds
constexpr int daysBefore = 30;     // candidates begin so long before the story's first day …
constexpr int daysAfter = 60;      // … and end so long after its last
constexpr int mostCandidates = 800;

constexpr double likelyEvent = 0.3; // of a mention; weaker ones are no evidence

/// A mention with a day of its own, as evidence for others.
struct DatedMention
{
    std::uint32_t article = 0;
    std::uint32_t sentence = 0;
    std::uint32_t expression = 0;
    std::string key;
    Day day;
};

struct Witnesses
{
    std::vector<DatedMention> mentions;
    std::map<std::string_view, std::vector<std::size_t>> byKey; // key → positions in mentions
};

/// "This expression is that day", with the sentence elsewhere that says so.
struct Equation
{
    std::uint32_t expression = 0;
    Day day;
    double weight = 0.0;
    std::uint32_t witness = 0; // article
    TextSpan witnessSpan;
};

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
        for (std::size_t sweep = 0; sweep < mostSweeps && !open.empty() && !m_stop.stop_requested(); ++sweep) {
            const auto candidates = candidateDays(members);
            if (!candidates)
                return;
            const Witnesses witnesses = datedMentions(members);
            // Judged on the state before this sweep, so that the order of articles does not matter; then all certain
            // ones are taken at once.
            std::vector<std::pair<std::uint32_t, corpus::PublicationDate>> verdicts;
            verdicts.reserve(open.size());
            for (const std::uint32_t a : open) {
                verdicts.emplace_back(a, infer(a, members, witnesses, *candidates));
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
        if (anchors.empty()) {
            for (const std::uint32_t a : members) {
                for (const TemporalExpression& expression : m_articles[a]->expressions) {
                    if (expression.anchor == temporal::Anchor::Absolute) {
                        if (const auto day = dayOf(expression))
                            anchors.push_back(*day);
                    }
                }
            }
        }
        if (anchors.empty())
            return std::nullopt;
        const auto [first, last] = std::ranges::minmax(anchors);
        DayRange range{first - days{daysBefore}, last + days{daysAfter}};
        if (range.days() > mostCandidates)
            range.first = range.last - days{mostCandidates - 1};
        return range;
    }

    Witnesses datedMentions(const std::vector<std::uint32_t>& members) const
    {
        Witnesses witnesses;
        std::vector<DatedMention>& dated = witnesses.mentions;
        for (const std::uint32_t a : members) {
            const ArticleAnalysis& article = *m_articles[a];
            for (const events::EventMention& mention : article.mentions) {
                if (mention.expressions.empty() || mention.reporting || mention.score < likelyEvent)
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

    const links::TermVector& sentenceVector(std::uint32_t a, std::uint32_t sentence)
    {
        const auto [at, added] = m_vectors.try_emplace({a, sentence});
        if (added) {
            const ArticleAnalysis& article = *m_articles[a];
            at->second = links::termVector(links::contentStems(article.textOf(article.sentences[sentence].span)),
                                           m_vocabulary, links::DocumentFrequencies::standard(), 60);
        }
        return at->second;
    }

    std::vector<Equation> equationsOf(std::uint32_t a, const Witnesses& witnesses)
    {
        std::vector<Equation> equations;
        const ArticleAnalysis& article = *m_articles[a];
        constexpr std::size_t mostOfOneKey = 200;  // witnesses of the commonest keys
        constexpr std::size_t mostOfOthers = 1000; // stories up to this size compare other words too
        const bool otherKeysToo = witnesses.mentions.size() <= mostOfOthers;
        for (const events::EventMention& mention : article.mentions) {
            // Without a date the resolver left the expression open: the mention has none yet, its sentence may.
            const std::vector<std::uint32_t> expressions = expressionsIn(article, mention.sentence);
            if (mention.reporting || mention.score < likelyEvent || expressions.empty())
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

    static std::vector<std::uint32_t> expressionsIn(const ArticleAnalysis& article, std::uint32_t sentence)
    {
        std::vector<std::uint32_t> found;
        const TextSpan span = article.sentences[sentence].span;
        for (std::uint32_t e = 0; e < article.unresolved.size(); ++e) {
            if (span.contains(article.unresolved[e].span))
                found.push_back(e);
        }
        return found;
    }

    corpus::PublicationDate infer(std::uint32_t a, const std::vector<std::uint32_t>& members,
                                  const Witnesses& witnesses, const DayRange& candidates)
    {
        const ArticleAnalysis& article = *m_articles[a];
        const std::vector<Equation> equations = equationsOf(a, witnesses);
        const temporal::DocumentKind kind = temporal::documentKind(article.article.text, article.unresolved);
        std::vector<Day> known;
        for (const std::uint32_t member : members) {
            if (const auto day = knownDay(*m_articles[member]))
                known.push_back(*day);
        }

        const std::map<Claim, double> strongest = strongestOf(equations);
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
            double score = prior(day, known);
            score += ownCues(article, expressions, resolved, day);
            score += agreement(strongest, resolved);
            scores.push_back(score);
            resolvedAt.push_back(std::move(resolved));
        }
        return decide(a, candidates, scores, resolvedAt, equations, known);
    }

    static double prior(Day day, const std::vector<Day>& known)
    {
        if (known.empty())
            return 0.0;
        double nearest = 1e9;
        for (const Day other : known)
            nearest = std::min(nearest, std::abs(static_cast<double>((day - other).count())));
        return -nearest / 20.0;
    }

    /// What the article's own words say of the day: told as past means not after publication, and news is fresh.
    static double ownCues(const ArticleAnalysis& article, const std::vector<TemporalExpression>& expressions,
                          const std::vector<std::optional<Day>>& resolved, Day day)
    {
        double score = 0.0;
        std::set<Day> told; // two expressions of one day are one cue
        for (std::size_t e = 0; e < expressions.size(); ++e) {
            if (!resolved[e] || marked(article, expressions[e].span))
                continue;
            const auto gap = static_cast<double>((day - *resolved[e]).count());
            if (expressions[e].anchor == temporal::Anchor::Absolute) {
                // A full date: publication follows the latest one told as past, mostly soon.
                score -= gap < 0 ? std::min(2.0, -gap / 20.0) : std::min(1.5, gap / 60.0);
            } else if (gap < 0) {
                score -= toldAsPast(article, static_cast<std::uint32_t>(e)) ? 2.0 : 0.0;
            } else if (told.insert(*resolved[e]).second) {
                score += freshness(gap) * (inLead(article, expressions[e].span) ? 1.5 : 1.0);
            }
        }
        return score;
    }

    /// News tells of the day itself in 45 of 100 bare weekdays, of the day before in some 15, then ever less.
    /// Source: 297 weekdays of TimeBank and AQUAINT.
    static double freshness(double gap)
    {
        if (gap < 3.0)
            return gap < 1.0 ? 2.0 : gap < 2.0 ? 1.0 : 0.5;
        return -std::min(2.5, (gap - 2.0) / 4.0);
    }

    static bool toldAsPast(const ArticleAnalysis& article, std::uint32_t expression)
    {
        return std::ranges::any_of(article.mentions, [&](const events::EventMention& mention) {
            return mention.factuality == events::Factuality::Asserted && mention.score >= likelyEvent &&
                   article.sentences[mention.sentence].span.contains(article.unresolved[expression].span);
        });
    }

    /// One of the first two unmarked sentences that are no title.
    static bool inLead(const ArticleAnalysis& article, TextSpan span)
    {
        int seen = 0;
        for (const text::Sentence& sentence : article.sentences) {
            const bool heading =
                std::ranges::any_of(article.article.headings, [&](TextSpan h) { return h.overlaps(sentence.span); });
            if (sentence.boilerplate || heading || article.textOf(sentence.span) == article.article.title)
                continue;
            if (sentence.span.contains(span))
                return true;
            if (++seen == 2)
                return false;
        }
        return false;
    }

    static bool marked(const ArticleAnalysis& article, TextSpan span)
    {
        return std::ranges::any_of(article.article.boilerplate, [&](TextSpan mark) { return mark.overlaps(span); });
    }

    using Claim = std::pair<std::uint32_t, Day>; // expression, the day it is

    static std::map<Claim, double> strongestOf(const std::vector<Equation>& equations)
    {
        std::map<Claim, double> strongest;
        for (const Equation& equation : equations) {
            double& weight = strongest[{equation.expression, equation.day}];
            weight = std::max(weight, equation.weight);
        }
        return strongest;
    }

    /// For each day that another article gives, its best expression here: fully alike counts whole.
    static double agreement(const std::map<Claim, double>& strongest, const std::vector<std::optional<Day>>& resolved)
    {
        double score = 0.0;
        for (std::uint32_t e = 0; e < resolved.size(); ++e) {
            if (!resolved[e])
                continue;
            if (const auto found = strongest.find({e, *resolved[e]}); found != strongest.end())
                score += 2.0 * found->second;
        }
        return score;
    }

    corpus::PublicationDate decide(std::uint32_t a, const DayRange& candidates, const std::vector<double>& scores,
                                   const std::vector<std::vector<std::optional<Day>>>& resolvedAt,
                                   const std::vector<Equation>& equations, const std::vector<Day>& known) const
    {
        const ArticleAnalysis& article = *m_articles[a];
        corpus::PublicationDate published = article.article.published;
        const double highest = *std::ranges::max_element(scores);
        std::vector<double> mass;
        double total = 0.0;
        for (const double score : scores)
            total += mass.emplace_back(std::exp(score - highest));
        const auto mode = static_cast<std::size_t>(std::ranges::max_element(mass) - mass.begin());
        const bool isDay = mass[mode] / total >= dayBar && !equations.empty();

        std::size_t first = mode;
        std::size_t last = mode;
        if (!isDay) {
            // The shortest run of days that holds the mass.
            std::size_t begin = 0;
            double sum = 0.0;
            std::size_t best = mass.size() + 1;
            for (std::size_t end = 0; end < mass.size(); ++end) {
                sum += mass[end];
                while (sum - mass[begin] >= rangeMass * total)
                    sum -= mass[begin++];
                if (sum >= rangeMass * total && end - begin + 1 < best) {
                    best = end - begin + 1;
                    first = begin;
                    last = end;
                }
            }
        }
        constexpr std::size_t tooVague = 400; // days; says nothing
        if (last - first > tooVague)
            return published;
        published.range =
            DayRange{candidates.first + days{static_cast<int>(first)}, candidates.first + days{static_cast<int>(last)}};
        published.value = edtfOf(*published.range);
        published.basis = corpus::PublicationBasis::Inferred;
        published.confidence = isDay ? mass[mode] / total * 0.95 : 0.5;
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
        std::ranges::stable_sort(agreeing, [](const Equation* x, const Equation* y) { return x->weight > y->weight; });
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
    links::Vocabulary m_vocabulary;
    std::map<std::pair<std::uint32_t, std::uint32_t>, links::TermVector> m_vectors;
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
