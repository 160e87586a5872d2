// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "ingest/line_features.h"

namespace synoptic::ingest {

/// In how many other texts of the folder each line stands: what a site puts on all its pages. Texts of one
/// @p cluster (one a text: reprints and versions of one article) repeat each other by nature and count as one.
///
/// Shape: for each text one entry for each of its textLines(); an empty list where none of them is repeated.
/// Unspecified after a requested @p stop. Cost: near linear in all the text; 16 bytes a different line of memory.
std::vector<std::vector<LineRepeats>> repeatedLines(std::span<const std::string_view> texts,
                                                    std::span<const std::uint32_t> clusters,
                                                    const std::stop_token& stop = {});

} // namespace synoptic::ingest
