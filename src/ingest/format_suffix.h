// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// The suffix of a file's name, lower case, without the dot; empty if it has none.
std::string suffixOf(std::string_view file);

/// The format a suffix promises; nothing for one that promises none of ours.
std::optional<Format> formatOfSuffix(std::string_view suffix);

} // namespace synoptic::ingest
