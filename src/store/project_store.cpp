// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_store.h"

#include <cassert>
#include <utility>

#include "store/connection.h"
#include "store/files.h"
#include "store/lock_file.h"
#include "store/migrations.h"
#include "store/project_change.h"
#include "store/project_reader.h"

namespace synoptic::store {

struct ProjectStore::State
{
    std::string path;
    Mode mode = Mode::ReadWrite;
    std::string holder;
    bool endedUncleanly = false;
    const Schema* schema = nullptr; // Not owned: lives as long as the program.
    ReadProject read;
    std::int64_t dataVersion = 0; // changes when another connection writes
    // In this order: the file is closed before it is let go of.
    std::optional<LockFile> lock;
    std::unique_ptr<SQLite::Database> database;
};

namespace {

const Schema& schemaOf(const OpenOptions& options)
{
    return options.schema == nullptr ? currentSchema() : *options.schema;
}

} // namespace

ProjectStore::ProjectStore(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectStore::ProjectStore(ProjectStore&& other) noexcept = default;
ProjectStore& ProjectStore::operator=(ProjectStore&& other) noexcept = default;
ProjectStore::~ProjectStore() = default;

Result<ProjectStore> ProjectStore::create(const std::string& path, const ProjectContent& content,
                                          const OpenOptions& options)
{
    const std::string real = withRealFolder(path);
    if (real.empty())
        return failure(ErrorCode::NotFound, "no such folder");
    auto outcome = takeLock(real, options.owner);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!outcome->lock)
        return failure(ErrorCode::WriteFailed, "held by " + outcome->holder);
    return create(real, content, options, outcome->lock);
}

Result<ProjectStore> ProjectStore::create(const std::string& path, const ProjectContent& content,
                                          const OpenOptions& options, std::optional<LockFile>& lock)
{
    const std::string real = withRealFolder(path);
    if (real.empty())
        return failure(ErrorCode::NotFound, "no such folder");
    auto state = std::make_unique<State>();
    state->path = real;
    state->schema = &schemaOf(options);
    if (options.mustBeNew && exists(real))
        return failure(ErrorCode::WriteFailed, "another program made one meanwhile");

    const std::string temporary = real + ".new";
    removeWithJournal(temporary);
    auto written = guarded([&]() -> Result<> {
        writeNew(temporary, content, schemaOf(options));
        return {};
    });
    if (written)
        written = moveFile(temporary, real);
    if (!written) {
        removeWithJournal(temporary);
        return tl::unexpected(written.error());
    }
    return guarded([&]() -> Result<ProjectStore> {
        state->database = openConnection(real, Access::ReadWrite);
        state->read = readProject(*state->database, schemaOf(options), false);
        state->dataVersion = numberFrom(*state->database, "PRAGMA data_version");
        if (!state->read.damage.empty())
            return failure(ErrorCode::WriteFailed,
                           state->read.damage.front().where + ": " + state->read.damage.front().what);
        state->lock.emplace(std::move(*lock));
        lock.reset();
        return ProjectStore(std::move(state));
    });
}

Result<ProjectStore> ProjectStore::open(const std::string& path, const OpenOptions& options)
{
    const std::string real = withRealFolder(path);
    if (real.empty() || !exists(real))
        return failure(ErrorCode::NotFound, "no such file");
    auto state = std::make_unique<State>();
    state->path = real;
    state->schema = &schemaOf(options);
    state->endedUncleanly = exists(real + "-journal");
    auto outcome = takeLock(real, options.owner);
    if (!outcome) {
        state->mode = Mode::NoPermission; // not even a lock can be written there
    } else if (!outcome->lock) {
        state->mode = Mode::HeldByOther;
        state->holder = outcome->holder;
    } else {
        state->endedUncleanly = state->endedUncleanly || outcome->wasLeftBehind;
        state->lock.emplace(std::move(*outcome->lock));
    }
    const auto openAs = [&](Access access) {
        return guarded([&]() -> Result<> {
            state->database = openConnection(real, access);
            state->read = readProject(*state->database, schemaOf(options), options.thorough || state->endedUncleanly);
            state->dataVersion = numberFrom(*state->database, "PRAGMA data_version");
            return {};
        });
    };
    Result<> opened = openAs(state->mode == Mode::ReadWrite ? Access::ReadWrite : Access::ReadOnly);
    if (!opened && state->mode == Mode::ReadWrite && opened.error().code == ErrorCode::AccessDenied) {
        state->mode = Mode::NoPermission;
        state->database.reset();
        opened = openAs(Access::ReadOnly);
    }
    if (!opened)
        return tl::unexpected(opened.error());
    if (!state->read.stuck.empty())
        return failure(ErrorCode::WriteFailed, "it cannot be brought up to date: " + state->read.stuck);
    if (state->read.isOlder && state->read.damage.empty() && state->mode == Mode::ReadWrite) {
        state->database.reset();
        const bool isMigrated = migrateFile(real, schemaOf(options)).has_value();
        if (!isMigrated)
            state->mode = Mode::NotMigrated;
        if (opened = openAs(isMigrated ? Access::ReadWrite : Access::ReadOnly); !opened)
            return tl::unexpected(opened.error());
    }
    if (state->mode == Mode::ReadWrite && ::access(real.c_str(), W_OK) != 0)
        state->mode = Mode::NoPermission;
    if (!state->read.damage.empty())
        state->mode = Mode::Damaged;
    else if (state->read.isNewer)
        state->mode = Mode::Newer;
    return ProjectStore(std::move(state));
}

const std::string& ProjectStore::path() const
{
    return m_state->path;
}

Mode ProjectStore::mode() const
{
    return m_state->mode;
}

const std::string& ProjectStore::holder() const
{
    return m_state->holder;
}

const std::vector<Damage>& ProjectStore::damage() const
{
    return m_state->read.damage;
}

bool ProjectStore::endedUncleanly() const
{
    return m_state->endedUncleanly;
}

const ProjectContent& ProjectStore::content() const
{
    return m_state->read.content;
}

Result<> ProjectStore::append(std::vector<HistoryEntry> entries)
{
    if (m_state->mode != Mode::ReadWrite)
        return failure(ErrorCode::AccessDenied, "the project is open for reading only");
    if (entries.empty())
        return {};
    return commitChange(
        *m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& /*now*/) {
            for (const HistoryEntry& entry : entries) // copied: after a failure the same is asked for again
                change.append(entry);
        });
}

