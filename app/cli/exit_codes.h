// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace synoptic::cli {

/// What synoptic-cli ends with; part of its interface.
enum ExitCode : int
{
    ExitDone = 0,
    ExitSkipped = 1, ///< done, but files were skipped; they are listed on stderr
    ExitUsage = 2,
    ExitFailed = 3
};

} // namespace synoptic::cli
