// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace synoptic::corpus {

/// Marks are whole lines, sorted and disjoint, none with a line end at its edges; so is what these return.
///
/// @p marks less the lines @p taken. Cost: linear.
std::vector<TextSpan> withoutLines(std::span<const TextSpan> marks, TextSpan taken, std::string_view text);

/// @p marks and the lines @p added. Cost: linear.
std::vector<TextSpan> withLines(std::span<const TextSpan> marks, TextSpan added, std::string_view text);

/// The lines of @p marks that are not among @p others. Cost: the product of both.
std::vector<TextSpan> onlyIn(std::span<const TextSpan> marks, std::span<const TextSpan> others, std::string_view text);

} // namespace synoptic::corpus
