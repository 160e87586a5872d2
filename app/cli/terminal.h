// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace synoptic::cli {

/// @p text with everything escaped that could steer a terminal or mislead its reader: control characters, marks of
/// writing direction, bytes that are no UTF-8. A file name is text of others.
std::string shown(std::string_view text);

/// Prints "synoptic-cli: " and @p message, which is escaped already, on stderr.
void complain(std::string_view message);

/// Writes all of @p bytes to stdout. False if that failed; the reason has been printed then.
[[nodiscard]] bool print(std::string_view bytes);

} // namespace synoptic::cli
