// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "base/result.h"

/// Private to src/store: the only files that know SQLite. Its exceptions end in guarded().
namespace synoptic::store {

/// Written into every project file; "SYNO".
inline constexpr std::int32_t applicationId = 0x53594E4F;
/// The statements of resources/schema/001_initial.sql.
std::string_view initialSchema();

enum class Access : std::uint8_t
{
    ReadOnly,
    ReadWrite,
    Create
};

/// Opens a database of which nothing is believed: no link is followed, no schema, trigger or view is trusted, cells and
/// lengths are checked. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> openConnection(const std::string& path, Access access);

/// What SQLite said, as an error of ours. Whatever it is about, the codes are: AccessDenied, NotFound, Malformed (no
/// database, or a damaged one), WriteFailed.
Error errorOf(const SQLite::Exception& exception);

/// Runs @p work; an exception of SQLite's becomes an error.
template <class Work>
auto guarded(const Work& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<Error>(errorOf(exception));
    }
}

/// The first column of the first row of a query. Throws.
std::int64_t numberFrom(SQLite::Database& database, const std::string& query);
/// Bytes of a column, whatever its type.
std::string bytesFrom(const SQLite::Column& column);

/// Closes every statement's transaction that is not committed.
class WriteTransaction
{
public:
    explicit WriteTransaction(SQLite::Database& database);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    SQLite::Database& m_database; // Not owned: outlives the transaction.
    bool m_done = false;
};

} // namespace synoptic::store
