// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edits/contradiction.h"
#include "edits/timeline.h"

namespace synoptic::exchange {

/// The contradictions as a table, one row a party; what is said of the contradiction is repeated in each of its rows.
/// Shape as in csv.h. Columns that only readers need: state, source, published.
std::string contradictionsToCsv(const edits::Timeline& timeline);

/// Reads such a table back without loss; columns in any order, unknown ones are ignored. The rows of one contradiction
/// stand together.
/// Errors: those of readCsv; Malformed if a column is missing, a word is not one of ours, or a record has a flaw (see
/// edits::flawOf); the detail names it.
Result<std::vector<edits::Contradiction>> contradictionsFromCsv(std::string_view table);

} // namespace synoptic::exchange
