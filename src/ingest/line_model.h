// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/line_features.h"

namespace synoptic::ingest {

/// What it takes to mark lines, in thousandths of log-odds. A text that is nearly all prose leans towards keeping, and
/// the more so the less of a page is left in it: what the rules mark is the sign.
/// Source: chosen in the cross-validation of tests/training/train_lines.cpp.
struct LineCosts
{
    std::int32_t leanWithoutSigns = 9000;
    std::int32_t leanWithOneSign = 2500;
    std::int32_t leanWithSigns = 1500;
    std::int32_t leanInPages = 0;
    std::int32_t openInsert = 2500;  ///< to leave the body and …
    std::int32_t closeInsert = 1500; ///< … to come back to it
    std::int32_t openTail = 1000;
};

/// The likeliest course of a text through head, body, inserts and tail: one body, inserts inside it alone, and nothing
/// behind the tail. True for what is no body. @p scores: log-odds of each line for the body, in thousandths.
/// Cost: linear. Source: Viterbi 1967.
std::vector<bool> likeliestMarks(std::span<const std::int64_t> scores, const LineCosts& costs);

/// How far a text leans towards keeping its lines. @p proseShare: of its words, in thousandths; @p signs: lines that
/// the rules mark.
std::int32_t leanOf(std::int32_t proseShare, std::size_t signs, const LineCosts& costs);

/// Which lines are marked once each has its score: the likeliest course, but for what the words of a line settle.
std::vector<bool> marksFrom(const LineEvidence& evidence, std::span<const std::int64_t> scores,
                            std::int32_t proseShare);

/// Which lines of a text without markup are no part of the article, by trees over what LineDescriber says of each line.
/// Cost: linear in the lines, a few microseconds each; texts of very many lines are left to the rules.
/// Source: trees learned by tests/training/train_lines.cpp.
std::vector<bool> linesMarkedByModel(const LineEvidence& evidence);

} // namespace synoptic::ingest
