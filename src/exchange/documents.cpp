// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/documents.h"

#include <array>
#include <utility>

#include "exchange/contradiction_table.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/report.h"
#include "exchange/timeline_documents.h"
#include "exchange/work_document.h"
#include "exchange/work_table.h"

namespace synoptic::exchange {

namespace {

/// The analysis with the events as a person left them.
analysis::Analysis decidedAnalysis(const edits::Timeline& timeline)
{
    analysis::Analysis decided = timeline.analysis(); // the articles are shared
    decided.hints.clear();                            // they name events by position
    decided.events.clear();
    for (const edits::TimelineEvent& own : timeline.events())
        if (own.review != edits::ReviewState::Rejected)
            decided.events.push_back(own.event);
    return decided;
}

} // namespace

std::optional<DocumentKind> documentKindNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, DocumentKind>, 8> known{
        {{"json", DocumentKind::Analysis},
         {"csv", DocumentKind::Events},
         {"contradictions", DocumentKind::Contradictions},
         {"work", DocumentKind::Work},
         {"table", DocumentKind::WorkTable},
         {"timelinejs", DocumentKind::TimelineJs},
         {"ics", DocumentKind::Calendar},
         {"annotations", DocumentKind::Annotations}}};
    for (const auto& [word, kind] : known)
        if (word == name)
            return kind;
    return std::nullopt;
}

std::string documentOf(const DocumentSource& source, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Analysis:
        break;
    case DocumentKind::Events:
        return eventsToCsv(decidedAnalysis(source.timeline));
    case DocumentKind::Contradictions:
        return contradictionsToCsv(source.timeline);
    case DocumentKind::Work:
        return workToJson(source.timeline, source.edits, source.generator);
    case DocumentKind::WorkTable:
        return workToTable(source.timeline);
    case DocumentKind::TimelineJs:
        return timelineToTimelineJs(source.timeline, source.title);
    case DocumentKind::Calendar:
        return timelineToICalendar(source.timeline, source.title);
    case DocumentKind::Annotations:
        return timelineToAnnotations(source.timeline);
    case DocumentKind::HtmlReport:
        return workReport(source.timeline, source.title, ReportFormat::Html);
    case DocumentKind::MarkdownReport:
        return workReport(source.timeline, source.title, ReportFormat::Markdown);
    }
    return analysisToJson(source.timeline.analysis(), source.generator);
}

} // namespace synoptic::exchange
