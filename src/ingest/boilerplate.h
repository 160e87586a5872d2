// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/text_span.h"
#include "ingest/layout.h"

namespace synoptic::ingest {

/// The lines that do not belong to the article, as spans without their line ends; sorted, disjoint. What the reader
/// took for no part of it is marked; so are phrases of pages, credits, breadcrumbs, repeated titles and captions, what
/// follows the end, and, in the text of a whole page, what lies outside its densest run of prose.
///
/// Leans towards keeping: a widget that stays is dimmed by nobody, a sentence that goes is lost to the analysis. Never
/// marks all that has words.
/// Cost: linear in the lines. Uses layout.title.
std::vector<TextSpan> boilerplateLines(const Layout& layout);

} // namespace synoptic::ingest
