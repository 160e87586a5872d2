// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statistics.h"

#include <algorithm>
#include <array>

#include "timeline/tick_marks.h"

namespace synoptic::ui {

namespace {

constexpr std::size_t mostPeriods = 80;

/// Periods of the finest unit of the calendar in which @p span has no more than mostPeriods.
std::vector<Statistics::Period> periodsOf(const timeline::TimeRange& span)
{
    using Unit = timeline::CalendarUnit;
    constexpr std::array units{std::pair{Unit::Day, 1},       std::pair{Unit::Month, 1},  std::pair{Unit::Month, 3},
                               std::pair{Unit::Year, 1},      std::pair{Unit::Decade, 1}, std::pair{Unit::Century, 1},
                               std::pair{Unit::Millennium, 1}};
    for (const auto& [unit, step] : units) {
        std::vector<Statistics::Period> periods;
        double begin = timeline::periodBegin(span.begin, unit, step);
        while (begin < span.end && periods.size() <= mostPeriods) {
            const double end = timeline::nextPeriod(begin, unit, step);
            if (end <= begin)
                break;
            periods.push_back({{begin, end}, 0, 0});
            begin = end;
        }
        if (periods.size() <= mostPeriods)
            return periods;
    }
    return {};
}

} // namespace

Statistics statisticsOf(const TimelineIndex& index)
{
    Statistics found;
    for (const SourceTable::Source& source : index.sources().sources)
        found.sources.push_back({source.name, source.articles, 0});
    std::vector<std::uint32_t> told;
    const auto count = [&](EventId id) {
        told.clear();
        for (const analysis::Support& support : index.timeline()[id].event.supports)
            told.push_back(index.sources().indexOf(support.article));
        std::ranges::sort(told);
        told.erase(std::unique(told.begin(), told.end()), told.end()); // clang 14 cannot parse ranges::unique
        for (const std::uint32_t source : told)
            ++found.sources[source].events;
    };
    for (const EventId id : index.order())
        count(id);
    for (const EventId id : index.undated())
        count(id);

    std::vector<double> published;
    for (const auto& article : index.timeline().analysis().articles)
        if (const auto& days = article->article.published.range; days && days->isOneDay())
            published.push_back(timeline::secondsOf(days->first));
    std::vector<double> happened;
    for (const EventId id : index.order()) {
        const analysis::Event& event = index.timeline()[id].event;
        const events::EventDate& date = event.positions.empty() ? event.date : event.positions.front();
        if (date.interval)
            happened.push_back(timeline::rangeOf(*date.interval).center());
    }
    std::ranges::sort(published);
    std::ranges::sort(happened);
    std::optional<timeline::TimeRange> span;
    for (const std::vector<double>* own : {&published, &happened}) {
        if (own->empty())
            continue;
        const timeline::TimeRange range{own->front(), own->back() + 1.0};
        span = span ? span->united(range) : range;
    }
    if (!span)
        return found;
    found.periods = periodsOf(*span);
    for (Statistics::Period& period : found.periods) {
        const auto within = [&](const std::vector<double>& times) {
            return static_cast<std::uint32_t>(std::ranges::lower_bound(times, period.range.end) -
                                              std::ranges::lower_bound(times, period.range.begin));
        };
        period.articles = within(published);
        period.events = within(happened);
    }
    return found;
}

} // namespace synoptic::ui
