// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/timeline.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace synoptic::edits {

Timeline::Timeline(std::shared_ptr<const analysis::Analysis> analysis, std::vector<TimelineEvent> events)
    : m_analysis(std::move(analysis)), m_events(std::move(events))
{
    assert(m_analysis != nullptr);
    std::vector<std::pair<SentenceRef, EventId>> entries;
    for (std::size_t e = 0; e < m_events.size(); ++e) {
        for (const analysis::Support& support : m_events[e].event.supports)
            entries.push_back({{support.article, support.sentence}, idAt<EventId>(e)});
    }
    std::ranges::sort(entries);
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end()); // clang 14 cannot parse ranges::unique
    m_sentences.reserve(entries.size());
    m_sentenceEvents.reserve(entries.size());
    for (const auto& [sentence, event] : entries) {
        m_sentences.push_back(sentence);
        m_sentenceEvents.push_back(event);
    }
}

std::span<const EventId> Timeline::eventsOf(SentenceRef sentence) const
{
    const auto [first, last] = std::equal_range(m_sentences.begin(), m_sentences.end(), sentence);
    return std::span(m_sentenceEvents)
        .subspan(static_cast<std::size_t>(first - m_sentences.begin()), static_cast<std::size_t>(last - first));
}

} // namespace synoptic::edits
