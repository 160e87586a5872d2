// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>

#include "ui/theme.h"
#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

/// Draws a scene on any painter: screen, picture, SVG, PDF. Colors come from the theme, places from the scene.
class TimelinePainter
{
public:
    TimelinePainter(const Theme& theme, const QFont& font);

    void paint(QPainter& painter, const TimelineScene& scene) const;
    /// One mark alone, for legends and lists.
    void paintMark(QPainter& painter, const SceneMark& mark) const;

private:
    void paintLanes(QPainter& painter, const TimelineScene& scene) const;
    void paintGrid(QPainter& painter, const TimelineScene& scene) const;
    void paintBand(QPainter& painter, const SceneMark& mark) const;
    void paintPoint(QPainter& painter, const SceneMark& mark) const;
    void paintConnectors(QPainter& painter, const TimelineScene& scene) const;
    void paintMeasure(QPainter& painter, const TimelineScene& scene) const;
    void paintLetter(QPainter& painter, const SceneMark& mark) const;
    void paintFlag(QPainter& painter, const SceneMark& mark) const;
    void paintClusters(QPainter& painter, const TimelineScene& scene) const;
    void paintLeaders(QPainter& painter, const TimelineScene& scene) const;
    void paintLabels(QPainter& painter, const TimelineScene& scene) const;
    void paintAxis(QPainter& painter, const TimelineScene& scene) const;
    void paintGutter(QPainter& painter, const TimelineScene& scene) const;
    void paintEdges(QPainter& painter, const TimelineScene& scene) const;
    QColor colorOf(const SceneMark& mark) const;

    Theme m_theme;
    QFont m_font;
    QFont m_small;
};

} // namespace synoptic::ui
