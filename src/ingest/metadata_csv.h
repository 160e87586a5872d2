// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "ingest/ingest.h"

namespace synoptic::ingest {

/// A metadata.csv as read.
struct MetadataTable
{
    std::map<std::string, ArticleMetadata> rows; ///< by relative file name, as written
    std::vector<Diagnostic> diagnostics;
};

/// Reads a metadata.csv: RFC 4180 with commas, semicolons or tabs, any encoding, any line ends. The first row names the
/// columns, in any case and order: file, title, source, author, published, url and common synonyms.
///
/// A column nobody knows, a file named twice (the first row counts) and a row without a file are diagnostics.
/// Errors: TooBig over limits::metadataCsvBytes; Empty; Malformed if no column names files.
/// Cost: linear. Source: RFC 4180.
Result<MetadataTable> readMetadataCsv(std::string_view bytes);

/// One diagnostic for every row whose file is not in @p files (sorted), so that a misspelled name does not go unseen.
std::vector<Diagnostic> unusedRows(const MetadataTable& table, const std::vector<std::string>& files);

} // namespace synoptic::ingest
