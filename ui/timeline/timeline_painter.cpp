// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QPolygonF>

#include "ui/timeline/scene_builder.h"

namespace synoptic::ui {

TimelinePainter::TimelinePainter(const Theme& theme, const QFont& font)
    : m_theme(theme), m_font(font), m_small(SceneBuilder::smallFont(font))
{}

QColor TimelinePainter::colorOf(const SceneMark& mark) const
{
    return mark.source ? m_theme.seriesColor(*mark.source) : m_theme.shared;
}

void TimelinePainter::paint(QPainter& painter, const TimelineScene& scene) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(QRectF(QPointF(), scene.size), m_theme.surface);
    painter.setClipRect(QRectF(QPointF(), scene.size));
    paintLanes(painter, scene);
    paintGrid(painter, scene);
    paintLeaders(painter, scene);
    painter.save();
    painter.setClipRect(
        QRectF(scene.plotLeft, scene.laneArea.top(), scene.size.width() - scene.plotLeft, scene.laneArea.height()));
    for (const SceneTie& tie : scene.ties) {
        painter.setPen(QPen(tie.isSelected ? m_theme.accent : m_theme.warning, tie.isSelected ? 2.0 : 1.3,
                            tie.isDispute ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(tie.line);
    }
    paintConnectors(painter, scene);
    for (const SceneMark& mark : scene.marks)
        paintMark(painter, mark);
    paintClusters(painter, scene);
    paintMeasure(painter, scene);
    painter.restore();
    paintLabels(painter, scene);
    paintAxis(painter, scene);
    paintGutter(painter, scene);
    paintEdges(painter, scene);
    painter.restore();
}

void TimelinePainter::paintLanes(QPainter& painter, const TimelineScene& scene) const
{
    painter.save();
    painter.setClipRect(scene.laneArea);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const SceneLane& lane = scene.lanes[i];
        painter.fillRect(lane.rect, i % 2 == 0 ? m_theme.sunken : m_theme.surface);
        const QColor color = lane.source ? m_theme.seriesColor(*lane.source) : m_theme.shared;
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(color, m_theme.dark ? 0.42 : 0.3));
        for (const QRectF& bar : lane.bars)
            painter.drawRect(bar);
    }
    painter.restore();
}

void TimelinePainter::paintGrid(QPainter& painter, const TimelineScene& scene) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto lines = [&](const timeline::AxisRow& row, const QColor& color, double top) {
        painter.setPen(QPen(color, 1.0));
        for (const timeline::Tick& tick : row.ticks)
            if (tick.x >= scene.plotLeft)
                painter.drawLine(QLineF(tick.x, top, tick.x, scene.axisArea.top()));
    };
    lines(scene.axis.fine, m_theme.grid, scene.laneArea.top());
    lines(scene.axis.coarse, m_theme.strongGrid, scene.laneArea.top());
    painter.setRenderHint(QPainter::Antialiasing, true);
}

/// From the event to the days on which it was told.
void TimelinePainter::paintConnectors(QPainter& painter, const TimelineScene& scene) const
{
    painter.setBrush(Qt::NoBrush);
    for (const ScenePublication& publication : scene.publications) {
        if (!publication.from)
            continue;
        const QPointF end(publication.x, scene.axisArea.top());
        const double bend = (end.y() - publication.from->y()) * 0.6;
        QPainterPath path(*publication.from);
        path.cubicTo(*publication.from + QPointF(0.0, bend), end - QPointF(0.0, bend), end);
        painter.setPen(QPen(faded(m_theme.seriesColor(publication.source), 0.8), 1.4));
        painter.drawPath(path);
    }
}

void TimelinePainter::paintMeasure(QPainter& painter, const TimelineScene& scene) const
{
    if (!scene.measure)
        return;
    const QLineF& line = scene.measure->line;
    painter.setPen(QPen(m_theme.accent, 1.4));
    painter.drawLine(line);
    for (const QPointF end : {line.p1(), line.p2()})
        painter.drawLine(QLineF(end - QPointF(0.0, 5.0), end + QPointF(0.0, 5.0)));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(scene.measure->rect, 4.0, 4.0);
    painter.setFont(m_small);
    painter.setPen(m_theme.text);
    painter.drawText(scene.measure->rect, Qt::AlignCenter, scene.measure->text);
}

void TimelinePainter::paintClusters(QPainter& painter, const TimelineScene& scene) const
{
    painter.setFont(m_small);
    for (const SceneCluster& cluster : scene.clusters) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(m_theme.surface, 0.82));
        painter.drawRoundedRect(cluster.rect, 4.0, 4.0);
        painter.setPen(m_theme.text);
        painter.drawText(cluster.rect, Qt::AlignCenter, QStringLiteral("+%1").arg(cluster.count));
    }
}

