// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_linker.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "base/lexicons.h"
#include "events/participants.h"
#include "links/average_link.h"
#include "links/boosted_trees.h"
#include "links/candidate_pairs.h"
#include "links/pair_features.h"

namespace synoptic::links {
namespace {

using events::DateBasis;
using events::EventDate;

constexpr double joinThreshold = 0.65;
// The model learned on stories that are told in two or three sentences; a long article uses one word for several
// things.
constexpr double ofOneArticle = 0.3;

const BoostedTrees& pairModel()
{
    static const BoostedTrees trees = BoostedTrees::parse(lexicons::pairTrees());
    return trees;
}

class Linker
{
public:
    Linker(std::span<const ArticleView> articles, const Stories& stories, const std::stop_token& stop)
        : m_articles(articles), m_stories(stories), m_stop(stop)
    {}

    std::vector<std::vector<LinkedMention>> run()
    {
        m_profiles = profilesOf(m_articles, m_stories, m_stop);
        comparePairs();
        if (m_stop.stop_requested())
            return {};
        const std::vector<std::uint32_t> root = averageLink(m_profiles.mentions.size(), m_pairs, joinThreshold, m_stop);
        if (m_stop.stop_requested())
            return {};
        return collect(root);
    }

private:
    void comparePairs()
    {
        constexpr std::int32_t worthKeeping = 150'000; // × 1/1,000,000; below it a pair counts as unlike
        for (const CandidatePair& pair : candidatePairs(m_profiles, m_stop)) {
            if (m_stop.stop_requested())
                return;
            const MentionProfile& a = m_profiles.mentions[pair.a];
            const MentionProfile& b = m_profiles.mentions[pair.b];
            if (nameOtherDays(a, b)) {
                m_pairs.push_back({pair.a, pair.b, wall});
                continue;
            }
            const PairFeatures features = pairFeaturesOf(m_profiles, m_stories, m_articles[a.ref.article],
                                                         m_articles[b.ref.article], a, b, pair.aligned);
            const double odds = static_cast<double>(pairModel().score(features)) / 1000.0;
            const double likely = (a.ref.article == b.ref.article ? ofOneArticle : 1.0) / (1.0 + std::exp(-odds));
            const auto score = static_cast<std::int32_t>(std::lround(SimilarPair::one * likely));
            if (score >= worthKeeping)
                m_pairs.push_back({pair.a, pair.b, score});
        }
    }

    /// Both name a time of their own, and the times lie days apart: never one event. Neighboring days may be one that
    /// the articles disagree on, which is for the analyst to see.
    static bool nameOtherDays(const MentionProfile& a, const MentionProfile& b)
    {
        constexpr std::chrono::days disputable{3};
        const EventDate& one = a.mention->date;
        const EventDate& other = b.mention->date;
        return one.basis == DateBasis::OwnExpression && other.basis == DateBasis::OwnExpression && one.interval &&
               other.interval &&
               (one.interval->end + disputable <= other.interval->begin ||
                other.interval->end + disputable <= one.interval->begin);
    }

    /// For each mention the sum of its similarities to others for which @p together holds; in millionths.
    template <class Predicate>
    std::vector<std::int64_t> sumSimilarities(const Predicate& together) const
    {
        std::vector<std::int64_t> sums(m_profiles.mentions.size(), 0);
        for (const SimilarPair& pair : m_pairs) {
            if (pair.score > 0 && together(pair.a, pair.b)) {
                sums[pair.a] += pair.score;
                sums[pair.b] += pair.score;
            }
        }
        return sums;
    }

    /// The mean of @p count similarities.
    static double meanOf(std::int64_t sum, std::size_t count)
    {
        return count > 0 ? static_cast<double>(sum) / SimilarPair::one / static_cast<double>(count) : 0.0;
    }

