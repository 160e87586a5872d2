// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/raw_article.h"

/// One article in every format that is read, for measuring. The same numbers give the same bytes on every machine.
namespace synoptic::tests {

/// Article number @p number as a file of @p format. A page has menus, scripts and lists of other stories around some
/// 6 KB of text, 200 KB in all, as pages of newspapers have.
std::string documentOf(ingest::Format format, std::size_t number);

/// The usual suffix, without a dot.
std::string suffixOf(ingest::Format format);

/// The format of file @p number of a mixed folder: six in ten are pages, a quarter is text, the rest takes turns.
ingest::Format mixedFormat(std::size_t number);

} // namespace synoptic::tests
