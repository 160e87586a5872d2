// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// The format of a file that is not text and can be read: PDF, or a zip archive that holds a document. What it is not
/// is left to its reader; here the first bytes decide, and the suffix between archives whose first entries say nothing.
std::optional<Format> binaryDocument(std::string_view head, std::string_view suffix);

/// What a file is that is not text, by its first bytes, in words a person uses: "JPEG picture". Empty: nothing known.
/// Source: the formats' own specifications; file(1) for those that have none.
std::string_view nameOfBinary(std::string_view head, std::string_view suffix);

/// What a text file is that is no article, by its suffix: "style sheet". Empty: nothing known.
std::string_view nameOfOtherText(std::string_view suffix);

} // namespace synoptic::ingest
