// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/work_format.h"

#include <QCoreApplication>

namespace synoptic::ui {

const QList<WorkFormat>& workFormats()
{
    using exchange::DocumentKind;
    const auto tr = [](const char* text) { return QCoreApplication::translate("WorkFormat", text); };
    static const QList<WorkFormat> formats{
        {tr("Report as a web page"), QStringLiteral(".html"), DocumentKind::HtmlReport},
        {tr("Report as PDF"), QStringLiteral(".pdf"), std::nullopt},
        {tr("Report as Markdown"), QStringLiteral(".md"), DocumentKind::MarkdownReport},
        {tr("Table of the events"), QStringLiteral(".events.csv"), DocumentKind::Events},
        {tr("Table of the contradictions"), QStringLiteral(".contradictions.csv"), DocumentKind::Contradictions},
        {tr("What was decided, to be read in elsewhere"), QStringLiteral(".work.json"), DocumentKind::Work},
        {tr("Events, evidence and notes as a table, to be read in elsewhere"), QStringLiteral(".work.csv"),
         DocumentKind::WorkTable},
        {tr("What was found (analysis)"), QStringLiteral(".analysis.json"), DocumentKind::Analysis},
        {tr("TimelineJS"), QStringLiteral(".timeline.json"), DocumentKind::TimelineJs},
        {tr("Calendar"), QStringLiteral(".ics"), DocumentKind::Calendar},
        {tr("Web annotations"), QStringLiteral(".jsonld"), DocumentKind::Annotations}};
    return formats;
}

} // namespace synoptic::ui
