// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace synoptic::store {

/// What makes one version of the project file of the one before it.
struct Migration
{
    /// Statements. `row_check(table, key, value)` is there for rows that they write; digests are counted afterwards.
    std::string sql;
};

/// The project file as a version of the program writes it: as it was first, and every step since.
struct Schema
{
    std::string initial; ///< of version 1
    std::vector<Migration> steps;

    /// Of a file after all steps.
    std::int32_t version() const { return static_cast<std::int32_t>(steps.size()) + 1; }
};

/// That of this program: resources/schema.
const Schema& currentSchema();

} // namespace synoptic::store
