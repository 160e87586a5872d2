// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/timeline/hover_card.h"

namespace synoptic::ui {

namespace {
constexpr double fitMargin = 48.0;
constexpr double keyZoom = 1.4;
constexpr int hoverDelay = 250;
} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(Theme::light()), m_card(new HoverCard(viewport()))
{
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Events by date. J and K go to the next and the previous event."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setMinimumSize(200, 130);
    m_cardTimer.setSingleShot(true);
    m_cardTimer.setInterval(hoverDelay);
    connect(&m_cardTimer, &QTimer::timeout, this, [this] {
        if (m_hovered && m_index)
            m_card->show(m_index->timeline()[*m_hovered], m_index->sources(), m_pointer);
    });
}

TimelineView::~TimelineView() = default;

void TimelineView::setTheme(const Theme& theme)
{
    m_theme = theme;
    viewport()->update();
}

void TimelineView::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_hovered.reset();
    m_selected.reset();
    m_card->hide();
    rebuild();
    const bool hasEvents = m_index && m_index->extent().has_value();
    if (hasEvents && !m_isFitted) {
        setScale(timeline::TimeScale::fitting(*m_index->focus(), m_builder->plotWidth(viewport()->width()), fitMargin));
    } else if (m_builder) {
        m_scale = m_scale.withWidth(m_builder->plotWidth(viewport()->width()));
        invalidate();
        Q_EMIT visibleRangeChanged(m_scale.visible());
    }
    // A filter that hides all keeps the stretch one was looking at; only another folder begins anew
    m_isFitted = m_index && (m_isFitted || hasEvents);
}

void TimelineView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void TimelineView::rebuild()
{
    m_builder = m_index ? std::make_unique<SceneBuilder>(m_index, font()) : nullptr;
    invalidate();
}

void TimelineView::setSelected(std::optional<EventId> event)
{
    if (event == m_selected)
        return;
    m_selected = event;
    invalidate();
}

void TimelineView::reveal(EventId event)
{
    if (!m_builder)
        return;
    const auto ranges = m_index->rangesOf(event);
    if (ranges.empty())
        return;
    const double inset = std::min(m_scale.width() * 0.08, 60.0);
    const double x = m_scale.x(ranges.front().center());
    if (x < inset || x > m_scale.width() - inset)
        setScale(m_scale.centeredOn(ranges.front().center()));
}

void TimelineView::setVisibleRange(timeline::TimeRange range)
{
    setScale({range, m_scale.width()});
}

void TimelineView::fit()
{
    if (!m_builder || !m_index->extent())
        return;
    setScale(timeline::TimeScale::fitting(*m_index->extent(), m_builder->plotWidth(viewport()->width()), fitMargin));
}

void TimelineView::zoom(double factor)
{
    double x = m_scale.width() / 2.0;
    if (m_selected && m_index) { // what one looks at stays where it is
        const auto ranges = m_index->rangesOf(*m_selected);
        const double own = ranges.empty() ? -1.0 : m_scale.x(ranges.front().center());
        if (own >= 0.0 && own <= m_scale.width())
            x = own;
    }
    setScale(m_scale.zoomedAround(x, factor));
}

void TimelineView::setScale(const timeline::TimeScale& scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    invalidate();
    Q_EMIT visibleRangeChanged(m_scale.visible());
}

void TimelineView::invalidate()
{
    m_isStale = true;
    viewport()->update();
}

const TimelineScene& TimelineView::scene()
{
    if (!m_isStale)
        return m_scene;
    m_isStale = false;
    if (!m_builder || !m_isFitted) { // no event has a date: an axis would show a time that nothing is about
        m_scene = {};
        m_scene.size = viewport()->size();
        return m_scene;
    }
    SceneRequest request;
    request.size = viewport()->size();
    request.scale = m_scale;
    request.selected = m_selected;
    request.hovered = m_hovered;
    request.laneScroll = verticalScrollBar()->value();
    m_scene = m_builder->build(request);
    const int hidden = static_cast<int>(std::ceil(m_scene.lanesHeight - m_scene.laneArea.height()));
    verticalScrollBar()->setRange(0, std::max(hidden, 0));
    verticalScrollBar()->setPageStep(static_cast<int>(m_scene.laneArea.height()));
    return m_scene;
}

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const TimelinePainter artist(m_theme, font());
    artist.paint(painter, scene());
    if (!m_index || m_index->order().empty()) {
        painter.setPen(m_theme.dimText);
        const QString text = !m_index || m_index->timeline().events().empty()
                                 ? m_emptyText
                                 : tr("No dated event passes the filter. Lower the threshold or clear the filter.");
        painter.drawText(viewport()->rect().adjusted(20, 0, -20, -40), Qt::AlignCenter | Qt::TextWordWrap, text);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1.0, 1.0, -1.0, -1.0));
    }
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_builder)
        m_scale = m_scale.withWidth(m_builder->plotWidth(viewport()->width()));
    invalidate();
}

double TimelineView::plotX(double viewportX) const
{
    return viewportX - (m_builder ? m_builder->gutterWidth() : 0.0);
}

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
    if (!m_isDragging)
        click(event->position().toPoint());
    m_isDragging = false;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !scene().eventAt(event->position()))
        fit();
}

void TimelineView::click(QPoint point)
{
    const TimelineScene& shown = scene();
    if (const auto event = shown.eventAt(point)) {
        Q_EMIT eventActivated(*event);
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
    const bool isClickable = event || scene().clusterAt(point) != nullptr;
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

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        rebuild();
}

void TimelineView::scrollContentsBy(int, int)
{
    invalidate();
}

} // namespace synoptic::ui
