// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>

#include "ui/timeline/hover_card.h"
#include "ui/timeline/timeline_view.h"

// What mouse, wheel, touchpad and keys do to the timeline.
namespace synoptic::ui {

namespace {
constexpr double keyZoom = 1.4;
} // namespace

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier) != 0;
    if (isSideways) {
        const int delta = angle.x() != 0 ? angle.x() : angle.y();
        setScale(m_scale.pannedBy(pixels.isNull() ? delta * 0.5
                                                  : static_cast<double>(pixels.x() != 0 ? pixels.x() : pixels.y())));
    } else if (angle.y() != 0) {
        setScale(m_scale.zoomedAround(std::clamp(plotX(event->position().x()), 0.0, m_scale.width()),
                                      std::exp2(angle.y() / 360.0)));
    }
    m_card->hide();
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    m_dragged = *m_pressed;
    m_isDragging = false;
    m_card->hide();
    m_cardTimer.stop();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (!m_pressed || (event->buttons() & Qt::LeftButton) == 0) {
        hover(point);
        return;
    }
    if (!m_isDragging && (point - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    const bool isBrushing = (event->modifiers() & Qt::ControlModifier) != 0;
    if (isBrushing || (event->modifiers() & Qt::ShiftModifier) != 0 || m_band) {
        m_isBrushing = m_band ? m_isBrushing : isBrushing;
        m_band = std::pair<double, double>(std::min(m_pressed->x(), point.x()), std::max(m_pressed->x(), point.x()));
        viewport()->update();
        return;
    }
    viewport()->setCursor(Qt::ClosedHandCursor);
    setScale(m_scale.pannedBy(point.x() - m_dragged.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (point.y() - m_dragged.y()));
    m_dragged = point;
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    viewport()->unsetCursor();
    if (m_band) {
        finishBand();
    } else if (!m_isDragging) {
        click(event->position().toPoint(), event->modifiers());
    }
    m_isDragging = false;
}

void TimelineView::finishBand()
{
    const timeline::TimeRange chosen{m_scale.secondsAt(plotX(m_band->first)), m_scale.secondsAt(plotX(m_band->second))};
    m_band.reset();
    viewport()->update();
    if (m_isBrushing)
        setBrushed(chosen);
    else
        setVisibleRange(chosen);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || scene().eventAt(event->position()))
        return;
    if (m_builder && m_isFitted && scene().axisArea.contains(event->position()) &&
        event->position().x() >= m_builder->gutterWidth())
        toggleReferenceAt(m_scale.secondsAt(plotX(event->position().x())));
    else
        fit();
}

/// Where a day is narrow a line stands in its middle, as the events of that day do.
void TimelineView::toggleReferenceAt(double time)
{
    constexpr double day = 86'400.0;
    constexpr double wideDay = 400.0; // pixels
    if (day / m_scale.secondsPerPixel() < wideDay)
        time = std::floor(time / day) * day + day / 2.0;
    else
        time = std::round(time / 60.0) * 60.0;
    std::vector<double> times = m_references;
    const auto same = std::ranges::find_if(times, [&](double own) { return std::abs(own - time) < 60.0; });
    if (same != times.end())
        times.erase(same);
    else
        times.insert(std::ranges::upper_bound(times, time), time);
    setReferences(std::move(times));
}

void TimelineView::toggleReference()
{
    if (!m_builder || !m_isFitted)
        return;
    const auto ranges = m_selected ? m_index->rangesOf(*m_selected) : std::vector<timeline::TimeRange>();
    toggleReferenceAt(ranges.empty() ? m_scale.visible().center() : ranges.front().center());
}

void TimelineView::setReferences(std::vector<double> times)
{
    constexpr std::size_t most = 50;
    std::ranges::sort(times);
    if (times.size() > most)
        times.resize(most);
    if (times == m_references)
        return;
    m_references = std::move(times);
    invalidate();
    Q_EMIT referencesChanged();
}

void TimelineView::setBrushed(std::optional<timeline::TimeRange> range)
{
    if (range && !(range->width() > 0.0))
        range.reset();
    if (range == m_brushed)
        return;
    m_brushed = range;
    viewport()->update();
    Q_EMIT brushedChanged();
}

void TimelineView::click(QPoint point, Qt::KeyboardModifiers modifiers)
{
    const TimelineScene& shown = scene();
    const bool adds = (modifiers & Qt::ControlModifier) != 0;
    if (const auto event = shown.eventAt(point)) {
        if (adds)
            Q_EMIT eventToggled(*event);
        else
            Q_EMIT eventActivated(*event);
        return;
    }
    if (adds)
        return;
    if (const SceneReference* line = shown.referenceAt(point)) {
        std::vector<double> times = m_references;
        std::erase(times, line->time);
        setReferences(std::move(times));
        return;
    }
    if (const SceneCluster* cluster = shown.clusterAt(point)) {
        // Opens in place: the cluster fills half of the width
        timeline::TimeRange range = cluster->range;
        const double least = m_scale.visible().width() / 12.0;
        const double wanted = std::max(range.width() * 2.0, least);
        setVisibleRange({range.center() - wanted / 2.0, range.center() + wanted / 2.0});
        return;
    }
    if (shown.earlier.count > 0 && shown.earlier.rect.contains(point)) {
        setScale(m_scale.pannedBy(m_scale.width() * 0.8));
        return;
    }
    if (shown.later.count > 0 && shown.later.rect.contains(point)) {
        setScale(m_scale.pannedBy(-m_scale.width() * 0.8));
        return;
    }
    Q_EMIT nothingActivated();
}

void TimelineView::hover(QPoint point)
{
    m_pointer = point;
    const auto event = scene().eventAt(point);
    const bool isClickable = event || scene().clusterAt(point) != nullptr || scene().referenceAt(point) != nullptr;
    viewport()->setCursor(isClickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event == m_hovered)
        return;
    m_hovered = event;
    m_card->hide();
    if (event)
        m_cardTimer.start();
    else
        m_cardTimer.stop();
    invalidate();
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture)
            setScale(m_scale.zoomedAround(std::clamp(plotX(gesture->position().x()), 0.0, m_scale.width()),
                                          std::max(1.0 + gesture->value(), 0.1)));
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered.reset();
        m_card->hide();
        m_cardTimer.stop();
        invalidate();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const double step = m_scale.width() * 0.15;
    switch (event->key()) {
    case Qt::Key_Left:
        setScale(m_scale.pannedBy(step));
        return;
    case Qt::Key_Right:
        setScale(m_scale.pannedBy(-step));
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_Up ? QScrollBar::SliderSingleStepSub
                                                                      : QScrollBar::SliderSingleStepAdd);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(keyZoom);
        return;
    case Qt::Key_Minus:
        zoom(1.0 / keyZoom);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (m_index && m_index->extent()) {
            const bool isHome = event->key() == Qt::Key_Home;
            const double at = isHome ? m_index->extent()->begin : m_index->extent()->end;
            const double room = (m_scale.visible().width() - 2.0 * fitMargin * m_scale.secondsPerPixel()) / 2.0;
            setScale(m_scale.centeredOn(isHome ? at + room : at - room));
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace synoptic::ui
