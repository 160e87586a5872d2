// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/same_day.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "events/participants.h"
#include "links/term_vector.h"

namespace synoptic::links {
namespace {

using events::EventMention;

/// What is compared of a cluster.
struct Profile
{
    std::size_t cluster = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> sentences; // article, sentence
    std::set<std::uint32_t> articles;
    std::set<std::string> people;
    TermVector words;
    double strength = 0.0; // of its likeliest trigger
};

class Joiner
{
public:
    Joiner(std::span<const ArticleView> articles, std::span<const std::uint32_t> stories,
           std::vector<std::vector<LinkedMention>> clusters, const std::stop_token& stop)
        : m_articles(articles), m_stories(stories), m_clusters(std::move(clusters)), m_stop(stop)
    {}

    std::vector<std::vector<LinkedMention>> run()
    {
        std::map<std::pair<std::uint32_t, Day>, std::vector<std::size_t>> blocks;
        for (std::size_t c = 0; c < m_clusters.size(); ++c) {
            if (const auto day = exactDay(m_clusters[c]))
                blocks[{m_stories[m_clusters[c].front().ref.article], *day}].push_back(c);
        }
        for (auto& [block, clusters] : blocks) {
            if (m_stop.stop_requested())
                return {};
            joinBlock(std::move(clusters));
        }
        std::erase_if(m_clusters, [](const auto& cluster) { return cluster.empty(); });
        for (auto& cluster : m_clusters)
            std::ranges::sort(cluster, {}, &LinkedMention::ref);
        std::ranges::sort(m_clusters, {}, [](const auto& cluster) { return cluster.front().ref; });
        return std::move(m_clusters);
    }

private:
    const EventMention& mentionOf(const MentionRef& ref) const { return m_articles[ref.article].mentions[ref.mention]; }

    /// The one day that mentions of the cluster name in words of their own.
    std::optional<Day> exactDay(const std::vector<LinkedMention>& cluster) const
    {
        std::optional<Day> day;
        bool reporting = true;
        for (const LinkedMention& linked : cluster) {
            const EventMention& mention = mentionOf(linked.ref);
            reporting = reporting && mention.reporting;
            if (mention.date.basis != events::DateBasis::OwnExpression || !mention.date.interval ||
                !mention.date.interval->isDayOrFiner())
                continue;
            const Day found = mention.date.interval->days().first;
            if (day && *day != found)
                return std::nullopt;
            day = found;
        }
        return reporting ? std::nullopt : day;
    }

    Profile profileOf(std::size_t cluster)
    {
        Profile profile;
        profile.cluster = cluster;
        std::vector<std::string> stems;
        for (const LinkedMention& linked : m_clusters[cluster]) {
            const EventMention& mention = mentionOf(linked.ref);
            profile.strength = std::max(profile.strength, mention.score);
            profile.articles.insert(linked.ref.article);
            for (const std::string& name : mention.participants)
                profile.people.insert(events::nameKey(name));
            if (!profile.sentences.emplace(linked.ref.article, mention.sentence).second)
                continue;
            const ArticleView& view = m_articles[linked.ref.article];
            std::vector<std::string> more =
                contentStems(textOf(view.article->text, view.sentences[mention.sentence].span));
            stems.insert(stems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        profile.words = termVector(stems, m_vocabulary, DocumentFrequencies::standard(), 80);
        return profile;
    }

    static double likeness(const Profile& a, const Profile& b)
    {
        constexpr double leastAlike = 0.12;
        const auto shared =
            std::ranges::count_if(a.people, [&](const std::string& name) { return b.people.contains(name); });
        const auto among = std::min(a.people.size(), b.people.size());
        const double alike = cosine(a.words, b.words);
        if (shared == 0 || 2 * static_cast<std::size_t>(shared) < among || alike < leastAlike)
            return 0.0;
        return alike + 0.1 * static_cast<double>(std::min<std::ptrdiff_t>(shared, 3)) +
               0.1 * std::min(a.strength, b.strength);
    }

    void joinBlock(std::vector<std::size_t> clusters)
    {
        constexpr std::size_t most = 150;
        constexpr double enough = 0.36;
        if (clusters.size() > most) {
            std::ranges::stable_sort(
                clusters, [&](std::size_t a, std::size_t b) { return m_clusters[a].size() > m_clusters[b].size(); });
            clusters.resize(most);
        }
        std::vector<Profile> profiles;
        profiles.reserve(clusters.size());
        for (const std::size_t cluster : clusters)
            profiles.push_back(profileOf(cluster));
        // How alike each pair is; the join of two changes one row alone.
        std::vector<std::vector<double>> alike(profiles.size(), std::vector<double>(profiles.size(), 0.0));
        const auto compare = [&](std::size_t a, std::size_t b) {
            const bool apart = std::ranges::none_of(
                profiles[a].articles, [&](std::uint32_t article) { return profiles[b].articles.contains(article); });
            alike[a][b] = apart ? likeness(profiles[a], profiles[b]) : 0.0;
        };
        for (std::size_t a = 0; a < profiles.size() && !m_stop.stop_requested(); ++a) {
            for (std::size_t b = a + 1; b < profiles.size(); ++b)
                compare(a, b);
        }
        while (!m_stop.stop_requested()) {
            double best = enough;
            std::pair<std::size_t, std::size_t> pair{0, 0};
            for (std::size_t a = 0; a < profiles.size(); ++a) {
                for (std::size_t b = a + 1; b < profiles.size(); ++b) {
                    if (alike[a][b] > best) {
                        best = alike[a][b];
                        pair = {a, b};
                    }
                }
            }
            const auto [kept, gone] = pair;
            if (gone == 0)
                return;
            auto& into = m_clusters[profiles[kept].cluster];
            auto& from = m_clusters[profiles[gone].cluster];
            for (LinkedMention& linked : into)
                linked.score = std::min(linked.score, best);
            for (LinkedMention& linked : from) {
                linked.why = "same day, same people, alike words";
                linked.score = std::min(linked.score, best);
                into.push_back(std::move(linked));
            }
            from.clear();
            profiles[kept] = profileOf(profiles[kept].cluster);
            for (std::size_t i = 0; i < profiles.size(); ++i) {
                alike[std::min(i, gone)][std::max(i, gone)] = 0.0;
                if (i != kept && !m_clusters[profiles[i].cluster].empty())
                    compare(std::min(i, kept), std::max(i, kept));
            }
        }
    }

    std::span<const ArticleView> m_articles;  // Not owned: the caller's.
    std::span<const std::uint32_t> m_stories; // Not owned: the caller's.
    std::vector<std::vector<LinkedMention>> m_clusters;
    const std::stop_token& m_stop; // Not owned: the caller's.
    Vocabulary m_vocabulary;
};

} // namespace

std::vector<std::vector<LinkedMention>> joinSameDay(std::span<const ArticleView> articles,
                                                    std::span<const std::uint32_t> stories,
                                                    std::vector<std::vector<LinkedMention>> clusters,
                                                    const std::stop_token& stop)
{
    return Joiner(articles, stories, std::move(clusters), stop).run();
}

} // namespace synoptic::links
