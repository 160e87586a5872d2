// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/assemble_events.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "analysis/article_opening.h"
#include "analysis/name_events.h"
#include "analysis/source_counts.h"
#include "analysis/told_date.h"
#include "base/digest.h"
#include "events/participants.h"
#include "links/event_builder.h"

namespace synoptic::analysis {
namespace {

using events::DateBasis;
using events::EventMention;
using events::Factuality;

/// What the weight of an event is made of, beside the event itself.
struct Draft
{
    Event event;
    double weight = 0.0;
    double triggerScore = 0.0; // of its best mention
    bool reporting = true;     // every mention is a verb of saying
    bool prominent = false;    // told in a title or lead
    std::size_t central = 0;   // support that stands for it
};

constexpr double datingTrigger = 0.3; // likelihood of a mention whose date speaks for its event
constexpr double surelyLinked = 0.58; // of mentions whose different days are a disagreement and no mistake of ours

/// Articles that differ by a day or three differ on one happening; days farther apart are two, which we joined.
bool areOneQuestion(const std::vector<events::EventDate>& positions)
{
    constexpr std::chrono::days farthest{3};
    const auto [first, last] = std::ranges::minmax_element(
        positions, {}, [](const events::EventDate& position) { return position.interval->days().first; });
    return first == positions.end() || last->interval->days().first - first->interval->days().first <= farthest;
}

class Assembler
{
public:
    Assembler(std::span<const std::shared_ptr<const ArticleAnalysis>> articles,
              std::span<const std::uint32_t> reprintCluster, const std::stop_token& stop)
        : m_articles(articles)
        , m_reprintCluster(reprintCluster)
        , m_stop(stop)
        , m_outlet(outletsOf(articles))
        , m_openings(openingsOf(articles))
    {
        for (const auto& analyzed : articles) {
            const corpus::Article& article = analyzed->article;
            if (article.published.range)
                m_firstPublished = std::min(m_firstPublished, article.published.range->first);
        }
    }

    std::vector<Event> run(const std::vector<std::vector<links::LinkedMention>>& clusters)
    {
        for (const auto& cluster : clusters) {
            if (m_stop.stop_requested())
                return {};
            m_drafts.push_back(draft(cluster));
        }
        tellKeysApart();
        sinkFragments();
        giveTitles();
        squeezeWeights();
        std::vector<Event> result;
        result.reserve(m_drafts.size());
        for (Draft& draft : m_drafts)
            result.push_back(std::move(draft.event));
        std::ranges::sort(result, [](const Event& a, const Event& b) {
            if (a.date.interval.has_value() != b.date.interval.has_value())
                return a.date.interval.has_value();
            if (a.date.interval && *a.date.interval != *b.date.interval)
                return *a.date.interval < *b.date.interval;
            return a.key < b.key;
        });
        return result;
    }

private:
    const EventMention& mentionOf(const links::MentionRef& ref) const
    {
        return m_articles[ref.article]->mentions[ref.mention];
    }

