// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/cli/run_folder.h"
#include "edits/timeline.h"

namespace synoptic::cli {

/// A folder with what was decided of it.
struct Work
{
    std::shared_ptr<const edits::Timeline> timeline; ///< null if there is none
    edits::Edits edits;                              ///< of a project; empty for a folder
    std::string title;                               ///< the folder's name
    int exitCode = 0;                                ///< ExitDone or ExitSkipped with a timeline
};

/// Reads and analyzes a folder, or the folder of a project ("….synoptic") with the actions that stand in it. What went
/// wrong is said on stderr.
Work openWork(FolderOptions options);

} // namespace synoptic::cli
