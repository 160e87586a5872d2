// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QFont>
#include <QSizeF>
#include <QStringList>

#include "ui/theme.h"
#include "ui/timeline/scene_builder.h"
#include "ui/timeline/timeline_image.h"

class QPainter;

namespace synoptic::ui {

/// The last part of the path of the folder.
std::string folderName(const edits::Timeline& timeline);

/// The picture of a timeline: title, scene, legend and foot. Measured once and drawn by the same numbers. Units: CSS
/// pixels.
class TimelineSheet
{
public:
    TimelineSheet(const edits::Timeline& timeline, const TimelineImageOptions& options);

    QSizeF size() const { return {static_cast<double>(m_options.width), m_height}; }
    void paint(QPainter& painter) const;
    /// Says in the corner of @p page which of several sheets it is.
    void paintTileMark(QPainter& painter, const QRectF& page, int column, int columns, int row, int rows) const;

private:
    void trimLabelArea();
    QStringList footerLines() const;
    void paintLegend(QPainter& painter, double line) const;

    TimelineImageOptions m_options;
    Theme m_theme;
    QFont m_font;
    SceneBuilder m_builder;
    TimelineScene m_scene;
    QString m_title;
    QStringList m_lines;
    double m_top = 0.0;
    double m_legendTop = 0.0;
    double m_height = 0.0;
};

} // namespace synoptic::ui
