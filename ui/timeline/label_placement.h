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
    double right = 0.0;
    double leader = 0.0;    ///< x of its mark
    bool flagsLeft = false; ///< the headline ends at its mark instead of beginning there
};

/// Gives headlines rows so that none overlaps another and no leader line crosses a headline. First come, first served:
/// ask in order of importance. Each takes the highest row it can, which leaves the most room for those to come;
/// settle() then lowers them towards their marks.
class LabelPlacement
{
public:
    LabelPlacement(double left, double right, unsigned rows) : m_left(left), m_right(right), m_rows(rows) {}

    /// Finds a place for a headline of @p width whose mark is at @p x; false if there is none.
    bool place(double x, double width);
    void settle();
    /// Gives the headline that found the place at @p index another width and, if need be, another row; false, and
    /// nothing changed, if there is no room. Of use after settle(), which leaves rows free.
    bool widen(std::size_t index, double width);
    /// One for each headline that found a place, in the order of asking.
    const std::vector<LabelPlace>& places() const { return m_places; }

private:
    /// Whether @p own is free of all others but the one at @p self.
    bool isFree(const LabelPlace& own, std::size_t self) const;
    std::optional<LabelPlace> find(double x, double width, std::size_t self) const;

    double m_left;
    double m_right;
    unsigned m_rows;
    std::vector<LabelPlace> m_places;
};

} // namespace synoptic::ui
