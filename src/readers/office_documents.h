// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// A Word document: paragraphs with their styles as roles, tables, notes behind the text; without what is deleted,
/// comments, field codes, pictures, heads and feet of the page. Title, author and dates of its properties are fields.
/// Errors: Malformed; Encrypted; Empty; TooBig. Partial text is kept with a LimitReached diagnostic.
/// Source: ECMA-376, parts 1 and 2.
Result<ingest::RawArticle> readDocx(std::string_view bytes);

/// An OpenDocument text, in the same way. Source: OASIS OpenDocument 1.3, part 3.
Result<ingest::RawArticle> readOdt(std::string_view bytes);

/// A book or a saved article in EPUB: its chapters in the order of its spine.
/// Source: W3C EPUB 3.3; encrypted chapters (not fonts) give Encrypted.
Result<ingest::RawArticle> readEpub(std::string_view bytes);

} // namespace synoptic::readers
