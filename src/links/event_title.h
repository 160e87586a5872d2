// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "events/event_mention.h"
#include "links/title_text.h"

namespace synoptic::links {

/// A support an event can be named after. Not owned: the texts outlive the call.
struct TitleSource
{
    std::string_view articleText;
    TextSpan sentence;
    TextSpan trigger;
    std::vector<TextSpan>
        expressions;        ///< temporal expressions of the sentence and the headline that name a time, sorted
    bool heading = false;   ///< the sentence is a title line
    bool lead = false;      ///< one of the first two sentences under the title
    TextSpan headline;      ///< of a lead: the title line over it; else empty
    std::string antecedent; ///< whom "he" or "she" means at its beginning; empty: not known
    double score = 0.0;     ///< how central the support is, 0…1
    events::Factuality factuality = events::Factuality::Asserted;
};

/// A title for an event.
struct TitleCandidate
{
    std::string text;
    double worth = 0.0;    ///< the higher the better; 2 for a headline that tells the event
    bool headline = false; ///< an article's own, which names one event alone

    friend bool operator==(const TitleCandidate&, const TitleCandidate&) = default;
};

/// Titles for an event, the best first: the headline of an article that tells it, or a clause of a support in the style
/// of headlines, see clauseTitles. Every word but tense and names stands in a support; hedges and negations stay.
/// Shape: no duplicates, none longer than titleLongest; at least one if @p sources is not empty.
std::vector<TitleCandidate> titleCandidates(std::span<const TitleSource> sources);

} // namespace synoptic::links
