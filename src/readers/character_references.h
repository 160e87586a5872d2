// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace synoptic::readers {

/// @p text with its character references read: those by number, the five of XML and the commonest names of HTML. What
/// is no reference stays. The parser of HTML knows them all; this is for where it does not come. Cost: linear.
std::string withoutReferences(std::string_view text);

} // namespace synoptic::readers
