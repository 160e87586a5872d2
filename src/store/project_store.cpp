// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_store.h"

#include <cassert>
#include <utility>

#include "store/connection.h"
#include "store/files.h"
#include "store/lock_file.h"
#include "store/project_reader.h"
#include "store/row_check.h"

namespace synoptic::store {

struct ProjectStore::State
{
    std::string path;
    Mode mode = Mode::ReadWrite;
    std::string holder;
    bool endedUncleanly = false;
    ReadProject read;
    std::int64_t dataVersion = 0; // changes when another connection writes
    // In this order: the file is closed before it is let go of.
    std::optional<LockFile> lock;
    std::unique_ptr<SQLite::Database> database;
};

namespace {

constexpr std::string_view tables[] = {"history", "project", "source", "view"};

std::int64_t asInteger(std::uint64_t check)
{
    return static_cast<std::int64_t>(check);
}

/// Carries out one change: the rows, and what is known of them once the change is committed.
class Change
{
public:
    Change(SQLite::Database& database, ReadProject& next) : m_database(database), m_next(next) {}

    void append(HistoryEntry entry)
    {
        entry.number = m_next.content.history.size() + 1;
        if (entry.kind == HistoryEntry::Kind::Do)
            entry.target = entry.number;
        const std::uint64_t check = historyCheck(entry, m_next.lastHistoryCheck);
        SQLite::Statement insert(m_database, "INSERT INTO history (number, kind, target, at, name, edits, row_check) "
                                             "VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, asInteger(entry.number));
        insert.bind(2, std::string(nameOf(entry.kind)));
        insert.bind(3, asInteger(entry.target));
        insert.bind(4, entry.at);
        insert.bind(5, entry.name);
        insert.bind(6, entry.edits);
        insert.bind(7, asInteger(check));
        insert.exec();
        m_next.lastHistoryCheck = check;
        m_next.digests["history"].add(check);
        m_next.content.history.push_back(std::move(entry));
    }

    void put(const std::string& table, const std::string& columns, const std::string& key, const std::string* before,
             const std::string& after)
    {
        TableDigest& digest = m_next.digests[table];
        if (before != nullptr) {
            digest.remove(rowCheck(table, {key, *before}));
            SQLite::Statement erase(m_database,
                                    "DELETE FROM " + table + " WHERE " + columns.substr(0, columns.find(',')) + " = ?");
            bindKey(erase, table, key);
            if (erase.exec() != 1)
                throw SQLite::Exception("a row that was read is gone", 11); // SQLITE_CORRUPT
        }
        const std::uint64_t check = rowCheck(table, {key, after});
        SQLite::Statement insert(m_database, "INSERT INTO " + table + " (" + columns + ", row_check) VALUES (?, ?, ?)");
        bindKey(insert, table, key);
        if (table == "source")
            insert.bind(2, after);
        else
            insert.bind(2, after.data(), static_cast<int>(after.size()));
        insert.bind(3, asInteger(check));
        insert.exec();
        digest.add(check);
    }

    void remove(const std::string& table, const std::string& column, const std::string& key, const std::string& value)
    {
        m_next.digests[table].remove(rowCheck(table, {key, value}));
        SQLite::Statement erase(m_database, "DELETE FROM " + table + " WHERE " + column + " = ?");
        bindKey(erase, table, key);
        if (erase.exec() != 1)
            throw SQLite::Exception("a row that was read is gone", 11); // SQLITE_CORRUPT
    }

    void writeDigests()
    {
        for (const std::string_view table : tables) {
            const TableDigest& digest = m_next.digests[std::string(table)];
            SQLite::Statement put(m_database,
                                  "INSERT INTO digest (name, row_count, checks) VALUES (?, ?, ?) ON CONFLICT (name) "
                                  "DO UPDATE SET row_count = excluded.row_count, checks = excluded.checks");
            put.bind(1, std::string(table));
            put.bind(2, digest.rows);
            put.bind(3, asInteger(digest.checks));
            put.exec();
        }
    }

private:
    static void bindKey(SQLite::Statement& statement, const std::string& table, const std::string& key)
    {
        if (table == "source")
            statement.bind(1, key.data(), static_cast<int>(key.size())); // a file name is bytes
        else
            statement.bind(1, key);
    }

    SQLite::Database& m_database; // Not owned: the caller's.
    ReadProject& m_next;          // Not owned: the caller's.
};

void fill(Change& change, ReadProject& next, const ProjectContent& content)
{
    for (const HistoryEntry& entry : content.history)
        change.append(entry);
    if (!content.folder.empty())
        change.put("project", "key, value", "folder", nullptr, content.folder);
    for (const auto& [key, value] : content.view)
        change.put("view", "key, value", key, nullptr, value);
    for (const auto& [file, hash] : content.sources)
        change.put("source", "file, sha256", file, nullptr, hash);
    next.content = content;
}

/// Makes a new database with @p content at a path where there is none.
void writeNew(const std::string& path, const ProjectContent& content)
{
    const auto database = openConnection(path, Access::Create);
    database->exec("PRAGMA application_id = " + std::to_string(applicationId));
    WriteTransaction transaction(*database);
    database->exec(std::string(initialSchema()));
    database->exec("PRAGMA user_version = " + std::to_string(schemaVersion));
    ReadProject next;
    Change change(*database, next);
    fill(change, next, content);
    change.writeDigests();
    transaction.commit();
}

void removeWithJournal(const std::string& path)
{
    ::unlink(path.c_str()); // best effort: what is left over is a file that nobody names
    ::unlink((path + "-journal").c_str());
}

template <class Make>
Result<> change(SQLite::Database& database, ReadProject& read, std::int64_t& dataVersion, const Make& make)
{
    return guarded([&]() -> Result<> {
        ReadProject next;
        next.digests = read.digests;
        next.lastHistoryCheck = read.lastHistoryCheck;
        std::swap(next.content, read.content); // large; given back below, whatever happens
        struct GiveBack
        {
            ReadProject& read;
            ReadProject& next;
            std::size_t history;
            bool committed = false;
            ~GiveBack()
            {
                if (!committed)
                    next.content.history.resize(history);
                std::swap(read.content, next.content);
            }
        } giveBack{read, next, next.content.history.size()};

        WriteTransaction transaction(database);
        if (numberFrom(database, "PRAGMA data_version") != dataVersion)
            return failure(ErrorCode::AccessDenied, "another program has changed the project");
        Change change(database, next);
        make(change, std::as_const(next.content));
        change.writeDigests();
        transaction.commit();
        read.digests = std::move(next.digests);
        read.lastHistoryCheck = next.lastHistoryCheck;
        giveBack.committed = true;
        return {};
    });
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
    auto state = std::make_unique<State>();
    state->path = real;
    auto outcome = takeLock(real, options.owner);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!outcome->lock)
        return failure(ErrorCode::WriteFailed, "held by " + outcome->holder);
    state->lock.emplace(std::move(*outcome->lock));

