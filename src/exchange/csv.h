// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace synoptic::exchange {

/// The events as a table: a header row, then for each event one row a support, in the order of the analysis; the
/// columns of the event are repeated in each of its rows, so that the table can be sorted and filtered.
///
/// Columns: event, title, value, earliest, latest, qualifier, factuality, salience, sources, independent, participants
/// (joined by "; "), file, source, published, start, end (code points of the article's text), stance, score, sentence.
/// Shape: RFC 4180 with CR LF, every cell of text quoted, numbers bare. A text that a spreadsheet would take for a
/// formula (it begins with = + - @ TAB CR or LF) gets an apostrophe before it. UTF-8 without a byte order mark.
/// Cost: linear.
std::string eventsToCsv(const analysis::Analysis& analysis);

} // namespace synoptic::exchange
