// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "edits/timeline.h"

namespace synoptic::ui {

/// What a part of the folder is about, and the events that its articles tell.
struct TopicEvents
{
    ArticleId headline{};        ///< the article that tells most of the events, to name the topic
    std::vector<EventId> events; ///< sorted
};

/// The topics of a timeline, those with the most events first: articles that tell events together are one. It follows
/// what an analyst joins and splits. An event that several topics tell belongs to the one with the most articles that
/// do; events without a sentence are in no topic. Cost: the events, and for each the pairs of its articles.
std::vector<TopicEvents> topicsOf(const edits::Timeline& timeline);

} // namespace synoptic::ui
