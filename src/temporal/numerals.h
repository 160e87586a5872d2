// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "temporal/tokenizer.h"

namespace synoptic::temporal {

/// A quantity as written in front of a unit.
struct Numeral
{
    std::int64_t value = 0;
    std::uint8_t halves = 0;
    bool vague = false;      ///< "a few", "several"
    bool indefinite = false; ///< "a", "an"
    bool digits = false;
    std::size_t next = 0; ///< position of the token after it
};

/// "12", "1,200", "2.5", "2 1/2", "twenty-one", "two hundred", "a few", "a couple of", "half a", "two to three",
/// "three or four", "a". Of a range the lower end is the value: it is what is certain.
/// Cost: bounded; a numeral of more than 12 words is none.
std::optional<Numeral> numeralAt(const TokenView& tokens, std::size_t at);

/// A whole number in digits or words, at most a billion; no article, no fraction.
std::optional<Numeral> cardinalAt(const TokenView& tokens, std::size_t at);

/// "13th", "thirteenth", "twenty-first".
std::optional<Numeral> ordinalAt(const TokenView& tokens, std::size_t at);

/// "nineteen ninety-six", "two thousand and five", "twenty twelve".
std::optional<Numeral> yearInWordsAt(const TokenView& tokens, std::size_t at);

} // namespace synoptic::temporal
