// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::links {

inline constexpr std::size_t titleAim = 60;     ///< code points a title should have at most
inline constexpr std::size_t titleLongest = 80; ///< … and must

/// Code points of UTF-8 text.
std::size_t titleLength(std::string_view text);

/// Whether a title reads as one: not too long, no pronoun or conjunction at its beginning, no preposition, determiner
/// or auxiliary at its end, quotation marks and brackets in pairs, no question.
bool isPresentable(std::string_view title);

/// The same title at most @p longest code points long, cut before a preposition or a comma where that leaves a title,
/// else at words and never behind a word that asks for more; without an ellipsis. Empty if no word fits.
/// Cost: linear.
std::string shortened(std::string_view title, std::size_t longest);

} // namespace synoptic::links
