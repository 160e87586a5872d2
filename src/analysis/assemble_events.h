// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/analysis.h"
#include "links/event_linker.h"

namespace synoptic::analysis {

/// Makes events of clusters of mentions: supports, date, factuality, participants, counts of outlets, weight and title.
///
/// Shape: by date, undated last, then key. @p reprintCluster: for each article, the same number for the same text.
/// Cost: linear in mentions, but for sorting. A requested stop returns early.
std::vector<Event> assembleEvents(std::span<const std::shared_ptr<const ArticleAnalysis>> articles,
                                  std::span<const std::uint32_t> reprintCluster,
                                  const std::vector<std::vector<links::LinkedMention>>& clusters,
                                  const std::stop_token& stop = {});

/// How many events a folder of @p articles shows at first sight (salience of 0.5 and over): some 8 √n.
std::size_t firstSight(std::size_t articles);

} // namespace synoptic::analysis
