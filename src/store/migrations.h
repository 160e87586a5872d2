// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "store/connection.h"
#include "store/schema.h"

/// Private to src/store: project files of earlier versions.
namespace synoptic::store {

/// Makes the tables of @p version in a database that has none. Throws.
void makeTables(SQLite::Database& database, const Schema& schema, std::int32_t version);

/// Counts the rows and checks of every table anew. Throws.
void writeDigests(SQLite::Database& database);

/// Takes a database through the steps that it lacks, each in one transaction. Throws, also if a digest does not fit its
/// table: damage must not be made good by a step.
void carryOut(SQLite::Database& database, const Schema& schema);

/// The same project in memory, as this program would have written it; the file stays as it is. Throws.
std::unique_ptr<SQLite::Database> migratedInMemory(SQLite::Database& database, const Schema& schema);

/// Brings a file up to date: a copy is migrated, checked and synchronized, then put in its place; the file as it was
/// stays beside it as "NAME.version-1". Whatever fails, the file is the old or the new. The caller holds its lock.
/// Errors: WriteFailed, Malformed; and nothing was changed.
Result<> migrateFile(const std::string& path, const Schema& schema);

} // namespace synoptic::store
