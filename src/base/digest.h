// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

/// SHA-256 of @p bytes as 64 lower-case hexadecimal digits. Source: FIPS 180-4.
std::string sha256Hex(std::string_view bytes);

} // namespace synoptic
