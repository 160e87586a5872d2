// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/text_span.h"
#include "events/sentence_words.h"

namespace synoptic::events {

/// How much of a number is meant.
enum class Bound : std::uint8_t
{
    Exact,
    About,   ///< about, some, nearly
    AtLeast, ///< at least, more than, over
    AtMost   ///< up to, at most, fewer than
};

/// A number with what it counts.
struct Quantity
{
    double value = 0.0;
    Bound bound = Bound::Exact;
    /// What is counted or measured: "people killed", "cable", "$", "$ per season", "magnitude", "years old", "mother
    /// of". Numbers of one text and another answer the same question only if this is equal.
    std::string of;
    std::string noun;    ///< the noun as written, where one is counted
    bool people = false; ///< counts people by what became of them: a toll
    TextSpan span;       ///< of the number's words

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Finds the numbers of a sentence and what they count: the noun behind them, the fate of people, a currency, a unit.
/// Numbers that overlap @p times (days, hours, lengths), ordinals, scores and years count nothing and are left out.
/// Shape: sentence order. Cost: linear. Thread-safe.
std::vector<Quantity> findQuantities(const SentenceWords& words, std::span<const TextSpan> times);

/// Whether two answers to one question exclude each other: after bounds and rounding. A lower bound that is far
/// exceeded is excluded too: it was true once.
bool exclude(const Quantity& a, const Quantity& b);

} // namespace synoptic::events
