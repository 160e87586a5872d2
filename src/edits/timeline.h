// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "edits/edit.h"

namespace synoptic::edits {

/// An event as the analyst sees it: found by the program, changed by edits.
struct TimelineEvent
{
    analysis::Event event;
    ReviewState review = ReviewState::Candidate;
};

/// A sentence of one article.
struct SentenceRef
{
    ArticleId article{};
    std::uint32_t sentence = 0;

    friend auto operator<=>(const SentenceRef&, const SentenceRef&) = default;
};

/// What the window shows: the analysis and the events after all edits. Immutable once made.
class Timeline
{
public:
    Timeline(std::shared_ptr<const analysis::Analysis> analysis, std::vector<TimelineEvent> events);

    const analysis::Analysis& analysis() const { return *m_analysis; }
    std::shared_ptr<const analysis::Analysis> sharedAnalysis() const { return m_analysis; }
    const std::vector<TimelineEvent>& events() const { return m_events; }
    const TimelineEvent& operator[](EventId id) const { return m_events[indexOf(id)]; }

    /// Events that a sentence supports, in timeline order. Cost: logarithmic.
    std::span<const EventId> eventsOf(SentenceRef sentence) const;

private:
    std::shared_ptr<const analysis::Analysis> m_analysis; // never null
    std::vector<TimelineEvent> m_events;
    std::vector<SentenceRef> m_sentences; // sorted; one entry for each of m_sentenceEvents
    std::vector<EventId> m_sentenceEvents;
};

/// Derives what is shown from what was found and what was decided. An edit whose event is gone changes nothing.
/// Cost: linear in events and edits.
std::shared_ptr<const Timeline> applyEdits(std::shared_ptr<const analysis::Analysis> analysis, const Edits& edits);

} // namespace synoptic::edits
