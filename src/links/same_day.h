// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "links/event_linker.h"

namespace synoptic::links {

/// Joins clusters that tell one happening in other words: the same exact day of their own, the same people, alike
/// sentences in different articles ("a phone call" here, "spoke with" there). Clusters that share a sentence stay
/// apart: one sentence often tells several events.
///
/// Shape: as linkMentions gives and returns; mentions that were joined say so in why. Unspecified after a requested
/// @p stop.
/// Cost: quadratic in the clusters of one story and day, bounded to the 150 largest.
std::vector<std::vector<LinkedMention>> joinSameDay(std::span<const ArticleView> articles,
                                                    std::span<const std::uint32_t> stories,
                                                    std::vector<std::vector<LinkedMention>> clusters,
                                                    const std::stop_token& stop = {});

} // namespace synoptic::links
