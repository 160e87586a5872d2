// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "edits/timeline.h"

namespace synoptic::exchange {

/// Events with their evidence, notes and highlights as one table, which workFromTable reads back without loss: every
/// event as it stands, the rejected too. A row is an "event", a "support" (a sentence that tells the event above it;
/// its stance may be "detached": found, and taken away), a "note" or a "highlight".
///
/// Shape: as eventsToCsv; lists of words have one a line, with \n and \\ for line ends and backslashes within a word.
/// Cost: linear.
std::string workToTable(const edits::Timeline& timeline);

/// Whether a table is one of these, by its header.
bool isWorkTable(std::string_view table);

/// The decisions that make the same of the same folder.
/// Errors: those of readCsv; Malformed with the row and the column.
Result<edits::Edits> workFromTable(std::string_view table);

} // namespace synoptic::exchange
