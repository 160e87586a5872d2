// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "exchange/csv.h"
#include "exchange/json.h"

namespace synoptic::cli {

int runAnalyze(const AnalyzeOptions& options)
{
    const FolderOutcome outcome = runFolder(options.folder);
    if (!outcome.analysis)
        return outcome.exitCode;
    const std::string document = options.format == "csv"
                                     ? exchange::eventsToCsv(*outcome.analysis)
                                     : exchange::analysisToJson(*outcome.analysis, "synoptic " SYNOPTIC_VERSION);
    const int written = writeOutput(options.output, document);
    return written == ExitDone ? outcome.exitCode : written;
}

} // namespace synoptic::cli