    /// Which of @p nodes name a day of their own that another of them names too.
    std::set<std::uint32_t> sharingDay(const std::vector<std::uint32_t>& nodes) const
    {
        std::vector<std::uint32_t> dated;
        std::ranges::copy_if(nodes, std::back_inserter(dated), [&](std::uint32_t n) {
            const EventDate& date = m_profiles.mentions[n].mention->date;
            return date.basis == DateBasis::OwnExpression && date.interval && date.interval->isDayOrFiner();
        });
        const auto intervalOf = [&](std::uint32_t n) -> const temporal::Interval& {
            return *m_profiles.mentions[n].mention->date.interval;
        };
        std::ranges::sort(dated, {}, [&](std::uint32_t n) { return std::pair(intervalOf(n).begin, n); });
        std::set<std::uint32_t> sharing;
        temporal::Instant latestEnd = temporal::Instant::min();
        for (std::size_t i = 0; i < dated.size(); ++i) {
            const temporal::Interval& own = intervalOf(dated[i]);
            const bool meetsEarlier = own.begin < latestEnd;
            const bool meetsLater = i + 1 < dated.size() && intervalOf(dated[i + 1]).begin < own.end;
            if (meetsEarlier || meetsLater)
                sharing.insert(dated[i]);
            latestEnd = std::max(latestEnd, own.end);
        }
        return sharing;
    }

    /// For each of @p nodes why it is one of them. Counted once for all: a cluster may have thousands.
    std::vector<std::string> reasons(const std::vector<std::uint32_t>& nodes) const
    {
        if (nodes.size() == 1)
            return {"only mention"};
        std::map<std::string_view, std::size_t> keys; // → mentions
        std::map<std::string, std::size_t> people;    // name key → mentions that name them
        std::vector<std::set<std::string>> peopleOf;
        for (const std::uint32_t n : nodes) {
            const events::EventMention& mention = *m_profiles.mentions[n].mention;
            ++keys[mention.key];
            std::set<std::string>& own = peopleOf.emplace_back();
            for (const std::string& name : mention.participants)
                own.insert(events::nameKey(name));
            for (const std::string& name : own)
                ++people[name];
        }
        const std::set<std::uint32_t> sameDay = sharingDay(nodes);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const events::EventMention& mention = *m_profiles.mentions[nodes[i]].mention;
            std::string text = keys[mention.key] > 1 ? "same word (" + mention.key + ")" : "another word for it";
            if (sameDay.contains(nodes[i]))
                text += ", same day";
            const auto shared = std::ranges::find_if(
                mention.participants, [&](const std::string& name) { return people[events::nameKey(name)] > 1; });
            if (shared != mention.participants.end())
                text.append(", names ").append(*shared);
            texts.push_back(std::move(text));
        }
        return texts;
    }

    std::vector<std::vector<LinkedMention>> collect(const std::vector<std::uint32_t>& root) const
    {
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        for (std::uint32_t n = 0; n < root.size(); ++n)
            members[root[n]].push_back(n);
        std::vector<std::vector<std::uint32_t>> groups;
        for (auto& [first, nodes] : members)
            groups.push_back(std::move(nodes));
        const std::vector<std::int64_t> within =
            sumSimilarities([&](std::uint32_t a, std::uint32_t b) { return root[a] == root[b]; });
        std::vector<std::vector<LinkedMention>> result;
        for (const std::vector<std::uint32_t>& nodes : groups) {
            if (m_stop.stop_requested())
                return {};
            std::vector<std::string> why = reasons(nodes);
            std::vector<LinkedMention> cluster;
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                const double score = nodes.size() > 1 ? meanOf(within[nodes[i]], nodes.size() - 1) : 1.0;
                cluster.push_back({m_profiles.mentions[nodes[i]].ref, score, std::move(why[i])});
            }
            result.push_back(std::move(cluster));
        }
        return result;
    }

    std::span<const ArticleView> m_articles; // Not owned: the caller's.
    const Stories& m_stories;                // Not owned: the caller's.
    const std::stop_token& m_stop;           // Not owned: the caller's.
    Profiles m_profiles;
    std::vector<SimilarPair> m_pairs;
};

} // namespace

std::vector<std::vector<LinkedMention>> linkMentions(std::span<const ArticleView> articles, const Stories& stories,
                                                     const std::stop_token& stop)
{
    return Linker(articles, stories, stop).run();
}

} // namespace synoptic::links
