// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report.h"

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/offscreen_application.h"
#include "app/cli/terminal.h"
#include "app/cli/work.h"
#include "ui/exchange/report_pdf.h"

namespace synoptic::cli {

int runReport(const ReportOptions& options)
{
    const bool isHtml = options.output.ends_with(".html") || options.output.ends_with(".htm");
    const bool isPdf = options.output.ends_with(".pdf");
    if (!isHtml && !isPdf && !options.output.ends_with(".md")) {
        complain("--output takes a file whose name ends in .html, .md or .pdf, not '" + shown(options.output) + "'");
        return ExitUsage;
    }
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;
    std::string document;
    if (isPdf) {
        const OffscreenApplication application;
        document = ui::reportPdf(*work.timeline, work.title).toStdString();
    } else {
        const auto format = isHtml ? exchange::ReportFormat::Html : exchange::ReportFormat::Markdown;
        document = exchange::workReport(*work.timeline, work.title, format);
    }
    const int written = writeOutput(options.output, document);
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
