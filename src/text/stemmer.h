// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace synoptic::text {

/// The stem of a lower-case English word. Thread-safe (one stemmer a thread).
/// Source: Snowball English stemmer (Porter2), libstemmer.
std::string stem(std::string_view word);

/// Function words, which say nothing of what a sentence is about. @p word is lower case.
bool isStopWord(std::string_view word);

} // namespace synoptic::text
