// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/label_placement.h"

#include <algorithm>
#include <numeric>

namespace synoptic::ui {

namespace {
constexpr double gap = 6.0;
}

bool LabelPlacement::isFree(const LabelPlace& own, std::size_t self) const
{
    const auto crosses = [](const LabelPlace& headline, double leader) {
        return headline.left - gap / 2 < leader && leader < headline.right + gap / 2;
    };
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const LabelPlace& other = m_places[i];
        if (i == self)
            continue;
        if (other.row == own.row && own.left < other.right + gap && other.left < own.right + gap)
            return false;
        if ((other.row > own.row && crosses(own, other.leader)) || (other.row < own.row && crosses(other, own.leader)))
            return false;
    }
    return true;
}

bool LabelPlacement::place(double x, double width)
{
    for (unsigned row = m_rows; row-- > 0;) {
        for (const bool flagsLeft : {false, true}) {
            const double left = flagsLeft ? x - width : x;
            const LabelPlace own{row, left, left + width, x, flagsLeft};
            if (left < m_left || left + width > m_right || !isFree(own, m_places.size()))
                continue;
            m_places.push_back(own);
            return true;
        }
    }
    return false;
}

void LabelPlacement::settle()
{
    std::vector<std::size_t> order(m_places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_places[i].row; });
    for (const std::size_t i : order) {
        LabelPlace lower = m_places[i];
        for (lower.row = 0; lower.row < m_places[i].row; ++lower.row)
            if (isFree(lower, i)) {
                m_places[i] = lower;
                break;
            }
    }
}

} // namespace synoptic::ui
