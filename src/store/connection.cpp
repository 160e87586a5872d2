// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <sqlite3.h>

#include "base/limits.h"

namespace synoptic::store {
namespace {

constexpr int busyMilliseconds = 2000;

void check(SQLite::Database& database, int result)
{
    if (result != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), result);
}

void configure(SQLite::Database& database)
{
    sqlite3* const handle = database.getHandle();
    check(database, sqlite3_extended_result_codes(handle, 1));
    // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): SQLite's configuration is variadic
    check(database, sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
    check(database, sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
    check(database, sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr));
    check(database, sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr));
    // NOLINTEND(cppcoreguidelines-pro-type-vararg)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // none breaks VACUUM INTO
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, static_cast<int>(limits::projectCellBytes));
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, static_cast<int>(limits::mib));
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA mmap_size = 0");
    database.exec("PRAGMA temp_store = MEMORY");
}

} // namespace

std::unique_ptr<SQLite::Database> openConnection(const std::string& path, Access access)
{
    int flags = SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX;
    flags |= access == Access::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
    if (access == Access::Create)
        flags |= SQLite::OPEN_CREATE;
    auto database = std::make_unique<SQLite::Database>(path, flags, busyMilliseconds);
    configure(*database);
    if (access != Access::ReadOnly) {
        // One file at rest, also on a network share; nothing acknowledged is lost when the power goes.
        database->exec("PRAGMA journal_mode = DELETE");
        database->exec("PRAGMA synchronous = EXTRA");
    }
    return database;
}

Error errorOf(const SQLite::Exception& exception)
{
    constexpr int primary = 0xFF;
    const std::string detail =
        std::string(exception.what()) + " (" + std::to_string(exception.getExtendedErrorCode()) + ")";
    switch (exception.getErrorCode() & primary) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_ERROR: // the schema is not ours
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Malformed, detail};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return {ErrorCode::AccessDenied, detail};
    case SQLITE_CANTOPEN:
        return {ErrorCode::NotFound, detail};
    default:
        return {ErrorCode::WriteFailed, detail};
    }
}

std::int64_t numberFrom(SQLite::Database& database, const std::string& query)
{
    SQLite::Statement statement(database, query);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

std::string bytesFrom(const SQLite::Column& column)
{
    const void* bytes = column.getBlob();
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(column.getBytes()));
}

WriteTransaction::WriteTransaction(SQLite::Database& database) : m_database(database)
{
    m_database.exec("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    if (!m_done && sqlite3_get_autocommit(m_database.getHandle()) == 0)
        m_database.tryExec("ROLLBACK"); // if this fails too, SQLite rolls back when the file is opened next
}

void WriteTransaction::commit()
{
    m_database.exec("COMMIT");
    m_done = true;
}

} // namespace synoptic::store
