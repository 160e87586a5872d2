// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

#include "timeline/time_scale.h"
#include "ui/timeline/timeline_index.h"

namespace synoptic::ui {

/// What the charts show, as numbers: for tests, and for whoever cannot see them.
struct Statistics
{
    struct Source
    {
        QString name;
        std::uint32_t articles = 0;
        std::uint32_t events = 0; ///< that the filter shows and the source tells
    };
    /// A stretch of the calendar: a day, a month, a year …
    struct Period
    {
        timeline::TimeRange range;
        std::uint32_t articles = 0; ///< published in it; those of an unknown or vague day are left out
        std::uint32_t events = 0;   ///< whose date lies in it
    };
    std::vector<Source> sources; ///< those with the most articles first
    std::vector<Period> periods; ///< side by side, from the first to the last
};

/// Counts what @p index shows. Cost: linear in events, supports and articles.
Statistics statisticsOf(const TimelineIndex& index);

} // namespace synoptic::ui
