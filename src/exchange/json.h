// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/analysis.h"

/// The analysis as documents for other programs.
///
/// In: the snapshot. Out: text in one of the formats that are exchanged, byte for byte the same for the same snapshot.
/// Nothing is written to a file here.
namespace synoptic::exchange {

/// The analysis document: format "synoptic-analysis", version 1.
///
/// Units: every offset counts Unicode code points of the article's "text". Dates are EDTF or TIMEX3 values; "earliest"
/// and "latest" are ISO days, inclusive, null where open or unknown. Ids ("a1", "e1", "s1", "h1") belong to the
/// document. A file name that is not UTF-8 has U+FFFD in "file" and its bytes, in hexadecimal digits, in "file_bytes".
/// An event without a date of its own has no "value"; its bounds are then the day on which it was first told, with
/// "basis" "publication" and the qualifier "about". "weight" is the salience before it is squeezed: it adds up over a
/// day. Cost: linear in the texts.
std::string analysisToJson(const analysis::Analysis& analysis, std::string_view generator);

/// Temporal expressions of @p text, one JSON object a line, with the fields of the analysis document and "text", the
/// words themselves. An "anchor" that is a number counts the lines from 0.
std::string expressionsToJsonLines(std::span<const temporal::TemporalExpression> expressions, std::string_view text);

} // namespace synoptic::exchange
