// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>

#include "ui/theme.h"
#include "ui/timeline/mark_sprites.h"
#include "ui/timeline/text_cache.h"
#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

/// Draws a scene on any painter: screen, picture, SVG, PDF. Colors come from the theme, places from the scene.
class TimelinePainter
{
public:
    TimelinePainter(const Theme& theme, const QFont& font);
    TimelinePainter(const TimelinePainter&) = delete;
    TimelinePainter& operator=(const TimelinePainter&) = delete;

    /// On pixels, common marks and all text are kept as they were drawn: a painter that is kept draws faster.
    void paint(QPainter& painter, const TimelineScene& scene);
    /// One mark alone, for legends and lists.
    void paintMark(QPainter& painter, const SceneMark& mark) const;

private:
    void paintLanes(QPainter& painter, const TimelineScene& scene) const;
    void paintGrid(QPainter& painter, const TimelineScene& scene) const;
    void paintGaps(QPainter& painter, const TimelineScene& scene);
    void paintReferences(QPainter& painter, const TimelineScene& scene);
    void paintMarks(QPainter& painter, const TimelineScene& scene);
    void paintCommonMarks(QPainter& painter, const TimelineScene& scene, bool bands);
    void paintBand(QPainter& painter, const SceneMark& mark) const;
    void paintPoint(QPainter& painter, const SceneMark& mark) const;
    void paintConnectors(QPainter& painter, const TimelineScene& scene) const;
    void paintMeasure(QPainter& painter, const TimelineScene& scene);
    void paintLetter(QPainter& painter, const SceneMark& mark) const;
    void paintFlag(QPainter& painter, const SceneMark& mark) const;
    void paintClusters(QPainter& painter, const TimelineScene& scene);
    void paintLeaders(QPainter& painter, const TimelineScene& scene) const;
    void paintLabels(QPainter& painter, const TimelineScene& scene);
    void paintPlate(QPainter& painter, const SceneLabel& label) const;
    void paintAxis(QPainter& painter, const TimelineScene& scene);
    void paintGutter(QPainter& painter, const TimelineScene& scene);
    void paintEdges(QPainter& painter, const TimelineScene& scene);
    QColor colorOf(const SceneMark& mark) const;
    static bool hasSign(const SceneMark& mark);
    static SceneMark signOf(const SceneMark& band);

    Theme m_theme;
    TextCache m_text;
    TextCache m_small;
    MarkSprites m_sprites;
};

} // namespace synoptic::ui
