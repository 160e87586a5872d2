// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace synoptic::ingest {

/// What a file is that is not text, by its first bytes, in words a person uses: "JPEG picture". Empty: nothing known.
/// Source: the formats' own specifications; file(1) for those that have none.
std::string_view nameOfBinary(std::string_view head, std::string_view suffix);

/// What a text file is that is no article, by its suffix: "style sheet". Empty: nothing known.
std::string_view nameOfOtherText(std::string_view suffix);

} // namespace synoptic::ingest
