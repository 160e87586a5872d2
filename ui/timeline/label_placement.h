// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace synoptic::ui {

/// Where a headline went.
struct LabelPlace
{
    unsigned row = 0; ///< 0 is nearest to the marks
    double left = 0.0;
    bool flagsLeft = false; ///< the headline ends at its mark instead of beginning there
};

/// Gives headlines rows so that none overlaps another and no leader line crosses a headline. First come, first served:
/// ask in order of importance.
class LabelPlacement
{
public:
    LabelPlacement(double left, double right, unsigned rows) : m_left(left), m_right(right), m_rows(rows) {}

    /// A place for a headline of @p width whose mark is at @p x, or nothing.
    std::optional<LabelPlace> place(double x, double width);

private:
    struct Taken
    {
        unsigned row;
        double left;
        double right;
        double leader;
    };
    bool isFree(unsigned row, double left, double right, double leader) const;

    double m_left;
    double m_right;
    unsigned m_rows;
    std::vector<Taken> m_taken;
};

} // namespace synoptic::ui
