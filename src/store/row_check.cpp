// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_check.h"

#include <charconv>

#include "base/digest.h"

namespace synoptic::store {

std::uint64_t rowCheck(std::string_view table, std::initializer_list<std::string_view> fields)
{
    constexpr std::size_t digits = 16;
    std::string bytes(table);
    for (const std::string_view field : fields) {
        bytes += '\n';
        bytes += std::to_string(field.size());
        bytes += ':';
        bytes += field;
    }
    const std::string hash = sha256Hex(bytes);
    std::uint64_t check = 0;
    std::from_chars(hash.data(), hash.data() + digits, check, 16);
    return check;
}

std::uint64_t historyCheck(const HistoryEntry& entry, std::uint64_t before)
{
    return rowCheck("history", {std::to_string(entry.number), nameOf(entry.kind), std::to_string(entry.target),
                                std::to_string(entry.at), entry.name, entry.edits, std::to_string(before)});
}

} // namespace synoptic::store
