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

#include "app/job_queue.h"
#include "store/backups.h"
#include "store/project_store.h"

namespace synoptic::app {

class ProjectFile;

/// A project as it was opened.
struct OpenedProject
{
    std::string path;
    bool isUntitled = false; ///< kept in the state directory for its folder
    std::string folder;      ///< of the articles
    store::Mode mode = store::Mode::ReadWrite;
    std::string holder;                            ///< of Mode::HeldByOther
    bool endedUncleanly = false;                   ///< and all is well
    std::optional<store::Restoration> restoration; ///< it was damaged, and is no more
    store::ActionStack actions;
    std::vector<store::HistoryEntry> history; ///< without the edits
    std::map<std::string, std::string> view;
};

/// The project file, behind a thread of its own: the only one that opens it.
///
/// No call waits. What is handed over is committed in its order, one change a transaction; after a failure it is kept,
/// with all that follows, until retry, the next change or saveAs brings it to a disk. The destructor finishes what was
/// handed over. Signals are emitted on the owner's thread.
class Project final : public QObject
{
    Q_OBJECT

public:
    /// @p stateDirectory holds untitled projects and backups.
    explicit Project(std::string stateDirectory, QObject* parent = nullptr);
    ~Project() override;
    Q_DISABLE_COPY_MOVE(Project)

    /// The untitled project of a folder, or where it was moved to; if there is none, one is made as soon as there is
    /// something to keep.
    void openFolder(const std::string& folder);
    void openFile(const std::string& path);

    /// Its number and target are those that the store will give it: the sender counts too.
    void append(store::HistoryEntry entry);
    void setView(std::map<std::string, std::string> changes);
    void setSources(std::map<std::string, std::string> sources);

    /// Tries again what failed.
    void retry();
    /// Puts the whole project, what failed included, into another file, which is the project from then on. An untitled
    /// one moves: its folder is found there from now on.
    void saveAs(const std::string& path);

Q_SIGNALS:
    void opened(const synoptic::app::OpenedProject& project);
    /// There is none to write to. What is handed over is kept in memory for saveAs.
    void openFailed(const synoptic::Error& error);
    /// All that was handed over is on the disk; @p at: UTC, milliseconds since 1970.
    void saved(qint64 at);
    void saveFailed(const synoptic::Error& error);
    void savedAs(const std::string& path);

private:
    void write(std::function<void(ProjectFile&)> change);

    std::shared_ptr<ProjectFile> m_file; // only touched on the queue's thread
    JobQueue m_queue;                    // last: its continuations use the rest
};

/// Where the untitled project of a folder is kept.
std::string untitledProjectPath(const std::string& stateDirectory, const std::string& folder);

/// "/a/b.synoptic": a path that names a project rather than a folder.
bool isProjectPath(const std::string& path);

} // namespace synoptic::app
