// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ingest/raw_article.h"
#include "readers/html_tree.h"

namespace synoptic::readers {

/// What a block is and whether it belongs to the article.
struct BlockVerdict
{
    ingest::BlockRole role = ingest::BlockRole::Paragraph;
    bool main = true;
};

/// Finds the article among the blocks of a page.
///
/// Marks by tag, role and class words (those that pages also give to wrappers only where they cover little of the
/// running text) take navigation, related stories, forms, bylines and captions away. Of what is left, the element is
/// chosen whose running text outweighs its links and scraps the most, or the one the page calls the article's body;
/// inside it, scraps before the first paragraph, what follows the last one's neighbors, and lines of links are left
/// out. A page on which no element stands out is kept whole but for what the marks took.
///
/// Shape: one verdict for each block. Cost: linear in elements and blocks.
/// Source: the maximum-subtree idea of web content extraction, with weights of our own.
std::vector<BlockVerdict> judgeBlocks(const HtmlTree& tree);

} // namespace synoptic::readers
