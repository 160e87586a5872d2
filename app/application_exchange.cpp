// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes out of the program and comes into it: images, reports, someone's work; and what is looked for in the texts.
#include <utility>

#include "app/application.h"
#include "app/engine/atomic_file.h"
#include "app/error_text.h"
#include "app/paths.h"
#include "app/read_work.h"
#include "ui/exchange/report_pdf.h"
#include "ui/exchange/work_format.h"
#include "ui/timeline/timeline_image.h"

namespace synoptic::app {

/// Says so if not.
bool Application::mayWrite(const QString& path)
{
    const bool isAllowed = !isInside(pathBytes(path), m_session.folder());
    if (!isAllowed)
        m_window.showMessage(tr("Synoptic never writes into the folder of the sources. Choose another place for “%1”.")
                                 .arg(path.section(u'/', -1)));
    return isAllowed;
}

void Application::exportWork(const QString& path, int format)
{
    auto timeline = m_session.timeline();
    if (!timeline || format < 0 || format >= ui::workFormats().size() || !mayWrite(path))
        return;
    m_jobs.run([this, timeline = std::move(timeline), edits = m_session.edits(), file = pathBytes(path),
                title = pathBytes(shownName(m_session.folder())), kind = ui::workFormats()[format].kind] {
        const auto now = edits::applyEdits(timeline->found(), edits); // what was decided a moment ago too
        const exchange::DocumentSource source{*now, edits, title, "synoptic " SYNOPTIC_VERSION};
        const std::string document =
            kind ? exchange::documentOf(source, *kind) : ui::reportPdf(*now, title).toStdString();
        const Result<> written = engine::writeFileAtomically(file, document);
        return [this, written, file] {
            m_window.showMessage(written ? tr("“%1” was written.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// What is joined is one action, and can be undone as one.
void Application::importWork(const QString& path)
{
    m_jobs.run([this, file = pathBytes(path)] {
        auto theirs = std::make_shared<Result<edits::Edits>>(readWork(file));
        return [this, theirs, file] {
            if (!*theirs) {
                m_window.showMessage(errorText(theirs->error(), shownPath(file)));
                return;
            }
            edits::MergedWork merged = edits::mergeWork(m_session.edits(), **theirs);
            const QString counts = tr("%1 decisions read in, %2 known already, %3 decided otherwise.")
                                       .arg(merged.added.size())
                                       .arg(merged.known)
                                       .arg(merged.conflicts.size());
            m_session.apply(std::move(merged.added), tr("Read in “%1”").arg(shownPath(file).section(u'/', -1)));
            m_window.showConflicts(merged.conflicts);
            m_window.showMessage(counts);
        };
    });
}

void Application::exportImage(const QString& path, const ui::TimelineImageOptions& options)
{
    auto timeline = m_session.timeline();
    if (!timeline) {
        m_window.showMessage(tr("There is no timeline to export yet."));
        return;
    }
    if (!mayWrite(path))
        return;
    ui::TimelineImageOptions complete = options;
    if (complete.title.isEmpty())
        complete.title = shownName(m_session.folder());
    m_jobs.run([this, timeline = std::move(timeline), edits = m_session.edits(), complete, file = pathBytes(path)] {
        Result<> written;
        const auto now = edits::applyEdits(timeline->found(), edits);
        if (const auto image = ui::renderTimelineImage(*now, complete))
            written = engine::writeFileAtomically(
                file, std::string_view(image->constData(), static_cast<std::size_t>(image->size())));
        else
            written = tl::unexpected(image.error());
        return [this, written, file] {
            m_window.showMessage(written ? tr("The timeline was exported to “%1”.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// Not on this thread, as the edits themselves.
void Application::preview(const edits::SetPublication& edit)
{
    auto timeline = m_session.timeline();
    if (!timeline)
        return;
    edits::Edits edits = m_session.edits();
    edits.emplace_back(edit);
    m_jobs.run([this, timeline = std::move(timeline), edits = std::move(edits), edit] {
        const auto then = edits::applyEdits(timeline->found(), edits);
        return [this, edit, changes = edits::changesBetween(*timeline, *then)] { m_window.setPreview(edit, changes); };
    });
}

void Application::exportPicture(const QString& path, const QByteArray& bytes)
{
    if (!mayWrite(path))
        return;
    m_jobs.run([this, bytes, file = pathBytes(path)] {
        const auto written = engine::writeFileAtomically(
            file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        return [this, written, file] {
            m_window.showMessage(written ? tr("The picture was saved as “%1”.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// A search of its own queue: one that is typed over is stopped, and no export holds it back.
void Application::search(const search::Query& query)
{
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    auto timeline = m_session.timeline();
    if (query.text.empty() || !timeline)
        return;
    m_searches.run([this, timeline = std::move(timeline), query, stop = m_searchStop.get_token()] {
        auto found =
            std::make_shared<Result<search::Found>>(search::find(timeline->analysis().articles, query, {}, stop));
        return [this, query, found] { m_window.setSearchResult(query, *found); };
    });
}

} // namespace synoptic::app
