// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include <QString>

#include "ui/timeline/text_ruler.h"
#include "ui/timeline/timeline_index.h"
#include "ui/timeline/timeline_scene.h"

namespace synoptic::ui {

/// Chooses which events get a headline over their mark, in how many words and in which row. The selected and the
/// important come first; a headline is shortened before it is left out. What is hovered changes no place.
class HeadlineLayout
{
public:
    /// @p titles and @p dates measure what they are named for and outlive this.
    HeadlineLayout(std::shared_ptr<const TimelineIndex> index, const TextRuler& titles, const TextRuler& dates);

    /// Headlines for the marks of @p scene, whose areas are known, in at most @p rows rows. @p all: for an image, as
    /// many as there is room for; else the most important alone are looked at.
    /// Cost: the marks, and the headlines times the rows. What was measured is kept.
    std::vector<SceneLabel> layOut(const TimelineScene& scene, unsigned rows, bool all);

private:
    static constexpr std::size_t lengths = 3; // as long as it may be, shortened, shortened to a few words
    struct Measured
    {
        QString date;
        double dateWidth = 0.0;
        std::array<QString, lengths> titles;
        std::array<double, lengths> widths{};
    };
    /// An event with a visible mark.
    struct Candidate
    {
        const SceneMark* top; // Not owned: the scene's
        double bottom;        // of the lowest of its marks under the top one
    };

    static std::vector<Candidate> candidatesOf(const TimelineScene& scene, std::size_t most);
    const Measured& measured(EventId event);

    std::shared_ptr<const TimelineIndex> m_index; // never null
    const TextRuler& m_titles;                    // Not owned: outlives us
    const TextRuler& m_dates;                     // Not owned: outlives us
    double m_line;                                // height of a line of text
    std::unordered_map<std::uint32_t, Measured> m_measured;
};

} // namespace synoptic::ui
