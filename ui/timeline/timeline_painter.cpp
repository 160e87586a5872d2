// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include <cmath>
#include <numbers>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPolygonF>

#include "ui/timeline/scene_builder.h"

namespace synoptic::ui {

namespace {

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QPolygonF shapeOf(MarkShape shape, QPointF center, double radius)
{
    const auto polygon = [&](int corners, double turned, double size) {
        QPolygonF points;
        for (int i = 0; i < corners; ++i) {
            const double angle = turned + 2.0 * std::numbers::pi * i / corners;
            points << center + QPointF(std::cos(angle), std::sin(angle)) * size;
        }
        return points;
    };
    switch (shape) {
    case MarkShape::Square:
        return polygon(4, std::numbers::pi / 4.0, radius * 1.25);
    case MarkShape::Hexagon:
        return polygon(6, 0.0, radius * 1.1);
    case MarkShape::Triangle:
        return polygon(3, 0.0, radius * 1.3);
    case MarkShape::Diamond:
        return polygon(4, 0.0, radius * 1.25);
    case MarkShape::Disc:
    case MarkShape::Cross:
        break;
    }
    return {};
}

} // namespace

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
        painter.setPen(
            QPen(tie.isSelected ? m_theme.accent : m_theme.warning, tie.isSelected ? 2.0 : 1.3, Qt::DashLine));
        painter.drawLine(tie.line);
    }
    for (const SceneMark& mark : scene.marks)
        paintMark(painter, mark);
    paintClusters(painter, scene);
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

void TimelinePainter::paintMark(QPainter& painter, const SceneMark& mark) const
{
    if (mark.isBand)
        paintBand(painter, mark);
    else
        paintPoint(painter, mark);
    if (mark.contradictions > 0)
        paintFlag(painter, mark);
}

/// A contradiction on record: a pennant over the mark, with the count if there are several.
void TimelinePainter::paintFlag(QPainter& painter, const SceneMark& mark) const
{
    const double size = std::max(mark.radius, 5.0) * 1.6;
    const QPointF foot = mark.center + QPointF(mark.radius * 0.7, -mark.radius * 0.7);
    const QPointF tip = foot - QPointF(0.0, size);
    painter.setPen(QPen(m_theme.warning, 1.4));
    painter.drawLine(QLineF(foot, tip));
    painter.setBrush(m_theme.warning);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(size * 0.8, size * 0.28), tip + QPointF(0.0, size * 0.56)}));
    if (mark.contradictions < 2)
        return;
    painter.setFont(m_small);
    painter.setPen(m_theme.warning);
    painter.drawText(tip + QPointF(size * 0.9, size * 0.5), QString::number(mark.contradictions));
}

void TimelinePainter::paintBand(QPainter& painter, const SceneMark& mark) const
{
    const QColor color = colorOf(mark);
    const double alpha = mark.isCandidate ? 0.34 : 0.55;
    QBrush brush(faded(color, alpha));
    QRectF rect = mark.extent;
    const double fade = rect.height() * 3.0;
    if (mark.fadesLeft || mark.fadesRight) {
        rect = mark.fadesLeft ? rect.adjusted(-fade, 0, 0, 0) : rect.adjusted(0, 0, fade, 0);
        QLinearGradient gradient(rect.topLeft(), rect.topRight());
        gradient.setColorAt(mark.fadesLeft ? 1.0 : 0.0, faded(color, alpha));
        gradient.setColorAt(mark.fadesLeft ? 0.0 : 1.0, faded(color, 0.0));
        brush = gradient;
    }
    const bool isMarked = mark.isSelected || mark.isHovered;
    QPen pen(mark.isSelected ? m_theme.accent : faded(color, 0.9), mark.isSelected ? 2.2 : 1.0);
    if (mark.isAbout)
        pen.setStyle(Qt::DashLine);
    if ((mark.fadesLeft || mark.fadesRight) && !isMarked)
        pen.setStyle(Qt::NoPen);
    painter.setBrush(brush);
    painter.setPen(pen);
    const double round = std::min(rect.height() / 2.0, 3.5);
    painter.drawRoundedRect(rect, round, round);
    if (mark.shape == MarkShape::Disc || mark.shape == MarkShape::Square || mark.shape == MarkShape::Hexagon)
        return;
    // A band keeps its shape: the sign of its factuality stands in its middle
    SceneMark sign = mark;
    sign.isBand = false;
    sign.isSelected = sign.isHovered = sign.fadesLeft = sign.fadesRight = false;
    sign.extent = {};
    sign.radius = std::min(mark.radius, rect.height() * 0.38);
    paintPoint(painter, sign);
}

void TimelinePainter::paintPoint(QPainter& painter, const SceneMark& mark) const
{
    const QColor color = colorOf(mark);
    const double alpha = mark.isCandidate ? 0.82 : 1.0;
    if (!mark.extent.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(color, 0.45));
        painter.drawRoundedRect(mark.extent, 1.0, 1.0);
    }
    if (mark.fadesLeft || mark.fadesRight) {
        const double length = mark.radius * 5.0 * (mark.fadesLeft ? -1.0 : 1.0);
        QLinearGradient gradient(mark.center, mark.center + QPointF(length, 0.0));
        gradient.setColorAt(0.0, faded(color, 0.7));
        gradient.setColorAt(1.0, faded(color, 0.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(gradient);
        const double height = mark.radius * 0.9;
        painter.drawRect(QRectF(mark.center, QSizeF(length, height)).normalized().translated(0.0, -height / 2.0));
    }
    if (mark.isSelected || mark.isHovered) {
        painter.setBrush(mark.isSelected ? QBrush(faded(m_theme.accent, 0.18)) : QBrush(Qt::NoBrush));
        painter.setPen(QPen(m_theme.accent, mark.isSelected ? 2.2 : 1.4));
        painter.drawEllipse(mark.center, mark.radius + 4.0, mark.radius + 4.0);
    }
    QPen outline(m_theme.surface, 1.0);
    if (mark.isAbout)
        outline = QPen(color, 1.4, Qt::DotLine);
    else if (!mark.isCandidate)
        outline = QPen(m_theme.text, 1.4);
    const bool isHollow = mark.shape == MarkShape::Triangle || mark.shape == MarkShape::Diamond;
    if (isHollow) {
        painter.setPen(QPen(color, 1.8, mark.isAbout ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(m_theme.surface);
    } else {
        painter.setPen(outline);
        painter.setBrush(mark.isAbout ? faded(color, 0.35) : faded(color, alpha));
    }
    if (mark.shape == MarkShape::Disc) {
        painter.drawEllipse(mark.center, mark.radius, mark.radius);
    } else if (mark.shape == MarkShape::Cross) {
        const double arm = mark.radius * 0.85;
        painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(mark.center - QPointF(arm, arm), mark.center + QPointF(arm, arm));
        painter.drawLine(mark.center + QPointF(-arm, arm), mark.center + QPointF(arm, -arm));
    } else {
        painter.drawPolygon(shapeOf(mark.shape, mark.center, mark.radius));
    }
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
        painter.setFont(m_small);
        painter.setPen(date);
        painter.drawText(label.rect.adjusted(pad, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         label.date);
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
