// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic::readers {

/// The ElementMark bits that the words of a class or id attribute suggest: "nav-main" and "siteNav" are navigation,
/// "related-posts" is related. A hint, not a proof: whoever asks weighs it against what the element holds.
std::uint32_t marksOfClassWords(std::string_view classes);

} // namespace synoptic::readers
