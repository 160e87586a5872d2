// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "events/event_mention.h"

namespace synoptic::links {

/// One support's say in the date of its event.
struct DateVote
{
    events::EventDate date;
    std::uint32_t outlet = 0; ///< votes of one outlet count once for a day
    bool weak = false;        ///< of a doubtful trigger: says only which day of a longer time that others name
};

struct DateDecision
{
    events::EventDate date;                   ///< undated if nothing but the publication date speaks for a day
    std::vector<events::EventDate> positions; ///< two or more if outlets name different exact days of their own
};

/// The date of an event from the dates of its mentions: a weighted vote in which an own expression counts 1, the story
/// day 0.5, exact beats coarse, and a coarse date that contains a day confirms it. A weak vote counts 0.3, and only
/// inside of what another vote names. Different exact days are positions, never a mean. The publication date alone
/// dates nothing.
DateDecision decideDate(const std::vector<DateVote>& votes);

} // namespace synoptic::links
