// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/candidate_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/portioned_sort.h"

namespace synoptic::links {
namespace {

constexpr double alikeSentences = 0.2;
constexpr double likely = 0.1; // a word that hardly names an event is no other word for one

/// How much speaks for two keys of a story standing for each other.
struct Evidence
{
    double sum = 0.0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> articles; // pairs of articles that say so
};

using KeyPair = std::pair<std::uint32_t, std::uint32_t>; // the smaller first

KeyPair ordered(std::uint32_t a, std::uint32_t b)
{
    return {std::min(a, b), std::max(a, b)};
}

/// The candidates of one story.
class StoryFinder
{
public:
    StoryFinder(const Profiles& profiles, std::span<const std::uint32_t> mentions, const std::stop_token& stop,
                std::vector<CandidatePair>& pairs)
        : m_profiles(profiles), m_stop(stop), m_pairs(pairs)
    {
        for (const std::uint32_t n : mentions) {
            m_byKey[profiles.mentions[n].key].push_back(n);
            m_bySentence[profiles.mentions[n].sentence].push_back(n);
        }
    }

    void run()
    {
        findAlikeSentences();
        if (m_stop.stop_requested())
            return;
        alignKeys();
        for (auto& [key, mentions] : m_byKey)
            addSameKey(mentions);
        addAlignedKeys();
        addAlikeSentences();
    }

private:
    void add(std::uint32_t a, std::uint32_t b)
    {
        const MentionProfile& left = m_profiles.mentions[a];
        const MentionProfile& right = m_profiles.mentions[b];
        if (left.sentence == right.sentence)
            return;
        std::int32_t aligned = 0;
        if (left.key != right.key) {
            if (const auto found = m_aligned.find(ordered(left.key, right.key)); found != m_aligned.end())
                aligned = found->second;
            if (aligned == 0 && !mayMean(left, right))
                return;
        }
        m_pairs.push_back({std::min(a, b), std::max(a, b), aligned});
    }

    /// Other words: each must be missing from the other sentence, or mean something like it.
    bool mayMean(const MentionProfile& a, const MentionProfile& b) const
    {
        if (std::min(a.mention->score, b.mention->score) < likely)
            return false;
        const bool bothMissing = !std::ranges::binary_search(m_profiles.sentences[b.sentence].keys, a.key) &&
                                 !std::ranges::binary_search(m_profiles.sentences[a.sentence].keys, b.key);
        return bothMissing ||
               relationOf(m_profiles.concepts[a.key], m_profiles.concepts[b.key]) >= ConceptRelation::Broader;
    }

    void findAlikeSentences()
    {
        std::vector<std::uint32_t> sentences;
        std::vector<TermVector> vectors;
        for (const auto& [sentence, mentions] : m_bySentence) {
            sentences.push_back(sentence);
            vectors.push_back(m_profiles.sentences[sentence].words);
        }
        for (SimilarPair pair : similarPairs(vectors, alikeSentences, m_stop)) {
            pair.a = sentences[pair.a];
            pair.b = sentences[pair.b];
            // In one article another word is another event, or a matter of taste.
            if (m_profiles.sentences[pair.a].article != m_profiles.sentences[pair.b].article)
                m_alike.push_back(pair);
        }
        keepNearest();
    }

    /// Of the sentences alike to one the most alike: where hundreds of articles say the same, each needs not meet all.
    void keepNearest()
    {
        constexpr std::size_t most = 40;
        std::ranges::stable_sort(m_alike, [](const SimilarPair& x, const SimilarPair& y) { return x.score > y.score; });
        std::unordered_map<std::uint32_t, std::size_t> kept; // sentence → pairs
        std::erase_if(m_alike, [&](const SimilarPair& pair) {
            std::size_t& left = kept[pair.a];
            std::size_t& right = kept[pair.b];
            if (left >= most && right >= most)
                return true;
            ++left;
            ++right;
            return false;
        });
    }

    /// The mentions of sentence @p from whose key sentence @p to lacks.
    std::vector<std::uint32_t> unmatched(std::uint32_t from, std::uint32_t to)
    {
        std::vector<std::uint32_t> result;
        for (const std::uint32_t n : m_bySentence[from]) {
            const MentionProfile& mention = m_profiles.mentions[n];
            if (mention.mention->score >= likely &&
                !std::ranges::binary_search(m_profiles.sentences[to].keys, mention.key))
                result.push_back(n);
        }
        return result;
    }

