// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_change.h"

#include <string_view>
#include <utility>

#include "store/migrations.h"
#include "store/row_check.h"

namespace synoptic::store {
namespace {

constexpr std::string_view tables[] = {"history", "project", "source", "view"};

std::int64_t asInteger(std::uint64_t check)
{
    return static_cast<std::int64_t>(check);
}

void bindKey(SQLite::Statement& statement, const std::string& table, const std::string& key)
{
    if (table == "source")
        statement.bind(1, key.data(), static_cast<int>(key.size())); // a file name is bytes
    else
        statement.bind(1, key);
}

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

} // namespace

void Change::append(HistoryEntry entry)
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

void Change::put(const std::string& table, const std::string& columns, const std::string& key,
                 const std::string* before, const std::string& after)
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

void Change::remove(const std::string& table, const std::string& column, const std::string& key,
                    const std::string& value)
{
    m_next.digests[table].remove(rowCheck(table, {key, value}));
    SQLite::Statement erase(m_database, "DELETE FROM " + table + " WHERE " + column + " = ?");
    bindKey(erase, table, key);
    if (erase.exec() != 1)
        throw SQLite::Exception("a row that was read is gone", 11); // SQLITE_CORRUPT
}

void Change::writeDigests()
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

/// Makes a new database with @p content at a path where there is none.
void writeNew(const std::string& path, const ProjectContent& content, const Schema& schema)
{
    const auto database = openConnection(path, Access::Create);
    database->exec("PRAGMA application_id = " + std::to_string(applicationId));
    WriteTransaction transaction(*database);
    makeTables(*database, schema, schema.version());
    database->exec("PRAGMA user_version = " + std::to_string(schema.version()));
    ReadProject next;
    Change change(*database, next);
    fill(change, next, content);
    writeDigests(*database);
    transaction.commit();
}

Result<> commitChange(SQLite::Database& database, ReadProject& read, std::int64_t dataVersion, const Make& make)
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

} // namespace synoptic::store
