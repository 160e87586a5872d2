// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// How many tell an event.
struct SourceCounts
{
    std::uint32_t sources = 0;     ///< outlets
    std::uint32_t independent = 0; ///< outlets, those joined by reprints of one text counted once

    friend bool operator==(const SourceCounts&, const SourceCounts&) = default;
};

/// Shape: for each article the number of its outlet, counted from 0 in order of first appearance; an article that
/// names no outlet is one of its own. Cost: n log n in articles.
std::vector<std::uint32_t> outletsOf(std::span<const std::shared_ptr<const ArticleAnalysis>> articles);

/// Counts who tells an event. @p outlets and @p reprintCluster: one number for each article.
/// Cost: n log n in supports.
SourceCounts countSources(std::span<const Support> supports, std::span<const std::uint32_t> outlets,
                          std::span<const std::uint32_t> reprintCluster);

} // namespace synoptic::analysis
