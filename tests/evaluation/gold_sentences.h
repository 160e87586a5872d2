// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text_span.h"

/// Texts whose sentences people marked.
namespace synoptic::tests {

struct GoldText
{
    std::string text;
    std::vector<TextSpan> sentences; ///< bytes, in text order
};

/// Reads JSON lines of "text" and "sentences" (pairs of code points). Nothing if the file cannot be read; a line of
/// another kind is left out.
std::vector<GoldText> readGoldSentences(const std::string& path);

/// How many sentences were found with exactly the same borders.
struct SentenceScore
{
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t right = 0;

    void count(const GoldText& text, const std::vector<TextSpan>& spans);
    double f1() const;
};

} // namespace synoptic::tests
