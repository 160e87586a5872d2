// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_scene.h"

#include <algorithm>
#include <ranges>

namespace synoptic::ui {

std::optional<EventId> TimelineScene::eventAt(QPointF point) const
{
    const auto label = std::ranges::find_if(labels, [&](const SceneLabel& own) { return own.rect.contains(point); });
    if (label != labels.end())
        return label->event;
    // Of all marks under the pointer the nearest, points before bands: a band is large and easily hit elsewhere
    const SceneMark* best = nullptr;
    double bestDistance = 0.0;
    for (const SceneMark& mark : marks) {
        if (!mark.hit.contains(point) || !laneArea.contains(point))
            continue;
        const QPointF away = mark.center - point;
        const double distance = mark.isBand ? 1e9 + mark.hit.width() : QPointF::dotProduct(away, away);
        if (best == nullptr || distance < bestDistance) {
            best = &mark;
            bestDistance = distance;
        }
    }
    if (best == nullptr)
        return std::nullopt;
    return best->event;
}

const SceneCluster* TimelineScene::clusterAt(QPointF point) const
{
    const auto found =
        std::ranges::find_if(clusters, [&](const SceneCluster& own) { return own.rect.contains(point); });
    return found == clusters.end() ? nullptr : &*found;
}

const SceneMark* TimelineScene::markOf(EventId event) const
{
    const auto found = std::ranges::find(marks, event, &SceneMark::event);
    return found == marks.end() ? nullptr : &*found;
}

const SceneReference* TimelineScene::referenceAt(QPointF point) const
{
    const auto found =
        std::ranges::find_if(references, [&](const SceneReference& own) { return own.rect.contains(point); });
    return found == references.end() ? nullptr : &*found;
}

} // namespace synoptic::ui
