// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

bool isPoint(const events::EventDate& date)
{
    return date.interval->isDayOrFiner() && date.interval->days().isOneDay();
}

} // namespace

float importanceOf(const edits::TimelineEvent& shown)
{
    double value = shown.event.salience + 0.02 * static_cast<double>(std::min(shown.event.independent, 10U));
    if (!shown.event.positions.empty())
        value += 0.25;
    if (shown.review == edits::ReviewState::Accepted)
        value += 0.1;
    return static_cast<float>(value);
}

TimelineIndex::TimelineIndex(std::shared_ptr<const edits::Timeline> timeline,
                             std::shared_ptr<const SourceTable> sources, const EventFilter& filter,
                             Arrangement arrangement)
    : m_timeline(std::move(timeline)), m_sources(std::move(sources)), m_arrangement(arrangement)
{
    makeLanes();
    const EventSieve sieve(filter, *m_timeline, *m_sources);
    for (std::size_t i = 0; i < m_timeline->events().size(); ++i) {
        const auto id = idAt<EventId>(i);
        switch (filter.exception == id ? FilterVerdict::Shown : sieve.verdict(id)) {
        case FilterVerdict::Shown:
            place(id);
            break;
        case FilterVerdict::BelowThreshold:
            ++m_belowThreshold;
            break;
        case FilterVerdict::Filtered:
            ++m_filtered;
            break;
        case FilterVerdict::Rejected:
            ++m_rejected;
            break;
        }
    }
    for (IndexedLane& lane : m_lanes)
        finish(lane);

    std::vector<std::uint32_t> byTime(m_order.size());
    std::iota(byTime.begin(), byTime.end(), 0U);
    std::ranges::stable_sort(byTime, {}, [&](std::uint32_t i) { return m_orderTimes[i]; });
    std::vector<EventId> order;
    std::vector<double> times;
    for (const std::uint32_t i : byTime) {
        order.push_back(m_order[i]);
        times.push_back(m_orderTimes[i]);
    }
    m_order = std::move(order);
    m_orderTimes = std::move(times);
}

void TimelineIndex::makeLanes()
{
    const auto add = [this](const QString& name) -> IndexedLane& {
        m_lanes.emplace_back();
        m_lanes.back().name = name;
        return m_lanes.back();
    };
    switch (m_arrangement.lanes) {
    case LaneMode::None:
        break;
    case LaneMode::Source: {
        const std::size_t all = m_sources->sources.size();
        const std::size_t own = all > mostLanes ? mostLanes - 1 : all;
        for (std::size_t i = 0; i < own; ++i)
            add(m_sources->sources[i].name).source = static_cast<std::uint32_t>(i);
        if (own < all)
            add(QCoreApplication::translate("TimelineIndex", "%1 more sources").arg(all - own));
        break;
    }
    case LaneMode::Certainty:
        for (const auto certainty : {events::Factuality::Asserted, events::Factuality::Planned,
                                     events::Factuality::Possible, events::Factuality::Denied})
            add(factualityText(certainty));
        break;
    case LaneMode::Tag: {
        const auto counts = tagCounts(*m_timeline);
        for (std::size_t i = 0; i < std::min(counts.size(), mostLanes - 1); ++i) {
            m_tags.push_back(counts[i].first);
            add(lineText(counts[i].first));
        }
        add(m_tags.empty()                  ? QCoreApplication::translate("TimelineIndex", "no tags yet")
            : counts.size() > m_tags.size() ? QCoreApplication::translate("TimelineIndex", "other tags or none")
                                            : QCoreApplication::translate("TimelineIndex", "no tag"));
        break;
    }
    }
    if (m_lanes.empty())
        m_lanes.emplace_back();
}

std::size_t TimelineIndex::laneOf(ArticleId article) const
{
    return std::min<std::size_t>(m_sources->indexOf(article), m_lanes.size() - 1);
}

