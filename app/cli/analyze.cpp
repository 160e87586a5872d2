// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/work.h"
#include "exchange/contradiction_table.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/timeline_documents.h"
#include "exchange/work_document.h"

namespace synoptic::cli {
namespace {

std::string documentOf(const Work& work, const std::string& format)
{
    constexpr std::string_view generator = "synoptic " SYNOPTIC_VERSION;
    if (format == "csv")
        return exchange::eventsToCsv(work.timeline->analysis());
    if (format == "timelinejs")
        return exchange::timelineToTimelineJs(*work.timeline, work.title);
    if (format == "ics")
        return exchange::timelineToICalendar(*work.timeline, work.title);
    if (format == "annotations")
        return exchange::timelineToAnnotations(*work.timeline);
    if (format == "contradictions")
        return exchange::contradictionsToCsv(*work.timeline);
    if (format == "work")
        return exchange::workToJson(*work.timeline, work.edits, generator);
    return exchange::analysisToJson(work.timeline->analysis(), generator);
}

} // namespace

int runAnalyze(const AnalyzeOptions& options)
{
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;
    const int written = writeOutput(options.output, documentOf(work, options.format));
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
