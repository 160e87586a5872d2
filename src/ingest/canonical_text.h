// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace synoptic::ingest {

/// The one form every stored text has: UTF-8; CR LF, CR, VT, FF, U+0085, U+2028 and U+2029 are LF; a byte order mark at
/// the start is gone; NUL, the other controls but TAB, U+FDD0, U+FDD1 and invalid bytes are U+FFFD, counted in a
/// diagnostic. All else stays, blanks of every kind included: NO-BREAK SPACE is evidence.
///
/// Applying it twice changes nothing. Cost: linear, and a move for text that is canonical already.
std::string canonicalText(std::string utf8, std::vector<Diagnostic>& diagnostics);

} // namespace synoptic::ingest
