// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "edits/timeline.h"

namespace synoptic::exchange {

/// Everything that goes out as text. One list for the window and the command line.
enum class DocumentKind : std::uint8_t
{
    Analysis,       ///< what was found, see json.h
    Events,         ///< a table, see csv.h, of the events as they were decided, less the rejected
    Contradictions, ///< a table, see contradiction_table.h
    Work,           ///< what was decided, see work_document.h
    WorkTable,      ///< the same as it stands, as a table: events, evidence, notes, highlights; see work_table.h
    TimelineJs,     ///< see timeline_documents.h, also the next two
    Calendar,
    Annotations,
    HtmlReport, ///< see report.h
    MarkdownReport
};

/// What the command line calls a kind: "json", "csv", "contradictions", "work", "table", "timelinejs", "ics",
/// "annotations"; nothing for any other word. Reports have a command of their own.
std::optional<DocumentKind> documentKindNamed(std::string_view name);

/// What a document is made from.
struct DocumentSource
{
    const edits::Timeline& timeline; // Not owned: outlives the call
    const edits::Edits& edits;       // Not owned: outlives the call
    std::string_view title;          ///< of the folder
    std::string_view generator;      ///< "synoptic 0.1.0"
};

/// The same bytes for the same source, always: no clock. Cost: that of the kind.
std::string documentOf(const DocumentSource& source, DocumentKind kind);

} // namespace synoptic::exchange
