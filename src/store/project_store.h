// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/lock_file.h"
#include "store/project_values.h"
#include "store/schema.h"

namespace synoptic::store {

/// How a project is open.
enum class Mode : std::uint8_t
{
    ReadWrite,
    HeldByOther,  ///< read-only: another program has it, see ProjectStore::holder
    NoPermission, ///< read-only: the file or its folder
    Newer,        ///< read-only: a later version of the program wrote it
    NotMigrated,  ///< read-only: an earlier version wrote it, and it could not be brought up to date
    Damaged       ///< read-only: see ProjectStore::damage, and restoreFromBackup
};

struct OpenOptions
{
    std::string owner = "synoptic"; ///< what others are told of who has the project
    const Schema* schema = nullptr; ///< null: that of this program; lives as long as the program
    bool mustBeNew = false;         ///< create() replaces nothing
    bool thorough = false;          ///< integrity_check whatever the end was; else only after an unclean one
};

/// One open project file. Used by one thread at a time; the thread that writes is the only one that opens it in this
/// process, because closing any other descriptor of the file would drop SQLite's locks.
///
/// Every call that writes is one transaction: when it returns without an error the change is on the disk, and else the
/// file is as before and the call can be made again.
class ProjectStore
{
public:
    /// Makes the file, with @p content, in one step: it is there whole or not at all. A file in its place is replaced.
    /// Errors: AccessDenied, WriteFailed (also: held by another program, or there is one and it must be new), NotFound
    /// (the folder).
    static Result<ProjectStore> create(const std::string& path, const ProjectContent& content,
                                       const OpenOptions& options = {});
    /// The same by whoever holds the lock of @p path already; without an error the project has it from then on.
    static Result<ProjectStore> create(const std::string& path, const ProjectContent& content,
                                       const OpenOptions& options, std::optional<LockFile>& lock);
    /// Opens a file and reads all of it, every check included. One of an earlier version is brought up to date first,
    /// on a copy; if it may not be written it is read as if it had been. Errors: NotFound; Malformed if it is no
    /// project or damaged so that it cannot be read; AccessDenied.
    static Result<ProjectStore> open(const std::string& path, const OpenOptions& options = {});

    ProjectStore(ProjectStore&& other) noexcept;
    ProjectStore& operator=(ProjectStore&& other) noexcept;
    ProjectStore(const ProjectStore&) = delete;
    ProjectStore& operator=(const ProjectStore&) = delete;
    ~ProjectStore();

    const std::string& path() const;
    Mode mode() const;
    /// "synoptic, process 1234 on host", for HeldByOther.
    const std::string& holder() const;
    /// What is not as it was written; empty if all is well.
    const std::vector<Damage>& damage() const;
    /// The last program that had it came to no orderly end.
    bool endedUncleanly() const;
    const ProjectContent& content() const;

    /// Adds entries to the history; their numbers are given here, one after the other, and a Do is its own target.
    /// Errors: WriteFailed, AccessDenied (read-only, or a foreign writer changed the file beneath us).
    Result<> append(std::vector<HistoryEntry> entries);
    /// Sets what is named; an empty value removes the name.
    Result<> setView(const std::map<std::string, std::string>& changes);
    Result<> setFolder(const std::string& folder);
    /// Replaces the list of articles.
    Result<> setSources(const std::map<std::string, std::string>& sources);

    /// A consistent copy that was checked and synchronized; a file in its place is replaced.
    Result<> copyTo(const std::string& path) const;

private:
    struct State;
    explicit ProjectStore(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state; // never null but after a move
};

/// Looks at a project from outside: opens it read-only and reports all that is not as it was written. Nothing is
/// changed. Errors: NotFound, AccessDenied; what is no project is damage.
Result<std::vector<Damage>> verifyProject(const std::string& path);

/// What a project holds, read without a lock and without changing anything: for programs that only look.
/// Errors: NotFound, AccessDenied; Malformed if anything in it is damaged.
Result<ProjectContent> readProjectContent(const std::string& path);

} // namespace synoptic::store
