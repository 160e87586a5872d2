// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "events/event_mention.h"

namespace synoptic::links {

/// A support an event can be named after. Not owned: the texts outlive the call.
struct TitleSource
{
    std::string_view articleText;
    TextSpan sentence;
    TextSpan trigger;
    std::vector<TextSpan> expressions; ///< temporal expressions of the article, sorted
    bool heading = false;              ///< the sentence is a title line
    bool lead = false;                 ///< one of the first two sentences under the title
    double score = 0.0;                ///< how central the support is, 0…1
    events::Factuality factuality = events::Factuality::Asserted;
};

inline constexpr std::size_t titleAim = 60;     ///< code points a title should have at most
inline constexpr std::size_t titleLongest = 80; ///< … and must

/// Titles for an event, the best first: the clause of the trigger without attribution, subordinate clauses, parentheses
/// and expressions of time, cut at words; or a headline that tells the event. Every word stands in a support; hedges
/// and negations stay. Shape: no duplicates, none longer than titleLongest; at least one if @p sources is not empty.
std::vector<std::string> titleCandidates(std::span<const TitleSource> sources);

} // namespace synoptic::links
