// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

/// Small linear models: a decision is described by features, each a kind and up to two words, and a table has a weight
/// for every feature that was worth one. The program that learns a table and the program that uses it call the same
/// function to describe a decision.
namespace synoptic {

/// Receives the features of one decision: a kind and up to two words in any case.
class FeatureSink
{
public:
    FeatureSink() = default;
    FeatureSink(const FeatureSink&) = delete;
    FeatureSink& operator=(const FeatureSink&) = delete;
    virtual ~FeatureSink() = default;
    virtual void see(std::string_view kind, std::string_view first = {}, std::string_view second = {}) = 0;
};

/// FNV-1a over the lower-cased parts of a feature. Own code, because std::hash may differ from one library to the next.
class FeatureHash
{
public:
    void add(std::string_view part)
    {
        for (const char byte : part) {
            const auto lower = static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A')
                                                          : byte == '\n'             ? ' '
                                                                                     : byte);
            m_value = (m_value ^ lower) * 0x100000001B3ULL;
        }
        m_value = (m_value ^ 0xFFU) * 0x100000001B3ULL;
    }
    std::uint64_t value() const { return m_value | 1U; } // 0 marks an empty slot

private:
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

/// Weights in fixed point: 256 are one unit of log-odds.
class HashedWeights
{
public:
    /// Rows of @p parts words and a weight; a row without a number is left out.
    static HashedWeights parse(std::string_view table, std::size_t parts);

    std::size_t size() const { return m_count; }
    /// 0 for what has none. Cost: constant.
    int weightOf(std::uint64_t hash) const;
    int weightOf(std::initializer_list<std::string_view> parts) const;

private:
    struct Slot
    {
        std::uint64_t key = 0;
        std::int32_t weight = 0;
    };
    std::vector<Slot> m_slots; ///< open addressing, a power of two
    std::size_t m_count = 0;
};

} // namespace synoptic
