// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_linker.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "events/participants.h"
#include "links/average_link.h"
#include "links/term_vector.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

using events::DateBasis;
using events::EventDate;
using events::EventMention;

constexpr double joinThreshold = 0.36;

struct Node
{
    MentionRef ref;
    const EventMention* mention = nullptr; // Not owned: lies in a view.
    std::uint32_t story = 0;
    std::uint32_t sentence = 0; // position in the list of sentence vectors
    std::vector<std::string> people;
    double rarity = 0.0; // idf of the key
};

/// How two dates stand to each other.
enum class DateRelation : std::uint8_t
{
    Unknown,
    SameDay,
    Compatible,
    NearDays,
    OtherDays
};

DateRelation relationOf(const EventDate& a, const EventDate& b)
{
    if (!a.interval || !b.interval || a.basis != DateBasis::OwnExpression || b.basis != DateBasis::OwnExpression)
        return DateRelation::Unknown;
    if (a.interval->overlaps(*b.interval)) {
        const bool bothDays = a.interval->isDayOrFiner() && b.interval->isDayOrFiner();
        return bothDays ? DateRelation::SameDay : DateRelation::Compatible;
    }
    constexpr std::chrono::hours week{24 * 7};
    const auto gap = a.interval->begin < b.interval->begin ? b.interval->begin - a.interval->end
                                                           : a.interval->begin - b.interval->end;
    return gap < week ? DateRelation::NearDays : DateRelation::OtherDays;
}

int sharedPeople(const Node& a, const Node& b)
{
    return static_cast<int>(std::ranges::count_if(
        a.people, [&](const std::string& name) { return std::ranges::find(b.people, name) != b.people.end(); }));
}

struct Verdict
{
    double score = 0.0;
    bool isWall = false;
};

Verdict compare(const Node& a, const Node& b, double wordsAlike)
{
    const bool sameArticle = a.ref.article == b.ref.article;
    const bool sameKey = a.mention->key == b.mention->key;
    const int people = std::min(sharedPeople(a, b), 3);
    const DateRelation dates = relationOf(a.mention->date, b.mention->date);
    if (sameArticle && (dates == DateRelation::NearDays || dates == DateRelation::OtherDays))
        return {0.0, true};
    // Days near each other are two reports of one happening only if the sentences say nearly the same.
    constexpr double nearlyTheSame = 0.35;
    if (dates == DateRelation::NearDays && wordsAlike < nearlyTheSame)
        return {0.0, true};
    if (dates == DateRelation::OtherDays)
        return {0.0, true};

    double score = 0.0;
    if (sameKey) {
        score = a.mention->reporting || b.mention->reporting ? 0.05 : 0.4;
        score += 0.03 * std::min(a.rarity, 6.0);
        score += 0.6 * wordsAlike + 0.06 * people;
        // One word twice in an article is more often two happenings than one, unless day or words agree.
        constexpr double retold = 0.25;
        if (sameArticle && dates != DateRelation::SameDay && wordsAlike < retold)
            return {-0.3, false};
        score -= sameArticle ? 0.15 : 0.0;
    } else {
        // Another word for it: only where day and people agree, or the sentences nearly do.
        if (a.mention->reporting || b.mention->reporting)
            return {};
        if (dates != DateRelation::SameDay || people == 0)
            return {};
        score = 0.05 + 0.12 * people + 0.6 * wordsAlike;
        score -= sameArticle ? 0.1 : 0.0;
    }
    if (dates == DateRelation::SameDay)
        score += 0.2;
    else if (dates == DateRelation::Compatible)
        score += 0.05;
    else if (dates == DateRelation::NearDays)
        score -= 0.15;
    return {std::clamp(score, -1.0, 1.0), false};
}

class Linker
{
public:
    Linker(std::span<const ArticleView> articles, const std::stop_token& stop) : m_articles(articles), m_stop(stop) {}

