// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"
#include "readers/article_builder.h"

/// Formats that need other people's parsers, read in a process of their own.
///
/// In: the bytes of a file, from strangers. Out: a RawArticle. Nothing is fetched, opened or executed; everything is
/// bounded by base/limits.h; no function here recurses over its input.
namespace synoptic::readers {

/// HTML: decodes (valid UTF-8 beats a <meta charset>), parses, and takes the text as a browser shows it: one LF inside
/// a block, a blank line between blocks. What is no article is marked as not main, not removed; scripts, styles and
/// hidden parts are.
///
/// Over a limit of nesting, attributes or elements the tags are stripped instead, with a LimitReached diagnostic.
/// Errors: Empty; Malformed never: every byte string is HTML to a browser.
/// Cost: linear in the bytes, but for the parser's work within the limits.
Result<ingest::RawArticle> readHtml(std::string_view bytes);

/// The same for a page inside another document: appends its blocks, fields and diagnostics to @p builder. A @p charset
/// that the document around it declares beats the page's own.
void addHtml(ArticleBuilder& builder, std::string_view bytes, std::string_view charset = {});

/// A chapter of a book: all of it is main text, and what it says of itself is left out.
void addChapter(ArticleBuilder& builder, std::string_view bytes);

} // namespace synoptic::readers
