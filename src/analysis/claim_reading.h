// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// What a verb of a sentence claims.
struct Claim
{
    std::string verb;    ///< lemma, with its particle: "rule out"
    std::string subject; ///< stem of its head; empty: none found
    std::string object;  ///< stem of the head of the noun group behind it; empty: none
    bool negated = false;
    bool open = false;   ///< may, could, if
    bool coming = false; ///< will
    bool past = false;
    bool finite = false;
    bool nobody = false; ///< "nobody was hurt"
};

/// A sentence as the hints about what happened see it.
struct ClaimReading
{
    std::vector<Claim> claims;    ///< in text order
    std::set<std::string> stems;  ///< content words
    std::set<std::string> nouns;  ///< stems of the words of its noun groups
    std::set<std::string> places; ///< names behind "in", "at", "near", in lower case
    bool favorable = false;       ///< "positively", "favorably"
    bool zoned = false;           ///< tells a time of another zone

    /// The part of the content words of the shorter sentence that the other has too.
    double likeness(const ClaimReading& other) const;
};

/// Cost: linear in the sentence.
ClaimReading readClaims(const ArticleAnalysis& article, std::uint32_t sentence);

} // namespace synoptic::analysis