    std::vector<std::vector<LinkedMention>> run(std::span<const std::uint32_t> stories)
    {
        makeNodes(stories);
        comparePairs();
        if (m_stop.stop_requested())
            return {};
        const std::vector<std::uint32_t> root = averageLink(m_nodes.size(), m_pairs, joinThreshold, m_stop);
        if (m_stop.stop_requested())
            return {};
        return collect(root);
    }

private:
    void makeNodes(std::span<const std::uint32_t> story)
    {
        const DocumentFrequencies& frequencies = DocumentFrequencies::standard();
        for (std::uint32_t a = 0; a < m_articles.size() && !m_stop.stop_requested(); ++a) {
            const ArticleView& view = m_articles[a];
            std::int64_t lastSentence = -1;
            for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
                const EventMention& mention = view.mentions[m];
                if (mention.sentence != lastSentence) {
                    const TextSpan span = view.sentences[mention.sentence].span;
                    m_sentences.push_back(
                        termVector(contentStems(textOf(view.article->text, span)), m_vocabulary, frequencies, 60));
                    lastSentence = mention.sentence;
                }
                Node node{{a, m}, &mention, story[a], static_cast<std::uint32_t>(m_sentences.size() - 1), {}, 0.0};
                for (const std::string& name : mention.participants)
                    node.people.push_back(events::nameKey(name));
                node.rarity = frequencies.inverse(text::stem(mention.key));
                m_nodes.push_back(std::move(node));
            }
        }
    }

    void comparePairs()
    {
        using Block = std::tuple<std::uint32_t, std::string, std::int64_t>; // story, key, day
        std::map<Block, std::vector<std::uint32_t>> blocks;
        for (std::uint32_t n = 0; n < m_nodes.size(); ++n) {
            const Node& node = m_nodes[n];
            blocks[{node.story, node.mention->key, 0}].push_back(n);
            const EventDate& date = node.mention->date;
            if (date.interval && date.interval->isDayOrFiner() && date.basis == DateBasis::OwnExpression)
                blocks[{node.story, "", date.interval->days().first.time_since_epoch().count()}].push_back(n);
        }
        // Common keys meet their neighbors in the order of the day they tell of, not everybody.
        constexpr std::size_t neighbors = 100;
        constexpr std::size_t pairsOfBlock =
            400'000; // of a key told ten thousand times every pair would cost gigabytes
        constexpr std::size_t fewest = 10;
        for (auto& [block, nodes] : blocks) {
            if (m_stop.stop_requested())
                return;
            const std::size_t window = std::clamp(pairsOfBlock / nodes.size(), fewest, neighbors);
            if (nodes.size() > window) {
                std::ranges::stable_sort(nodes, {}, [&](std::uint32_t n) {
                    const auto& interval = m_nodes[n].mention->date.interval;
                    return interval ? interval->begin.time_since_epoch().count() : 0;
                });
            }
            for (std::size_t i = 0; i < nodes.size() && !m_stop.stop_requested(); ++i) {
                for (std::size_t j = i + 1; j < std::min(nodes.size(), i + window); ++j)
                    comparePair(std::min(nodes[i], nodes[j]), std::max(nodes[i], nodes[j]));
            }
        }
        if (m_stop.stop_requested())
            return;
        sortPairs();
    }

    /// By first node, then second, each pair once (it may have met in two blocks). In portions, one for each first
    /// node, so that a request to stop is heard: sorting millions of pairs at once takes half a second.
    void sortPairs()
    {
        std::vector<std::size_t> end(m_nodes.size() + 1, 0);
        for (const SimilarPair& pair : m_pairs)
            ++end[pair.a + 1];
        std::partial_sum(end.begin(), end.end(), end.begin());
        std::vector<std::size_t> next(end.begin(), end.end() - 1);
        std::vector<SimilarPair> placed(m_pairs.size());
        for (const SimilarPair& pair : m_pairs)
            placed[next[pair.a]++] = pair;
        m_pairs.clear();
        for (std::size_t node = 0; node + 1 < end.size() && !m_stop.stop_requested(); ++node) {
            const auto first = placed.begin() + static_cast<std::ptrdiff_t>(end[node]);
            const auto last = placed.begin() + static_cast<std::ptrdiff_t>(end[node + 1]);
            std::sort(first, last, [](const SimilarPair& x, const SimilarPair& y) { return x.b < y.b; });
            std::unique_copy(first, last, std::back_inserter(m_pairs),
                             [](const SimilarPair& x, const SimilarPair& y) { return x.b == y.b; });
        }
    }

    void comparePair(std::uint32_t a, std::uint32_t b)
    {
        if (m_nodes[a].sentence == m_nodes[b].sentence)
            return; // two triggers of one sentence are two events, or two words of one: titles and salience see to that
        const Verdict verdict =
            compare(m_nodes[a], m_nodes[b], cosine(m_sentences[m_nodes[a].sentence], m_sentences[m_nodes[b].sentence]));
        constexpr double worthKeeping = 0.2; // below it a pair counts as unlike
        if (verdict.isWall)
            m_pairs.push_back({a, b, wall});
        else if (verdict.score >= worthKeeping || verdict.score < 0.0)
            m_pairs.push_back({a, b, static_cast<std::int32_t>(std::lround(verdict.score * SimilarPair::one))});
    }

    /// For each mention the sum of its similarities to others for which @p together holds; in millionths.
    template <class Predicate>
    std::vector<std::int64_t> sumSimilarities(const Predicate& together) const
    {
        std::vector<std::int64_t> sums(m_nodes.size(), 0);
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

    /// An article tells an event in a sentence or two: of its mentions in @p nodes those stay that fit the other
    /// articles nearly as well as its best one; the rest become events of their own.
    /// @p elsewhere: for each mention the sum of its similarities to the cluster's mentions in other articles.
    void splitOff(std::vector<std::uint32_t> nodes, const std::vector<std::int64_t>& elsewhere,
                  std::vector<std::vector<std::uint32_t>>& groups) const
    {
        constexpr double slack = 0.15;
        std::map<std::uint32_t, std::vector<std::uint32_t>> byArticle;
        for (const std::uint32_t n : nodes)
            byArticle[m_nodes[n].ref.article].push_back(n);
        if (byArticle.size() < 2) {
            groups.push_back(std::move(nodes));
            return;
        }
        std::vector<std::uint32_t> kept;
        for (const auto& [article, own] : byArticle) {
            std::vector<double> fits;
            for (const std::uint32_t n : own) {
                const bool dated = m_nodes[n].mention->date.basis == DateBasis::OwnExpression;
                fits.push_back(meanOf(elsewhere[n], nodes.size() - own.size()) + (dated ? 0.1 : 0.0) +
                               0.2 * m_nodes[n].mention->score);
            }
            const double best = std::ranges::max(fits);
            for (std::size_t i = 0; i < own.size(); ++i) {
                if (fits[i] >= best - slack)
                    kept.push_back(own[i]);
                else
                    groups.push_back({own[i]});
            }
        }
        std::ranges::sort(kept);
        groups.push_back(std::move(kept));
    }

    /// Which of @p nodes name a day of their own that another of them names too.
    std::set<std::uint32_t> sharingDay(const std::vector<std::uint32_t>& nodes) const
    {
        std::vector<std::uint32_t> dated;
        std::ranges::copy_if(nodes, std::back_inserter(dated), [&](std::uint32_t n) {
            const EventDate& date = m_nodes[n].mention->date;
            return date.basis == DateBasis::OwnExpression && date.interval && date.interval->isDayOrFiner();
        });
        const auto intervalOf = [&](std::uint32_t n) -> const temporal::Interval& {
            return *m_nodes[n].mention->date.interval;
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
        std::map<std::string_view, std::size_t> keys;   // → mentions
        std::map<std::string_view, std::size_t> people; // → mentions that name them
        for (const std::uint32_t n : nodes) {
            ++keys[m_nodes[n].mention->key];
            for (const std::string_view name :
                 std::set<std::string_view>(m_nodes[n].people.begin(), m_nodes[n].people.end()))
                ++people[name];
        }
        const std::set<std::uint32_t> sameDay = sharingDay(nodes);
        std::vector<std::string> texts;
        for (const std::uint32_t n : nodes) {
            const Node& node = m_nodes[n];
            std::string text =
                keys[node.mention->key] > 1 ? "same word (" + node.mention->key + ")" : "another word for it";
            if (sameDay.contains(n))
                text += ", same day";
            std::set<std::string_view> shared;
            for (std::size_t i = 0; i < node.people.size(); ++i) {
                if (people[node.people[i]] > 1)
                    shared.insert(node.mention->participants[i]);
            }
            if (!shared.empty())
                text.append(", names ").append(*shared.begin());
            texts.push_back(std::move(text));
        }
        return texts;
    }

    std::vector<std::vector<LinkedMention>> collect(const std::vector<std::uint32_t>& root) const
    {
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        for (std::uint32_t n = 0; n < root.size(); ++n)
            members[root[n]].push_back(n);
        const std::vector<std::int64_t> elsewhere = sumSimilarities([&](std::uint32_t a, std::uint32_t b) {
            return root[a] == root[b] && m_nodes[a].ref.article != m_nodes[b].ref.article;
        });
        std::vector<std::vector<std::uint32_t>> groups;
        for (auto& [first, nodes] : members)
            splitOff(std::move(nodes), elsewhere, groups);
        std::ranges::sort(groups);
        std::vector<std::size_t> groupOf(m_nodes.size(), 0);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (const std::uint32_t n : groups[g])
                groupOf[n] = g;
        }
        const std::vector<std::int64_t> within =
            sumSimilarities([&](std::uint32_t a, std::uint32_t b) { return groupOf[a] == groupOf[b]; });
        std::vector<std::vector<LinkedMention>> result;
        for (const std::vector<std::uint32_t>& nodes : groups) {
            if (m_stop.stop_requested())
                return {};
            std::vector<std::string> why = reasons(nodes);
            std::vector<LinkedMention> cluster;
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                const double score = nodes.size() > 1 ? meanOf(within[nodes[i]], nodes.size() - 1) : 1.0;
                cluster.push_back({m_nodes[nodes[i]].ref, score, std::move(why[i])});
            }
            result.push_back(std::move(cluster));
        }
        return result;
    }

    std::span<const ArticleView> m_articles; // Not owned: the caller's.
    const std::stop_token& m_stop;           // Not owned: the caller's.
    Vocabulary m_vocabulary;
    std::vector<TermVector> m_sentences;
    std::vector<Node> m_nodes;
    std::vector<SimilarPair> m_pairs;
};

} // namespace

std::vector<std::vector<LinkedMention>>
linkMentions(std::span<const ArticleView> articles, std::span<const std::uint32_t> stories, const std::stop_token& stop)
{
    return Linker(articles, stop).run(stories);
}

} // namespace synoptic::links
