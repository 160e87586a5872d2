// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

/// Canonical text as lines, and the few questions about a line that boilerplate, titles and dates all ask.
namespace synoptic::ingest {

/// A line that is not blank.
struct TextLine
{
    TextSpan span;             ///< without the line end and without blanks at both ends
    TextSpan whole;            ///< without the line end
    std::uint32_t words = 0;   ///< runs of letters and digits between blanks
    bool startsBlock = true;   ///< a blank line, or the beginning of the text, is before it
    bool endsBlock = true;     ///< a blank line, or the end of the text, is behind it
    bool endsSentence = false; ///< its last mark, closing quotes aside, is . ! ? … or :
    bool startsLower = false;  ///< its first letter is a small one

    friend bool operator==(const TextLine&, const TextLine&) = default;
};

/// The lines of @p text that are not blank, in order. Cost: linear.
std::vector<TextLine> textLines(std::string_view text);

/// Blanks of every kind and line ends taken off both ends.
std::string_view trimmed(std::string_view text);

/// For comparison: case folded, everything but letters and digits is one space, none at the ends.
std::string foldedKey(std::string_view text);

/// foldedKey() as words.
std::vector<std::string> foldedWords(std::string_view text);

} // namespace synoptic::ingest
