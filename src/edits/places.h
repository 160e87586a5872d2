// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edits/timeline.h"

namespace synoptic::edits {

/// The article of that file. Cost: logarithmic.
std::optional<ArticleId> articleOf(const analysis::Analysis& analysis, std::string_view file);

/// The sentences that a place covers or cuts; none for a whole article or if it is lost.
std::vector<SentenceRef> sentencesAt(const analysis::Analysis& analysis, const FoundPlace& place);

/// Finds anchors in the texts of one analysis; hashes a text only if it must.
class AnchorFinder
{
public:
    explicit AnchorFinder(const analysis::Analysis& analysis) : m_analysis(analysis) {}

    FoundPlace find(const Anchor& anchor);
    /// The first sentence that the anchor's words cover or cut.
    std::optional<SentenceRef> sentenceOf(const Anchor& anchor);

private:
    const analysis::Analysis& m_analysis; // Not owned: outlives the finder.
    std::unordered_map<std::size_t, std::string> m_hashes;
};

} // namespace synoptic::edits
