// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include <QFont>
#include <QFontMetricsF>

#include "ui/timeline/timeline_index.h"
#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

/// Chooses which events get a headline over their mark, in how many words and in which row. The selected and the
/// important come first; a headline is shortened before it is left out. What is hovered changes no place.
class HeadlineLayout
{
public:
    HeadlineLayout(std::shared_ptr<const TimelineIndex> index, const QFont& font);

    /// Headlines for the marks of @p scene, whose areas are known, in at most @p rows rows. @p all: for an image, as
    /// many as there is room for; else the most important alone are looked at.
    /// Cost: quadratic in the headlines. What was measured is kept.
    std::vector<SceneLabel> layOut(const TimelineScene& scene, unsigned rows, bool all);

private:
    struct Title
    {
        QString text;
        double width = 0.0;
    };
    struct Measured
    {
        QString date;
        double dateWidth = 0.0;
        std::array<Title, 3> titles; // as long as it may be, shortened, shortened to a few words
    };
    /// An event with a visible mark.
    struct Candidate
    {
        const SceneMark* top; // Not owned: the scene's
        double bottom;        // of the lowest of its marks under the top one
        float importance;
    };

    std::vector<Candidate> candidatesOf(const TimelineScene& scene) const;
    const Measured& measured(EventId event);

    std::shared_ptr<const TimelineIndex> m_index; // never null
    QFontMetricsF m_metrics;
    QFontMetricsF m_small;
    double m_line; // height of a line of text
    std::unordered_map<std::uint32_t, Measured> m_measured;
};

} // namespace synoptic::ui
