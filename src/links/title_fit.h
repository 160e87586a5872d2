// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "links/clause_title.h"
#include "links/title_sentence.h"

namespace synoptic::links {

/// The clause as text: with as many of its units as fit into titleAim, first without articles, then with fewer; what is
/// required stays while it can. Cost: quadratic in the units, some ten.
Title fittedTitle(const TitleSentence& sentence, const Clause& clause);

} // namespace synoptic::links
