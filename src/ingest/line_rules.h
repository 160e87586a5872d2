// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "ingest/layout.h"
#include "ingest/line_kinds.h"

namespace synoptic::ingest {

/// The kind of each line.
std::vector<LineKind> kindsOfLines(const Layout& layout);

/// Which lines the rules mark, one a line: what the reader took for no part of the article, phrases of pages, credits,
/// breadcrumbs, repeated titles and captions, what follows the end, and, in the text of a whole page, what lies outside
/// its densest run of prose. Uses layout.title. Cost: linear in the lines.
std::vector<bool> linesMarkedByRule(const Layout& layout, std::span<const LineKind> kinds);

} // namespace synoptic::ingest
