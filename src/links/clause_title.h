// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "links/event_title.h"

namespace synoptic::links {

/// A title and how good it is: about 0 for a bare noun, 2 for subject, verb and object of a lead.
struct Title
{
    std::string text;
    double worth = 0.0;
};

/// Titles made of one sentence by extraction: the clause whose verb is the trigger, or that has it as subject or
/// object, without attribution, comments and subordinate clauses; or the noun group of the trigger with what it is of.
/// Told in the present, "to" for plans; hedges and negations stay. Shape: some two or three, the best first; none
/// longer than titleLongest. Cost: linear in the sentence, but for the clauses that hold the trigger. Thread-safe.
std::vector<Title> clauseTitles(const TitleSource& source);

} // namespace synoptic::links
