// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace synoptic::text {

enum class TokenKind : std::uint8_t
{
    Word,
    Number,
    Punctuation
};

struct Token
{
    TextSpan span;
    TokenKind kind = TokenKind::Word;
    bool capital = false; ///< begins with an upper-case letter

    friend bool operator==(const Token&, const Token&) = default;
};

/// Words, numbers and punctuation of one stretch of text. A word keeps inner apostrophes, hyphens and the full stops of
/// "U.S."; "'s" is a word of its own; a number keeps its digit groups and decimals ("1,200.5").
///
/// Units: spans count from the start of @p text plus @p offset.
/// Cost: linear. Thread-safe.
std::vector<Token> tokenize(std::string_view text, std::uint32_t offset = 0);

/// Lower case of a word for comparing: ASCII and Latin-1 letters; a typographic apostrophe becomes "'".
std::string foldCase(std::string_view word);

} // namespace synoptic::text
