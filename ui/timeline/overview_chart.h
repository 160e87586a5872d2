// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QPixmap>
#include <QWidget>

#include "timeline/time_scale.h"
#include "ui/theme.h"
#include "ui/timeline/timeline_index.h"

class QChart;

namespace synoptic::ui {

/// Everything at once, small: an area for each source over the whole span, ticks where articles were published, and a
/// brush that is what the timeline shows. Drawn by Qt Charts into a picture that is kept until data, size or theme
/// change; the brush is painted over it.
class OverviewChart : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostBins = 500;

    explicit OverviewChart(QWidget* parent = nullptr);
    ~OverviewChart() override;

    void setTheme(const Theme& theme);
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    void setVisibleRange(timeline::TimeRange range);
    /// The whole span, with publication dates and room at both ends.
    timeline::TimeScale scale() const;
    QRectF brushRect() const;
    /// Events counted in the chart, for its description.
    std::size_t counted() const { return m_counted; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void rangeChosen(synoptic::timeline::TimeRange range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip : std::uint8_t
    {
        None,
        Left,
        Right,
        Inside,
        New
    };
    void render();
    void addAreas(QChart& chart, const timeline::TimeScale& all);
    Grip gripAt(QPointF point) const;
    void choose(timeline::TimeRange range);
    QRectF plot() const;

    Theme m_theme;
    std::shared_ptr<const TimelineIndex> m_index; // null before the first snapshot
    timeline::TimeRange m_span;                   // of what is drawn
    timeline::TimeRange m_visible;
    std::vector<std::pair<double, std::uint32_t>> m_published; // when, source; sorted
    QPixmap m_picture;
    bool m_isStale = true;
    std::size_t m_counted = 0;
    Grip m_grip = Grip::None;
    double m_pressedAt = 0.0; // seconds
    timeline::TimeRange m_grabbed;
};

} // namespace synoptic::ui