    void alignKeys()
    {
        std::map<KeyPair, Evidence> evidence;
        for (const SimilarPair& pair : m_alike) {
            if (m_stop.stop_requested())
                return;
            const std::vector<std::uint32_t> left = unmatched(pair.a, pair.b);
            const std::vector<std::uint32_t> right = unmatched(pair.b, pair.a);
            const double alike = pair.score / SimilarPair::one;
            for (const std::uint32_t a : left) {
                for (const std::uint32_t b : right) {
                    const MentionProfile& one = m_profiles.mentions[a];
                    const MentionProfile& other = m_profiles.mentions[b];
                    const double around = cosine(one.left, other.left) + cosine(one.right, other.right);
                    const auto relation = relationOf(m_profiles.concepts[one.key], m_profiles.concepts[other.key]);
                    const double meaning = relation >= ConceptRelation::Broader ? 0.5 : 0.0;
                    if (around + meaning < 0.2)
                        continue;
                    Evidence& own = evidence[ordered(one.key, other.key)];
                    own.sum += alike * (around + meaning);
                    own.articles.insert(ordered(one.ref.article, other.ref.article));
                }
            }
        }
        for (const auto& [keys, own] : evidence) {
            constexpr std::size_t leastArticlePairs = 2;
            constexpr double most = 3000.0;
            if (own.articles.size() < leastArticlePairs)
                continue;
            const double chances = std::sqrt(articlesWith(keys.first) * articlesWith(keys.second));
            m_aligned[keys] = static_cast<std::int32_t>(std::lround(std::min(most, 1000.0 * own.sum / chances)));
        }
    }

    double articlesWith(std::uint32_t key) const
    {
        std::set<std::uint32_t> articles;
        for (const std::uint32_t n : m_byKey.at(key))
            articles.insert(m_profiles.mentions[n].ref.article);
        return static_cast<double>(articles.size());
    }

    void addSameKey(std::vector<std::uint32_t>& mentions)
    {
        constexpr std::size_t neighbors = 150;
        constexpr std::size_t pairsOfKey = 400'000; // every pair of a key told ten thousand times would cost gigabytes
        constexpr std::size_t fewest = 10;
        const std::size_t reach = std::clamp(pairsOfKey / mentions.size(), fewest, neighbors);
        if (mentions.size() > reach) {
            std::ranges::stable_sort(mentions, {}, [&](std::uint32_t n) {
                const auto& interval = m_profiles.mentions[n].mention->date.interval;
                return interval ? interval->begin.time_since_epoch().count() : 0;
            });
        }
        for (std::size_t i = 0; i < mentions.size() && !m_stop.stop_requested(); ++i) {
            for (std::size_t j = i + 1; j < std::min(mentions.size(), i + reach); ++j)
                add(mentions[i], mentions[j]);
        }
    }

    void addAlignedKeys()
    {
        constexpr std::int32_t standsForOften = 250; // thousandths
        constexpr std::size_t mostPairs = 40'000;
        for (const auto& [keys, aligned] : m_aligned) {
            const auto& left = m_byKey[keys.first];
            const auto& right = m_byKey[keys.second];
            if (aligned < standsForOften || left.size() * right.size() > mostPairs || m_stop.stop_requested())
                continue;
            for (const std::uint32_t a : left) {
                for (const std::uint32_t b : right)
                    add(a, b);
            }
        }
    }

    void addAlikeSentences()
    {
        for (const SimilarPair& pair : m_alike) {
            if (m_stop.stop_requested())
                return;
            for (const std::uint32_t a : m_bySentence[pair.a]) {
                for (const std::uint32_t b : m_bySentence[pair.b])
                    add(a, b);
            }
        }
    }

    const Profiles& m_profiles;          // Not owned: the caller's.
    const std::stop_token& m_stop;       // Not owned: the caller's.
    std::vector<CandidatePair>& m_pairs; // Not owned: the caller's.
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_byKey;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_bySentence;
    std::vector<SimilarPair> m_alike; // pairs of sentences
    std::map<KeyPair, std::int32_t> m_aligned;
};

} // namespace

std::vector<CandidatePair> candidatePairs(const Profiles& profiles, const std::stop_token& stop)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> stories;
    for (std::uint32_t n = 0; n < profiles.mentions.size(); ++n)
        stories[profiles.mentions[n].story].push_back(n);
    std::vector<CandidatePair> pairs;
    for (const auto& [story, mentions] : stories) {
        if (stop.stop_requested())
            return {};
        StoryFinder(profiles, mentions, stop, pairs).run();
    }
    if (!sortInPortions(pairs, stop))
        return {};
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace synoptic::links