    const std::string temporary = real + ".new";
    removeWithJournal(temporary);
    auto written = guarded([&]() -> Result<> {
        writeNew(temporary, content);
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
        state->read = readProject(*state->database, false);
        state->dataVersion = numberFrom(*state->database, "PRAGMA data_version");
        if (!state->read.damage.empty())
            return failure(ErrorCode::WriteFailed,
                           state->read.damage.front().where + ": " + state->read.damage.front().what);
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
            state->read = readProject(*state->database, options.thorough || state->endedUncleanly);
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
    return change(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& /*now*/) {
        for (const HistoryEntry& entry : entries) // copied: after a failure the same is asked for again
            change.append(entry);
    });
}

Result<> ProjectStore::setView(const std::map<std::string, std::string>& changes)
{
    if (m_state->mode != Mode::ReadWrite)
        return failure(ErrorCode::AccessDenied, "the project is open for reading only");
    auto result = change(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
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
    auto result = change(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
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
    auto result = change(*m_state->database, m_state->read, m_state->dataVersion, [&](Change& change, const auto& now) {
        for (const auto& [file, hash] : now.sources) {
            if (!sources.contains(file))
                change.remove("source", "file", file, hash);
        }
        for (const auto& [file, hash] : sources) {
            const auto known = now.sources.find(file);
            if (known == now.sources.end() || known->second != hash)
                change.put("source", "file, sha256", file, known == now.sources.end() ? nullptr : &known->second, hash);
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
        const ReadProject read = readProject(*copy, false);
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
        return readProject(*database, true);
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
    if (read->isNewer && read->damage.empty())
        read->damage.push_back({"the file", "a later version of the program wrote it"});
    return std::move(read->damage);
}

Result<ProjectContent> readProjectContent(const std::string& path)
{
    auto read = readFromOutside(path);
    if (!read)
        return tl::unexpected(read.error());
    if (!read->damage.empty())
        return failure(ErrorCode::Malformed, read->damage.front().where + ": " + read->damage.front().what);
    return std::move(read->content);
}

} // namespace synoptic::store
