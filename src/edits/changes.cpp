// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/changes.h"

#include <algorithm>
#include <unordered_map>

namespace synoptic::edits {

namespace {

/// Where the event stands on the axis: each of its positions.
std::vector<events::EventDate> positionsOf(const analysis::Event& event)
{
    return event.positions.empty() ? std::vector{event.date} : event.positions;
}

/// Why a date is what it is may differ; the days it names may not.
bool sameDays(const std::vector<events::EventDate>& one, const std::vector<events::EventDate>& other)
{
    return std::ranges::equal(one, other, [](const events::EventDate& a, const events::EventDate& b) {
        return a.interval == b.interval && a.value == b.value && a.qualifier == b.qualifier;
    });
}

std::size_t changedExpressions(const analysis::Analysis& before, const analysis::Analysis& after)
{
    std::unordered_map<std::string_view, const analysis::ArticleAnalysis*> known;
    for (const auto& article : before.articles)
        known.emplace(article->article.file, article.get());
    std::size_t count = 0;
    for (const auto& article : after.articles) {
        const auto old = known.find(article->article.file);
        const bool isSame = old == known.end() || old->second == article.get() ||
                            old->second->article.sha256 != article->article.sha256 ||
                            old->second->expressions.size() != article->expressions.size();
        if (isSame) // or not to be compared
            continue;
        for (std::size_t i = 0; i < article->expressions.size(); ++i) {
            const temporal::TemporalExpression& one = old->second->expressions[i];
            const temporal::TemporalExpression& other = article->expressions[i];
            if (one.value != other.value || one.interval != other.interval)
                ++count;
        }
    }
    return count;
}

} // namespace

Changes changesBetween(const Timeline& before, const Timeline& after)
{
    Changes changes;
    for (const TimelineEvent& now : after.events()) {
        const auto old = before.eventOf(now.event.key);
        EventChange change{now.event.key, now.event.title, {}, positionsOf(now.event)};
        if (old) {
            change.before = positionsOf(before[*old].event);
            if (sameDays(change.before, change.after))
                continue;
        }
        changes.events.push_back(std::move(change));
    }
    for (const TimelineEvent& old : before.events()) {
        if (!after.eventOf(old.event.key))
            changes.events.push_back({old.event.key, old.event.title, positionsOf(old.event), {}});
    }
    changes.expressions = changedExpressions(before.analysis(), after.analysis());
    return changes;
}

} // namespace synoptic::edits
