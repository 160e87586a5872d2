// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hashed_weights.h"

#include <bit>
#include <charconv>

#include "base/lexicons.h"

namespace synoptic {

HashedWeights HashedWeights::parse(std::string_view table, std::size_t parts)
{
    std::vector<Slot> rows;
    lexicons::forEachRow(table, [&rows, parts](const auto& field) {
        const std::string_view number = field(parts);
        Slot row;
        if (std::from_chars(number.data(), number.data() + number.size(), row.weight).ec != std::errc{})
            return;
        FeatureHash hash;
        for (std::size_t i = 0; i < parts; ++i)
            hash.add(field(i));
        row.key = hash.value();
        rows.push_back(row);
    });
    HashedWeights weights;
    weights.m_slots.resize(std::bit_ceil(rows.size() * 2 + 1));
    const std::size_t mask = weights.m_slots.size() - 1;
    for (const Slot& row : rows) {
        std::size_t slot = row.key >> 20 & mask;
        while (weights.m_slots[slot].key != 0)
            slot = (slot + 1) & mask;
        weights.m_slots[slot] = row;
    }
    weights.m_count = rows.size();
    return weights;
}

int HashedWeights::weightOf(std::uint64_t hash) const
{
    if (m_slots.empty())
        return 0;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash >> 20 & mask; m_slots[slot].key != 0; slot = (slot + 1) & mask) {
        if (m_slots[slot].key == hash)
            return m_slots[slot].weight;
    }
    return 0;
}

int HashedWeights::weightOf(std::initializer_list<std::string_view> parts) const
{
    FeatureHash hash;
    for (const std::string_view part : parts)
        hash.add(part);
    return weightOf(hash.value());
}

} // namespace synoptic
