// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/article.h"
#include "ingest/line_features.h"
#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// What metadata.csv says of one file. Empty: nothing.
struct ArticleMetadata
{
    std::string title;
    std::string source;
    std::string author;
    std::string published; ///< as written
    std::string url;
};

/// What is known of a file beside its bytes.
struct FileContext
{
    std::string file;   ///< relative path, bytes
    std::string sha256; ///< of the bytes
    std::optional<ArticleMetadata> metadata;
    std::string publishedByUser; ///< an ISO date typed by the analyst; empty: none
};

/// The format of a file: content decides, the suffix breaks ties. Errors: Empty; NotAnArticle with what it is instead
/// ("JPEG picture"). Cost: looks at the first 64 KiB.
Result<Format> detectFormat(std::string_view bytes, std::string_view file);

/// Plain text: decodes and makes canonical. Errors: Empty.
Result<RawArticle> readPlainText(std::string_view bytes);

/// Title, source, author, publication date (stated, metadata, file name or user; never inferred here), boilerplate.
/// Thread-safe; linear in the text.
corpus::Article ingestArticle(RawArticle raw, const FileContext& context);

/// What is marked in an article.
struct ArticleMarks
{
    std::vector<TextSpan> boilerplate;
    std::vector<TextSpan> headings;
};

/// What is to be marked in an article of plain text now that the folder is known; nothing for other formats, whose
/// readers saw the structure. @p repeats: one for each of textLines(article.text).
std::optional<ArticleMarks> marksInFolder(const corpus::Article& article, std::span<const LineRepeats> repeats);

} // namespace synoptic::ingest
