// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "store/project_values.h"

namespace synoptic::store {

/// 64 bits of SHA-256 over a table's name and the fields of one row, each with its length, so that no bit of a row can
/// turn without its check. SQLite itself notices one in four.
std::uint64_t rowCheck(std::string_view table, std::initializer_list<std::string_view> fields);

/// The check of a history row, over the check of the row before it (0 before the first): rows cannot be exchanged.
std::uint64_t historyCheck(const HistoryEntry& entry, std::uint64_t before);

/// What the digest row of a table says: how many rows there are, and the XOR of their checks.
struct TableDigest
{
    std::int64_t rows = 0;
    std::uint64_t checks = 0;

    void add(std::uint64_t check)
    {
        ++rows;
        checks ^= check;
    }
    void replace(std::uint64_t before, std::uint64_t after) { checks ^= before ^ after; }
    void remove(std::uint64_t check)
    {
        --rows;
        checks ^= check;
    }

    friend bool operator==(const TableDigest&, const TableDigest&) = default;
};

} // namespace synoptic::store