Result<> ProjectStore::setView(const std::map<std::string, std::string>& changes)
{
    if (m_state->mode != Mode::ReadWrite)
        return failure(ErrorCode::AccessDenied, "the project is open for reading only");
    auto result =
        commitChange(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
            for (const auto& [key, value] : changes) {
                const auto known = now.view.find(key);
                if (!value.empty())
                    change.put("view", "key, value", key, known == now.view.end() ? nullptr : &known->second, value);
                else if (known != now.view.end())
                    change.remove("view", "key", key, known->second);
            }
        });
    if (!result)
        return result;
    for (const auto& [key, value] : changes) {
        if (value.empty())
            m_state->read.content.view.erase(key);
        else
            m_state->read.content.view[key] = value;
    }
    return {};
}

Result<> ProjectStore::setFolder(const std::string& folder)
{
    if (m_state->mode != Mode::ReadWrite)
        return failure(ErrorCode::AccessDenied, "the project is open for reading only");
    if (folder == m_state->read.content.folder)
        return {};
    auto result =
        commitChange(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
            change.put("project", "key, value", "folder", now.folder.empty() ? nullptr : &now.folder, folder);
        });
    if (result)
        m_state->read.content.folder = folder;
    return result;
}

Result<> ProjectStore::setSources(const std::map<std::string, std::string>& sources)
{
    if (m_state->mode != Mode::ReadWrite)
        return failure(ErrorCode::AccessDenied, "the project is open for reading only");
    if (sources == m_state->read.content.sources)
        return {};
    auto result =
        commitChange(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
            for (const auto& [file, hash] : now.sources) {
                if (!sources.contains(file))
                    change.remove("source", "file", file, hash);
            }
            for (const auto& [file, hash] : sources) {
                const auto known = now.sources.find(file);
                if (known == now.sources.end() || known->second != hash)
                    change.put("source", "file, sha256", file, known == now.sources.end() ? nullptr : &known->second,
                               hash);
            }
        });
    if (result)
        m_state->read.content.sources = sources;
    return result;
}

Result<> ProjectStore::copyTo(const std::string& path) const
{
    const std::string real = withRealFolder(path);
    if (real.empty())
        return failure(ErrorCode::NotFound, "no such folder");
    const std::string temporary = real + ".new";
    removeWithJournal(temporary);
    auto copied = guarded([&]() -> Result<> {
        {
            SQLite::Statement vacuum(*m_state->database, "VACUUM INTO ?");
            vacuum.bind(1, temporary);
            vacuum.exec();
        }
        const auto copy = openConnection(temporary, Access::ReadOnly);
        const ReadProject read = readProject(*copy, *m_state->schema, false);
        if (!read.damage.empty())
            return failure(ErrorCode::WriteFailed, "the copy is damaged: " + read.damage.front().where);
        return {};
    });
    if (copied)
        copied = synchronizeFile(temporary);
    if (copied)
        copied = moveFile(temporary, real);
    if (!copied)
        removeWithJournal(temporary);
    return copied;
}

namespace {

Result<ReadProject> readFromOutside(const std::string& path)
{
    const std::string real = withRealFolder(path);
    if (real.empty() || !exists(real))
        return failure(ErrorCode::NotFound, "no such file");
    if (::access(real.c_str(), R_OK) != 0)
        return failure(ErrorCode::AccessDenied, "it may not be read");
    return guarded([&]() -> Result<ReadProject> {
        const auto database = openConnection(real, Access::ReadOnly);
        return readProject(*database, currentSchema(), true);
    });
}

} // namespace

Result<std::vector<Damage>> verifyProject(const std::string& path)
{
    auto read = readFromOutside(path);
    if (!read) {
        if (read.error().code == ErrorCode::NotFound || read.error().code == ErrorCode::AccessDenied)
            return tl::unexpected(read.error());
        return std::vector<Damage>{{"the file", read.error().detail}};
    }
    if (!read->stuck.empty())
        read->damage.push_back({"the file", "it cannot be brought up to date: " + read->stuck});
    if (read->isNewer && read->damage.empty())
        read->damage.push_back({"the file", "a later version of the program wrote it"});
    return std::move(read->damage);
}

Result<ProjectContent> readProjectContent(const std::string& path)
{
    auto read = readFromOutside(path);
    if (!read)
        return tl::unexpected(read.error());
    if (!read->stuck.empty())
        return failure(ErrorCode::Malformed, "it cannot be brought up to date: " + read->stuck);
    if (!read->damage.empty())
        return failure(ErrorCode::Malformed, read->damage.front().where + ": " + read->damage.front().what);
    return std::move(read->content);
}

} // namespace synoptic::store
