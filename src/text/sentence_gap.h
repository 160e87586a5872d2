// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "base/hashed_weights.h"
#include "text/abbreviations.h"

/// Where a sentence may end, and what tells whether it does.
namespace synoptic::text {

/// A gap in a line, with what stands on both sides of it. A piece is what stands between blanks.
struct Gap
{
    char32_t terminator = 0;     ///< the last one before it: . ! ? …
    std::size_t terminators = 0; ///< how many code points of them
    bool closed = false;         ///< a closing mark follows the terminator
    std::size_t blanks = 0;      ///< bytes of white space in it
    std::string_view before;     ///< the word that ends with the terminator
    bool beforeOpensLine = false;
    AbbreviationKind abbreviation = AbbreviationKind::None; ///< of the word before
    char32_t next = 0;       ///< first letter or digit after it, past opening marks; 0: nothing but marks
    bool nextOpened = false; ///< an opening mark stands before it
    std::string_view nextWord;
    bool nextBegins = false; ///< it is a word that begins sentences and is seldom capitalized inside one

    std::string_view left; ///< the piece before it, marks and all
    std::string_view right;
    std::string_view beforeLeft;
    std::string_view afterRight;
    std::size_t piecesBefore = 0;    ///< of the sentence so far
    std::size_t piecesAfter = 0;     ///< up to the end of the line
    std::size_t linePieces = 0;      ///< of the whole line
    std::size_t lineTerminators = 0; ///< pieces of the line that end with a terminator
    bool lineEndsTerminated = false;
    std::size_t lineCapitals = 0; ///< pieces of the line that begin with a capital
    bool lineBeginsSmall = false; ///< with a small letter
    bool lineBeginsItem = false;  ///< with the number or mark of a list
};

bool isTerminator(char32_t c);
bool isCloser(char32_t c);
bool isOpener(char32_t c);
bool isUpper(char32_t c);
bool isLower(char32_t c);
bool isDigit(char32_t c);

/// Whether sentences begin with @p word and it is seldom capitalized inside one: "The", "However".
bool beginsSentences(std::string_view word);

/// "2.", "b)", "(3)", "1.)", "•": what numbers the items of a list.
bool numbersItem(std::string_view piece);

/// Where no sentence ends, whatever else speaks for it: "Dr. | Okafor", "2. | The second item" of a list, "“Why?” | he
/// asked".
bool cannotEnd(const Gap& gap);

/// Where the rule is surer than any model: "the U.S. | The rest", "left Moran.|The bridge".
bool mustEnd(const Gap& gap);

/// What a grammarian would say: terminators, abbreviations, initials, the word that follows.
bool endsByRule(const Gap& gap);

/// What the model sees of a gap; the rule's answer is a part of it.
void describeGap(const Gap& gap, FeatureSink& sink);

} // namespace synoptic::text
