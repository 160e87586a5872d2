// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <utility>

#include "app/edit_command.h"

namespace synoptic::app {

Session::Session(AnalysisJob::Runner runner, QObject* parent) : QObject(parent), m_job(std::move(runner))
{
    connect(&m_job, &AnalysisJob::progressChanged, this, &Session::progressChanged);
    connect(&m_job, &AnalysisJob::snapshotReady, this, &Session::take);
    connect(&m_job, &AnalysisJob::failed, this, &Session::failed);
    connect(&m_job, &AnalysisJob::ended, this, &Session::runEnded);
}

Session::~Session() = default;

void Session::open(const std::string& folder)
{
    m_job.cancel();
    m_folder = folder;
    m_undoStack.clear();
    m_edits.clear();
    ++m_revision;
    m_complete = false;
    show(nullptr);
    Q_EMIT folderChanged();
    start();
}

void Session::analyzeAgain()
{
    if (!m_folder.empty())
        start();
}

void Session::cancel()
{
    m_job.cancel();
}

void Session::start()
{
    m_keep = m_complete;
    engine::RunOptions options;
    options.folder = m_folder;
    m_job.start(std::move(options), m_edits, m_revision);
}

void Session::apply(edits::Edit edit)
{
    const auto append = [this](const edits::Edit& value) {
        m_edits.push_back(value);
        editsChanged();
    };
    const auto removeLast = [this] {
        m_edits.pop_back();
        editsChanged();
    };
    m_undoStack.push(new EditCommand(std::move(edit), append, removeLast));
}

void Session::editsChanged()
{
    ++m_revision;
    derive();
}

// Not on this thread: a folder of ten thousand articles has more events than a frame has time for.
void Session::derive()
{
    if (!m_timeline)
        return;
    m_jobs.run([this, analysis = m_timeline->sharedAnalysis(), edits = m_edits, revision = m_revision] {
        auto timeline = edits::applyEdits(analysis, edits);
        return [this, timeline = std::move(timeline), revision] {
            // A later edit, folder or run has a later timeline.
            if (revision == m_revision && m_timeline && m_timeline->sharedAnalysis() == timeline->sharedAnalysis())
                show(timeline);
        };
    });
}

void Session::take(const Snapshot& snapshot)
{
    if (m_keep && !snapshot.complete)
        return;
    m_complete = snapshot.complete;
    show(snapshot.timeline);
    if (snapshot.revision != m_revision)
        derive(); // edited while it was read
}

void Session::show(std::shared_ptr<const edits::Timeline> timeline)
{
    auto old = std::exchange(m_timeline, std::move(timeline));
    Q_EMIT timelineChanged(); // for none too: the window lets go of the folder before
    // Freeing a large analysis takes longer than a frame, so the last hand on it should not be this thread's.
    if (old)
        m_jobs.run([old = std::move(old)] { return JobQueue::Continuation(); });
}

} // namespace synoptic::app
