// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/topics.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace synoptic::ui {

namespace {

/// The key with the greatest count, of equal ones the smallest.
template <class Key>
Key mostOf(const std::map<Key, std::size_t>& counts)
{
    return std::ranges::max_element(counts, {}, [](const auto& own) { return own.second; })->first;
}

/// The articles that tell an event, each once.
std::vector<std::uint32_t> tellersOf(const edits::TimelineEvent& shown)
{
    std::vector<std::uint32_t> articles;
    for (const analysis::Support& support : shown.event.supports)
        articles.push_back(static_cast<std::uint32_t>(indexOf(support.article)));
    std::ranges::sort(articles);
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end()); // clang 14: no ranges::unique
    return articles;
}

/// Sets of articles that grow together.
class Groups
{
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }

    std::uint32_t rootOf(std::uint32_t article)
    {
        while (m_parent[article] != article)
            article = m_parent[article] = m_parent[m_parent[article]];
        return article;
    }
    void join(std::uint32_t a, std::uint32_t b)
    {
        const auto [first, second] = std::minmax({rootOf(a), rootOf(b)});
        m_parent[second] = first;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

/// Articles tell one topic if they tell two events together, or a third of all events of one of them: a single event
/// that was joined by mistake makes no topic of two.
Groups groupsOf(const edits::Timeline& timeline, const std::vector<std::vector<std::uint32_t>>& tellers)
{
    constexpr std::size_t mostTellers = 64; // an event of so many joins neighbors in the list: its pairs are too many
    std::vector<std::size_t> events(timeline.analysis().articles.size(), 0);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
    for (const auto& own : tellers) {
        for (std::size_t a = 0; a < own.size(); ++a) {
            ++events[own[a]];
            const std::size_t end = own.size() > mostTellers ? std::min(a + 2, own.size()) : own.size();
            for (std::size_t b = a + 1; b < end; ++b)
                ++shared[{own[a], own[b]}];
        }
    }
    Groups groups(events.size());
    for (const auto& [pair, count] : shared)
        if (count >= 2 || 3 * count >= std::min(events[pair.first], events[pair.second]))
            groups.join(pair.first, pair.second);
    return groups;
}

} // namespace

std::vector<TopicEvents> topicsOf(const edits::Timeline& timeline)
{
    std::vector<std::vector<std::uint32_t>> tellers;
    for (const edits::TimelineEvent& shown : timeline.events())
        tellers.push_back(tellersOf(shown));
    Groups groups = groupsOf(timeline, tellers);
    std::map<std::uint32_t, TopicEvents> topics;
    std::map<std::uint32_t, std::map<std::uint32_t, std::size_t>> told; // events of each article, by topic
    for (std::size_t i = 0; i < tellers.size(); ++i) {
        if (tellers[i].empty())
            continue;
        std::map<std::uint32_t, std::size_t> counts;
        for (const std::uint32_t article : tellers[i])
            ++counts[groups.rootOf(article)];
        const std::uint32_t own = mostOf(counts);
        topics[own].events.push_back(idAt<EventId>(i));
        for (const std::uint32_t article : tellers[i])
            if (groups.rootOf(article) == own)
                ++told[own][article];
    }
    std::vector<TopicEvents> sorted;
    for (auto& [number, topic] : topics) {
        topic.headline = ArticleId{mostOf(told[number])};
        sorted.push_back(std::move(topic));
    }
    std::ranges::stable_sort(sorted, std::greater<>{}, [](const TopicEvents& own) { return own.events.size(); });
    return sorted;
}

} // namespace synoptic::ui
