// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/theme.h"
#include "ui/timeline/event_filter.h"
#include "ui/timeline/timeline_index.h"

class QComboBox;
class QMenu;
class QToolButton;

namespace synoptic::ui {

class FilterBar;
class OverviewChart;
class PlainLabel;
class TimelineView;

/// The timeline with what belongs to it: filter and its counts, lanes, zoom, undated events, overview.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// @p compared: several that are selected, A first; empty or with @p event among them.
    void setSelected(std::optional<EventId> event, const std::vector<EventId>& compared = {});
    void setFilter(const EventFilter& filter);
    const EventFilter& filter() const { return m_filter; }

    TimelineView& view() { return *m_view; }
    OverviewChart& overview() { return *m_overview; }
    /// Counts, lanes and zoom in a row; whoever frames the panel may put it into the frame, and the filter too.
    QWidget& toolRow() { return *m_toolRow; }
    FilterBar& filterBar() { return *m_filterBar; }
    /// What is shown, filtered and arranged; null before the first snapshot.
    std::shared_ptr<const TimelineIndex> index() const { return m_index; }
    void setTimeMode(TimeMode mode);
    TimeMode timeMode() const { return m_time; }
    /// Nothing: as fits the number of sources and the height.
    void setLanes(std::optional<LaneMode> lanes);
    std::optional<LaneMode> chosenLanes() const { return m_lanes; }
    /// "212 shown · 38 below the threshold · 9 undated".
    QString countsText() const;
    /// How many of the shown events nobody has decided about. Cost: linear.
    std::size_t unreviewed() const;
    /// The event before or after the selected one, in time.
    std::optional<EventId> neighbor(std::optional<EventId> event, int step) const;

Q_SIGNALS:
    void eventActivated(synoptic::EventId event);
    void eventToggled(synoptic::EventId event);
    void nothingActivated();
    void filterChanged();
    /// index() is another one.
    void indexChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildToolRow();
    LaneMode automaticLanes() const;
    void applyFilter();
    void fillUndated();

    Theme m_theme;
    std::shared_ptr<const edits::Timeline> m_timeline; // null before the first snapshot
    std::shared_ptr<const SourceTable> m_sources;      // null as long as m_timeline is
    std::shared_ptr<const EventColumns> m_columns;     // of m_timeline and m_time; null: not made yet
    std::shared_ptr<const TimelineIndex> m_index;      // null as long as m_timeline is
    EventFilter m_filter;
    std::optional<EventId> m_selected;
    std::vector<EventId> m_compared;
    std::optional<LaneMode> m_lanes; // nothing: as fits the number of sources and the height
    TimeMode m_time = TimeMode::Event;
    QWidget* m_toolRow;
    FilterBar* m_filterBar;
    QComboBox* m_timeChoice;
    QComboBox* m_laneChoice;
    QToolButton* m_undated;
    QMenu* m_undatedMenu;
    PlainLabel* m_counts;
    TimelineView* m_view;
    OverviewChart* m_overview;
};

} // namespace synoptic::ui
