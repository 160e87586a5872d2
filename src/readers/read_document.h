// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// Reads @p bytes as @p format: the one way into this folder for whoever does not care which format it is.
/// Errors: those of the format's reader; NotAnArticle for a format that is read elsewhere.
Result<ingest::RawArticle> readDocument(ingest::Format format, std::string_view bytes);

} // namespace synoptic::readers
