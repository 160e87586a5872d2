// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>
#include <QUndoStack>

#include "app/analysis_job.h"
#include "app/edit_command.h"
#include "app/job_queue.h"
#include "app/project.h"
#include "edits/edit.h"
#include "edits/timeline.h"

namespace synoptic::app {

/// One line of what happened in a project.
struct HistoryLine
{
    store::HistoryEntry::Kind kind = store::HistoryEntry::Kind::Do;
    qint64 at = 0; ///< UTC, milliseconds since 1970
    QString name;
    std::vector<std::string> objects; ///< what it is about, see edits::objectsOf; of what was undone for good, nothing
};

/// The folder that is open: what the program found in it, what the analyst decided, and the timeline that follows from
/// both. Edits are kept through a new analysis and, once keepProjectsIn was called, in a project that comes back with
/// its undo stack; opening another folder drops them from memory.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(AnalysisJob::Runner runner = engine::runAnalysis, QObject* parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /// From here on every action is committed as it is made: to the untitled project of the folder in
    /// @p stateDirectory, or to the project that was opened. Called before anything is opened.
    void keepProjectsIn(const std::string& stateDirectory);

    /// From here on what was found in a folder is kept beneath @p cacheDirectory, and read back if the folder is as it
    /// was.
    void keepAnalysesIn(const std::string& cacheDirectory) { m_cacheDirectory = cacheDirectory; }

    /// @p path is absolute, bytes: a folder of articles, or a project ("….synoptic").
    void open(const std::string& path);
    /// Reads the folder again; a complete timeline stays, and the new one is offered (see offered()).
    void analyzeAgain();
    /// Shows what was offered, or drops it.
    void takeOffer();
    void leaveOffer();
    /// Null: nothing is offered.
    std::shared_ptr<const edits::Timeline> offer() const { return m_offer ? m_offer->timeline : nullptr; }
    /// Stops reading; the articles read so far stay.
    void cancel();

    /// One action; @p name is said in the menu, by default what the edits say themselves. An event that is touched for
    /// the first time is kept as it is (see edits::KeepEvent) in the same action. One that is larger than a project can
    /// hold (limits::editBytes: thousands of events) becomes several.
    void apply(edits::Edits edits, const QString& name = {});
    void apply(edits::Edit edit) { apply(edits::Edits{std::move(edit)}); }

    /// Puts the project into another file, or what could not be saved. Errors come by saveFailed.
    void saveAs(const std::string& path);
    void retrySaving();
    /// What comes back beside the edits: layout, selection, filters, zoom. Empty values remove their names.
    void setView(std::map<std::string, std::string> changes);
    const std::map<std::string, std::string>& view() const { return m_view; }

    const std::string& folder() const { return m_folder; }
    /// Of the project file; empty: none yet.
    const std::string& projectPath() const { return m_projectPath; }
    bool isUntitled() const { return m_isUntitled; }
    bool isRunning() const { return m_job.isRunning(); }
    /// The timeline holds all that a run found.
    bool isComplete() const { return m_complete; }
    const edits::Edits& edits() const { return m_edits; }
    const std::vector<HistoryLine>& history() const { return m_history; }
    QUndoStack& undoStack() { return m_undoStack; }
    /// Null until the first article is read.
    std::shared_ptr<const edits::Timeline> timeline() const { return m_timeline; }
    /// The number that the next contradiction gets.
    std::uint32_t nextContradiction() const;

Q_SIGNALS:
    void folderChanged();
    void timelineChanged();
    void historyChanged();
    void progressChanged(const synoptic::ui::RunProgress& progress);
    void failed(const synoptic::Error& error);
    /// A new reading is complete, and what is shown is still the one before. @p isUpdate: nobody asked for it; the
    /// folder is as it was, and a later version of the program has read it.
    void offered(const std::shared_ptr<const synoptic::edits::Timeline>& timeline, bool isUpdate);
    /// A run is over, however it ended.
    void runEnded();

    /// The project of the folder is there: its edits are in the undo stack, its view is to be shown.
    void projectOpened(const synoptic::app::OpenedProject& project);
    void projectFailed(const synoptic::Error& error);
    /// Everything is on the disk; @p at: UTC, milliseconds since 1970.
    void saved(qint64 at);
    /// The edits stay in memory: retrySaving or saveAs.
    void saveFailed(const synoptic::Error& error);
    void savedAs(const std::string& path);

private:
    /// What a run is for.
    enum class Reading : std::uint8_t
    {
        First, ///< the folder was opened: what was kept of it does
        Again, ///< someone asked for it: what it finds is offered
        Update ///< the program is another than the one that read it: likewise
    };

    void begin(const std::string& folder);
    void start(Reading reading);
    void settle(const Snapshot& snapshot);
    void keep();
    void editsChanged();
    void derive();
    void take(const Snapshot& snapshot);
    void announceOffer();
    void show(std::shared_ptr<const edits::Timeline> timeline);

    EditCommand::Listener listener();
    edits::Edits withKeptEvents(edits::Edits edits) const;
    void doAction(store::Action& action);
    void undoAction(const store::Action& action);
    void record(store::HistoryEntry::Kind kind, const store::Action& action);
    void takeProject(const OpenedProject& project);
    void restore(const OpenedProject& project);
    void applyEarly();

    std::string m_folder;
    edits::Edits m_edits;
    std::uint64_t m_revision = 0; // counts changes of m_edits, and folders
    std::shared_ptr<const edits::Timeline> m_timeline;
    bool m_complete = false;
    bool m_keep = false; // what is shown is better than a part of the new
    Reading m_reading = Reading::First;
    edits::BoilerplateMarks m_marks; // with which the folder was read, or is being read
    engine::KeptAnalysis m_shown;    // what the timeline is derived from, once it is complete
    std::optional<Snapshot> m_offer; // complete, and not taken yet
    std::string m_cacheDirectory;    // empty: nothing is kept
    QUndoStack m_undoStack;
    std::vector<HistoryLine> m_history;

    std::string m_projectPath;
    bool m_isUntitled = false;
    bool m_projectPending = false;      // asked for and not there yet: what is done meanwhile is written then
    bool m_restoring = false;           // the undo stack is filled with what is on the disk already
    std::vector<store::Action> m_early; // done before the project was there
    std::map<std::string, std::string> m_view;

    AnalysisJob m_job;
    std::unique_ptr<Project> m_project; // null: nothing is kept
    JobQueue m_keeping;                 // writes to the cache; no edit waits for it
    JobQueue m_jobs;                    // last: its continuations use the rest
};

} // namespace synoptic::app
