// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <optional>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/timeline/scene_builder.h"

// What a scene shows beside events: where nothing happened, lines of reference, how far two events lie apart.
namespace synoptic::ui {

namespace {
constexpr double leastGapLines = 14.0; // width of a gap that is worth a word, in lines of text
} // namespace

/// Only where it is wide to the eye, and only between events: what lies before the first and after the last is no gap.
void SceneBuilder::addGaps(TimelineScene& scene, const SceneRequest& request) const
{
    const timeline::TimeScale& scale = request.scale;
    const double least = leastGapLines * m_line * scale.secondsPerPixel();
    const timeline::TimeRange seen = scale.visible();
    const auto nextAfter = [this](double time) {
        std::optional<double> next;
        for (const IndexedLane& lane : m_index->lanes())
            if (const auto own = lane.density.next(time))
                next = next ? std::min(*next, *own) : own;
        return next;
    };
    const auto lastWithin = [this](double begin, double end) {
        double last = begin;
        for (const IndexedLane& lane : m_index->lanes())
            if (const auto own = lane.density.extentOf(begin, end))
                last = std::max(last, own->end);
        return last;
    };
    // Stretches that marks of bands cover, in time
    std::vector<timeline::TimeRange> covered;
    for (const SceneMark& mark : scene.marks)
        if (mark.isBand)
            covered.push_back(
                {scale.secondsAt(mark.extent.left() - m_gutter), scale.secondsAt(mark.extent.right() - m_gutter)});
    // From every event in sight that has none within a gap's width after it, a jump ahead: few steps, however many
    // events there are
    std::optional<double> from; // an event: the last before what is seen, or the first in it
    for (const IndexedLane& lane : m_index->lanes())
        if (const auto before = lane.density.extentOf(std::numeric_limits<double>::lowest(), seen.begin))
            from = std::max(from.value_or(before->end), before->end);
    if (!from)
        from = nextAfter(seen.begin);
    while (from && *from < seen.end) {
        const double last = lastWithin(*from, *from + least);
        const auto next = nextAfter(last);
        if (!next)
            break;
        timeline::TimeRange gap{last, *next};
        for (const timeline::TimeRange& own : covered) { // what a band covers is cut off
            if (!own.overlaps(gap))
                continue;
            if (own.begin > gap.begin)
                gap.end = std::min(gap.end, own.begin);
            else
                gap.begin = std::max(gap.begin, own.end);
        }
        if (gap.width() >= least && gap.overlaps(seen))
            addGap(scene, request, gap);
        from = next;
    }
}

void SceneBuilder::addGap(TimelineScene& scene, const SceneRequest& request, const timeline::TimeRange& gap) const
{
    constexpr double day = 86'400.0;
    const double ownDay = gap.width() >= 2.0 * day ? day / 2.0 : 0.0; // events stand at noon of a day that is theirs
    const double left = std::max(m_gutter + request.scale.x(gap.begin + ownDay) + m_line * 0.8, m_gutter);
    const double right = std::min(m_gutter + request.scale.x(gap.end - ownDay) - m_line * 0.8, scene.size.width());
    if (right - left < m_line * 2.0)
        return;
    SceneGap own;
    own.rect = {left, scene.laneArea.top(), right - left, scene.laneArea.height()};
    if (gap.width() >= 2.0 * day) { // the days between, without those of the events
        const timeline::TimeRange begin{gap.begin + day, gap.begin + day};
        own.text =
            QCoreApplication::translate("SceneBuilder", "no event for %1").arg(distanceText(begin, {gap.end, gap.end}));
        const double width = m_small.width(own.text) + m_line;
        own.textRect = {own.rect.center().x() - width / 2.0, own.rect.bottom() - m_line * 1.5, width, m_line};
        if (width > own.rect.width())
            own.text.clear();
    }
    scene.gaps.push_back(own);
}

void SceneBuilder::addReferences(TimelineScene& scene, const SceneRequest& request) const
{
    for (const double time : request.references) {
        const double x = m_gutter + request.scale.x(time);
        if (x < m_gutter || x > scene.size.width())
            continue;
        SceneReference own;
        own.time = time;
        own.x = x;
        own.text = momentText(time);
        const double width = m_small.width(own.text) + m_line * 1.2;
        const double left = std::min(x, scene.size.width() - width);
        own.rect = {left, scene.labelArea.top() + 2.0, width, m_line * 1.1};
        scene.references.push_back(own);
    }
}

} // namespace synoptic::ui
