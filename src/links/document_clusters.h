// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "links/article_view.h"
#include "links/average_link.h"
#include "links/term_vector.h"

namespace synoptic::links {

/// Pairs of vectors with a cosine of at least @p least, found through the terms they share, never by all pairs.
/// Shape: a < b, sorted. Cost: the lengths of the lists of shared terms.
std::vector<SimilarPair> similarPairs(std::span<const TermVector> vectors, double least,
                                      const std::stop_token& stop = {});

/// Stories: articles whose words have a mean cosine of at least 0.2. For each article the smallest article of its
/// story. Source: threshold measured on ECB+ (development half) for folders of one story, of look-alike stories and of
/// many.
std::vector<std::uint32_t> storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop = {});

} // namespace synoptic::links