std::vector<std::size_t> TimelineIndex::lanesOf(const edits::TimelineEvent& shown,
                                                const events::EventDate* position) const
{
    if (m_lanes.size() == 1)
        return {0};
    switch (m_arrangement.lanes) {
    case LaneMode::None:
        return {0};
    case LaneMode::Certainty:
        return {static_cast<std::size_t>(shown.event.factuality)};
    case LaneMode::Tag: {
        std::vector<std::size_t> lanes;
        for (std::size_t i = 0; i < m_tags.size(); ++i)
            if (std::ranges::find(shown.tags, m_tags[i]) != shown.tags.end())
                lanes.push_back(i);
        return lanes.empty() ? std::vector{m_lanes.size() - 1} : lanes;
    }
    case LaneMode::Source:
        break;
    }
    const auto collect = [&](bool anyDate) {
        std::vector<std::size_t> lanes;
        for (const analysis::Support& support : shown.event.supports) {
            if (!anyDate && support.date.interval != position->interval)
                continue;
            const std::size_t lane = laneOf(support.article);
            if (std::ranges::find(lanes, lane) == lanes.end())
                lanes.push_back(lane);
        }
        return lanes;
    };
    std::vector<std::size_t> lanes = collect(position == nullptr);
    return lanes.empty() && position != nullptr ? collect(true) : lanes;
}

void TimelineIndex::place(EventId id)
{
    const bool isPlaced = m_arrangement.time == TimeMode::Publication ? placeByPublication(id) : placeByDate(id);
    if (!isPlaced)
        m_undated.push_back(id);
}

void TimelineIndex::add(std::size_t lane, const LaneEntry& entry, bool isPoint)
{
    (isPoint ? m_lanes[lane].points : m_lanes[lane].bands).push_back(entry);
    m_extent = m_extent ? m_extent->united(entry.range) : entry.range;
}

bool TimelineIndex::placeByDate(EventId id)
{
    const edits::TimelineEvent& shown = (*m_timeline)[id];
    const analysis::Event& event = shown.event;
    const bool isDisputed = !event.positions.empty();
    std::optional<double> first;
    std::vector<bool> isIn(m_lanes.size(), false);
    const std::size_t count = isDisputed ? event.positions.size() : 1;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 250); ++i) {
        const events::EventDate& date = isDisputed ? event.positions[i] : event.date;
        if (!date.interval)
            continue;
        const LaneEntry entry{timeline::rangeOf(*date.interval), id, static_cast<std::uint8_t>(i), importanceOf(shown)};
        for (const std::size_t lane : lanesOf(shown, isDisputed ? &date : nullptr)) {
            add(lane, entry, isPoint(date));
            isIn[lane] = true;
        }
        first = first ? std::min(*first, entry.center()) : entry.center();
    }
    if (!first)
        return false;
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane].events += isIn[lane] ? 1U : 0U;
    m_order.push_back(id);
    m_orderTimes.push_back(*first);
    return true;
}

/// Once for each lane and day on which it was told.
bool TimelineIndex::placeByPublication(EventId id)
{
    const edits::TimelineEvent& shown = (*m_timeline)[id];
    std::vector<std::pair<std::size_t, DayRange>> told;
    for (const analysis::Support& support : shown.event.supports) {
        const auto& days = m_timeline->analysis()[support.article].article.published.range;
        if (!days)
            continue;
        if (m_arrangement.lanes == LaneMode::Source) {
            told.emplace_back(laneOf(support.article), *days);
        } else {
            for (const std::size_t lane : lanesOf(shown, nullptr))
                told.emplace_back(lane, *days);
        }
    }
    if (told.empty())
        return false;
    std::ranges::sort(told);
    told.erase(std::unique(told.begin(), told.end()), told.end()); // clang 14 cannot parse ranges::unique
    std::optional<double> first;
    std::optional<std::size_t> counted;
    for (const auto& [lane, days] : told) {
        const LaneEntry entry{timeline::rangeOf(temporal::intervalOf(days, temporal::Granularity::Day)), id, 0,
                              importanceOf(shown)};
        add(lane, entry, days.isOneDay());
        m_lanes[lane].events += counted != lane ? 1U : 0U;
        counted = lane;
        first = first ? std::min(*first, entry.center()) : entry.center();
    }
    m_order.push_back(id);
    m_orderTimes.push_back(*first);
    return true;
}

