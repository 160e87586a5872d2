// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "temporal/lexicon.h"
#include "temporal/unresolved_expression.h"

/// How the word lists of the lexicon are written down; for lexicon.cpp alone.
namespace synoptic::temporal::words {

struct Entry
{
    std::string_view word;
    WordClass kind;
    std::int32_t value = 0;
    std::uint16_t flags = 0;
};

using enum WordClass;

template <typename Enum>
constexpr std::int32_t number(Enum value)
{
    return static_cast<std::int32_t>(value);
}

constexpr Entry grammar(std::string_view word, temporal::Word value, std::uint16_t flags = 0)
{
    return {word, Grammar, number(value), flags};
}

constexpr Entry unit(std::string_view word, Granularity value, std::uint16_t flags = 0)
{
    return {word, Unit, number(value), flags};
}

using W = temporal::Word;
using G = Granularity;
inline constexpr auto pl = flag::plural;
inline constexpr auto ab = flag::abbreviation;
inline constexpr auto am = flag::ambiguous;
inline constexpr auto prep = flag::preposition;

} // namespace synoptic::temporal::words
