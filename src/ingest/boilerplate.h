// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "base/text_span.h"
#include "ingest/layout.h"
#include "ingest/line_features.h"

namespace synoptic::ingest {

/// The lines that do not belong to the article, as spans without their line ends; sorted, disjoint. Where a reader saw
/// the structure, what it took for no part of the article and what the rules mark (ingest/line_rules.h); in text
/// without markup what a learned model makes of the lines (ingest/line_model.h), for which the rules are one voice of
/// many.
///
/// Leans towards keeping: a widget that stays is dimmed by nobody, a sentence that goes is lost to the analysis. Never
/// marks all that has words. @p repeats: one a line, or none while the rest of the folder is not known.
/// Cost: linear in the lines. Uses layout.title.
std::vector<TextSpan> boilerplateLines(const Layout& layout, std::span<const LineRepeats> repeats = {});

} // namespace synoptic::ingest
