// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "readers/article_builder.h"

namespace synoptic::readers {

/// A word where it stands on its page. Units: points, from the left and from the top.
struct PdfWord
{
    std::string text;
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
};

/// Shape: words in reading order, column after column.
struct PdfPage
{
    std::vector<PdfWord> words;
    double height = 0.0;
};

/// Makes blocks of placed words. Words side by side are a line; lines are a paragraph until one is indented, stands
/// further off, is set in another size, or follows a short one that ends a sentence; a paragraph may go on in the next
/// column or page. Lines at the edge of pages that repeat, digits aside, and page numbers are marked. A word cut by a
/// hyphen at a line's end is joined if its whole form stands elsewhere in the document. Ligatures are letters.
///
/// Cost: linear but for the sorting of sizes.
void addPdfText(ArticleBuilder& builder, const std::vector<PdfPage>& pages);

} // namespace synoptic::readers
