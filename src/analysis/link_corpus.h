// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Joins the articles of a folder into one analysis: infers missing publication dates, links mentions into events,
/// dates, names and weighs them.
///
/// Shape: @p articles in any order; the result is sorted and the same for every order and number of threads.
/// A requested stop returns nullptr.
std::shared_ptr<const Analysis> linkCorpus(std::string folder,
                                           std::vector<std::shared_ptr<const ArticleAnalysis>> articles,
                                           std::vector<corpus::SkippedFile> skipped, const std::stop_token& stop = {});

} // namespace synoptic::analysis
