// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "edits/timeline.h"

namespace synoptic::ui {

/// Which events are shown. A filter hides, it never deletes; what it hides is counted.
struct EventFilter
{
    double minimumSalience = 0.5;
    QString text; ///< in title, words of the date or participants; empty: everything

    bool matchesText(const analysis::Event& event) const;

    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

} // namespace synoptic::ui
