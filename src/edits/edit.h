// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What a person decided, kept apart from what the program found.
///
/// In: an Analysis and a list of edits. Out: the Timeline that is shown. Edits name events by a key that survives
/// re-analysis; nothing here touches the analysis.
namespace synoptic::edits {

enum class ReviewState : std::uint8_t
{
    Candidate,
    Accepted,
    Rejected
};

struct RenameEvent
{
    std::string event; ///< analysis::Event::key
    std::string title;
};

struct ReviewEvent
{
    std::string event;
    ReviewState state = ReviewState::Candidate;
};

struct MergeEvents
{
    std::vector<std::string> events; ///< two or more keys; the first gives title and date
};

using Edit = std::variant<RenameEvent, ReviewEvent, MergeEvents>;
using Edits = std::vector<Edit>;

} // namespace synoptic::edits
