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
#include "timeline/density.h"
#include "timeline/time_scale.h"
#include "ui/source_table.h"
#include "ui/timeline/event_columns.h"
#include "ui/timeline/event_filter.h"

namespace synoptic::ui {

enum class LaneMode : std::uint8_t
{
    None,
    Source,
    Certainty,
    Tag,
    Topic ///< the stories that the articles tell
};

struct Arrangement
{
    LaneMode lanes = LaneMode::None;
    TimeMode time = TimeMode::Event;

    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

/// What one lane holds, sorted for binary search. Entries are named by their positions in TimelineIndex::entries().
struct IndexedLane
{
    QString name;
    std::optional<std::uint32_t> source;   ///< position in the source table; none: several
    std::vector<std::uint32_t> points;     ///< a day or finer, by center, then importance
    std::vector<double> pointTimes;        ///< centers of points
    std::vector<std::uint32_t> pointRanks; ///< of points: smaller is more important
    std::vector<std::uint32_t> bands;      ///< coarser than a day, by begin
    timeline::Density density;             ///< centers of all entries
    std::uint32_t events = 0;
};

/// The events that a filter shows, arranged for drawing. Built when the data, the filter or the lanes change; a frame
/// only searches it. Cost: one pass over the columns.
class TimelineIndex
{
public:
    TimelineIndex(std::shared_ptr<const EventColumns> columns, const EventFilter& filter, LaneMode lanes);
    /// With columns of its own. @p sources are those of the timeline.
    TimelineIndex(std::shared_ptr<const edits::Timeline> timeline, std::shared_ptr<const SourceTable> sources,
                  const EventFilter& filter, Arrangement arrangement);

    const edits::Timeline& timeline() const { return m_columns->timeline(); }
    std::shared_ptr<const edits::Timeline> sharedTimeline() const { return m_columns->sharedTimeline(); }
    const SourceTable& sources() const { return m_columns->sources(); }
    /// All, also those that the filter hides.
    const std::vector<LaneEntry>& entries() const { return m_columns->entries(); }
    TimeMode timeMode() const { return m_columns->timeMode(); }
    LaneMode laneMode() const { return m_laneMode; }
    const std::vector<IndexedLane>& lanes() const { return m_lanes; }
    /// Shown and dated, by date; of one date the most important first.
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
    /// All dates of an event: its positions, or its one date; by publication, the days on which it was told.
    std::vector<timeline::TimeRange> rangesOf(EventId id) const;

    /// More sources than this share one lane at the bottom.
    static constexpr std::size_t mostLanes = 8;

private:
    std::vector<bool> sift(const EventFilter& filter);
    void makeLanes();
    void makeTopics();
    IndexedLane& addLane(const QString& name);
    void fill(const std::vector<bool>& isShown);
    /// Calls @p add with the number of each lane that @p entry belongs to.
    template <class Add>
    void forEachLane(std::uint32_t entry, const Add& add) const;

    std::shared_ptr<const EventColumns> m_columns; // never null
    LaneMode m_laneMode;
    std::vector<std::string> m_tags;          // of the lanes, by tag
    std::vector<std::uint8_t> m_topicOfEvent; // lane, by topic
    std::vector<IndexedLane> m_lanes;
    std::vector<EventId> m_order;
    std::vector<double> m_orderTimes;
    std::vector<EventId> m_undated;
    std::optional<timeline::TimeRange> m_extent;
    std::size_t m_belowThreshold = 0;
    std::size_t m_filtered = 0;
    std::size_t m_rejected = 0;
};

/// The tags that events have, with the number of events, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> tagCounts(const edits::Timeline& timeline);

/// Lanes by source for two to eight sources, else one lane.
LaneMode fittingLaneMode(const SourceTable& sources);

} // namespace synoptic::ui
