// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// Markdown as CommonMark with tables: text, headings, list items and quotes. The words of a link stay, its target
/// goes; of a picture nothing stays; HTML is shown as it is written. "key: value" lines between two lines of "---" at
/// the start become "front-matter:key" fields.
///
/// Over limits::markupDepth of nesting the source itself is the text, with a LimitReached diagnostic.
/// Errors: Empty. Cost: linear.
/// Source: CommonMark 0.30, as md4c reads it.
Result<ingest::RawArticle> readMarkdown(std::string_view bytes);

} // namespace synoptic::readers
