// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/theme.h"
#include "ui/timeline/event_filter.h"
#include "ui/timeline/timeline_index.h"

class QComboBox;
class QLineEdit;
class QMenu;
class QSlider;
class QToolButton;

namespace synoptic::ui {

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
    void setSelected(std::optional<EventId> event);
    void setFilter(const EventFilter& filter);
    const EventFilter& filter() const { return m_filter; }

    TimelineView& view() { return *m_view; }
    OverviewChart& overview() { return *m_overview; }
    /// Filter, counts and zoom in a row; whoever frames the panel may put it into the frame.
    QWidget& toolRow() { return *m_toolRow; }
    QLineEdit& filterField() { return *m_text; }
    /// "212 shown · 38 below the threshold · 9 undated".
    QString countsText() const;
    /// The event before or after the selected one, in time.
    std::optional<EventId> neighbor(std::optional<EventId> event, int step) const;

Q_SIGNALS:
    void eventActivated(synoptic::EventId event);
    void nothingActivated();
    void filterChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildToolRow();
    LaneMode automaticLanes() const;
    void applyFilter();
    void fillUndated();

    Theme m_theme;
    std::shared_ptr<const edits::Timeline> m_timeline; // null before the first snapshot
    std::shared_ptr<const TimelineIndex> m_index;      // null as long as m_timeline is
    EventFilter m_filter;
    std::optional<LaneMode> m_lanes; // nothing: as fits the number of sources and the height
    QWidget* m_toolRow;
    QLineEdit* m_text;
    QSlider* m_salience;
    QToolButton* m_all;
    QComboBox* m_laneChoice;
    QToolButton* m_undated;
    QMenu* m_undatedMenu;
    PlainLabel* m_counts;
    TimelineView* m_view;
    OverviewChart* m_overview;
};

} // namespace synoptic::ui