    Draft draft(const std::vector<links::LinkedMention>& cluster) const
    {
        Draft result;
        std::vector<links::DateVote> votes;
        std::vector<links::DateVote> sureVotes;
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> told; // article, sentence → support
        std::map<std::string, std::pair<std::size_t, std::string>> people;   // key → articles, spelling
        std::vector<double> likelihood;                                      // of the trigger of each support
        double centrality = -1.0;
        for (const links::LinkedMention& linked : cluster) {
            const EventMention& mention = mentionOf(linked.ref);
            const std::uint32_t a = linked.ref.article;
            result.triggerScore = std::max(result.triggerScore, mention.score);
            result.reporting = result.reporting && mention.reporting;
            result.prominent =
                result.prominent || m_openings[a].heading[mention.sentence] || m_openings[a].lead[mention.sentence];
            const bool isSureTrigger = mention.score >= datingTrigger;
            votes.push_back({mention.date, m_outlet[a], !isSureTrigger});
            if (isSureTrigger && linked.score >= surelyLinked)
                sureVotes.push_back({mention.date, m_outlet[a]});
            for (const std::string& name : mention.participants) {
                auto& entry = people[events::nameKey(name)];
                ++entry.first;
                if (name.size() > entry.second.size())
                    entry.second = name;
            }
            const auto [place, isNew] = told.try_emplace({a, mention.sentence}, result.event.supports.size());
            if (!isNew) {
                // Two triggers of one sentence: the likelier stands for it, with the date that either has of its own.
                Support& known = result.event.supports[place->second];
                if (mention.score > likelihood[place->second]) {
                    known.trigger = mention.trigger;
                    known.factuality = mention.factuality;
                    likelihood[place->second] = mention.score;
                }
                if (known.date.basis != DateBasis::OwnExpression && mention.date.basis == DateBasis::OwnExpression) {
                    known.expressions = mention.expressions;
                    known.date = mention.date;
                }
                continue;
            }
            Support support{idAt<ArticleId>(a),  mention.sentence, mention.trigger,
                            mention.expressions, Stance::Supports, mention.factuality,
                            mention.date,        linked.score,     linked.why};
            const double central =
                linked.score + 0.5 * mention.score + (m_openings[a].lead[mention.sentence] ? 0.3 : 0.0);
            if (central > centrality) {
                centrality = central;
                result.central = result.event.supports.size();
            }
            result.event.supports.push_back(std::move(support));
            likelihood.push_back(mention.score);
        }
        Event& event = result.event;
        links::DateDecision decision = links::decideDate(votes);
        event.date = std::move(decision.date);
        if (!event.date.interval)
            event.assumed = toldDate(event.supports, m_articles);
        event.positions = links::decideDate(sureVotes).positions;
        if (!areOneQuestion(event.positions))
            event.positions.clear();
        event.factuality = factualityOf(event.supports);
        for (Support& support : event.supports) {
            if (support.factuality == Factuality::Denied && event.factuality != Factuality::Denied)
                support.stance = Stance::Denies;
            else if (!event.positions.empty() && support.date.basis == DateBasis::OwnExpression &&
                     support.date.interval && event.date.interval &&
                     !support.date.interval->overlaps(*event.date.interval))
                support.stance = Stance::Differs;
        }
        const SourceCounts counts = countSources(event.supports, m_outlet, m_reprintCluster);
        event.sources = counts.sources;
        event.independent = counts.independent;
        event.participants = mostNamed(people);
        const Support& central = event.supports[result.central];
        event.key = sha256Hex(m_articles[indexOf(central.article)]->article.sha256 + ":" +
                              std::to_string(central.trigger.begin) + "-" + std::to_string(central.trigger.end))
                        .substr(0, 16);
        result.weight = weightOf(result);
        return result;
    }

    /// Copies of one file have the same words at the same place: their keys get the number of the copy.
    void tellKeysApart()
    {
        std::map<std::string, std::size_t> seen;
        for (Draft& draft : m_drafts) {
            const std::size_t copy = seen[draft.event.key]++;
            if (copy > 0)
                draft.event.key = sha256Hex(draft.event.key + "#" + std::to_string(copy)).substr(0, 16);
        }
    }

    static Factuality factualityOf(const std::vector<Support>& supports)
    {
        std::map<Factuality, std::size_t> counts;
        for (const Support& support : supports)
            ++counts[support.factuality];
        // That it happened outweighs that it was planned; denial needs the majority.
        if (2 * counts[Factuality::Denied] > supports.size())
            return Factuality::Denied;
        for (const Factuality stage : {Factuality::Asserted, Factuality::Planned, Factuality::Possible}) {
            if (counts[stage] > 0)
                return stage;
        }
        return Factuality::Denied;
    }

    static std::vector<std::string> mostNamed(const std::map<std::string, std::pair<std::size_t, std::string>>& people)
    {
        constexpr std::size_t most = 5;
        std::vector<std::pair<std::size_t, std::string>> ranked;
        ranked.reserve(people.size());
        for (const auto& [key, entry] : people)
            ranked.push_back(entry);
        std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::string> names;
        for (const auto& [count, name] : ranked) {
            if (names.size() < most)
                names.push_back(name);
        }
        return names;
    }

    /// The part of the supports that name the event's date themselves: the surer they tell the same happening.
    static double datedShare(const Event& event)
    {
        const auto dated = std::ranges::count_if(event.supports, [&](const Support& support) {
            return support.date.basis == DateBasis::OwnExpression && support.date.interval && event.date.interval &&
                   support.date.interval->overlaps(*event.date.interval);
        });
        return static_cast<double>(dated) / static_cast<double>(event.supports.size());
    }

