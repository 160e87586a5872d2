// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <QObject>
#include <QUndoStack>

#include "app/analysis_job.h"
#include "app/job_queue.h"
#include "edits/edit.h"
#include "edits/timeline.h"

namespace synoptic::app {

/// The folder that is open: what the program found in it, what the analyst decided, and the timeline that follows from
/// both. Edits are kept through a new analysis; opening another folder drops them.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(AnalysisJob::Runner runner = engine::runAnalysis, QObject* parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /// @p folder is an absolute path, bytes.
    void open(const std::string& folder);
    /// Reads the folder again; a complete timeline stays until the new one is complete.
    void analyzeAgain();
    /// Stops reading; the articles read so far stay.
    void cancel();

    void apply(edits::Edit edit);

    const std::string& folder() const { return m_folder; }
    bool isRunning() const { return m_job.isRunning(); }
    /// The timeline holds all that a run found.
    bool isComplete() const { return m_complete; }
    const edits::Edits& edits() const { return m_edits; }
    QUndoStack& undoStack() { return m_undoStack; }
    /// Null until the first article is read.
    std::shared_ptr<const edits::Timeline> timeline() const { return m_timeline; }

Q_SIGNALS:
    void folderChanged();
    void timelineChanged();
    void progressChanged(const synoptic::ui::RunProgress& progress);
    void failed(const synoptic::Error& error);
    /// A run is over, however it ended.
    void runEnded();

private:
    void start();
    void editsChanged();
    void derive();
    void take(const Snapshot& snapshot);
    void show(std::shared_ptr<const edits::Timeline> timeline);

    std::string m_folder;
    edits::Edits m_edits;
    std::uint64_t m_revision = 0; // counts changes of m_edits, and folders
    std::shared_ptr<const edits::Timeline> m_timeline;
    bool m_complete = false;
    bool m_keep = false; // what is shown is better than a part of the new
    QUndoStack m_undoStack;
    AnalysisJob m_job;
    JobQueue m_jobs; // last: its continuations use the rest
};

} // namespace synoptic::app
