// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "edits/timeline.h"
#include "ui/timeline/timeline_index.h"

namespace synoptic::ui {

/// What the articles say of a stretch of time.
struct BrushedText
{
    std::vector<edits::SentenceRef> sentences; ///< sorted, each once
    std::vector<std::uint32_t> perArticle;     ///< how many of them, for each article
};

/// The sentences that tell events of @p index within @p range: by event time those that date it there, by publication
/// time those of articles published there.
/// Cost: the events shown and their sentences.
BrushedText brushedText(const TimelineIndex& index, const timeline::TimeRange& range);

} // namespace synoptic::ui
