// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <vector>

#include <QFont>

#include "timeline/lane_layout.h"
#include "timeline/time_scale.h"
#include "ui/timeline/headline_layout.h"
#include "ui/timeline/text_ruler.h"
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
    std::vector<double> references; ///< times with a line of reference
    /// For an image: lanes as high as they need to show every event, the height of the size is not looked at.
    bool roomForAll = false;
};

/// Makes scenes of one index. A scene depends on index, font and request alone; what is kept between two of them is
/// only what would be computed again.
///
/// Cost of a scene: what is visible, whatever the number of events; the first of each octave of zoom and height of the
/// lanes gives rows to what is new in sight and to all bands.
class SceneBuilder
{
public:
    SceneBuilder(std::shared_ptr<const TimelineIndex> index, const QFont& font);
    SceneBuilder(const SceneBuilder&) = delete;
    SceneBuilder& operator=(const SceneBuilder&) = delete;

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
    struct LaneRows
    {
        timeline::PointRows points;
        std::vector<std::vector<std::uint32_t>> bands; // by row: entries, disjoint, by begin
    };
    /// Rows of everything, for one octave of zoom and one height of the lanes.
    struct Layout
    {
        double octave = 0.0;
        unsigned rows = 0;
        bool isForAll = false;
        std::uint32_t densest = 1; // events in the fullest bin
        std::vector<LaneRows> lanes;
    };
    /// What a stretch of a lane holds, as far as it has rows: what is in the cells of the clusters and is not there
    /// is counted.
    struct Cells
    {
        double width = 0.0; // seconds
        double first = 0.0; // number of the first cell
        std::vector<std::uint32_t> placed;

        void add(double time);
    };

    Layout& layoutFor(double octave, unsigned rows, bool isForAll);
    Layout laidOut(double octave, unsigned rows, bool isForAll) const;
    static unsigned rowsUsed(Layout& layout);
    void arrange(TimelineScene& scene, const SceneRequest& request);
    void addAxis(TimelineScene& scene, const SceneRequest& request) const;
    void addLanes(TimelineScene& scene, const SceneRequest& request) const;
    void addMarks(TimelineScene& scene, const SceneRequest& request);
    void addBands(TimelineScene& scene, const SceneRequest& request, std::size_t lane, Cells& cells) const;
    void addPoints(std::vector<SceneMark>& points, const TimelineScene& scene, const SceneRequest& request,
                   std::size_t lane, Cells& cells);
    SceneMark markFor(const LaneEntry& entry, const SceneRequest& request, std::size_t lane) const;
    SceneMark bandMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane, double top) const;
    SceneMark pointMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane, double top) const;
    void addChosen(std::vector<SceneMark>& marks, const TimelineScene& scene, const SceneRequest& request,
                   std::size_t lane) const;
    void addClusters(TimelineScene& scene, const SceneRequest& request, std::size_t lane, const Cells& cells) const;
    void addGaps(TimelineScene& scene, const SceneRequest& request) const;
    void addGap(TimelineScene& scene, const SceneRequest& request, const timeline::TimeRange& gap) const;
    void addReferences(TimelineScene& scene, const SceneRequest& request) const;
    void addTies(TimelineScene& scene, const SceneRequest& request) const;
    void addEdges(TimelineScene& scene, const SceneRequest& request) const;
    void addMeasure(TimelineScene& scene, const SceneRequest& request) const;
    void addPublications(TimelineScene& scene, const SceneRequest& request) const;
    static constexpr double rowShare = 0.95;    // of a line
    static constexpr double clusterLines = 1.8; // width of a cell of clusters, in lines
    double rowHeight() const { return m_line * rowShare; }

    std::shared_ptr<const TimelineIndex> m_index; // never null
    TextRuler m_titles;
    TextRuler m_small;
    double m_line; // height of a line of text: the unit of everything
    double m_gutter = 0.0;
    timeline::CalendarWords m_words;
    std::list<Layout> m_layouts; // used last first
    HeadlineLayout m_headlines;
};

} // namespace synoptic::ui
