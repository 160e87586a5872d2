// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "corpus/article.h"
#include "ingest/layout.h"

namespace synoptic::ingest {

/// A date that may be the article's, and how much speaks for it.
struct DateCandidate
{
    DayRange days;
    TextSpan span; ///< empty if it does not stand in the text
    double confidence = 0.0;
    std::string why;
};

/// Dates the text itself states, in text order, and those that stand where such a date would and are not it.
struct StatedDates
{
    std::vector<DateCandidate> candidates;
    std::vector<corpus::RejectedDate> rejected;
};

/// Whether words before or around a date call it the date of an update: "Last updated: ", "Stand: ".
bool saysUpdated(std::string_view words);

/// Date lines and datelines around the title and the first prose, and behind the prose what says "published".
StatedDates statedDates(const Layout& layout);

} // namespace synoptic::ingest
