// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Files of formats that nobody types, made in memory.
namespace synoptic::tests {

struct ZipContent
{
    std::string name;
    std::string bytes;
};

/// A zip archive of these entries, deflated; with @p password encrypted in the traditional way.
std::string zipOf(const std::vector<ZipContent>& entries, const std::string& password = {});

/// A Word document with @p body inside <w:body>, where "w" is the prefix of its elements; further entries may follow.
std::string docxOf(const std::string& body, std::vector<ZipContent> more = {});

/// A line of text on a page of 612 by 792 points, from the lower left corner.
struct PdfLine
{
    double x = 72;
    double y = 700;
    std::string text; ///< Latin-1, without parentheses and backslashes
    double size = 11;
};

/// A PDF of these pages. @p information is what stands inside its Info dictionary: "/Title(x)"; @p trailer is added to
/// the trailer.
std::string pdfOf(const std::vector<std::vector<PdfLine>>& pages, const std::string& information = {},
                  const std::string& trailer = {});

} // namespace synoptic::tests
