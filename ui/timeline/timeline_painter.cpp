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
    : m_theme(theme)
    , m_text(font)
    , m_small(SceneBuilder::smallFont(font))
    , m_sprites([this](QPainter& painter, const SceneMark& mark) {
        if (mark.isBand)
            paintBand(painter, mark);
        else
            paintPoint(painter, mark);
    })
{}

QColor TimelinePainter::colorOf(const SceneMark& mark) const
{
    return mark.source ? m_theme.seriesColor(*mark.source) : m_theme.shared;
}

void TimelinePainter::paint(QPainter& painter, const TimelineScene& scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(QRectF(QPointF(), scene.size), m_theme.surface);
    painter.setClipRect(QRectF(QPointF(), scene.size));
    paintLanes(painter, scene);
    paintGrid(painter, scene);
    paintGaps(painter, scene);
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
    paintMarks(painter, scene);
    paintClusters(painter, scene);
    paintMeasure(painter, scene);
    painter.restore();
    paintLabels(painter, scene);
    paintAxis(painter, scene);
    paintGutter(painter, scene);
    paintEdges(painter, scene);
    paintReferences(painter, scene);
    painter.restore();
}

void TimelinePainter::paintGaps(QPainter& painter, const TimelineScene& scene)
{
    painter.setFont(m_small.font());
    for (const SceneGap& gap : scene.gaps) {
        painter.fillRect(gap.rect, QBrush(faded(m_theme.dimText, 0.16), Qt::BDiagPattern));
        if (gap.text.isEmpty())
            continue;
        painter.fillRect(gap.textRect, m_theme.surface);
        painter.setPen(m_theme.dimText);
        m_small.draw(painter, gap.textRect, gap.text, true);
    }
}

/// Over everything: one put them up to see what lies before and after.
void TimelinePainter::paintReferences(QPainter& painter, const TimelineScene& scene)
{
    for (const SceneReference& own : scene.references) {
        painter.setPen(QPen(m_theme.accent, 1.4, Qt::DashDotLine));
        painter.drawLine(QLineF(own.x, own.rect.bottom(), own.x, scene.axisArea.top()));
        painter.setPen(QPen(m_theme.accent, 1.0));
        painter.setBrush(m_theme.surface);
        painter.drawRoundedRect(own.rect, 3.0, 3.0);
        painter.setFont(m_small.font());
        painter.setPen(m_theme.text);
        m_small.draw(painter, own.rect, own.text, true);
    }
}

/// Bands below points, what is chosen above both, pennants above all.
void TimelinePainter::paintMarks(QPainter& painter, const TimelineScene& scene)
{
    const bool isScreen = drawsPixels(painter);
    const auto isChosen = [](const SceneMark& mark) { return mark.isSelected || !mark.letter.isNull(); };
    for (const bool bands : {true, false}) {
        if (isScreen)
            paintCommonMarks(painter, scene, bands);
        for (const SceneMark& mark : scene.marks) {
            if (mark.isBand != bands || isChosen(mark) || (isScreen && MarkSprites::isCommon(mark)))
                continue;
            if (bands)
                paintBand(painter, mark);
            else
                paintPoint(painter, mark);
        }
    }
    for (const SceneMark& mark : scene.marks) {
        if (isChosen(mark))
            paintMark(painter, mark);
        else if (mark.contradictions > 0)
            paintFlag(painter, mark);
    }
}

void TimelinePainter::paintCommonMarks(QPainter& painter, const TimelineScene& scene, bool bands)
{
    m_sprites.begin(painter);
    for (const SceneMark& mark : scene.marks) {
        if (mark.isBand != bands || !MarkSprites::isCommon(mark))
            continue;
        if (bands) {
            m_sprites.copyBand(mark, colorOf(mark));
            if (hasSign(mark))
                m_sprites.copyPoint(signOf(mark), colorOf(mark));
        } else {
            m_sprites.copyPoint(mark, colorOf(mark));
        }
    }
    m_sprites.end();
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
        painter.drawRects(lane.bars.data(), static_cast<int>(lane.bars.size()));
    }
    painter.restore();
}

