// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
///
/// What is taken is kept as a bit for each pixel of each row, so that a question costs a few words of memory and not a
/// look at every headline.
class LabelPlacement
{
public:
    LabelPlacement(double left, double right, unsigned rows);

    /// Finds a place for a headline whose mark is at @p x, as wide as the first of @p widths (descending) that has
    /// room; says which.
    std::optional<std::size_t> place(double x, std::span<const double> widths);
    void settle();
    /// Gives the headline that found the place at @p index another width and, if need be, another row; false, and
    /// nothing changed, if there is no room. Of use after settle(), which leaves rows free.
    bool widen(std::size_t index, double width);
    /// One for each headline that found a place, in the order of asking.
    const std::vector<LabelPlace>& places() const { return m_places; }

private:
    using Bits = std::vector<std::uint64_t>;
    struct Row
    {
        Bits headlines; // where one is
        Bits reach;     // … and a little around it: no line may come down there
        Bits leaders;   // lines that come from rows above
    };
    struct Pixels
    {
        std::size_t begin;
        std::size_t end;
    };
    /// What a headline needs of its row, whichever that is.
    struct Need
    {
        LabelPlace place;
        Pixels taken;
        Pixels apart; // free of other headlines
        Pixels reach; // free of lines that come down
        std::size_t leader;
    };

    Need needOf(const LabelPlace& place) const;
    std::size_t pixel(double x) const;
    /// How many rows, counted from below, a line at @p leader can come up to without crossing a headline; at most all.
    unsigned rowsOver(std::size_t leader) const;
    bool isFree(const Need& need, unsigned row) const;
    void mark(const LabelPlace& own, bool isTaken);
    std::optional<LabelPlace> find(double x, double width, unsigned rows) const;

    double m_left;
    double m_right;
    std::vector<Row> m_rows;
    std::vector<LabelPlace> m_places;
};

} // namespace synoptic::ui
