// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"
#include "readers/article_builder.h"

namespace synoptic::readers {

/// Adds what the properties of an office file or the package of an EPUB say: "document:title", "document:author",
/// "document:created", "lang"; of something that was published, as an EPUB is (@p isPublication), "publication:title"
/// and "document:published". Elements of Dublin Core and of OpenDocument, wherever they stand.
void addProperties(ArticleBuilder& builder, std::string_view xml, bool isPublication = false);

/// The article that was put together. If reading stopped early, for the reason @p why, this is a warning where there is
/// text, and an error where there is none.
Result<ingest::RawArticle> finishedDocument(ArticleBuilder builder, const std::optional<std::string>& why);

} // namespace synoptic::readers
