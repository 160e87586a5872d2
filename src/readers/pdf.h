// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// The text of a PDF, page after page, column after column; pictures are not looked at. Title, author and date of
/// making become fields.
/// Errors: Malformed; Encrypted; NoTextLayer if there are pages and no text. Pages beyond the limit are left out, with
/// a LimitReached diagnostic.
Result<ingest::RawArticle> readPdf(std::string_view bytes);

/// Has the C library and poppler load what they load once, before the process gives up its rights.
void preparePdf();

} // namespace synoptic::readers
