// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <stop_token>
#include <vector>

namespace synoptic {

/// Sorts many values so that one can stop: portions first, then portions merged two by two.
///
/// Returns whether @p values are sorted; false, and they stand in any order, if @p stop asked for it meanwhile.
/// Cost: n log n; between two looks at @p stop a portion of 65,536 is sorted or two runs are merged.
template <typename Value>
bool sortInPortions(std::vector<Value>& values, const std::stop_token& stop)
{
    constexpr std::size_t portion = 65'536;
    const auto at = [&values](std::size_t i) {
        return values.begin() + static_cast<std::ptrdiff_t>(std::min(i, values.size()));
    };
    for (std::size_t begin = 0; begin < values.size(); begin += portion) {
        if (stop.stop_requested())
            return false;
        std::sort(at(begin), at(begin + portion));
    }
    for (std::size_t width = portion; width < values.size(); width *= 2) {
        for (std::size_t begin = 0; begin + width < values.size(); begin += 2 * width) {
            if (stop.stop_requested())
                return false;
            std::inplace_merge(at(begin), at(begin + width), at(begin + 2 * width));
        }
    }
    return !stop.stop_requested();
}

} // namespace synoptic
