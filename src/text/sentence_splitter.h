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

struct Gap;

/// Decides where sentences end. The training program puts its own in, which knows the answers and writes down what the
/// model would see.
class BoundaryChooser
{
public:
    BoundaryChooser() = default;
    BoundaryChooser(const BoundaryChooser&) = delete;
    BoundaryChooser& operator=(const BoundaryChooser&) = delete;
    virtual ~BoundaryChooser() = default;
    /// @p at: bytes of the text before the gap.
    virtual bool ends(const Gap& gap, std::size_t at) const;
};

/// Splits @p text into sentences. A line break always ends one; marked and unmarked text are never joined.
///
/// Shape: text order, disjoint, none empty. @p boilerplate is sorted and disjoint.
/// Cost: linear. Thread-safe.
/// Source: gaps after . ! ? … and before capitals, figures and marks; a linear model over what stands around them, of
/// which an abbreviation layer is a part (tests/training/train_sentences.cpp). Unicode UAX 29 is not used because it
/// splits after "Gen." and "The U.S.".
std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate = {});
std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate,
                                     const BoundaryChooser& chooser);

} // namespace synoptic::text
