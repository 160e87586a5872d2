// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/overview_chart.h"

#include <algorithm>
#include <cmath>

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include "timeline/density.h"

namespace synoptic::ui {

namespace {

constexpr double tickHeight = 7.0;
constexpr double gripReach = 7.0;

/// A stacked area: its floor is the roof of the one below.
QAreaSeries* areaBetween(const QList<QPointF>& floor, const QList<QPointF>& roof, QColor color, QObject* parent)
{
    auto* lower = new QLineSeries(parent);
    auto* upper = new QLineSeries(parent);
    lower->replace(floor);
    upper->replace(roof);
    auto* area = new QAreaSeries(upper, lower);
    area->setPen(Qt::NoPen);
    color.setAlphaF(0.75F);
    area->setBrush(color);
    return area;
}

} // namespace

OverviewChart::OverviewChart(QWidget* parent) : QWidget(parent), m_theme(Theme::light())
{
    setAccessibleName(tr("Overview of all events over time"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Drag the window or its edges to choose what the timeline shows; drag elsewhere to draw a new one"));
}

OverviewChart::~OverviewChart() = default;

QSize OverviewChart::sizeHint() const
{
    return {400, fontMetrics().height() * 3};
}

void OverviewChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_isStale = true;
    update();
}

void OverviewChart::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_published.clear();
    std::optional<timeline::TimeRange> span = m_index ? m_index->extent() : std::nullopt;
    if (m_index) {
        const auto& articles = m_index->timeline().analysis().articles;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const auto& published = articles[i]->article.published.range;
            if (!published || !published->isOneDay())
                continue;
            const double at = timeline::secondsOf(published->first) + 43'200.0;
            m_published.emplace_back(at, m_index->sources().indexOf(idAt<ArticleId>(i)));
            const timeline::TimeRange day{at - 43'200.0, at + 43'200.0};
            span = span ? span->united(day) : day;
        }
        std::ranges::sort(m_published);
    }
    m_span = span.value_or(timeline::TimeRange{});
    m_counted = m_index ? m_index->order().size() : 0;
    setAccessibleDescription(tr("%1 events, %2 publication dates").arg(m_counted).arg(m_published.size()));
    m_isStale = true;
    update();
}

void OverviewChart::setVisibleRange(timeline::TimeRange range)
{
    m_visible = range;
    update();
}

QRectF OverviewChart::plot() const
{
    return QRectF(rect()).adjusted(1.0, 2.0, -1.0, -2.0);
}

timeline::TimeScale OverviewChart::scale() const
{
    return timeline::TimeScale::fitting(m_span, plot().width(), 16.0);
}

QRectF OverviewChart::brushRect() const
{
    const timeline::TimeScale all = scale();
    const double left = std::clamp(all.x(m_visible.begin), 0.0, plot().width());
    const double right = std::clamp(all.x(m_visible.end), 0.0, plot().width());
    return {plot().left() + left, plot().top(), std::max(right - left, 3.0), plot().height()};
}

void OverviewChart::addAreas(QChart& chart, const timeline::TimeScale& all)
{
    const auto bins = std::min<std::size_t>(mostBins, static_cast<std::size_t>(std::max(plot().width() / 3.0, 1.0)));
    const timeline::TimeRange seen = all.visible();
    const double width = seen.width() / static_cast<double>(bins);
    std::vector<double> heights(bins, 0.0);
    double highest = 1.0;
    auto* time = new QValueAxis(&chart);
    auto* count = new QValueAxis(&chart);
    time->setRange(seen.begin, seen.end);
    chart.addAxis(time, Qt::AlignBottom);
    chart.addAxis(count, Qt::AlignLeft);
    time->setVisible(false);
    count->setVisible(false);
    for (const IndexedLane& lane : m_index->lanes()) {
        const auto counts = lane.density.countBins(seen.begin, width, bins);
        QList<QPointF> floor;
        QList<QPointF> roof;
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const double left = seen.begin + width * static_cast<double>(bin);
            const double above = heights[bin] + counts[bin];
            for (const double x : {left, left + width}) { // steps: a count belongs to its bin, not to a slope
                floor.append({x, heights[bin]});
                roof.append({x, above});
            }
            heights[bin] = above;
            highest = std::max(highest, above);
        }
        const QColor color = lane.source ? m_theme.seriesColor(*lane.source) : m_theme.shared;
        QAreaSeries* area = areaBetween(floor, roof, color, &chart);
        chart.addSeries(area);
        area->attachAxis(time);
        area->attachAxis(count);
    }
    count->setRange(0.0, highest * 1.05);
}

