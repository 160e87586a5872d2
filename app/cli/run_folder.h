// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "base/result.h"
#include "edits/boilerplate_edits.h"

namespace synoptic::cli {

/// What every command that reads a folder is told.
struct FolderOptions
{
    std::string folder;
    std::vector<std::string> published; ///< "FILE=DATE"
    unsigned threads = 0;
    edits::BoilerplateMarks boilerplate; ///< of a project
};

struct FolderOutcome
{
    std::shared_ptr<const analysis::Analysis> analysis; ///< null if there is none
    int exitCode = 0;                                   ///< ExitDone or ExitSkipped with an analysis
};

/// Reads and analyzes a folder. What was skipped, odd or impossible is said on stderr.
FolderOutcome runFolder(const FolderOptions& options);

/// Puts @p bytes into @p path, or on stdout if it is empty or "-". Returns an exit code; a failure has been said.
int writeOutput(const std::string& path, std::string_view bytes);

} // namespace synoptic::cli
