// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "edits/edit.h"

namespace synoptic::edits {

/// A sentence of one article.
struct SentenceRef
{
    ArticleId article{};
    std::uint32_t sentence = 0;

    friend auto operator<=>(const SentenceRef&, const SentenceRef&) = default;
};

/// An event as the analyst sees it: found by the program, changed by edits.
struct TimelineEvent
{
    analysis::Event event;
    ReviewState review = ReviewState::Candidate;
    std::vector<std::string> tags = {};
    std::string note = {};
    std::vector<SentenceRef> byHand = {}; ///< of event.supports, those that a person attached; sorted
    std::vector<SentenceRef> fresh = {};  ///< of event.supports, those found since a person touched the event; sorted
    std::vector<Anchor> lost = {};        ///< supports whose words are not found in the folder as it is now
    bool isMade = false;                  ///< added or split off by a person
    bool isRedated = false;               ///< a person gave it its date

    bool isByHand(SentenceRef sentence) const;
    friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// A place in the folder as it is now.
struct FoundPlace
{
    std::optional<ArticleId> article; ///< nothing: the file is gone
    FoundAnchor anchor;

    friend bool operator==(const FoundPlace&, const FoundPlace&) = default;
};

struct FoundContradiction
{
    Contradiction record;
    std::vector<FoundPlace> places; ///< one for each of record.parties
    std::vector<EventId> events;    ///< those of record.events that are on the timeline; sorted

    friend bool operator==(const FoundContradiction&, const FoundContradiction&) = default;
};

struct FoundHighlight
{
    PutHighlight highlight;
    FoundPlace place;

    friend bool operator==(const FoundHighlight&, const FoundHighlight&) = default;
};

struct FoundNote
{
    PutNote note;
    FoundPlace place;             ///< of a passage or an article
    std::optional<EventId> event; ///< of an event

    friend bool operator==(const FoundNote&, const FoundNote&) = default;
};

/// What follows from an analysis and all edits, before it is indexed.
struct TimelineContent
{
    std::vector<TimelineEvent> events;              ///< by date, undated last, then key
    std::vector<FoundContradiction> contradictions; ///< by number
    std::vector<FoundHighlight> highlights;         ///< in the order in which they were made
    std::vector<FoundNote> notes;                   ///< likewise
    std::vector<std::uint32_t> hints;               ///< positions in Analysis::hints, less those dismissed
    /// Keys that edits may use for an event beside its own: of those merged into it. Sorted.
    std::vector<std::pair<std::string, EventId>> aliases;

    friend bool operator==(const TimelineContent&, const TimelineContent&) = default;
};

/// What the window shows: the analysis and the events after all edits. Immutable once made.
class Timeline
{
public:
    Timeline(const std::shared_ptr<const analysis::Analysis>& analysis, std::vector<TimelineEvent> events);
    /// @p analysis is what is shown, @p found what the program found: the same but for what was decided of articles.
    Timeline(std::shared_ptr<const analysis::Analysis> analysis, std::shared_ptr<const analysis::Analysis> found,
             TimelineContent content);

    /// Articles with the titles, sources and publication dates that a person gave them.
    const analysis::Analysis& analysis() const { return *m_analysis; }
    std::shared_ptr<const analysis::Analysis> sharedAnalysis() const { return m_analysis; }
    /// As the program found it; what edits are applied to.
    std::shared_ptr<const analysis::Analysis> found() const { return m_found; }

    const std::vector<TimelineEvent>& events() const { return m_content.events; }
    const TimelineEvent& operator[](EventId id) const { return m_content.events[indexOf(id)]; }
    const std::vector<FoundContradiction>& contradictions() const { return m_content.contradictions; }
    const std::vector<FoundHighlight>& highlights() const { return m_content.highlights; }
    const std::vector<FoundNote>& notes() const { return m_content.notes; }
    const std::vector<std::uint32_t>& hints() const { return m_content.hints; }

    /// The event of that key, or the one it was merged into. Cost: logarithmic.
    std::optional<EventId> eventOf(std::string_view key) const;
    /// The keys by which edits may name an event: its own and those of events merged into it. Cost: linear in all keys.
    std::vector<std::string> keysOf(EventId event) const;
    /// Events that a sentence supports, in timeline order. Cost: logarithmic.
    std::span<const EventId> eventsOf(SentenceRef sentence) const;
    /// Positions in contradictions() of those that are about an event, or that quote a sentence. Cost: logarithmic.
    std::span<const std::uint32_t> contradictionsOf(EventId event) const;
    std::span<const std::uint32_t> contradictionsOf(SentenceRef sentence) const;

    /// Whether nothing that edits decide is different: what two derivations from the same analysis must be.
    bool sameAs(const Timeline& other) const;

private:
    /// A map from sorted keys to values, several for one key.
    template <class Key, class Value>
    struct Index
    {
        std::vector<Key> keys; // one for each of values
        std::vector<Value> values;

        void fill(std::vector<std::pair<Key, Value>> entries);
        std::span<const Value> of(const Key& key) const;
    };

    std::shared_ptr<const analysis::Analysis> m_analysis; // never null
    std::shared_ptr<const analysis::Analysis> m_found;    // never null
    TimelineContent m_content;
    std::vector<std::pair<std::string, EventId>> m_keys; // sorted
    Index<SentenceRef, EventId> m_eventsOfSentence;
    Index<EventId, std::uint32_t> m_contradictionsOfEvent;
    Index<SentenceRef, std::uint32_t> m_contradictionsOfSentence;
};

/// Derives what is shown from what was found and what was decided. An edit whose event is gone changes nothing.
/// The result depends on nothing but the arguments.
/// Cost: linear in events and edits, and in the texts that anchors quote.
std::shared_ptr<const Timeline> applyEdits(std::shared_ptr<const analysis::Analysis> analysis, const Edits& edits);

} // namespace synoptic::edits
