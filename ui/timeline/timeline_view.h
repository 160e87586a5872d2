// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QAbstractScrollArea>
#include <QTimer>

#include "ui/theme.h"
#include "ui/timeline/scene_builder.h"
#include "ui/timeline/timeline_painter.h"

namespace synoptic::ui {

class HoverCard;

/// The timeline one works with: turns gestures into a new scale and says which event was chosen.
///
/// Wheel and pinch zoom around the pointer, drag pans, a drag with Shift zooms to the band that is drawn, a double
/// click fits everything; a click with Ctrl adds an event to the selection, a drag with Ctrl brushes a stretch of time.
/// A double click on the axis puts up a line of reference, a click on its flag takes it away. + − zoom, arrows pan, F
/// fits, Home and End go to the ends.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setTheme(const Theme& theme);
    /// Shows other events. The stretch of time that is visible stays, unless nothing was shown before.
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    const TimelineIndex* index() const { return m_index.get(); }
    std::shared_ptr<const TimelineIndex> sharedIndex() const { return m_index; }
    std::optional<EventId> selectedEvent() const { return m_selected; }
    /// What is said instead of a picture while there is no event at all.
    void setEmptyText(const QString& text);
    /// @p compared: several that are selected, A first; empty or with @p event among them.
    void setSelected(std::optional<EventId> event, std::vector<EventId> compared = {});
    /// Pans, never zooms, until the event is visible.
    void reveal(EventId event);

    const timeline::TimeScale& scale() const { return m_scale; }
    void setVisibleRange(timeline::TimeRange range);
    void fit();
    /// Shows what is selected and a little around it.
    void fitSelection();
    /// What fitSelection() would show.
    std::optional<timeline::TimeRange> selectedRange() const;
    void zoom(double factor);
    /// Back (−1) to a stretch of time one rested at before, and forward (+1) again.
    void goThroughViews(int step);
    /// Lines of reference, by time.
    void setReferences(std::vector<double> times);
    const std::vector<double>& references() const { return m_references; }
    /// Puts up a line at the selected event, or in the middle of what is shown; takes it away if it is there.
    void toggleReference();
    /// A stretch of time that one reads about, or none.
    void setBrushed(std::optional<timeline::TimeRange> range);
    const std::optional<timeline::TimeRange>& brushed() const { return m_brushed; }
    /// What is drawn now.
    const TimelineScene& scene();

Q_SIGNALS:
    void eventActivated(synoptic::EventId event);
    void eventToggled(synoptic::EventId event);
    void nothingActivated();
    void visibleRangeChanged(synoptic::timeline::TimeRange range);
    void referencesChanged();
    /// brushed() is another one.
    void brushedChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    static constexpr double fitMargin = 48.0;

    void rebuild();
    void remember();
    void setScale(const timeline::TimeScale& scale);
    void invalidate();
    void hover(QPoint point);
    void click(QPoint point, Qt::KeyboardModifiers modifiers);
    void finishBand();
    void toggleReferenceAt(double time);
    void paintBrushed(QPainter& painter) const;
    double plotX(double viewportX) const;

    Theme m_theme;
    std::optional<TimelinePainter> m_artist;      // of m_theme and font(); made when something is drawn
    std::shared_ptr<const TimelineIndex> m_index; // null before the first snapshot
    std::unique_ptr<SceneBuilder> m_builder;      // null as long as m_index is
    timeline::TimeScale m_scale;
    bool m_isFitted = false; // m_scale shows, or has shown, something of this folder
    QString m_emptyText;
    std::optional<EventId> m_selected;
    std::vector<EventId> m_compared;
    std::optional<EventId> m_hovered;
    TimelineScene m_scene;
    bool m_isStale = true;
    HoverCard* m_card;
    QTimer m_cardTimer;
    QPoint m_pointer;
    std::optional<QPoint> m_pressed;
    QPoint m_dragged;
    bool m_isDragging = false;
    std::optional<std::pair<double, double>> m_band; // from left to right, while it is drawn
    bool m_isBrushing = false;                       // m_band will be brushed instead of shown
    std::vector<double> m_references;                // sorted
    std::optional<timeline::TimeRange> m_brushed;
    std::vector<timeline::TimeRange> m_views; // where one rested
    std::size_t m_viewAt = 0;
    QTimer m_rest;
};

} // namespace synoptic::ui
