// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/brushed_text.h"

#include <algorithm>

namespace synoptic::ui {

namespace {

/// When a support places its event.
std::optional<timeline::TimeRange> timeOf(const TimelineIndex& index, const analysis::Event& event,
                                          const analysis::Support& support)
{
    if (index.timeMode() == TimeMode::Publication) {
        const auto& days = index.timeline().analysis()[support.article].article.published.range;
        if (!days)
            return std::nullopt;
        return timeline::rangeOf(temporal::intervalOf(*days, temporal::Granularity::Day));
    }
    // Of a disputed date each sentence is asked for its own; else the event's date is what one sees
    const events::EventDate& date = event.positions.empty() || !support.date.interval ? event.date : support.date;
    return date.interval ? std::optional(timeline::rangeOf(*date.interval)) : std::nullopt;
}

} // namespace

BrushedText brushedText(const TimelineIndex& index, const timeline::TimeRange& range)
{
    BrushedText brushed;
    brushed.perArticle.assign(index.timeline().analysis().articles.size(), 0);
    for (const EventId id : index.order()) {
        const analysis::Event& event = index.timeline()[id].event;
        for (const analysis::Support& support : event.supports)
            if (const auto own = timeOf(index, event, support); own && own->overlaps(range))
                brushed.sentences.push_back({support.article, support.sentence});
    }
    std::ranges::sort(brushed.sentences);
    const auto rest = std::unique(brushed.sentences.begin(), brushed.sentences.end()); // clang 14: no ranges::unique
    brushed.sentences.erase(rest, brushed.sentences.end());
    for (const edits::SentenceRef& sentence : brushed.sentences)
        ++brushed.perArticle[indexOf(sentence.article)];
    return brushed;
}

} // namespace synoptic::ui
