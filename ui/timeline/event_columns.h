// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "edits/timeline.h"
#include "timeline/time_scale.h"
#include "ui/source_table.h"

namespace synoptic::ui {

/// What the place on the axis says.
enum class TimeMode : std::uint8_t
{
    Event,      ///< when it happened
    Publication ///< when each source told it
};

/// What a filter asks of every event, side by side: a hundred thousand events are looked at without touching one.
struct EventTraits
{
    float salience = 0.0F;
    std::uint16_t independent = 0;
    events::Factuality factuality = events::Factuality::Asserted;
    edits::ReviewState review : 4 = edits::ReviewState::Candidate;
    bool isDisputed : 1 = false; ///< several dates, or a contradiction on record
};

EventTraits traitsOf(const edits::TimelineEvent& shown, bool hasContradictions);

/// One place of an event on the timeline; a disputed event has one for each of its dates, and by publication an event
/// has one for each day on which it was told. Holds all that decides how it is drawn.
struct LaneEntry
{
    static constexpr std::uint16_t severalSources = 0xFFFF;

    timeline::TimeRange range;
    EventId event{};
    float importance = 0.0F;
    std::uint16_t source = severalSources; ///< the one that tells it there
    std::uint8_t position = 0;             ///< in Event::positions
    std::uint8_t independent = 1;          ///< 3: three or more
    events::Factuality factuality = events::Factuality::Asserted;
    bool isPoint : 1 = true; ///< a day or finer
    bool isAbout : 1 = false;
    bool isBefore : 1 = false;
    bool isAfter : 1 = false;
    bool isCandidate : 1 = true;
    bool isDisputed : 1 = false;        ///< one of several dates
    bool hasContradictions : 1 = false; ///< on record
    bool isOneOfSeveral : 1 = false;    ///< the event has other entries

    double center() const { return range.center(); }
};

/// The events of a snapshot as arrays, sorted once: every filter and every arrangement in lanes only picks from them.
class EventColumns
{
public:
    /// @p sources are those of the timeline. Cost: reading every event and sorting.
    EventColumns(std::shared_ptr<const edits::Timeline> timeline, std::shared_ptr<const SourceTable> sources,
                 TimeMode time);

    const edits::Timeline& timeline() const { return *m_timeline; }
    std::shared_ptr<const edits::Timeline> sharedTimeline() const { return m_timeline; }
    const SourceTable& sources() const { return *m_sources; }
    TimeMode timeMode() const { return m_time; }
    /// One for each event.
    const std::vector<EventTraits>& traits() const { return m_traits; }
    /// By center, among equal ones the most important first.
    const std::vector<LaneEntry>& entries() const { return m_entries; }
    /// For each entry: 0 the most important of all, all different.
    const std::vector<std::uint32_t>& ranks() const { return m_ranks; }
    /// Positions of the entries that are no points, by begin, then end, then importance.
    const std::vector<std::uint32_t>& bands() const { return m_bands; }
    /// The sources that tell the event there, each once.
    std::span<const std::uint16_t> sourcesOf(std::uint32_t entry) const;
    /// Whether an event has an entry.
    bool isPlaced(EventId event) const { return m_isPlaced[indexOf(event)]; }

private:
    struct Unsorted;
    void placeByDate(EventId id, Unsorted& to) const;
    void placeByPublication(EventId id, Unsorted& to) const;
    LaneEntry entryOf(EventId id) const;
    void sort(Unsorted&& from);

    std::shared_ptr<const edits::Timeline> m_timeline; // never null
    std::shared_ptr<const SourceTable> m_sources;      // never null
    TimeMode m_time;
    std::vector<EventTraits> m_traits;
    std::vector<LaneEntry> m_entries;
    std::vector<std::uint32_t> m_ranks;
    std::vector<std::uint32_t> m_bands;
    std::vector<std::uint32_t> m_sourcesBegin; // one more than entries; in m_entrySources
    std::vector<std::uint16_t> m_entrySources;
    std::vector<bool> m_isPlaced;
};

/// Who comes first when there is no room for all: salient, disputed, accepted, told by many.
float importanceOf(const edits::TimelineEvent& shown);

} // namespace synoptic::ui
