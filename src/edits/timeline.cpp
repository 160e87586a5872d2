// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/timeline.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "edits/places.h"

namespace synoptic::edits {

bool TimelineEvent::isByHand(SentenceRef sentence) const
{
    return std::ranges::binary_search(byHand, sentence);
}

template <class Key, class Value>
void Timeline::Index<Key, Value>::fill(std::vector<std::pair<Key, Value>> entries)
{
    std::ranges::sort(entries);
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end()); // clang 14 cannot parse ranges::unique
    keys.reserve(entries.size());
    values.reserve(entries.size());
    for (const auto& [key, value] : entries) {
        keys.push_back(key);
        values.push_back(value);
    }
}

template <class Key, class Value>
std::span<const Value> Timeline::Index<Key, Value>::of(const Key& key) const
{
    const auto [first, last] = std::equal_range(keys.begin(), keys.end(), key);
    return std::span(values).subspan(static_cast<std::size_t>(first - keys.begin()),
                                     static_cast<std::size_t>(last - first));
}

Timeline::Timeline(const std::shared_ptr<const analysis::Analysis>& analysis, std::vector<TimelineEvent> events)
    : Timeline(analysis, analysis, TimelineContent{std::move(events), {}, {}, {}, {}, {}})
{}

Timeline::Timeline(std::shared_ptr<const analysis::Analysis> analysis, std::shared_ptr<const analysis::Analysis> found,
                   TimelineContent content)
    : m_analysis(std::move(analysis)), m_found(std::move(found)), m_content(std::move(content))
{
    assert(m_analysis != nullptr && m_found != nullptr);
    m_keys = std::move(m_content.aliases);
    m_content.aliases.clear();
    std::vector<std::pair<SentenceRef, EventId>> sentences;
    for (std::size_t e = 0; e < m_content.events.size(); ++e) {
        m_keys.emplace_back(m_content.events[e].event.key, idAt<EventId>(e));
        for (const analysis::Support& support : m_content.events[e].event.supports)
            sentences.push_back({{support.article, support.sentence}, idAt<EventId>(e)});
    }
    std::ranges::sort(m_keys);
    m_eventsOfSentence.fill(std::move(sentences));

    std::vector<std::pair<EventId, std::uint32_t>> ofEvents;
    std::vector<std::pair<SentenceRef, std::uint32_t>> ofSentences;
    for (std::uint32_t c = 0; c < m_content.contradictions.size(); ++c) {
        for (const EventId event : m_content.contradictions[c].events)
            ofEvents.emplace_back(event, c);
        for (const FoundPlace& place : m_content.contradictions[c].places) {
            for (const SentenceRef sentence : sentencesAt(*m_analysis, place))
                ofSentences.emplace_back(sentence, c);
        }
    }
    m_contradictionsOfEvent.fill(std::move(ofEvents));
    m_contradictionsOfSentence.fill(std::move(ofSentences));
}

std::optional<EventId> Timeline::eventOf(std::string_view key) const
{
    const auto known =
        std::ranges::lower_bound(m_keys, key, {}, [](const auto& entry) -> std::string_view { return entry.first; });
    return known == m_keys.end() || known->first != key ? std::nullopt : std::optional(known->second);
}

std::vector<std::string> Timeline::keysOf(EventId event) const
{
    std::vector<std::string> keys;
    for (const auto& [key, known] : m_keys)
        if (known == event)
            keys.push_back(key);
    return keys;
}

std::span<const EventId> Timeline::eventsOf(SentenceRef sentence) const
{
    return m_eventsOfSentence.of(sentence);
}

std::span<const std::uint32_t> Timeline::contradictionsOf(EventId event) const
{
    return m_contradictionsOfEvent.of(event);
}

std::span<const std::uint32_t> Timeline::contradictionsOf(SentenceRef sentence) const
{
    return m_contradictionsOfSentence.of(sentence);
}

bool Timeline::sameAs(const Timeline& other) const
{
    const auto sameArticle = [](const auto& a, const auto& b) {
        return a == b || (a->article.title == b->article.title && a->article.source == b->article.source &&
                          a->article.published == b->article.published && a->expressions == b->expressions);
    };
    return m_content == other.m_content && m_keys == other.m_keys &&
           std::equal(m_analysis->articles.begin(), m_analysis->articles.end(), other.m_analysis->articles.begin(),
                      other.m_analysis->articles.end(), sameArticle);
}

} // namespace synoptic::edits
