// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/topics.h"

namespace synoptic::ui {

TimelineIndex::TimelineIndex(std::shared_ptr<const edits::Timeline> timeline,
                             std::shared_ptr<const SourceTable> sources, const EventFilter& filter,
                             Arrangement arrangement)
    : TimelineIndex(std::make_shared<const EventColumns>(std::move(timeline), std::move(sources), arrangement.time),
                    filter, arrangement.lanes)
{}

TimelineIndex::TimelineIndex(std::shared_ptr<const EventColumns> columns, const EventFilter& filter, LaneMode lanes)
    : m_columns(std::move(columns)), m_laneMode(lanes)
{
    makeLanes();
    fill(sift(filter));
}

/// Which events pass, and counts those that do not.
std::vector<bool> TimelineIndex::sift(const EventFilter& filter)
{
    const EventSieve sieve(filter, timeline(), sources());
    const auto& traits = m_columns->traits();
    std::vector<bool> isShown(traits.size(), false);
    for (std::size_t i = 0; i < traits.size(); ++i) {
        const auto id = idAt<EventId>(i);
        switch (filter.exception == id ? FilterVerdict::Shown : sieve.verdict(id, traits[i])) {
        case FilterVerdict::Shown:
            if (m_columns->isPlaced(id))
                isShown[i] = true;
            else
                m_undated.push_back(id);
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
    return isShown;
}

IndexedLane& TimelineIndex::addLane(const QString& name)
{
    m_lanes.emplace_back();
    m_lanes.back().name = name;
    return m_lanes.back();
}

void TimelineIndex::makeLanes()
{
    switch (m_laneMode) {
    case LaneMode::None:
        break;
    case LaneMode::Source: {
        const std::size_t all = sources().sources.size();
        const std::size_t own = all > mostLanes ? mostLanes - 1 : all;
        for (std::size_t i = 0; i < own; ++i)
            addLane(sources().sources[i].name).source = static_cast<std::uint32_t>(i);
        if (own < all)
            addLane(QCoreApplication::translate("TimelineIndex", "%1 more sources").arg(all - own));
        break;
    }
    case LaneMode::Certainty:
        for (const auto certainty : {events::Factuality::Asserted, events::Factuality::Planned,
                                     events::Factuality::Possible, events::Factuality::Denied})
            addLane(factualityText(certainty));
        break;
    case LaneMode::Tag: {
        const auto counts = tagCounts(timeline());
        for (std::size_t i = 0; i < std::min(counts.size(), mostLanes - 1); ++i) {
            m_tags.push_back(counts[i].first);
            addLane(lineText(counts[i].first));
        }
        addLane(m_tags.empty()                  ? QCoreApplication::translate("TimelineIndex", "no tags yet")
                : counts.size() > m_tags.size() ? QCoreApplication::translate("TimelineIndex", "other tags or none")
                                                : QCoreApplication::translate("TimelineIndex", "no tag"));
        break;
    }
    case LaneMode::Topic:
        makeTopics();
        break;
    }
    if (m_lanes.empty())
        m_lanes.emplace_back();
}

/// A lane for each of the stories with the most events, named by the headline of the article that tells most of them.
void TimelineIndex::makeTopics()
{
    const std::vector<TopicEvents> topics = topicsOf(timeline());
    const std::size_t own = topics.size() > mostLanes ? mostLanes - 1 : topics.size();
    m_topicOfEvent.assign(timeline().events().size(), static_cast<std::uint8_t>(own));
    for (std::size_t i = 0; i < own; ++i) {
        addLane(titleOf(timeline().analysis()[topics[i].headline].article));
        for (const EventId event : topics[i].events)
            m_topicOfEvent[indexOf(event)] = static_cast<std::uint8_t>(i);
    }
    if (own < topics.size())
        addLane(QCoreApplication::translate("TimelineIndex", "%1 more topics").arg(topics.size() - own));
    else if (std::ranges::find(m_topicOfEvent, own) != m_topicOfEvent.end())
        addLane(QCoreApplication::translate("TimelineIndex", "in no article"));
}

template <class Add>
void TimelineIndex::forEachLane(std::uint32_t entry, const Add& add) const
{
    if (m_lanes.size() == 1) {
        add(std::size_t{0});
        return;
    }
    const LaneEntry& own = m_columns->entries()[entry];
    const std::size_t last = m_lanes.size() - 1;
    switch (m_laneMode) {
    case LaneMode::None:
        break;
    case LaneMode::Source: {
        bool isInLast = false; // of the sources that share the last lane each event counts once
        for (const std::uint16_t source : m_columns->sourcesOf(entry)) {
            if (source < last)
                add(std::size_t{source});
            isInLast = isInLast || source >= last;
        }
        if (isInLast)
            add(last);
        break;
    }
    case LaneMode::Certainty:
        add(static_cast<std::size_t>(own.factuality));
        break;
    case LaneMode::Tag: {
        const auto& tags = timeline()[own.event].tags;
        bool isTagged = false;
        for (std::size_t i = 0; i < m_tags.size(); ++i)
            if (std::ranges::find(tags, m_tags[i]) != tags.end()) {
                add(i);
                isTagged = true;
            }
        if (!isTagged)
            add(last);
        break;
    }
    case LaneMode::Topic:
        add(std::min<std::size_t>(m_topicOfEvent[indexOf(own.event)], last));
        break;
    }
}

void TimelineIndex::fill(const std::vector<bool>& isShown)
{
    const auto& entries = m_columns->entries();
    const auto& ranks = m_columns->ranks();
    std::vector<bool> isOrdered(isShown.size(), false);
    std::set<std::pair<std::size_t, EventId>> counted; // events that come several times
    const auto put = [&](std::size_t number, const LaneEntry& entry, std::uint32_t at) {
        IndexedLane& lane = m_lanes[number];
        lane.density.add(entry.center());
        if (entry.isPoint) {
            lane.points.push_back(at);
            lane.pointTimes.push_back(entry.center());
            lane.pointRanks.push_back(ranks[at]);
        }
        if (!entry.isOneOfSeveral || counted.emplace(number, entry.event).second)
            ++lane.events;
    };
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const LaneEntry& entry = entries[i];
        if (!isShown[indexOf(entry.event)])
            continue;
        forEachLane(i, [&](std::size_t lane) { put(lane, entry, i); });
        m_extent = m_extent ? m_extent->united(entry.range) : entry.range;
        if (entry.isOneOfSeveral && isOrdered[indexOf(entry.event)])
            continue;
        isOrdered[indexOf(entry.event)] = true;
        m_order.push_back(entry.event);
        m_orderTimes.push_back(entry.center());
    }
    for (const std::uint32_t band : m_columns->bands())
        if (isShown[indexOf(entries[band].event)])
            forEachLane(band, [&](std::size_t lane) { m_lanes[lane].bands.push_back(band); });
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

std::vector<timeline::TimeRange> TimelineIndex::rangesOf(EventId id) const
{
    const analysis::Event& event = timeline()[id].event;
    std::vector<timeline::TimeRange> ranges;
    if (timeMode() == TimeMode::Publication) {
        for (const analysis::Support& support : event.supports)
            if (const auto& days = timeline().analysis()[support.article].article.published.range)
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
