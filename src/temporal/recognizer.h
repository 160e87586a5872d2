// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

class Chooser;

/// Finds the temporal expressions of @p text in their unresolved form, which no publication date can change.
///
/// Shape: text order, disjoint, each inside one sentence. @p sentences are the article's, sorted and disjoint.
/// Units: spans are bytes of @p text.
/// Errors: none; an impossible date ("30 February") is skipped.
/// Cost: linear in the text. Thread-safe.
/// Source: TimeML 1.2.1 annotation guidelines for extents.
std::vector<UnresolvedExpression> recognize(std::string_view text, std::span<const TextSpan> sentences);

/// The same with other decisions on what is doubtful.
std::vector<UnresolvedExpression> recognize(std::string_view text, std::span<const TextSpan> sentences,
                                            const Chooser& chooser);

} // namespace synoptic::temporal
