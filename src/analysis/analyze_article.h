// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Everything about one article that needs no other: sentences, temporal expressions, event mentions.
/// Cost: linear in the text. Thread-safe. A requested stop returns early with what there is; the caller drops it.
ArticleAnalysis analyzeArticle(corpus::Article article, const std::stop_token& stop = {});

/// The same article after its publication date changed: only resolves, dates and weighs again.
ArticleAnalysis redateArticle(const ArticleAnalysis& analysis, corpus::PublicationDate published);

} // namespace synoptic::analysis
