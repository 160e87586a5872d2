// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_index.h"

#include <algorithm>
#include <numeric>

#include <QCoreApplication>

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

TimelineIndex::TimelineIndex(std::shared_ptr<const edits::Timeline> timeline, const EventFilter& filter, LaneMode lanes)
    : m_timeline(std::move(timeline)), m_sources(SourceTable::of(m_timeline->analysis())), m_laneMode(lanes)
{
    if (lanes == LaneMode::None || m_sources.sources.empty()) {
        m_lanes.emplace_back();
    } else {
        const std::size_t all = m_sources.sources.size();
        const std::size_t own = all > mostLanes ? mostLanes - 1 : all;
        for (std::size_t i = 0; i < own; ++i) {
            m_lanes.emplace_back();
            m_lanes.back().name = m_sources.sources[i].name;
            m_lanes.back().source = static_cast<std::uint32_t>(i);
        }
        if (own < all) {
            m_lanes.emplace_back();
            m_lanes.back().name = QCoreApplication::translate("TimelineIndex", "%1 more sources").arg(all - own);
        }
    }

    const auto& events = m_timeline->events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        const edits::TimelineEvent& shown = events[i];
        const bool isDated = shown.event.date.interval || !shown.event.positions.empty();
        if (isDated && filter.exception == idAt<EventId>(i)) {
            place(idAt<EventId>(i));
            continue;
        }
        if (shown.review == edits::ReviewState::Rejected)
            ++m_rejected;
        else if (!filter.matchesText(shown.event))
            ++m_filteredByText;
        else if (shown.event.salience < filter.minimumSalience)
            ++m_belowThreshold;
        else if (!isDated)
            m_undated.push_back(idAt<EventId>(i));
        else
            place(idAt<EventId>(i));
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

std::vector<std::size_t> TimelineIndex::lanesOf(const analysis::Event& event, const events::EventDate* position) const
{
    if (m_laneMode == LaneMode::None || m_lanes.size() == 1)
        return {0};
    const auto collect = [&](bool anyDate) {
        std::vector<std::size_t> lanes;
        for (const analysis::Support& support : event.supports) {
            if (!anyDate && support.date.interval != position->interval)
                continue;
            const std::size_t lane = std::min<std::size_t>(m_sources.indexOf(support.article), m_lanes.size() - 1);
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
        for (const std::size_t lane : lanesOf(event, isDisputed ? &date : nullptr)) {
            (isPoint(date) ? m_lanes[lane].points : m_lanes[lane].bands).push_back(entry);
            isIn[lane] = true;
        }
        first = first ? std::min(*first, entry.center()) : entry.center();
        m_extent = m_extent ? m_extent->united(entry.range) : entry.range;
    }
    if (!first) {
        m_undated.push_back(id);
        return;
    }
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane].events += isIn[lane] ? 1U : 0U;
    m_order.push_back(id);
    m_orderTimes.push_back(*first);
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
        const std::uint32_t source = m_sources.indexOf(support.article);
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
    for (const events::EventDate& date : event.positions)
        if (date.interval)
            ranges.push_back(timeline::rangeOf(*date.interval));
    if (ranges.empty() && event.date.interval)
        ranges.push_back(timeline::rangeOf(*event.date.interval));
    return ranges;
}

LaneMode fittingLaneMode(const SourceTable& sources)
{
    return sources.sources.size() >= 2 && sources.sources.size() <= TimelineIndex::mostLanes ? LaneMode::Source
                                                                                             : LaneMode::None;
}

} // namespace synoptic::ui
