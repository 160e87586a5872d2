// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "store/connection.h"
#include "store/project_reader.h"
#include "store/project_values.h"
#include "store/schema.h"

/// Private to src/store: what is written to a project file, with its checks.
namespace synoptic::store {

/// Carries out one change: the rows, and what is known of them once the change is committed. Throws.
class Change
{
public:
    Change(SQLite::Database& database, ReadProject& next) : m_database(database), m_next(next) {}

    void append(HistoryEntry entry);
    /// Puts a pair into a table of pairs; @p before: its value until now, null if there was none.
    void put(const std::string& table, const std::string& columns, const std::string& key, const std::string* before,
             const std::string& after);
    void remove(const std::string& table, const std::string& column, const std::string& key, const std::string& value);
    void writeDigests();

private:
    SQLite::Database& m_database; // Not owned: the caller's.
    ReadProject& m_next;          // Not owned: the caller's.
};

/// Makes a new database with @p content at a path where there is none. Throws.
void writeNew(const std::string& path, const ProjectContent& content, const Schema& schema);

/// What is done to a project whose content is, and stays until it is committed, the second argument.
using Make = std::function<void(Change&, const ProjectContent&)>;

/// One transaction. Without an error @p read knows of it; else the file and @p read are as before.
/// Errors: those of errorOf; AccessDenied if another program wrote to the file.
Result<> commitChange(SQLite::Database& database, ReadProject& read, std::int64_t dataVersion, const Make& make);

} // namespace synoptic::store
