// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/trigger_features.h"

#include <bit>
#include <cmath>

#include "base/lexicons.h"

namespace synoptic::events {
namespace {

/// FNV-1a, 32 bits; never 0. Two features that share a number share a weight: with some ten thousand of them rare and
/// harmless.
std::uint32_t numberOf(std::string_view name, std::string_view value)
{
    constexpr std::uint32_t prime = 16'777'619U;
    std::uint32_t hash = 2'166'136'261U;
    for (const std::string_view part : {name, std::string_view("="), value}) {
        for (const char c : part)
            hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    }
    return hash == 0 ? 1 : hash;
}

} // namespace

FeatureWeights FeatureWeights::parse(std::string_view table)
{
    std::vector<Slot> rows;
    lexicons::forEachRow(table, [&](const auto& field) {
        const std::string_view digits = field(2);
        Slot slot{numberOf(field(0), field(1)), 0};
        std::from_chars(digits.data(), digits.data() + digits.size(), slot.weight);
        rows.push_back(slot);
    });
    FeatureWeights weights;
    weights.m_slots.resize(std::bit_ceil(2 * rows.size() + 2));
    const std::size_t mask = weights.m_slots.size() - 1;
    for (const Slot& row : rows) {
        std::size_t at = row.feature & mask;
        while (weights.m_slots[at].feature != 0)
            at = (at + 1) & mask;
        weights.m_slots[at] = row;
    }
    return weights;
}

std::int32_t FeatureWeights::of(std::string_view name, std::string_view value) const
{
    const std::uint32_t feature = numberOf(name, value);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = feature & mask; m_slots[at].feature != 0; at = (at + 1) & mask) {
        if (m_slots[at].feature == feature)
            return m_slots[at].weight;
    }
    return 0;
}

double likelihoodOf(const SentenceWords& words, const Trigger& candidate, const TriggerLexicon& lexicon)
{
    static const FeatureWeights weights = FeatureWeights::parse(lexicons::triggerWeights());
    std::int64_t sum = 0; // whole numbers, so that no order of adding matters
    forEachTriggerFeature(words, candidate, lexicon,
                          [&](std::string_view name, std::string_view value) { sum += weights.of(name, value); });
    return 1.0 / (1.0 + std::exp(-static_cast<double>(sum) / 1000.0));
}

} // namespace synoptic::events
