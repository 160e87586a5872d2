// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/text_span.h"

/// Text into sentences and words.
///
/// In: canonical text and the spans that are boilerplate. Out: sentences and tokens as spans, in text order. No grammar
/// beyond that: part of speech is guessed where it is needed (events).
namespace synoptic::text {

struct Sentence
{
    TextSpan span;            ///< without surrounding white space
    bool boilerplate = false; ///< lies in a marked line

    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Splits @p text into sentences. A line break always ends one; marked and unmarked text are never joined.
///
/// Shape: text order, disjoint, none empty. @p boilerplate is sorted and disjoint.
/// Cost: linear. Thread-safe.
/// Source: candidates after . ! ? … : and closing marks with an abbreviation layer; Unicode UAX 29 is not used because
/// it splits after "Gen." and "The U.S.".
std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate = {});

} // namespace synoptic::text