void TimelinePainter::paintGrid(QPainter& painter, const TimelineScene& scene) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto lines = [&](const timeline::AxisRow& row, const QColor& color) {
        QList<QLineF> all;
        for (const timeline::Tick& tick : row.ticks)
            if (tick.x >= scene.plotLeft)
                all << QLineF(tick.x, scene.laneArea.top(), tick.x, scene.axisArea.top());
        painter.setPen(QPen(color, 1.0));
        painter.drawLines(all);
    };
    lines(scene.axis.fine, m_theme.grid);
    lines(scene.axis.coarse, m_theme.strongGrid);
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

void TimelinePainter::paintMeasure(QPainter& painter, const TimelineScene& scene)
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
    painter.setFont(m_small.font());
    painter.setPen(m_theme.text);
    m_small.draw(painter, scene.measure->rect, scene.measure->text, true);
}

void TimelinePainter::paintClusters(QPainter& painter, const TimelineScene& scene)
{
    if (scene.clusters.empty())
        return;
    const QColor plate = faded(m_theme.surface, 0.82);
    if (drawsPixels(painter)) {
        m_sprites.begin(painter);
        for (const SceneCluster& cluster : scene.clusters)
            m_sprites.copyPlate(cluster.rect, plate);
        m_sprites.end();
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(plate);
        for (const SceneCluster& cluster : scene.clusters)
            painter.drawRoundedRect(cluster.rect, 4.0, 4.0);
    }
    painter.setFont(m_small.font());
    painter.setPen(m_theme.text);
    for (const SceneCluster& cluster : scene.clusters)
        m_small.draw(painter, cluster.rect, QStringLiteral("+%1").arg(cluster.count), true);
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

/// Behind a headline that is chosen.
void TimelinePainter::paintPlate(QPainter& painter, const SceneLabel& label) const
{
    if (label.isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accent);
    } else {
        painter.setPen(QPen(m_theme.accent, 1.0));
        painter.setBrush(m_theme.hovered);
    }
    painter.drawRoundedRect(label.rect, 3.0, 3.0);
}

void TimelinePainter::paintLabels(QPainter& painter, const TimelineScene& scene)
{
    const auto padOf = [](const SceneLabel& label) { return std::max(2.0, label.rect.height() * 0.28); };
    for (const SceneLabel& label : scene.labels)
        if (label.isSelected || label.isHovered)
            paintPlate(painter, label);
    for (const SceneLabel& label : scene.labels) {
        if (label.letter.isNull())
            continue;
        QFont strong = m_text.font();
        strong.setWeight(QFont::Bold);
        painter.setFont(strong);
        painter.setPen(label.isSelected ? m_theme.onAccent : m_theme.accent);
        const QRectF place(label.rect.left() + padOf(label), label.rect.top(), label.rect.height(),
                           label.rect.height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label.letter);
    }
    // Dates, then titles: one font and, but for the selected, one color after the other
    painter.setFont(m_small.font());
    painter.setPen(m_theme.dimText);
    const double letterWidth = QFontMetricsF(m_text.font()).height();
    for (const SceneLabel& label : scene.labels) {
        const double left = label.rect.left() + padOf(label) + (label.letter.isNull() ? 0.0 : letterWidth);
        if (label.isSelected)
            painter.setPen(m_theme.onAccent);
        m_small.draw(painter, {left, label.rect.top(), label.rect.width(), label.rect.height()}, label.date);
        if (label.isSelected)
            painter.setPen(m_theme.dimText);
    }
    painter.setFont(m_text.font());
    painter.setPen(m_theme.text);
    for (const SceneLabel& label : scene.labels) {
        if (label.isSelected)
            painter.setPen(m_theme.onAccent);
        m_text.draw(
            painter,
            {label.titleLeft, label.rect.top(), label.rect.right() - label.titleLeft + 2.0, label.rect.height()},
            label.title);
        if (label.isSelected)
            painter.setPen(m_theme.text);
    }
}

