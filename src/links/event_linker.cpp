// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_linker.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "events/participants.h"
#include "links/average_link.h"
#include "links/candidate_pairs.h"
#include "links/pair_model.h"

namespace synoptic::links {
namespace {

using events::DateBasis;
using events::EventDate;

// Chosen on ECB+ (development half): lower ones light more of what belongs together and more of what stands alone.
constexpr JoinThreshold joins{0.40, 0.50};
// That two mentions name days apart speaks against them as much as the best pair speaks for them. A wall would be too
// much: one day read wrong would keep two large clusters apart.
constexpr std::int32_t otherDays = -1000; // thousandths

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
        const std::vector<std::uint32_t> root = averageLink(m_profiles.mentions.size(), m_pairs, joins, m_stop);
        if (m_stop.stop_requested())
            return {};
        return collect(root);
    }

private:
    void comparePairs()
    {
        constexpr std::int32_t worthKeeping = 50; // thousandths; below it a pair counts as unlike
        constexpr std::size_t portion = 65'536;   // pairs between two looks at the stop token
        const std::vector<CandidatePair> pairs = candidatePairs(m_profiles, m_stop);
        if (m_stop.stop_requested())
            return;
        const std::vector<std::int32_t> likely = pairLikelihoods(m_profiles, m_stories, m_articles, pairs, m_stop);
        if (m_stop.stop_requested())
            return;
        const std::vector<double> telling = tellingOf();
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i % portion == 0 && m_stop.stop_requested())
                return;
            const bool apart = nameOtherDays(m_profiles.mentions[pairs[i].a], m_profiles.mentions[pairs[i].b]);
            const std::int32_t score =
                apart ? otherDays
                      : static_cast<std::int32_t>(std::lround(telling[pairs[i].a] * telling[pairs[i].b] * likely[i]));
            if (apart || score >= worthKeeping)
                m_pairs.push_back({pairs[i].a, pairs[i].b, score * static_cast<int>(SimilarPair::one) / 1000});
        }
    }

    /// How much of a mention's likeness counts. An article that uses a word again and again mostly speaks of something
    /// like it ("any new sanctions"); it tells the event where it opens, or where it names a day.
    std::vector<double> tellingOf() const
    {
        constexpr double spokenOf = 0.5;
        constexpr std::uint32_t opening = 4;                                   // sentences
        constexpr std::uint32_t often = 3;                                     // uses in an article
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> uses; // article, key
        for (const MentionProfile& mention : m_profiles.mentions)
            ++uses[{mention.ref.article, mention.key}];
        std::vector<double> result;
        for (const MentionProfile& mention : m_profiles.mentions) {
            const bool opens = m_profiles.sentences[mention.sentence].place < opening;
            const bool dated = mention.mention->date.basis == DateBasis::OwnExpression;
            const bool again = uses[{mention.ref.article, mention.key}] >= often;
            result.push_back(again && !opens && !dated ? spokenOf : 1.0);
        }
        return result;
    }

    /// Whether the day of a mention is sure: the words name the year, or the article says when it was published.
    bool isSure(const MentionProfile& mention) const
    {
        const EventDate& date = mention.mention->date;
        if (date.basis != DateBasis::OwnExpression || !date.interval)
            return false;
        constexpr std::size_t digitsOfYear = 4;
        std::size_t digits = 0;
        for (const char c : date.words) {
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits == digitsOfYear)
                return true;
        }
        return m_articles[mention.ref.article].article->published.basis > corpus::PublicationBasis::Inferred;
    }

    /// Both surely name a time of their own, and the times lie days apart. Neighboring days may be one that the
    /// articles disagree on, which is for the analyst to see.
    bool nameOtherDays(const MentionProfile& a, const MentionProfile& b) const
    {
        constexpr std::chrono::days disputable{3};
        const auto& one = a.mention->date.interval;
        const auto& other = b.mention->date.interval;
        return one && other && (one->end + disputable <= other->begin || other->end + disputable <= one->begin) &&
               isSure(a) && isSure(b);
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
        for (const std::uint32_t node : nodes) {
            const events::EventMention& mention = *m_profiles.mentions[node].mention;
            std::string text = keys[mention.key] > 1 ? "same word (" + mention.key + ")" : "another word for it";
            if (sameDay.contains(node))
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
        groups.reserve(members.size());
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
