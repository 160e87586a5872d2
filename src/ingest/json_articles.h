// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// One article of a scraper's output. If it has its text as HTML alone, `html` holds it and `raw.text` is empty: markup
/// from strangers is read elsewhere.
struct JsonArticle
{
    RawArticle raw; ///< Format::Json; fields "json:title", "json:author", "json:source", "json:published", "json:url",
                    ///< "json:language", "json:updated", "json:saved", as far as they are there
    std::string html;
};

/// The articles in @p bytes: one JSON document, or one a line. An article is an object with a text of some length under
/// a name that scrapers use (trafilatura, newspaper, Readability, Common Crawl news, schema.org and the like); an
/// object inside one is part of it. What comes before damage is kept, with a LimitReached diagnostic on the last.
///
/// Shape: document order. Limits: depth and number of articles as in base/limits.h.
/// Errors: Empty; NotAnArticle if no object is an article; Malformed if there is none before damage.
/// Cost: linear; no tree is built. Thread-safe.
Result<std::vector<JsonArticle>> readJsonArticles(std::string_view bytes);

} // namespace synoptic::ingest
