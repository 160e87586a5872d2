// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace synoptic::corpus {

/// What two spellings of one outlet have in common: "The Daily Planet", "daily planet" and "www.dailyplanet.com" share
/// a key. For comparison only, never shown. Empty for an empty name.
std::string sourceKey(std::string_view name);

/// The host of a URL without "www.", lower case: "https://www.example.com/a" gives "example.com". Empty if there is
/// none.
std::string hostOf(std::string_view url);

} // namespace synoptic::corpus
