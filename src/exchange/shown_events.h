// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "edits/timeline.h"

namespace synoptic::exchange {

/// Which events a document for readers holds: the accepted, and the candidates that matter at first sight.
struct ShownEvents
{
    std::vector<EventId> events; ///< in timeline order
    std::size_t accepted = 0;
    std::size_t candidates = 0;
    std::size_t rejected = 0; ///< left out
    std::size_t minor = 0;    ///< left out: candidates of little significance

    /// "12 events: 5 accepted, 7 candidates. Left out: 3 rejected, 40 of little significance."
    std::string stamp() const;
};

ShownEvents shownEvents(const edits::Timeline& timeline);

/// A date as readers take it: what it means, and the words of the article or of the analyst: "2021-05-01 to
/// 2021-05-10 (“early May 2021”)"; "undated".
std::string readableDate(const events::EventDate& date);

/// "The Daily Planet, “Mill burns down”, published 2021-05-04": where a sentence stands.
std::string citation(const corpus::Article& article);

} // namespace synoptic::exchange
