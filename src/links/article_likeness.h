// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

#include "links/article_view.h"
#include "links/average_link.h"
#include "links/term_vector.h"

namespace synoptic::links {

/// In what two articles are alike, as the story model is told of it. Cosines are in thousandths.
///
/// Near: words weighed by how rare they are among articles of the same kind, so that what every report of a quake says
/// tells no quake from another. Relative: measured against the nearest neighbors of both, so that the same number means
/// the same in a folder of one story and in an archive.
enum class LikenessFeature : std::uint8_t
{
    Words,
    Names, ///< words with a capital: who and where
    Leads, ///< title and first sentences
    NearWords,
    NearNames,
    NearLeads,
    RelativeWords,
    RelativeNames,
    RelativeLeads,
    RelativeNearWords,
    RelativeNearNames,
    RelativeNearLeads,
    OneKind,     ///< 1: both are of one kind
    SharedNames, ///< names of both that at most half of their kind have
    Count
};

inline constexpr std::size_t likenessFeatureCount = static_cast<std::size_t>(LikenessFeature::Count);

struct ArticleLikeness
{
    std::array<std::int16_t, likenessFeatureCount> values{};
    std::int32_t storyOdds = 0; ///< what the story model makes of it, log-odds in thousandths; set by storiesOf

    std::int16_t operator[](LikenessFeature feature) const { return values[static_cast<std::size_t>(feature)]; }
    std::int16_t& operator[](LikenessFeature feature) { return values[static_cast<std::size_t>(feature)]; }

    /// Of an article with itself.
    static ArticleLikeness identical();
};

/// The pairs of articles of a folder that have something in common.
struct ArticleLikenesses
{
    /// For each article those behind it, sorted.
    std::vector<std::vector<std::pair<std::uint32_t, ArticleLikeness>>> rows;

    /// All 0 for a pair that was never compared.
    ArticleLikeness between(std::uint32_t a, std::uint32_t b) const;
};

/// Pairs of vectors with a cosine of at least @p least, found through the terms they share, never by all pairs.
/// Shape: a < b, sorted. Cost: the lengths of the lists of shared terms.
std::vector<SimilarPair> similarPairs(std::span<const TermVector> vectors, double least,
                                      const std::stop_token& stop = {});

/// Compares all articles that share enough words. A requested @p stop leaves the rows incomplete.
/// Cost: the lengths of the lists of shared terms.
ArticleLikenesses likenessesOf(std::span<const ArticleView> articles, const std::stop_token& stop = {});

} // namespace synoptic::links
