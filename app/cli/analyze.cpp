// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/work.h"
#include "exchange/documents.h"

namespace synoptic::cli {

namespace {
constexpr std::string_view generator = "synoptic " SYNOPTIC_VERSION;
} // namespace

int runAnalyze(const AnalyzeOptions& options)
{
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;
    const auto kind = exchange::documentKindNamed(options.format).value_or(exchange::DocumentKind::Analysis);
    const int written =
        writeOutput(options.output, exchange::documentOf({*work.timeline, work.edits, work.title, generator}, kind));
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
