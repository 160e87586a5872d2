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

std::optional<LabelPlace> LabelPlacement::find(double x, double width, std::size_t self) const
{
    for (unsigned row = m_rows; row-- > 0;) {
        for (const bool flagsLeft : {false, true}) {
            const double left = flagsLeft ? x - width : x;
            const LabelPlace own{row, left, left + width, x, flagsLeft};
            if (left >= m_left && left + width <= m_right && isFree(own, self))
                return own;
        }
    }
    return std::nullopt;
}

bool LabelPlacement::place(double x, double width)
{
    const auto found = find(x, width, m_places.size());
    if (found)
        m_places.push_back(*found);
    return found.has_value();
}

bool LabelPlacement::widen(std::size_t index, double width)
{
    const auto found = find(m_places[index].leader, width, index);
    if (found)
        m_places[index] = *found;
    return found.has_value();
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