void OverviewChart::render()
{
    m_isStale = false;
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(m_theme.surface);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    if (m_index && !m_index->order().empty()) {
        QGraphicsScene stage;
        auto* chart = new QChart;
        chart->legend()->hide();
        chart->setMargins({});
        chart->setBackgroundVisible(false);
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        stage.addItem(chart);
        chart->resize(area.width(), area.height() - tickHeight);
        addAreas(*chart, scale());
        chart->setPlotArea(QRectF(0.0, 0.0, area.width(), area.height() - tickHeight));
        stage.render(&painter, QRectF(area.left(), area.top(), area.width(), area.height() - tickHeight),
                     QRectF(0.0, 0.0, area.width(), area.height() - tickHeight));
    }
    const timeline::TimeScale all = scale();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& [at, source] : m_published) {
        painter.setPen(QPen(m_theme.seriesColor(source), 1.6));
        const double x = area.left() + all.x(at);
        painter.drawLine(QLineF(x, area.bottom() - tickHeight + 1.0, x, area.bottom()));
    }
    painter.setPen(QPen(m_theme.border, 1.0));
    painter.drawLine(QLineF(area.left(), area.bottom() - tickHeight, area.right(), area.bottom() - tickHeight));
}

void OverviewChart::paintEvent(QPaintEvent*)
{
    if (m_isStale || m_picture.deviceIndependentSize().toSize() != size())
        render();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (!m_index || m_index->order().empty())
        return;
    const QRectF brush = brushRect();
    QColor veil = m_theme.window;
    veil.setAlphaF(0.66F);
    painter.fillRect(QRectF(0.0, 0.0, brush.left(), height()), veil);
    painter.fillRect(QRectF(brush.right(), 0.0, width() - brush.right(), height()), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, hasFocus() ? 2.5 : 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(brush.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    for (const double x : {brush.left(), brush.right()})
        painter.drawRoundedRect(QRectF(x - 2.0, brush.center().y() - 8.0, 4.0, 16.0), 2.0, 2.0);
}

void OverviewChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_isStale = true;
}

OverviewChart::Grip OverviewChart::gripAt(QPointF point) const
{
    const QRectF brush = brushRect();
    if (std::abs(point.x() - brush.left()) <= gripReach)
        return Grip::Left;
    if (std::abs(point.x() - brush.right()) <= gripReach)
        return Grip::Right;
    const bool isEverything = brush.width() >= plot().width() - 2.0;
    return brush.contains(point) && !isEverything ? Grip::Inside : Grip::New;
}

void OverviewChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_index)
        return;
    m_grip = gripAt(event->position());
    m_pressedAt = scale().secondsAt(event->position().x() - plot().left());
    m_grabbed = m_visible;
}

void OverviewChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip == Grip::None || (event->buttons() & Qt::LeftButton) == 0) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::Inside ? Qt::OpenHandCursor : grip == Grip::New ? Qt::CrossCursor : Qt::SplitHCursor);
        return;
    }
    const double at = scale().secondsAt(event->position().x() - plot().left());
    timeline::TimeRange range = m_grabbed;
    switch (m_grip) {
    case Grip::Left:
        range.begin = std::min(at, range.end - timeline::TimeScale::narrowest);
        break;
    case Grip::Right:
        range.end = std::max(at, range.begin + timeline::TimeScale::narrowest);
        break;
    case Grip::Inside:
        range = {range.begin + at - m_pressedAt, range.end + at - m_pressedAt};
        break;
    case Grip::New:
        range = {std::min(at, m_pressedAt), std::max(at, m_pressedAt)};
        break;
    case Grip::None:
        return;
    }
    if (range.width() >= timeline::TimeScale::narrowest && range != m_visible)
        choose(range);
}

void OverviewChart::mouseReleaseEvent(QMouseEvent* event)
{
    const double at = scale().secondsAt(event->position().x() - plot().left());
    const double moved = std::abs(at - m_pressedAt) / scale().secondsPerPixel();
    if (m_grip == Grip::New && moved < 3.0) { // a click: the window moves there
        const double half = m_visible.width() / 2.0;
        choose({at - half, at + half});
    }
    m_grip = Grip::None;
}

void OverviewChart::wheelEvent(QWheelEvent* event)
{
    const double factor = std::exp2(event->angleDelta().y() / 360.0);
    const timeline::TimeScale window(m_visible, plot().width());
    choose(window.zoomedAround(plot().width() / 2.0, factor).visible());
    event->accept();
}

void OverviewChart::keyPressEvent(QKeyEvent* event)
{
    const double step = m_visible.width() * 0.15;
    if (event->key() == Qt::Key_Left)
        choose({m_visible.begin - step, m_visible.end - step});
    else if (event->key() == Qt::Key_Right)
        choose({m_visible.begin + step, m_visible.end + step});
    else
        QWidget::keyPressEvent(event);
}

void OverviewChart::choose(timeline::TimeRange range)
{
    m_visible = range;
    update();
    Q_EMIT rangeChosen(range);
}

} // namespace synoptic::ui
