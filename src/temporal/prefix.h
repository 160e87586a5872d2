// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "temporal/tokenizer.h"
#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

/// A modifier in front of an expression.
struct Prefix
{
    Modifier modifier = Modifier::None;
    bool position = false; ///< early, the end of: asks for a date; else asks for a quantity
    bool partWord = false; ///< "the end of"
    std::uint8_t half = 0; ///< "the first half of"
    std::size_t next = 0;  ///< 0: there is none
};

/// "about", "nearly", "more than", "at least", "up to".
Prefix quantityPrefixAt(const TokenView& tokens, std::size_t at);

/// "early", "late in", "mid-", "the end of", "earlier".
Prefix positionPrefixAt(const TokenView& tokens, std::size_t at);

} // namespace synoptic::temporal
