// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include <QHash>
#include <QImage>
#include <QPainter>

#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

/// Pictures of marks that look alike, drawn once and copied: a frame has a thousand marks of some twenty looks. For
/// painters of which drawsPixels() is true; marks stand on whole pixels of the device.
///
/// What is selected, hovered or lettered is drawn anew each time: see isCommon().
class MarkSprites
{
public:
    using Draw = std::function<void(QPainter&, const SceneMark&)>;

    /// @p draw draws one mark, without its extent.
    explicit MarkSprites(Draw draw) : m_draw(std::move(draw)) {}

    static bool isCommon(const SceneMark& mark);
    /// From here to end() copies marks of isCommon() to @p painter.
    void begin(QPainter& painter);
    void end();
    void copyPoint(const SceneMark& mark, const QColor& color);
    void copyBand(const SceneMark& mark, const QColor& color);
    /// A plate with round corners, to write on.
    void copyPlate(const QRectF& place, const QColor& color);

private:
    struct Sprite
    {
        QImage image;
        QPoint origin; // of the mark's center, or of the band's corner
    };

    static std::uint64_t keyOf(const SceneMark& mark, const QColor& color, double size);
    QImage canvas(int width, int height) const;
    QPoint pixelOf(QPointF point) const;
    void copy(QPoint at, const QImage& image, const QRect& part);
    void copyStrip(QPoint at, int width, const Sprite& strip);

    Draw m_draw;
    QPainter* m_painter = nullptr; // Not owned: between begin() and end()
    double m_scale = 1.0;          // device pixels for a pixel
    QPointF m_shift;               // of the device
    QHash<std::uint64_t, Sprite> m_points;
    QHash<std::uint64_t, Sprite> m_strips;
};

} // namespace synoptic::ui
