// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include <array>
#include <string_view>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "store/files.h"
#include "store/project_reader.h"
#include "store/row_check.h"

namespace synoptic::store {
namespace {

/// row_check(table, key, value) in statements.
void checkInStatement(sqlite3_context* context, int count, sqlite3_value** values)
{
    constexpr int wanted = 3;
    if (count != wanted) {
        sqlite3_result_error(context, "row_check takes a table, a key and a value", -1);
        return;
    }
    std::array<std::string_view, wanted> parts;
    for (int i = 0; i < wanted; ++i) {
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[i]));
        parts[static_cast<std::size_t>(i)] = {bytes == nullptr ? "" : bytes,
                                              static_cast<std::size_t>(sqlite3_value_bytes(values[i]))};
    }
    sqlite3_result_int64(context, static_cast<std::int64_t>(rowCheck(parts[0], {parts[1], parts[2]})));
}

void addFunctions(SQLite::Database& database)
{
    database.createFunction("row_check", 3, true, nullptr, &checkInStatement);
}

std::vector<std::string> tablesOf(SQLite::Database& database)
{
    std::vector<std::string> names;
    SQLite::Statement rows(database,
                           "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'digest' AND name "
                           "NOT LIKE 'sqlite_%' ORDER BY name");
    while (rows.executeStep())
        names.push_back(rows.getColumn(0).getString());
    return names;
}

TableDigest digestIn(SQLite::Database& database, const std::string& table)
{
    TableDigest digest;
    SQLite::Statement rows(database, "SELECT row_check FROM \"" + table + "\"");
    while (rows.executeStep())
        digest.add(static_cast<std::uint64_t>(rows.getColumn(0).getInt64()));
    return digest;
}

void compareDigests(SQLite::Database& database)
{
    for (const std::string& table : tablesOf(database)) {
        SQLite::Statement stored(database, "SELECT row_count, checks FROM digest WHERE name = ?");
        stored.bind(1, table);
        const bool isThere = stored.executeStep();
        const TableDigest found = digestIn(database, table);
        if (!isThere || stored.getColumn(0).getInt64() != found.rows ||
            static_cast<std::uint64_t>(stored.getColumn(1).getInt64()) != found.checks)
            throw SQLite::Exception("the digest of " + table + " is not the one that was written", SQLITE_CORRUPT);
    }
}

/// Its rows and what the last of them is chained to: what was done stays done.
TableDigest historyOf(SQLite::Database& database)
{
    return digestIn(database, "history");
}

/// A copy under another name, whole and on the disk.
Result<> copyFile(SQLite::Database& database, const std::string& to)
{
    const std::string temporary = to + ".new";
    removeWithJournal(temporary);
    auto copied = guarded([&]() -> Result<> {
        SQLite::Statement vacuum(database, "VACUUM INTO ?");
        vacuum.bind(1, temporary);
        vacuum.exec();
        return {};
    });
    if (copied)
        copied = synchronizeFile(temporary);
    if (copied)
        copied = moveFile(temporary, to);
    if (!copied)
        removeWithJournal(temporary);
    return copied;
}

} // namespace

const Schema& currentSchema()
{
    static const Schema schema{std::string(initialSchema()), {}};
    return schema;
}

void writeDigests(SQLite::Database& database)
{
    database.exec("DELETE FROM digest");
    for (const std::string& table : tablesOf(database)) {
        const TableDigest digest = digestIn(database, table);
        SQLite::Statement put(database, "INSERT INTO digest (name, row_count, checks) VALUES (?, ?, ?)");
        put.bind(1, table);
        put.bind(2, digest.rows);
        put.bind(3, static_cast<std::int64_t>(digest.checks));
        put.exec();
    }
}

void makeTables(SQLite::Database& database, const Schema& schema, std::int32_t version)
{
    addFunctions(database);
    database.exec(schema.initial);
    for (std::int32_t step = 1; step < version; ++step)
        database.exec(schema.steps[static_cast<std::size_t>(step - 1)].sql);
}

void carryOut(SQLite::Database& database, const Schema& schema)
{
    addFunctions(database);
    for (auto version = static_cast<std::int32_t>(numberFrom(database, "PRAGMA user_version"));
         version < schema.version(); ++version) {
        compareDigests(database);
        WriteTransaction transaction(database);
        const TableDigest history = historyOf(database);
        database.exec(schema.steps[static_cast<std::size_t>(version - 1)].sql);
        if (historyOf(database) != history)
            throw SQLite::Exception("a step changed the history", SQLITE_MISUSE);
        writeDigests(database);
        database.exec("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

std::unique_ptr<SQLite::Database> migratedInMemory(SQLite::Database& database, const Schema& schema)
{
    auto memory = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(*memory, database).executeStep();
    carryOut(*memory, schema);
    return memory;
}

Result<> migrateFile(const std::string& path, const Schema& schema)
{
    const std::string copy = path + ".migrated";
    removeWithJournal(copy);
    Result<> done = guarded([&]() -> Result<> {
        const auto before = openConnection(path, Access::ReadOnly);
        if (auto copied = copyFile(*before, copy); !copied)
            return copied;
        const auto migrated = openConnection(copy, Access::ReadWrite);
        carryOut(*migrated, schema);
        const ReadProject now = readProject(*migrated, schema, true);
        const ReadProject then = readProject(*before, schema, true);
        if (!now.damage.empty())
            return failure(ErrorCode::Malformed, now.damage.front().where + ": " + now.damage.front().what);
        if (now.content != then.content)
            return failure(ErrorCode::Malformed, "the copy does not hold the same");
        // The file as it was: a program of that version can go on with it
        const std::int64_t version = numberFrom(*before, "PRAGMA user_version");
        return copyFile(*before, path + ".version-" + std::to_string(version));
    });
    if (done)
        done = synchronizeFile(copy);
    if (done)
        done = moveFile(copy, path);
    if (!done)
        removeWithJournal(copy);
    return done;
}

} // namespace synoptic::store
