// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "text/tokenizer.h"

namespace synoptic::events {

/// The tokens of one sentence with their lower-case forms, as the finders of this folder read it.
struct SentenceWords
{
    TextSpan span;
    std::vector<text::Token> tokens;
    std::vector<std::string> lower; ///< same positions as tokens

    std::size_t size() const { return tokens.size(); }
    /// The lower-case form at @p index plus @p step, or "" beyond the sentence.
    std::string_view at(std::size_t index, int step = 0) const
    {
        const auto target = static_cast<std::ptrdiff_t>(index) + step;
        return target < 0 || target >= std::ssize(lower) ? std::string_view() : lower[static_cast<std::size_t>(target)];
    }
};

/// Whether nearly every content word has a capital, so that a capital says nothing: a headline in title case.
bool isTitleCase(const SentenceWords& words);

inline SentenceWords wordsOf(std::string_view articleText, TextSpan span)
{
    SentenceWords words;
    words.span = span;
    words.tokens = text::tokenize(textOf(articleText, span), span.begin);
    words.lower.reserve(words.tokens.size());
    for (const text::Token& token : words.tokens)
        words.lower.push_back(text::foldCase(textOf(articleText, token.span)));
    return words;
}

} // namespace synoptic::events
