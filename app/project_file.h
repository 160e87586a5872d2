// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/project.h"
#include "base/result.h"
#include "store/lock_file.h"
#include "store/project_store.h"

namespace synoptic::app {

/// The file behind a Project, on the thread that writes it: what was handed over and is not on the disk yet, the
/// untitled project of a folder, backups, and what becomes of a project that is damaged or cannot be written.
class ProjectFile
{
public:
    /// One change that was handed over.
    struct Change
    {
        std::vector<store::HistoryEntry> entries;
        std::map<std::string, std::string> view;
        std::optional<std::map<std::string, std::string>> sources;
    };

    explicit ProjectFile(std::string stateDirectory) : m_state(std::move(stateDirectory)) {}

    Result<OpenedProject> openFolder(const std::string& folder);
    Result<OpenedProject> openFile(const std::string& path);
    void take(Change change) { m_pending.push_back(std::move(change)); }
    /// Writes what waits, in its order, as far as it goes.
    Result<> flush();
    Result<> saveAs(const std::string& path);
    void close();

private:
    Result<OpenedProject> reserve(const std::string& untitled);
    bool isWorthAFile() const;
    Result<> make();
    void rescue();
    store::ProjectContent whole() const;
    Result<OpenedProject> openAt(const std::string& path, bool isUntitled);
    Result<OpenedProject> describe() const;
    Result<> writeFirst();
    static void addTo(store::ProjectContent& content, const Change& change);
    std::string backupFolder(const std::string& path) const;
    void backUp();

    std::string m_state;
    std::string m_folder;
    std::optional<store::ProjectStore> m_store; // nothing: none could be opened, or there is none yet
    bool m_isUntitled = false;
    std::string m_toMake; // the untitled project that there is none of yet
    std::optional<store::LockFile> m_reserved;
    std::deque<Change> m_pending;
    std::chrono::steady_clock::time_point m_lastBackup;
    bool m_backupIsDue = false;
};

} // namespace synoptic::app