    /// Independent sources first; then place, date, people; less for what is said, possible or long ago.
    double weightOf(const Draft& draft) const
    {
        const Event& event = draft.event;
        double weight = static_cast<double>(event.independent) - 0.3;
        weight += draft.prominent ? 0.8 : 0.0;
        weight += 0.1 * static_cast<double>(std::min<std::size_t>(event.participants.size(), 3));
        if (!event.date.interval)
            weight -= 0.5;
        else if (event.date.basis == DateBasis::OwnExpression)
            weight += event.date.interval->isDayOrFiner() ? 0.9 : 0.5;
        if (draft.reporting)
            weight -= 0.9;
        if (event.factuality == Factuality::Possible)
            weight -= 0.4;
        constexpr std::chrono::days background{365};
        if (event.date.interval && m_firstPublished != Day::max() &&
            event.date.interval->end < m_firstPublished - background)
            weight -= 0.6;
        return std::max(0.02, weight) * (0.05 + 1.3 * draft.triggerScore) * (0.6 + 0.4 * datedShare(event));
    }

    /// The heaviest first; ties by key.
    std::vector<std::size_t> byWeight() const
    {
        std::vector<std::size_t> order(m_drafts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return m_drafts[a].weight != m_drafts[b].weight ? m_drafts[a].weight > m_drafts[b].weight
                                                            : m_drafts[a].event.key < m_drafts[b].event.key;
        });
        return order;
    }

    /// What cannot be told in a clause with a subject is mostly a piece of something else.
    void giveTitles()
    {
        constexpr double fairTitle = 0.8;
        std::vector<Event*> events;
        events.reserve(m_drafts.size());
        for (Draft& draft : m_drafts)
            events.push_back(&draft.event);
        const std::vector<double> worth = nameEvents(events, byWeight(), m_articles, m_openings, m_stop);
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            m_drafts[i].weight *= worth[i] >= fairTitle ? 1.0 : 0.3 + 0.7 * std::max(worth[i], 0.0) / fairTitle;
    }

    /// An event whose sentences a weightier event of the same date already tells is a detail of it.
    void sinkFragments()
    {
        std::map<std::pair<ArticleId, std::uint32_t>, std::vector<std::string>> taken; // sentence → dates told so far
        for (const std::size_t index : byWeight()) {
            if (m_stop.stop_requested())
                return;
            Event& event = m_drafts[index].event;
            std::size_t covered = 0;
            for (const Support& support : event.supports) {
                const auto found = taken.find({support.article, support.sentence});
                covered +=
                    found != taken.end() && (event.date.value.empty() ||
                                             std::ranges::find(found->second, event.date.value) != found->second.end());
            }
            if (3 * covered > 2 * event.supports.size())
                m_drafts[index].weight *= 0.3;
            else if (2 * covered >= event.supports.size())
                m_drafts[index].weight *= 0.55;
            for (const Support& support : event.supports)
                taken[{support.article, support.sentence}].push_back(event.date.value);
        }
    }

    void squeezeWeights()
    {
        std::vector<double> weights;
        for (const Draft& draft : m_drafts)
            weights.push_back(draft.weight);
        const std::size_t rank = std::min(firstSight(m_articles.size()), weights.size());
        if (rank == 0)
            return;
        std::ranges::nth_element(weights, weights.begin() + static_cast<std::ptrdiff_t>(rank - 1), std::greater<>());
        const double middle = weights[rank - 1];
        for (Draft& draft : m_drafts) {
            draft.event.weight = draft.weight;
            draft.event.salience = draft.weight / (draft.weight + middle);
        }
    }

    std::span<const std::shared_ptr<const ArticleAnalysis>> m_articles; // Not owned: the caller's.
    std::span<const std::uint32_t> m_reprintCluster;                    // Not owned: the caller's.
    const std::stop_token& m_stop;                                      // Not owned: the caller's.
    std::vector<std::uint32_t> m_outlet;
    std::vector<Opening> m_openings;
    Day m_firstPublished = Day::max();
    std::vector<Draft> m_drafts;
};

} // namespace

std::size_t firstSight(std::size_t articles)
{
    return static_cast<std::size_t>(std::lround(8.0 * std::sqrt(static_cast<double>(articles))));
}

std::vector<Event> assembleEvents(std::span<const std::shared_ptr<const ArticleAnalysis>> articles,
                                  std::span<const std::uint32_t> reprintCluster,
                                  const std::vector<std::vector<links::LinkedMention>>& clusters,
                                  const std::stop_token& stop)
{
    return Assembler(articles, reprintCluster, stop).run(clusters);
}

} // namespace synoptic::analysis
