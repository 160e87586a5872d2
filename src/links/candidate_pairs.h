// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "links/mention_profile.h"

namespace synoptic::links {

/// Two mentions that may tell the same event.
struct CandidatePair
{
    std::uint32_t a = 0; ///< position in Profiles::mentions, the smaller one
    std::uint32_t b = 0;
    std::int32_t aligned = 0; ///< how often one key stands for the other in sentences of the story that say nearly the
                              ///< same, thousandths; 0 for one key

    friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

/// Mentions of one story with the same key, those of keys that stand for each other in the story, and those of other
/// keys whose sentences share rare words; never two of one sentence. Keys told very often meet their neighbors in the
/// order of the day they tell of, not everybody.
///
/// That one key stands for another is learned from the story itself: of two sentences of two articles that say nearly
/// the same, the mentions whose key the other sentence lacks stand for each other, the more so the more alike what is
/// around them.
/// Shape: sorted, each once. A requested @p stop leaves them incomplete.
std::vector<CandidatePair> candidatePairs(const Profiles& profiles, const std::stop_token& stop);

} // namespace synoptic::links