void TimelinePainter::paintLeaders(QPainter& painter, const TimelineScene& scene) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const SceneLabel& label : scene.labels) {
        const bool isMarked = label.isSelected || label.isHovered;
        painter.setPen(QPen(isMarked ? m_theme.accent : m_theme.leader, label.isSelected ? 2.0 : 1.0));
        QLineF line = label.leader;
        if (label.isSelected)
            line.setP2({line.p2().x(), scene.axisArea.top()});
        painter.drawLine(line);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void TimelinePainter::paintLabels(QPainter& painter, const TimelineScene& scene) const
{
    for (const SceneLabel& label : scene.labels) {
        QColor title = m_theme.text;
        QColor date = m_theme.dimText;
        if (label.isSelected) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.accent);
            painter.drawRoundedRect(label.rect, 3.0, 3.0);
            title = date = m_theme.onAccent;
        } else if (label.isHovered) {
            painter.setPen(QPen(m_theme.accent, 1.0));
            painter.setBrush(m_theme.hovered);
            painter.drawRoundedRect(label.rect, 3.0, 3.0);
        }
        const double pad = std::max(2.0, label.rect.height() * 0.28);
        double dateLeft = label.rect.left() + pad;
        if (!label.letter.isNull()) {
            QFont strong = m_font;
            strong.setWeight(QFont::Bold);
            painter.setFont(strong);
            painter.setPen(label.isSelected ? m_theme.onAccent : m_theme.accent);
            const QRectF place(dateLeft, label.rect.top(), label.rect.height(), label.rect.height());
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label.letter);
            dateLeft += QFontMetricsF(m_font).height();
        }
        painter.setFont(m_small);
        painter.setPen(date);
        painter.drawText(QRectF(dateLeft, label.rect.top(), label.rect.width(), label.rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label.date);
        painter.setFont(m_font);
        painter.setPen(title);
        const QRectF rest(label.titleLeft, label.rect.top(), label.rect.right() - label.titleLeft + 2.0,
                          label.rect.height());
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label.title);
    }
}

void TimelinePainter::paintAxis(QPainter& painter, const TimelineScene& scene) const
{
    const QRectF area = scene.axisArea;
    painter.fillRect(area, m_theme.surface);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme.strongGrid, 1.0));
    painter.drawLine(area.topLeft(), area.topRight());
    const double half = area.height() / 2.0;
    const auto row = [&](const timeline::AxisRow& ticks, double top, const QColor& color) {
        for (const timeline::Tick& tick : ticks.ticks) {
            if (tick.x >= scene.plotLeft) {
                painter.setPen(QPen(m_theme.strongGrid, 1.0));
                painter.drawLine(QLineF(tick.x, top, tick.x, &ticks == &scene.axis.coarse ? area.bottom() : top + 4.0));
            }
            if (tick.label.empty())
                continue;
            painter.setPen(color);
            painter.drawText(QRectF(tick.labelX, top, tick.labelWidth + 2.0, half),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QString::fromStdString(tick.label));
        }
    };
    painter.setFont(m_small);
    row(scene.axis.fine, area.top(), m_theme.dimText);
    row(scene.axis.coarse, area.top() + half, m_theme.text);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const ScenePublication& publication : scene.publications) {
        const QPointF tip(publication.x, area.top());
        painter.setPen(QPen(m_theme.surface, 1.0));
        painter.setBrush(m_theme.seriesColor(publication.source));
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(-5.0, 8.0), tip + QPointF(5.0, 8.0)}));
    }
}

void TimelinePainter::paintGutter(QPainter& painter, const TimelineScene& scene) const
{
    if (scene.plotLeft <= 0.0)
        return;
    painter.fillRect(QRectF(0.0, scene.axisArea.top() + 1.0, scene.plotLeft, scene.axisArea.height()), m_theme.surface);
    painter.save();
    painter.setClipRect(scene.laneArea);
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const SceneLane& lane = scene.lanes[i];
        const QRectF gutter(0.0, lane.rect.top(), scene.plotLeft, lane.rect.height());
        painter.fillRect(gutter, i % 2 == 0 ? m_theme.sunken : m_theme.surface);
        const QColor color = lane.source ? m_theme.seriesColor(*lane.source) : m_theme.shared;
        painter.fillRect(QRectF(0.0, gutter.top() + 1.0, 4.0, gutter.height() - 2.0), color);
        const double width = scene.plotLeft - line * 0.8;
        const bool hasTwoLines = gutter.height() > 2.1 * line;
        const double top = hasTwoLines ? gutter.center().y() - line : gutter.center().y() - line / 2.0;
        painter.setFont(m_font);
        painter.setPen(m_theme.text);
        painter.drawText(QRectF(line * 0.6, top, width, line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(lane.name, Qt::ElideRight, width));
        if (hasTwoLines) {
            painter.setFont(m_small);
            painter.setPen(m_theme.dimText);
            const QString count = lane.events == 1
                                      ? QCoreApplication::translate("TimelinePainter", "1 event")
                                      : QCoreApplication::translate("TimelinePainter", "%1 events").arg(lane.events);
            painter.drawText(QRectF(line * 0.6, top + line, width, line),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
        }
    }
    painter.restore();
}

void TimelinePainter::paintEdges(QPainter& painter, const TimelineScene& scene) const
{
    painter.setFont(m_small);
    for (const SceneEdge* edge : {&scene.earlier, &scene.later}) {
        if (edge->count == 0)
            continue;
        const bool isLeft = edge == &scene.earlier;
        painter.setPen(QPen(m_theme.border, 1.0));
        painter.setBrush(m_theme.window);
        painter.drawRoundedRect(edge->rect, 4.0, 4.0);
        painter.setPen(m_theme.text);
        const QString text = isLeft ? QStringLiteral("◂ %1").arg(edge->count) : QStringLiteral("%1 ▸").arg(edge->count);
        painter.drawText(edge->rect, Qt::AlignCenter, text);
    }
}

} // namespace synoptic::ui
