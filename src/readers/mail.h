// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// A mail message: the parts that hold its text, plain where it is given plain, else HTML. Attachments are not opened.
/// Subject, sender and date become fields.
/// Errors: Empty; TooBig with the limit in words if a limit left nothing to read.
Result<ingest::RawArticle> readMail(std::string_view bytes);

/// A page that a browser saved with all that belongs to it (MHTML): the page itself; frames, pictures and styles are
/// left out. The moment it was saved becomes the field "saved", which is never the date of publication; the address it
/// was saved from becomes "location".
/// Errors: Empty; Malformed if no part is a page; TooBig as above.
Result<ingest::RawArticle> readWebArchive(std::string_view bytes);

} // namespace synoptic::readers
