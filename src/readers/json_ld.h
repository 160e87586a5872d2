// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "ingest/raw_article.h"

namespace synoptic::readers {

/// The flat fields of a news article in JSON-LD: "json-ld:headline", "json-ld:datePublished", "json-ld:dateModified",
/// "json-ld:author", "json-ld:publisher" (their names) and "json-ld:articleBody", from the first object that is an
/// article. Anything that is not JSON, deeper than limits::jsonDepth or of another type gives nothing.
/// Cost: linear; no tree is built.
/// Source: schema.org Article.
std::vector<ingest::MetadataField> jsonLdFields(std::string_view json);

} // namespace synoptic::readers
