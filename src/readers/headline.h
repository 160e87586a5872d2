// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "readers/html_tree.h"

namespace synoptic::readers {

/// The block that is the headline: of the h1 that the page's <title> holds the longest, for the site's name stands
/// there too; else the first h1 that says the same in other words; else the longest such h2; else the first h1 that is
/// not the site's name. Cost: headings times titles.
std::optional<std::size_t> headline(const HtmlTree& tree);

} // namespace synoptic::readers
