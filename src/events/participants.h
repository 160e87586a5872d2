// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "events/sentence_words.h"

namespace synoptic::events {

/// A name in a sentence.
struct NameMention
{
    std::string name;      ///< as written, titles and possessives cut: "Maria Okafor"
    std::size_t first = 0; ///< position of its first token
    std::size_t last = 0;  ///< position of its last token, included
};

/// Finds the names of a sentence: runs of capitalized words, with inner particles ("de", "van", "of"), without
/// weekdays, months and sentence openers that are ordinary words. In a headline with capitals everywhere it finds
/// nothing. Shape: sentence order. Cost: linear. Thread-safe.
std::vector<NameMention> findNames(std::string_view articleText, const SentenceWords& words);

/// What two spellings of one name share: the last word of a person's or body's name, folded; "U.S." and "US" are alike.
std::string nameKey(std::string_view name);

} // namespace synoptic::events
