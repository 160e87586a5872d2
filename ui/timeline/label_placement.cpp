// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/label_placement.h"

#include <algorithm>

namespace synoptic::ui {

namespace {
constexpr double gap = 6.0;
}

bool LabelPlacement::isFree(unsigned row, double left, double right, double leader) const
{
    return std::ranges::none_of(m_taken, [&](const Taken& other) {
        const bool overlaps = other.row == row && left < other.right + gap && other.left < right + gap;
        const bool crossesMine = other.row > row && left - gap / 2 < other.leader && other.leader < right + gap / 2;
        const bool crossesOther = other.row < row && other.left - gap / 2 < leader && leader < other.right + gap / 2;
        return overlaps || crossesMine || crossesOther;
    });
}

std::optional<LabelPlace> LabelPlacement::place(double x, double width)
{
    for (unsigned row = 0; row < m_rows; ++row) {
        for (const bool flagsLeft : {false, true}) {
            const double left = flagsLeft ? x - width : x;
            if (left < m_left || left + width > m_right || !isFree(row, left, left + width, x))
                continue;
            m_taken.push_back({row, left, left + width, x});
            return LabelPlace{row, left, flagsLeft};
        }
    }
    return std::nullopt;
}

} // namespace synoptic::ui
