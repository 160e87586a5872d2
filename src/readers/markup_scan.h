// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace synoptic::readers {

/// Looks whether a tree builder can be let at @p html: its cost grows with the square of the depth, of the attributes
/// of a tag and of open formatting elements. Returns the limit that is passed, for people ("nesting deeper than 256"),
/// or nothing.
///
/// The depth is that of the open elements as a browser counts them, near enough: end tags close what is inside,
/// optional end tags do not count, and each block that begins while formatting is open counts the copies a browser
/// makes. Cost: linear in the source.
std::optional<std::string> passedMarkupLimit(std::string_view html);

} // namespace synoptic::readers
