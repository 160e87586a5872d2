// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "corpus/article.h"
#include "ingest/ingest.h"
#include "ingest/layout.h"

namespace synoptic::ingest {

/// When the article was published, as far as somebody says so: the analyst, metadata, the text near its title, the
/// file's name, in this order. Never inferred; nothing found: an empty value. What looked like it and was not taken
/// (the page's clock, an update, a date without a year) is in `rejected` with the reason.
///
/// A metadata.csv value that is no date, and metadata that names two days, become diagnostics.
/// Cost: the lines around the title and behind the prose.
corpus::PublicationDate publicationDate(const Layout& layout, std::span<const MetadataField> metadata,
                                        std::string_view url, const FileContext& context,
                                        std::vector<Diagnostic>& diagnostics);

} // namespace synoptic::ingest
