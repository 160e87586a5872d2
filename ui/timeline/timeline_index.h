// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QString>

#include "edits/timeline.h"
#include "timeline/time_scale.h"
#include "ui/source_table.h"
#include "ui/timeline/event_filter.h"

namespace synoptic::ui {

enum class LaneMode : std::uint8_t
{
    None,
    Source,
    Certainty,
    Tag
};

/// What the place on the axis says.
enum class TimeMode : std::uint8_t
{
    Event,      ///< when it happened
    Publication ///< when each source told it
};

struct Arrangement
{
    LaneMode lanes = LaneMode::None;
    TimeMode time = TimeMode::Event;

    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

/// One place of an event on the timeline; a disputed event has one for each of its dates, and by publication an event
/// has one for each day on which it was told.
struct LaneEntry
{
    timeline::TimeRange range;
    EventId event{};
    std::uint8_t position = 0; ///< in Event::positions
    float importance = 0.0F;

    double center() const { return range.center(); }
};

/// What one lane holds, sorted for binary search.
struct IndexedLane
{
    QString name;
    std::optional<std::uint32_t> source; ///< position in the source table; none: several
    std::vector<LaneEntry> points;       ///< a day or finer, by center
    std::vector<double> pointTimes;      ///< centers of points
    std::vector<std::uint32_t> pointsByImportance;
    std::vector<LaneEntry> bands; ///< coarser than a day, by begin
    std::vector<double> times;    ///< centers of all entries, sorted
    std::uint32_t events = 0;
};

/// The events that a filter shows, arranged for drawing. Built when the data, the filter or the lanes change; a frame
/// only searches it. Cost: sorting the events once.
class TimelineIndex
{
public:
    /// @p sources are those of the timeline.
    TimelineIndex(std::shared_ptr<const edits::Timeline> timeline, std::shared_ptr<const SourceTable> sources,
                  const EventFilter& filter, Arrangement arrangement);

    const edits::Timeline& timeline() const { return *m_timeline; }
    std::shared_ptr<const edits::Timeline> sharedTimeline() const { return m_timeline; }
    const SourceTable& sources() const { return *m_sources; }
    const Arrangement& arrangement() const { return m_arrangement; }
    LaneMode laneMode() const { return m_arrangement.lanes; }
    const std::vector<IndexedLane>& lanes() const { return m_lanes; }
    /// Shown and dated, by date.
    const std::vector<EventId>& order() const { return m_order; }
    /// First center of each of order().
    const std::vector<double>& orderTimes() const { return m_orderTimes; }
    const std::vector<EventId>& undated() const { return m_undated; }
    std::size_t belowThreshold() const { return m_belowThreshold; }
    std::size_t filtered() const { return m_filtered; }
    std::size_t rejected() const { return m_rejected; }
    /// From the first to the last time shown; nothing if no event is.
    std::optional<timeline::TimeRange> extent() const { return m_extent; }
    /// What a first look should show: the shortest stretch with four fifths of the events where it is far shorter than
    /// the whole, else the whole; nothing if no event is shown. Cost: linear.
    std::optional<timeline::TimeRange> focus() const;
    /// The one source that tells it, or nothing if several do.
    std::optional<std::uint32_t> onlySource(EventId id) const;
    /// All dates of an event: its positions, or its one date; by publication, the days on which it was told.
    std::vector<timeline::TimeRange> rangesOf(EventId id) const;

    /// More sources than this share one lane at the bottom.
    static constexpr std::size_t mostLanes = 8;

private:
    void makeLanes();
    void place(EventId id);
    void add(std::size_t lane, const LaneEntry& entry, bool isPoint);
    bool placeByDate(EventId id);
    bool placeByPublication(EventId id);
    void finish(IndexedLane& lane);
    std::size_t laneOf(ArticleId article) const;
    std::vector<std::size_t> lanesOf(const edits::TimelineEvent& shown, const events::EventDate* position) const;

    std::shared_ptr<const edits::Timeline> m_timeline; // never null
    std::shared_ptr<const SourceTable> m_sources;      // never null
    Arrangement m_arrangement;
    std::vector<std::string> m_tags; // of the lanes, by tag
    std::vector<IndexedLane> m_lanes;
    std::vector<EventId> m_order;
    std::vector<double> m_orderTimes;
    std::vector<EventId> m_undated;
    std::optional<timeline::TimeRange> m_extent;
    std::size_t m_belowThreshold = 0;
    std::size_t m_filtered = 0;
    std::size_t m_rejected = 0;
};

/// Who comes first when there is no room for all: salient, disputed, accepted, told by many.
float importanceOf(const edits::TimelineEvent& shown);

/// The tags that events have, with the number of events, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> tagCounts(const edits::Timeline& timeline);

/// Lanes by source for two to eight sources, else one lane.
LaneMode fittingLaneMode(const SourceTable& sources);

} // namespace synoptic::ui
