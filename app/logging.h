// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace synoptic::app {

/// Sends what Qt and the program report to standard error, and to synoptic.log in @p stateDirectory (empty: nowhere).
/// The log is started anew at 1 MiB, the one before is kept as synoptic.log.1. Control characters are escaped; no text
/// of an article is ever reported.
void installLogging(const std::string& stateDirectory);

/// One line of the log, without the stamp: control characters escaped, cut to 2,000 bytes.
std::string logLine(const std::string& text);

} // namespace synoptic::app
