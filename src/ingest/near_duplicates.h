// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace synoptic::ingest {

/// Which articles are one text, printed again: the same (Jaccard of three-word shingles ≥ .70) or one inside the other
/// (≥ .80 of the shorter). Every member is near the longest one of its cluster, so clusters do not chain.
///
/// Shape: for each text a cluster number; numbers rise with the first text of each cluster. A text without words, or
/// with too few to tell, is alone unless another is the same. Pass the main text only: articles of one site share their
/// menus. Unspecified after a requested @p stop.
/// Cost: near linear in all the text; 8 bytes a word of memory. Same input, same output.
/// Source: Broder 1997 (MinHash; 64 values in 16 bands of 4 for candidates, then an exact check); for inclusion, which
/// MinHash misses, an index of every eighth shingle.
std::vector<std::uint32_t> reprintClusters(std::span<const std::string_view> mainTexts,
                                           const std::stop_token& stop = {});

} // namespace synoptic::ingest
