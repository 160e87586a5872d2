// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/timeline/hover_card.h"
#include "ui/timeline/timeline_accessible.h"

namespace synoptic::ui {

namespace {
constexpr int hoverDelay = 250;
constexpr int restDelay = 700; // milliseconds without a movement: a view to come back to
constexpr std::size_t mostViews = 100;
} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(Theme::light()), m_card(new HoverCard(viewport()))
{
    TimelineAccessible::install();
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Events by date. J and K go to the next and the previous event."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setMinimumSize(200, 130);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restDelay);
    connect(&m_rest, &QTimer::timeout, this, &TimelineView::remember);
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
    m_artist.reset();
    viewport()->update();
}

void TimelineView::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_hovered.reset();
    m_selected.reset();
    m_compared.clear();
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
    if (!m_index) {
        m_views.clear();
        m_viewAt = 0;
        setReferences({});
        setBrushed(std::nullopt);
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

void TimelineView::setSelected(std::optional<EventId> event, std::vector<EventId> compared)
{
    if (event == m_selected && compared == m_compared)
        return;
    m_selected = event;
    m_compared = std::move(compared);
    invalidate();
    TimelineAccessible::announce(*this);
}

void TimelineView::reveal(EventId event)
{
    if (!m_builder)
        return;
    const auto ranges = m_index->rangesOf(event);
    if (ranges.empty())
        return;
    constexpr double inset = 12.0; // a mark that is seen whole stays where it is, at the edge too
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
    m_rest.start();
    Q_EMIT visibleRangeChanged(m_scale.visible());
}

/// What was left is dropped as soon as one goes on from somewhere else.
void TimelineView::remember()
{
    m_rest.stop();
    const timeline::TimeRange seen = m_scale.visible();
    if (!m_isFitted || (!m_views.empty() && m_views[m_viewAt] == seen))
        return;
    if (!m_views.empty())
        m_views.resize(m_viewAt + 1);
    if (m_views.size() == mostViews)
        m_views.erase(m_views.begin());
    m_views.push_back(seen);
    m_viewAt = m_views.size() - 1;
}

void TimelineView::goThroughViews(int step)
{
    remember(); // where one is now, so that the way back leads here again
    const auto to = static_cast<std::ptrdiff_t>(m_viewAt) + step;
    if (to < 0 || to >= std::ssize(m_views))
        return;
    m_viewAt = static_cast<std::size_t>(to);
    setScale({m_views[m_viewAt], m_scale.width()});
    m_rest.stop();
}

std::optional<timeline::TimeRange> TimelineView::selectedRange() const
{
    if (!m_index || !m_selected)
        return std::nullopt;
    std::optional<timeline::TimeRange> all;
    const std::vector<EventId> events = m_compared.empty() ? std::vector{*m_selected} : m_compared;
    for (const EventId event : events)
        for (const timeline::TimeRange& range : m_index->rangesOf(event))
            all = all ? all->united(range) : range;
    if (!all)
        return std::nullopt;
    constexpr double fortnight = 14.0 * 86'400.0; // around a lone day, so that one sees what it lies between
    const double spare = std::max(fortnight - all->width(), all->width() * 0.2) / 2.0;
    return timeline::TimeRange{all->begin - spare, all->end + spare};
}

void TimelineView::fitSelection()
{
    if (const auto range = selectedRange())
        setVisibleRange(*range);
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
    request.compared = m_compared;
    request.hovered = m_hovered;
    request.laneScroll = verticalScrollBar()->value();
    request.references = m_references;
    m_scene = m_builder->build(request);
    constexpr double rounding = 0.5; // of sums of heights: no bar to scroll by nothing
    const int hidden = static_cast<int>(std::ceil(m_scene.lanesHeight - m_scene.laneArea.height() - rounding));
    verticalScrollBar()->setRange(0, std::max(hidden, 0));
    verticalScrollBar()->setPageStep(static_cast<int>(m_scene.laneArea.height()));
    return m_scene;
}

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (!m_artist)
        m_artist.emplace(m_theme, font());
    m_artist->paint(painter, scene());
    if (!m_index || m_index->order().empty()) {
        painter.setPen(m_theme.dimText);
        const QString text = !m_index || m_index->timeline().events().empty()
                                 ? m_emptyText
                                 : tr("No dated event passes the filter. Lower the threshold or clear the filter.");
        painter.drawText(viewport()->rect().adjusted(20, 0, -20, -40), Qt::AlignCenter | Qt::TextWordWrap, text);
    }
    paintBrushed(painter);
    if (m_band) {
        painter.setPen(QPen(m_theme.accent, 1.2));
        painter.setBrush(faded(m_theme.accent, 0.15));
        painter.drawRect(QRectF(m_band->first, 0.5, m_band->second - m_band->first, viewport()->height() - 1.0));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1.0, 1.0, -1.0, -1.0));
    }
}

/// What is not brushed lies under a veil.
void TimelineView::paintBrushed(QPainter& painter) const
{
    if (!m_brushed || !m_builder)
        return;
    const double left = m_builder->gutterWidth();
    const double right = viewport()->width();
    const double from = std::clamp(left + m_scale.x(m_brushed->begin), left, right);
    const double to = std::clamp(left + m_scale.x(m_brushed->end), left, right);
    const double height = viewport()->height();
    for (const QRectF& rest : {QRectF(left, 0.0, from - left, height), QRectF(to, 0.0, right - to, height)})
        painter.fillRect(rest, faded(m_theme.window, 0.55));
    painter.setPen(QPen(m_theme.accent, 1.4));
    for (const double x : {from, to})
        if (x > left && x < right)
            painter.drawLine(QLineF(x, 0.0, x, height));
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

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_artist.reset();
        rebuild();
    }
}

void TimelineView::scrollContentsBy(int, int)
{
    invalidate();
}

} // namespace synoptic::ui
