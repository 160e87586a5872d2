// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::readers {

/// The text of HTML that no tree builder may be let at, one string a block: tags are dropped, scripts, styles and
/// comments too, character references of XML and by number are read. Cost: linear in the source; no tree, no nesting.
std::vector<std::string> strippedBlocks(std::string_view html);

} // namespace synoptic::readers
