// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report.h"

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "app/cli/work.h"

namespace synoptic::cli {

int runReport(const ReportOptions& options)
{
    const bool isHtml = options.output.ends_with(".html") || options.output.ends_with(".htm");
    if (!isHtml && !options.output.ends_with(".md")) {
        complain("--output takes a file whose name ends in .html or .md, not '" + shown(options.output) + "'");
        return ExitUsage;
    }
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;
    const auto format = isHtml ? exchange::ReportFormat::Html : exchange::ReportFormat::Markdown;
    const int written = writeOutput(options.output, exchange::workReport(*work.timeline, work.title, format));
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