void TimelineIndex::finish(IndexedLane& lane)
{
    std::ranges::stable_sort(lane.points, {}, &LaneEntry::center);
    std::ranges::stable_sort(lane.bands, {}, [](const LaneEntry& entry) { return entry.range; });
    for (const LaneEntry& entry : lane.points)
        lane.pointTimes.push_back(entry.center());
    lane.times = lane.pointTimes;
    for (const LaneEntry& entry : lane.bands)
        lane.times.push_back(entry.center());
    std::ranges::sort(lane.times);
    lane.pointsByImportance.resize(lane.points.size());
    std::iota(lane.pointsByImportance.begin(), lane.pointsByImportance.end(), 0U);
    std::ranges::stable_sort(lane.pointsByImportance, std::greater<>{},
                             [&](std::uint32_t i) { return lane.points[i].importance; });
}

std::optional<timeline::TimeRange> TimelineIndex::focus() const
{
    constexpr std::size_t fewest = 8; // events; fewer are seen at once
    if (!m_extent || m_orderTimes.size() < fewest)
        return m_extent;
    const std::size_t most = (m_orderTimes.size() * 4 + 4) / 5;
    std::size_t best = 0;
    for (std::size_t i = 0; i + most <= m_orderTimes.size(); ++i) {
        if (m_orderTimes[i + most - 1] - m_orderTimes[i] < m_orderTimes[best + most - 1] - m_orderTimes[best])
            best = i;
    }
    constexpr double day = 86'400.0;
    const timeline::TimeRange dense{m_orderTimes[best] - day, m_orderTimes[best + most - 1] + day};
    return 3.0 * dense.width() < m_extent->width() ? dense : *m_extent;
}

std::optional<std::uint32_t> TimelineIndex::onlySource(EventId id) const
{
    std::optional<std::uint32_t> only;
    for (const analysis::Support& support : (*m_timeline)[id].event.supports) {
        const std::uint32_t source = m_sources->indexOf(support.article);
        if (only && *only != source)
            return std::nullopt;
        only = source;
    }
    return only;
}

std::vector<timeline::TimeRange> TimelineIndex::rangesOf(EventId id) const
{
    const analysis::Event& event = (*m_timeline)[id].event;
    std::vector<timeline::TimeRange> ranges;
    if (m_arrangement.time == TimeMode::Publication) {
        for (const analysis::Support& support : event.supports)
            if (const auto& days = m_timeline->analysis()[support.article].article.published.range)
                ranges.push_back(timeline::rangeOf(temporal::intervalOf(*days, temporal::Granularity::Day)));
        std::ranges::sort(ranges);
        return ranges;
    }
    for (const events::EventDate& date : event.positions)
        if (date.interval)
            ranges.push_back(timeline::rangeOf(*date.interval));
    if (ranges.empty() && event.date.interval)
        ranges.push_back(timeline::rangeOf(*event.date.interval));
    return ranges;
}

std::vector<std::pair<std::string, std::size_t>> tagCounts(const edits::Timeline& timeline)
{
    std::map<std::string, std::size_t> counts;
    for (const edits::TimelineEvent& shown : timeline.events())
        for (const std::string& tag : shown.tags)
            ++counts[tag];
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater<>{}, [](const auto& own) { return own.second; });
    return sorted;
}

LaneMode fittingLaneMode(const SourceTable& sources)
{
    return sources.sources.size() >= 2 && sources.sources.size() <= TimelineIndex::mostLanes ? LaneMode::Source
                                                                                             : LaneMode::None;
}

} // namespace synoptic::ui
