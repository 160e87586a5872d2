// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text_span.h"
#include "corpus/article.h"

namespace synoptic::edits {

/// A quotation that finds its place again, also after the file has changed.
/// Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector.
struct Anchor
{
    std::string file;           ///< corpus::Article::file
    std::string sha256;         ///< of the article's canonical text when the anchor was made, 64 hexadecimal digits
    std::uint32_t position = 0; ///< of the quote's first byte in that text
    std::string quote;          ///< exact; empty: the article as a whole
    std::string prefix;         ///< what stood before it, at most anchorContext bytes, cut at code points
    std::string suffix;         ///< what stood after it
    bool repeated = false;      ///< the quote stood in that text more than once

    friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// Bytes of text kept on each side of a quote.
inline constexpr std::size_t anchorContext = 64;

enum class AnchorState : std::uint8_t
{
    Exact, ///< where it was, in the text it was made in or one that has the same words there
    Moved, ///< the same words elsewhere, told from look-alikes by what stands around them
    Lost   ///< not found, or several places fit equally well
};

struct FoundAnchor
{
    AnchorState state = AnchorState::Lost;
    TextSpan span;      ///< empty if lost
    double score = 0.0; ///< 0…1; below the minimum score it is lost

    friend bool operator==(const FoundAnchor&, const FoundAnchor&) = default;
};

/// What a place must score to be taken for the one that was meant.
inline constexpr double minimumAnchorScore = 0.5;

/// Anchors @p span of an article, widened to whole code points and cut to the text. An empty span anchors the article.
/// Cost: linear in the text.
Anchor anchorOf(const corpus::Article& article, TextSpan span);

/// Finds the words of @p anchor in @p text. A place is taken only if its words are the same (line breaks and runs of
/// blanks apart) and what stands around it says that it is the one; two places that fit about equally well are lost
/// rather than guessed. @p sha256OfText may be empty: unknown, and a quote that stood there more than once is then told
/// by its surroundings alone.
/// Cost: linear in the text.
FoundAnchor findAnchor(const Anchor& anchor, std::string_view text, std::string_view sha256OfText = {});

} // namespace synoptic::edits
