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
/// Each relative expression is a function of the unknown date. Sentences of the story that are alike are taken to tell
/// of one day, with a probability by how alike they are: what one dates outright ("imposed on April 15") says when the
/// other was written ("imposed today"). To this come the article's own words (what is told as past was before; the lead
/// tells the news; what a headline plans is ahead), the days on which the same text was printed elsewhere, and the
/// nearness to the story's known dates. An article whose day is certain becomes evidence for the next. A day is stated
/// only if it holds 0.45 of the weight and two days of others agree with it, or one in nearly the same words; else the
/// shortest range that holds 0.95 of the weights made flatter, told by months if it is long; nothing where no article
/// of the story says anything of the year. Dates that ingestion found are never changed.
///
/// Shape: same articles, same order. @p stories: for each article the smallest article of its story.
/// Cost: articles without a date × candidate days (at most 800) × their expressions.
std::vector<std::shared_ptr<const ArticleAnalysis>>
inferPublicationDates(std::vector<std::shared_ptr<const ArticleAnalysis>> articles,
                      std::span<const std::uint32_t> stories, const std::stop_token& stop = {});

} // namespace synoptic::analysis
