// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/label_placement.h"

#include <algorithm>
#include <numeric>

namespace synoptic::ui {

namespace {

constexpr double gap = 6.0;
constexpr std::size_t wordBits = 64;

/// The bits of word @p word that lie in [begin, end).
std::uint64_t maskOf(std::size_t word, std::size_t begin, std::size_t end)
{
    std::uint64_t mask = ~std::uint64_t{0};
    if (word == begin / wordBits)
        mask &= ~std::uint64_t{0} << (begin % wordBits);
    if (word == end / wordBits)
        mask &= ~(~std::uint64_t{0} << (end % wordBits));
    return mask;
}

bool hasAny(const std::vector<std::uint64_t>& bits, std::size_t begin, std::size_t end)
{
    for (std::size_t word = begin / wordBits; word * wordBits < end; ++word)
        if ((bits[word] & maskOf(word, begin, end)) != 0)
            return true;
    return false;
}

void setAll(std::vector<std::uint64_t>& bits, std::size_t begin, std::size_t end, bool value)
{
    for (std::size_t word = begin / wordBits; word * wordBits < end; ++word) {
        const std::uint64_t mask = maskOf(word, begin, end);
        bits[word] = value ? bits[word] | mask : bits[word] & ~mask;
    }
}

} // namespace

LabelPlacement::LabelPlacement(double left, double right, unsigned rows) : m_left(left), m_right(right)
{
    const auto words = static_cast<std::size_t>(std::max(right - left, 0.0) + 4.0) / wordBits + 1;
    m_rows.assign(rows, {Bits(words), Bits(words), Bits(words)});
}

std::size_t LabelPlacement::pixel(double x) const
{
    const double most = std::max(m_right - m_left, 0.0) + 3.0;
    return static_cast<std::size_t>(std::clamp(x - m_left + 1.0, 0.0, most));
}

LabelPlacement::Need LabelPlacement::needOf(const LabelPlace& place) const
{
    return {place,
            {pixel(place.left), pixel(place.right + 1.0)},
            {pixel(place.left - gap), pixel(place.right + gap + 1.0)},
            {pixel(place.left - gap / 2 + 1.0), pixel(place.right + gap / 2)},
            pixel(place.leader)};
}

unsigned LabelPlacement::rowsOver(std::size_t leader) const
{
    const auto isCrossed = [leader](const Row& row) {
        return (row.reach[leader / wordBits] >> (leader % wordBits) & 1U) != 0;
    };
    // In the row of the first headline in the way, another one may still find room beside it
    const auto first = std::ranges::find_if(m_rows, isCrossed);
    return static_cast<unsigned>(first == m_rows.end() ? first - m_rows.begin() : first - m_rows.begin() + 1);
}

bool LabelPlacement::isFree(const Need& need, unsigned row) const
{
    return !hasAny(m_rows[row].headlines, need.apart.begin, need.apart.end) &&
           !hasAny(m_rows[row].leaders, need.reach.begin, need.reach.end);
}

void LabelPlacement::mark(const LabelPlace& own, bool isTaken)
{
    const Need need = needOf(own);
    setAll(m_rows[own.row].headlines, need.taken.begin, need.taken.end, isTaken);
    setAll(m_rows[own.row].reach, need.reach.begin, need.reach.end, isTaken);
    for (unsigned row = 0; row < own.row; ++row)
        setAll(m_rows[row].leaders, need.leader, need.leader + 1, isTaken);
}

std::optional<LabelPlace> LabelPlacement::find(double x, double width, unsigned rows) const
{
    const Need right = needOf({0, x, x + width, x, false});
    const Need left = needOf({0, x - width, x, x, true});
    const bool fitsRight = x >= m_left && x + width <= m_right;
    const bool fitsLeft = x - width >= m_left && x <= m_right;
    for (unsigned row = rows; row-- > 0;) {
        for (const Need* need : {&right, &left}) {
            if (!(need == &right ? fitsRight : fitsLeft) || !isFree(*need, row))
                continue;
            LabelPlace found = need->place;
            found.row = row;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> LabelPlacement::place(double x, std::span<const double> widths)
{
    const unsigned rows = rowsOver(pixel(x));
    if (!find(x, widths.back(), rows)) // what has no room for the narrowest has none for a wider one
        return std::nullopt;
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (const auto found = find(x, widths[i], rows)) {
            mark(*found, true);
            m_places.push_back(*found);
            return i;
        }
    return std::nullopt;
}

bool LabelPlacement::widen(std::size_t index, double width)
{
    LabelPlace& own = m_places[index];
    mark(own, false);
    const auto found = find(own.leader, width, rowsOver(pixel(own.leader)));
    if (found)
        own = *found;
    mark(own, true);
    return found.has_value();
}

void LabelPlacement::settle()
{
    std::vector<std::size_t> order(m_places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_places[i].row; });
    for (const std::size_t i : order) {
        LabelPlace& own = m_places[i];
        mark(own, false);
        const Need need = needOf(own);
        const unsigned highest = std::min(own.row, rowsOver(need.leader));
        for (unsigned row = 0; row < highest; ++row)
            if (isFree(need, row)) {
                own.row = row;
                break;
            }
        mark(own, true);
    }
}

} // namespace synoptic::ui
