// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace synoptic {

/// Whether @p value is among the few of a table. Cost: linear in the table.
template <typename T, std::size_t Size, typename Value>
constexpr bool isOneOf(const std::array<T, Size>& values, const Value& value)
{
    return std::ranges::find(values, value) != values.end();
}

} // namespace synoptic
