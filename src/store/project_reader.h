// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/connection.h"
#include "store/project_values.h"
#include "store/row_check.h"
#include "store/schema.h"

namespace synoptic::store {

/// A project file as read, with the checks that the next change builds on.
struct ReadProject
{
    ProjectContent content;
    std::map<std::string, TableDigest> digests; ///< for each table
    std::uint64_t lastHistoryCheck = 0;
    std::vector<std::uint64_t> historyChecks; ///< as stored, one for each entry of the history
    std::vector<Damage> damage;
    bool isNewer = false;
    bool isOlder = false; ///< the content is what it would be after the steps that it lacks
    std::string stuck;    ///< of an older one: why these steps cannot be taken; there is no content then
};

/// Reads and checks everything. @p thorough: SQLite's full integrity check, else its quick one. What cannot be read is
/// damage, so that the rest is there all the same; a newer version is read as far as it looks like ours. Throws only
/// for a file that is no database at all.
ReadProject readProject(SQLite::Database& database, const Schema& schema, bool thorough);

} // namespace synoptic::store