void TimelinePainter::paintAxis(QPainter& painter, const TimelineScene& scene)
{
    const QRectF area = scene.axisArea;
    painter.fillRect(area, m_theme.surface);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double half = area.height() / 2.0;
    QList<QLineF> lines{QLineF(area.topLeft(), area.topRight())};
    const auto addLines = [&](const timeline::AxisRow& row, double top, double bottom) {
        for (const timeline::Tick& tick : row.ticks)
            if (tick.x >= scene.plotLeft)
                lines << QLineF(tick.x, top, tick.x, bottom);
    };
    addLines(scene.axis.fine, area.top(), area.top() + 4.0);
    addLines(scene.axis.coarse, area.top() + half, area.bottom());
    painter.setPen(QPen(m_theme.strongGrid, 1.0));
    painter.drawLines(lines);
    const auto write = [&](const timeline::AxisRow& row, double top, const QColor& color) {
        painter.setPen(color);
        for (const timeline::Tick& tick : row.ticks)
            if (!tick.label.empty())
                m_small.draw(painter, {tick.labelX, top, tick.labelWidth + 2.0, half},
                             QString::fromStdString(tick.label));
    };
    painter.setFont(m_small.font());
    write(scene.axis.fine, area.top(), m_theme.dimText);
    write(scene.axis.coarse, area.top() + half, m_theme.text);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const ScenePublication& publication : scene.publications) {
        const QPointF tip(publication.x, area.top());
        painter.setPen(QPen(m_theme.surface, 1.0));
        painter.setBrush(m_theme.seriesColor(publication.source));
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(-5.0, 8.0), tip + QPointF(5.0, 8.0)}));
    }
}

void TimelinePainter::paintGutter(QPainter& painter, const TimelineScene& scene)
{
    if (scene.plotLeft <= 0.0)
        return;
    painter.fillRect(QRectF(0.0, scene.axisArea.top() + 1.0, scene.plotLeft, scene.axisArea.height()), m_theme.surface);
    painter.save();
    painter.setClipRect(scene.laneArea);
    const double line = QFontMetricsF(m_text.font()).height();
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const SceneLane& lane = scene.lanes[i];
        const QRectF gutter(0.0, lane.rect.top(), scene.plotLeft, lane.rect.height());
        painter.fillRect(gutter, i % 2 == 0 ? m_theme.sunken : m_theme.surface);
        const QColor color = lane.source ? m_theme.seriesColor(*lane.source) : m_theme.shared;
        painter.fillRect(QRectF(0.0, gutter.top() + 1.0, 4.0, gutter.height() - 2.0), color);
        const double width = scene.plotLeft - line * 0.8;
        const bool hasTwoLines = gutter.height() > 2.1 * line;
        const double top = hasTwoLines ? gutter.center().y() - line : gutter.center().y() - line / 2.0;
        painter.setFont(m_text.font());
        painter.setPen(m_theme.text);
        m_text.draw(painter, QRectF(line * 0.6, top, width, line), lane.shortName);
        if (hasTwoLines) {
            painter.setFont(m_small.font());
            painter.setPen(m_theme.dimText);
            const QString count = lane.events == 1
                                      ? QCoreApplication::translate("TimelinePainter", "1 event")
                                      : QCoreApplication::translate("TimelinePainter", "%1 events").arg(lane.events);
            m_small.draw(painter, QRectF(line * 0.6, top + line, width, line), count);
        }
    }
    painter.restore();
}

void TimelinePainter::paintEdges(QPainter& painter, const TimelineScene& scene)
{
    painter.setFont(m_small.font());
    for (const SceneEdge* edge : {&scene.earlier, &scene.later}) {
        if (edge->count == 0)
            continue;
        const bool isLeft = edge == &scene.earlier;
        painter.setPen(QPen(m_theme.border, 1.0));
        painter.setBrush(m_theme.window);
        painter.drawRoundedRect(edge->rect, 4.0, 4.0);
        painter.setPen(m_theme.text);
        const QString text = isLeft ? QStringLiteral("◂ %1").arg(edge->count) : QStringLiteral("%1 ▸").arg(edge->count);
        m_small.draw(painter, edge->rect, text, true);
    }
}

} // namespace synoptic::ui
