// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "corpus/article.h"
#include "events/event_mention.h"
#include "text/sentence_splitter.h"

namespace synoptic::links {

/// What the linker sees of one article. Not owned: the analysis outlives the linking.
struct ArticleView
{
    const corpus::Article* article = nullptr;
    std::span<const text::Sentence> sentences;
    std::span<const events::EventMention> mentions;
};

} // namespace synoptic::links
