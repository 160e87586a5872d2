// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QFont>
#include <QFontMetricsF>

#include "timeline/density.h"
#include "timeline/time_scale.h"
#include "ui/timeline/headline_layout.h"
#include "ui/timeline/timeline_index.h"
#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

struct SceneRequest
{
    QSizeF size;
    timeline::TimeScale scale; ///< its width is that of the plot: size less the gutter
    std::optional<EventId> selected;
    std::vector<EventId> compared; ///< several that are selected, A first; empty or with the selected among them
    std::optional<EventId> hovered;
    double laneScroll = 0.0;
    /// For an image: lanes as high as they need to show every event, the height of the size is not looked at.
    bool roomForAll = false;
};

/// Makes scenes of one index. A scene depends on index, font and request alone; what is kept between two of them is
/// only what would be computed again.
///
/// Cost of a scene: what is visible, whatever the number of events, but for the first of each octave of zoom and each
/// height of the lanes (linear).
class SceneBuilder
{
public:
    SceneBuilder(std::shared_ptr<const TimelineIndex> index, const QFont& font);

    const TimelineIndex& index() const { return *m_index; }
    std::shared_ptr<const TimelineIndex> sharedIndex() const { return m_index; }
    /// Left of the plot: the names of the lanes.
    double gutterWidth() const { return m_gutter; }
    double plotWidth(double width) const;
    /// A font for dates, counts and axis.
    static QFont smallFont(const QFont& font);
    /// The least height in which @p lanes have three rows of marks each, under four rows of headlines.
    static double heightForLanes(std::size_t lanes, const QFont& font);

    TimelineScene build(const SceneRequest& request);

private:
    struct PlacedBands
    {
        std::vector<LaneEntry> entries; // one row: disjoint, by begin
    };
    struct PlacedLane
    {
        std::vector<std::uint32_t> points; // positions in IndexedLane::points, by time
        std::vector<std::uint16_t> rows;   // of each of points
        std::vector<PlacedBands> bands;    // by row
        std::vector<timeline::Cluster> clusters;
        unsigned pointRows = 0;
    };
    void layOut(double octave, unsigned rows, bool roomForAll);
    void addLanes(TimelineScene& scene, const SceneRequest& request) const;
    void addMarks(TimelineScene& scene, const SceneRequest& request) const;
    SceneMark markFor(const LaneEntry& entry, const SceneRequest& request, std::size_t lane) const;
    SceneMark bandMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane, double top) const;
    SceneMark pointMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane, double top) const;
    void addChosen(std::vector<SceneMark>& marks, const TimelineScene& scene, const SceneRequest& request,
                   std::size_t lane) const;
    void addClusters(TimelineScene& scene, const SceneRequest& request) const;
    void addTies(TimelineScene& scene, const SceneRequest& request) const;
    void addEdges(TimelineScene& scene, const SceneRequest& request) const;
    void addMeasure(TimelineScene& scene, const SceneRequest& request) const;
    void addPublications(TimelineScene& scene, const SceneRequest& request) const;
    static constexpr double rowShare = 0.95; // of a line
    double rowHeight() const { return m_line * rowShare; }

    std::shared_ptr<const TimelineIndex> m_index; // never null
    QFontMetricsF m_metrics;
    QFontMetricsF m_small;
    double m_line; // height of a line of text: the unit of everything
    double m_gutter = 0.0;
    timeline::CalendarWords m_words;

    double m_octave = 0.0;
    unsigned m_rows = 0;
    bool m_roomForAll = false;
    std::vector<PlacedLane> m_placed;
    std::uint32_t m_densest = 1; // events in the fullest bin of the octave
    HeadlineLayout m_headlines;
};

} // namespace synoptic::ui
