// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "app/job_queue.h"
#include "corpus/folder_changes.h"

namespace synoptic::app {

/// Notices that files of a folder came, changed or went since it was read. Says so once things are at rest; what is to
/// be done about it is for people to decide. The folder is listed on a thread of its own, and nothing is opened.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject* parent = nullptr);

    /// From now on; what lies there now is what was read. A folder that cannot be listed is not watched.
    void begin(const std::string& folder);
    void stop();

Q_SIGNALS:
    /// Compared with what lay there at begin().
    void changed(const synoptic::corpus::FolderChanges& changes);

private:
    void look();
    void watch(const corpus::FolderScan& scan);

    std::string m_folder;         // empty: nothing is watched
    std::uint64_t m_revision = 0; // of m_folder; a list that comes late is dropped
    std::shared_ptr<const corpus::FolderScan> m_read;
    corpus::FolderChanges m_said;
    std::unique_ptr<QFileSystemWatcher> m_watcher; // null: nothing is watched
    QTimer m_rest;
    JobQueue m_jobs; // last: its continuations use the rest
};

} // namespace synoptic::app
