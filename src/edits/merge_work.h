// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "edits/edit.h"

namespace synoptic::edits {

/// One question that two people decided differently.
struct WorkConflict
{
    Edit mine;
    Edit theirs; ///< what would stand if theirs were taken

    friend bool operator==(const WorkConflict&, const WorkConflict&) = default;
};

/// What comes of joining a colleague's work with one's own.
struct MergedWork
{
    Edits added;                         ///< to be done after one's own; in the colleague's order
    std::vector<WorkConflict> conflicts; ///< one's own stands until theirs is taken
    std::size_t known = 0;               ///< decisions that both made alike

    friend bool operator==(const MergedWork&, const MergedWork&) = default;
};

/// Joins @p theirs with @p mine. A decision that has one answer (a title, a date, a state, a note, a contradiction …)
/// counts as its last answer: alike it is known, different it is a conflict, else it is added. What only adds (events,
/// merges, supports, dismissed hints) is added unless it is there. A contradiction is the same record if it quotes the
/// same passages; a new one keeps its number or, if that is taken, gets the next free one, and what refers to it
/// follows. Joined with nothing, theirs is all of it, as it came to be. Merging the result's added edits again adds
/// nothing. Cost: quadratic in contradictions, n log n in the rest.
MergedWork mergeWork(const Edits& mine, const Edits& theirs);

} // namespace synoptic::edits
