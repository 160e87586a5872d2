// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Infers the publication dates that nothing states, jointly over the folder, and resolves those articles again.
///
/// Each relative expression is a function of the unknown date; each happening that one article dates outright and
/// another relatively ("imposed today" here, "imposed on April 15" there) is an equation. The evidence is summed for
/// each candidate day, with the nearness to the story's known dates as prior; an article whose day is certain becomes
/// evidence for the next. A day is stated only if it holds 0.8 of the weight; else the shortest range that holds 0.95
/// of the weights made flatter, told by months if it is long; nothing where no article of the story says anything of
/// the year. Dates that ingestion found are never changed.
///
/// Shape: same articles, same order. @p stories: for each article the smallest article of its story.
/// Cost: articles without a date × candidate days (at most 800) × their expressions.
std::vector<std::shared_ptr<const ArticleAnalysis>>
inferPublicationDates(std::vector<std::shared_ptr<const ArticleAnalysis>> articles,
                      std::span<const std::uint32_t> stories, const std::stop_token& stop = {});

} // namespace synoptic::analysis
