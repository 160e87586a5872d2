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

/// How alike two articles are, in thousandths; the relative ones are measured against the nearest neighbors of both, so
/// that they say the same in a folder of one story and in an archive.
struct ArticleLikeness
{
    std::int32_t words = 0; ///< cosine of all words
    std::int32_t names = 0; ///< of words with a capital: who and where
    std::int32_t leads = 0; ///< of title and first sentences
    std::int32_t relativeWords = 0;
    std::int32_t relativeNames = 0;
    std::int32_t relativeLeads = 0;
};

/// The stories of a folder.
struct Stories
{
    /// For each article the smallest article of its story.
    std::vector<std::uint32_t> of;
    /// For each article those it was compared with, sorted.
    std::vector<std::vector<std::pair<std::uint32_t, ArticleLikeness>>> likeness;

    ArticleLikeness between(std::uint32_t a, std::uint32_t b) const;
};

/// Groups articles whose words, names and openings are alike. Groups that are far less alike between than within are
/// two stories of one kind (two quakes in one country) and stay apart. Source: thresholds chosen on ECB+ (training
/// half) for folders of one story, of look-alike stories and of many.
Stories storiesOf(std::span<const ArticleView> articles, const std::stop_token& stop = {});

} // namespace synoptic::links
