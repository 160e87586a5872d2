// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "edits/timeline.h"

namespace synoptic::ui {

/// Which events are shown. A filter hides, it never deletes; what it hides is counted.
struct EventFilter
{
    double minimumSalience = 0.5;
    std::optional<EventId> exception; ///< shown all the same: what is selected never hides
    QString text;                     ///< in title, words of the date or participants; empty: everything

    bool matchesText(const analysis::Event& event) const;
    /// Whether it passes; the exception is not looked at.
    bool shows(const edits::TimelineEvent& shown) const;

    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

} // namespace synoptic::ui
