// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// The sentences that open an article: its title lines, and its lead. Shape: one for each sentence.
struct Opening
{
    std::vector<bool> heading;
    std::vector<bool> lead;
};

/// Shape: one for each article. Cost: linear in sentences.
std::vector<Opening> openingsOf(std::span<const std::shared_ptr<const ArticleAnalysis>> articles);

} // namespace synoptic::analysis
