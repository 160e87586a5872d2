// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numbers>

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPolygonF>

#include "ui/timeline/timeline_painter.h"

// How one mark of the timeline looks.
namespace synoptic::ui {

namespace {

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

void TimelinePainter::paintMark(QPainter& painter, const SceneMark& mark) const
{
    if (mark.isBand)
        paintBand(painter, mark);
    else
        paintPoint(painter, mark);
    if (mark.contradictions > 0)
        paintFlag(painter, mark);
    if (!mark.letter.isNull())
        paintLetter(painter, mark);
}

/// The letter of one of several selected events: a badge at the left.
void TimelinePainter::paintLetter(QPainter& painter, const SceneMark& mark) const
{
    QFont strong = m_small.font();
    strong.setWeight(QFont::Bold);
    const double size = QFontMetricsF(strong).height() * 0.95;
    const double right = mark.isBand ? mark.extent.left() : mark.center.x() - mark.radius - 4.0;
    const QRectF badge(right - size - 1.0, mark.center.y() - size / 2.0, size, size);
    painter.setPen(QPen(m_theme.surface, 1.0));
    painter.setBrush(m_theme.accent);
    painter.drawEllipse(badge);
    painter.setFont(strong);
    painter.setPen(m_theme.onAccent);
    painter.drawText(badge, Qt::AlignCenter, mark.letter);
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
    painter.setFont(m_small.font());
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
    if (hasSign(mark))
        paintPoint(painter, signOf(mark));
}

bool TimelinePainter::hasSign(const SceneMark& mark)
{
    return mark.shape != MarkShape::Disc && mark.shape != MarkShape::Square && mark.shape != MarkShape::Hexagon;
}

/// A band keeps its shape: the sign of its factuality stands in its middle.
SceneMark TimelinePainter::signOf(const SceneMark& band)
{
    SceneMark sign = band;
    sign.isBand = false;
    sign.isSelected = sign.isHovered = sign.fadesLeft = sign.fadesRight = false;
    sign.letter = {};
    sign.extent = {};
    sign.radius = std::min(band.radius, band.extent.height() * 0.38);
    return sign;
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
    if (mark.isSelected || mark.isHovered || !mark.letter.isNull()) {
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

} // namespace synoptic::ui
