// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "edits/timeline.h"

namespace synoptic::edits {

/// One event that two timelines of a folder show differently.
struct EventChange
{
    std::string key; ///< in the later timeline; in the earlier one if the event is gone
    std::string title;
    std::vector<events::EventDate> before; ///< several: its sources disagree; empty: the event was not there
    std::vector<events::EventDate> after;  ///< empty: the event is gone

    bool isNew() const { return before.empty(); }
    bool isGone() const { return after.empty(); }
    friend bool operator==(const EventChange&, const EventChange&) = default;
};

/// What someone is told before a change is taken.
struct Changes
{
    std::vector<EventChange> events; ///< in the order of the later timeline, those that are gone last
    std::size_t expressions = 0;     ///< how many expressions of time stand for other days

    bool isEmpty() const { return events.empty() && expressions == 0; }
    friend bool operator==(const Changes&, const Changes&) = default;
};

/// Events that came, went, or stand at other days, and how many expressions of time do. Events are told by their keys,
/// articles by their files; an article whose text is another is not compared.
/// Cost: n log n in the events, linear in the expressions.
Changes changesBetween(const Timeline& before, const Timeline& after);

} // namespace synoptic::edits
