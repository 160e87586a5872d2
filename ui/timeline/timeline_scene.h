// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "base/ids.h"
#include "timeline/tick_marks.h"
#include "timeline/time_scale.h"

/// A picture of a stretch of the timeline as values: rectangles, labels and hit areas. What draws it and what tests it
/// read the same numbers.
namespace synoptic::ui {

/// Told by shape as well as by color.
enum class MarkShape : std::uint8_t
{
    Disc,     ///< asserted
    Square,   ///< asserted, told by the ninth to sixteenth source
    Hexagon,  ///< asserted, told by a source beyond
    Triangle, ///< planned: points to what is to come
    Diamond,  ///< possible
    Cross     ///< denied
};

struct SceneMark
{
    EventId event{};
    std::uint8_t position = 0;
    std::uint16_t lane = 0;
    MarkShape shape = MarkShape::Disc;
    std::optional<std::uint32_t> source; ///< gives the color; none: several sources
    QPointF center;
    double radius = 0.0;
    float importance = 0.0F;
    QRectF extent; ///< true width of the precision, for a band; of the day, for a point wider than its mark
    QRectF hit;
    bool isBand = false;
    bool isAbout = false;
    bool fadesLeft = false;
    bool fadesRight = false;
    bool isCandidate = true;
    bool isDisputed = false;
    std::uint32_t contradictions = 0; ///< on record about the event
    bool isSelected = false;
    bool isHovered = false;
    QChar letter; ///< among several that are selected; null: none
};

/// A headline above the lanes.
struct SceneLabel
{
    EventId event{};
    QString date;
    QString title; ///< shortened to its width
    QRectF rect;
    double titleLeft = 0.0;
    QLineF leader; ///< from the headline down to the lowest of its marks
    bool flagsLeft = false;
    bool isSelected = false;
    bool isHovered = false;
    QChar letter; ///< as that of its mark, before the date
};

/// Events too close to be drawn one by one, counted.
struct SceneCluster
{
    QRectF rect;
    std::uint16_t lane = 0;
    std::uint32_t count = 0;
    timeline::TimeRange range;
};

/// The dates of one disputed event, tied; by publication, the tellings of the selected one.
struct SceneTie
{
    EventId event{};
    QLineF line;
    bool isSelected = false;
    bool isDispute = true;
};

struct SceneLane
{
    QString name;
    QString shortName; ///< as much of it as the gutter has room for
    std::optional<std::uint32_t> source;
    std::uint32_t events = 0;
    QRectF rect;
    QRectF profile;           ///< where the density is drawn
    std::vector<QRectF> bars; ///< of the density
};

/// Events out of sight on one side.
struct SceneEdge
{
    std::size_t count = 0;
    QRectF rect;
};

/// When an article that tells the selected event was published.
struct ScenePublication
{
    ArticleId article{};
    std::uint32_t source = 0;
    double x = 0.0;
    std::optional<QPointF> from; ///< the mark of the event, if it is in sight
};

/// How far two selected events lie apart.
struct SceneMeasure
{
    QLineF line;
    QRectF rect; ///< of the words
    QString text;
};

/// A long stretch without an event between two that have one.
struct SceneGap
{
    QRectF rect;
    QRectF textRect;
    QString text; ///< how long nothing happened; empty: no room for it
};

/// A line that somebody put up to compare with.
struct SceneReference
{
    double time = 0.0;
    double x = 0.0;
    QRectF rect; ///< of its flag, which a click takes away
    QString text;
};

struct TimelineScene
{
    QSizeF size;
    QRectF labelArea;
    QRectF laneArea; ///< what is visible of the lanes
    QRectF axisArea;
    double plotLeft = 0.0;    ///< the gutter with the lanes' names is left of it
    double lanesHeight = 0.0; ///< of all lanes; more than laneArea scrolls
    timeline::Axis axis;
    std::vector<SceneLane> lanes;
    std::vector<SceneMark> marks; ///< in drawing order
    std::vector<SceneLabel> labels;
    std::vector<SceneCluster> clusters;
    std::vector<SceneTie> ties;
    std::vector<ScenePublication> publications;
    std::vector<SceneGap> gaps;
    std::vector<SceneReference> references;
    std::optional<SceneMeasure> measure;
    SceneEdge earlier;
    SceneEdge later;

    /// The uppermost event under @p point: mark or headline.
    std::optional<EventId> eventAt(QPointF point) const;
    const SceneCluster* clusterAt(QPointF point) const;
    const SceneMark* markOf(EventId event) const;
    const SceneReference* referenceAt(QPointF point) const;
};

} // namespace synoptic::ui
