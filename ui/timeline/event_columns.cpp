// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/event_columns.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace synoptic::ui {

namespace {

constexpr std::size_t mostPositions = 250;

std::uint16_t sourceNumber(const SourceTable& sources, ArticleId article)
{
    return static_cast<std::uint16_t>(
        std::min<std::uint32_t>(sources.indexOf(article), LaneEntry::severalSources - 1U));
}

bool isPoint(const events::EventDate& date)
{
    return date.interval->isDayOrFiner() && date.interval->days().isOneDay();
}

} // namespace

/// Entries in the order of the events.
struct EventColumns::Unsorted
{
    std::vector<LaneEntry> entries;
    std::vector<std::uint32_t> sourcesBegin = {0U};
    std::vector<std::uint16_t> sources;

    /// Ends the entry whose sources were added last.
    void finish(LaneEntry entry)
    {
        const auto begin = sources.begin() + static_cast<std::ptrdiff_t>(sourcesBegin.back());
        std::sort(begin, sources.end());
        sources.erase(std::unique(begin, sources.end()), sources.end()); // clang 14 cannot parse ranges::unique
        if (sources.size() == sourcesBegin.back() + 1U)
            entry.source = sources.back();
        sourcesBegin.push_back(static_cast<std::uint32_t>(sources.size()));
        entries.push_back(entry);
    }
};

EventTraits traitsOf(const edits::TimelineEvent& shown, bool hasContradictions)
{
    const analysis::Event& event = shown.event;
    EventTraits traits;
    traits.salience = static_cast<float>(event.salience);
    traits.independent = static_cast<std::uint16_t>(std::min(event.independent, 0xFFFFU));
    traits.factuality = event.factuality;
    traits.review = shown.review;
    traits.isDisputed = !event.positions.empty() || hasContradictions;
    return traits;
}

float importanceOf(const edits::TimelineEvent& shown)
{
    double value = shown.event.salience + 0.02 * static_cast<double>(std::min(shown.event.independent, 10U));
    if (!shown.event.positions.empty())
        value += 0.25;
    if (shown.review == edits::ReviewState::Accepted)
        value += 0.1;
    return static_cast<float>(value);
}

EventColumns::EventColumns(std::shared_ptr<const edits::Timeline> timeline, std::shared_ptr<const SourceTable> sources,
                           TimeMode time)
    : m_timeline(std::move(timeline)), m_sources(std::move(sources)), m_time(time)
{
    const std::size_t count = m_timeline->events().size();
    Unsorted unsorted;
    unsorted.entries.reserve(count);
    unsorted.sourcesBegin.reserve(count + 1);
    unsorted.sources.reserve(count);
    m_traits.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = idAt<EventId>(i);
        m_traits.push_back(traitsOf((*m_timeline)[id], !m_timeline->contradictionsOf(id).empty()));
        const std::size_t before = unsorted.entries.size();
        if (m_time == TimeMode::Event)
            placeByDate(id, unsorted);
        else
            placeByPublication(id, unsorted);
        for (std::size_t own = before; own < unsorted.entries.size(); ++own)
            unsorted.entries[own].isOneOfSeveral = unsorted.entries.size() > before + 1;
        m_isPlaced.push_back(unsorted.entries.size() > before);
    }
    sort(std::move(unsorted));
}

LaneEntry EventColumns::entryOf(EventId id) const
{
    const edits::TimelineEvent& shown = (*m_timeline)[id];
    LaneEntry entry;
    entry.event = id;
    entry.importance = importanceOf(shown);
    entry.independent = static_cast<std::uint8_t>(std::clamp(shown.event.independent, 1U, 3U));
    entry.factuality = shown.event.factuality;
    entry.isCandidate = shown.review == edits::ReviewState::Candidate;
    entry.hasContradictions = !m_timeline->contradictionsOf(id).empty();
    return entry;
}

void EventColumns::placeByDate(EventId id, Unsorted& to) const
{
    const analysis::Event& event = (*m_timeline)[id].event;
    const bool isDisputed = !event.positions.empty();
    const LaneEntry own = entryOf(id);
    const std::size_t count = isDisputed ? std::min(event.positions.size(), mostPositions) : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const events::EventDate& date = isDisputed ? event.positions[i] : event.date;
        if (!date.interval)
            continue;
        LaneEntry entry = own;
        entry.range = timeline::rangeOf(*date.interval);
        entry.position = static_cast<std::uint8_t>(i);
        entry.isPoint = isPoint(date);
        entry.isAbout = date.qualifier == temporal::Qualifier::About;
        entry.isBefore = date.qualifier == temporal::Qualifier::Before;
        entry.isAfter = date.qualifier == temporal::Qualifier::After;
        entry.isDisputed = isDisputed;
        // A date of several is told by those who give it; if none of them is known any more, by all
        const auto collect = [&](bool anyDate) {
            for (const analysis::Support& support : event.supports)
                if (anyDate || support.date.interval == date.interval)
                    to.sources.push_back(sourceNumber(*m_sources, support.article));
        };
        collect(!isDisputed);
        if (to.sources.size() == to.sourcesBegin.back())
            collect(true);
        to.finish(entry);
    }
}

/// Once for each day on which it was told.
void EventColumns::placeByPublication(EventId id, Unsorted& to) const
{
    std::vector<std::pair<DayRange, std::uint16_t>> told;
    for (const analysis::Support& support : (*m_timeline)[id].event.supports) {
        if (const auto& days = m_timeline->analysis()[support.article].article.published.range)
            told.emplace_back(*days, sourceNumber(*m_sources, support.article));
    }
    std::ranges::sort(told);
    for (std::size_t i = 0; i < told.size();) {
        LaneEntry entry = entryOf(id);
        entry.range = timeline::rangeOf(temporal::intervalOf(told[i].first, temporal::Granularity::Day));
        entry.isPoint = told[i].first.isOneDay();
        const DayRange days = told[i].first;
        for (; i < told.size() && told[i].first == days; ++i)
            to.sources.push_back(told[i].second);
        to.finish(entry);
    }
}

void EventColumns::sort(Unsorted&& from)
{
    struct Key
    {
        double center;
        float importance;
        std::uint32_t entry;
    };
    const std::size_t count = from.entries.size();
    std::vector<Key> keys(count);
    for (std::size_t i = 0; i < count; ++i)
        keys[i] = {from.entries[i].center(), from.entries[i].importance, static_cast<std::uint32_t>(i)};
    std::ranges::sort(keys, [](const Key& a, const Key& b) {
        if (a.center != b.center)
            return a.center < b.center;
        return a.importance != b.importance ? a.importance > b.importance : a.entry < b.entry;
    });
    m_entries.reserve(count);
    m_sourcesBegin.reserve(count + 1);
    m_sourcesBegin.push_back(0);
    m_entrySources.reserve(from.sources.size());
    for (const Key& key : keys) {
        m_entries.push_back(from.entries[key.entry]);
        const auto begin = from.sources.begin();
        m_entrySources.insert(m_entrySources.end(), begin + from.sourcesBegin[key.entry],
                              begin + from.sourcesBegin[key.entry + 1]);
        m_sourcesBegin.push_back(static_cast<std::uint32_t>(m_entrySources.size()));
    }
    for (std::size_t i = 0; i < count; ++i)
        keys[i].entry = static_cast<std::uint32_t>(i);
    std::ranges::sort(keys, [](const Key& a, const Key& b) {
        return a.importance != b.importance ? a.importance > b.importance : a.entry < b.entry;
    });
    m_ranks.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        m_ranks[keys[i].entry] = static_cast<std::uint32_t>(i);
    for (std::size_t i = 0; i < count; ++i)
        if (!m_entries[i].isPoint)
            m_bands.push_back(static_cast<std::uint32_t>(i));
    std::ranges::sort(m_bands, {}, [this](std::uint32_t band) {
        return std::tuple(m_entries[band].range.begin, m_entries[band].range.end, m_ranks[band]);
    });
}

std::span<const std::uint16_t> EventColumns::sourcesOf(std::uint32_t entry) const
{
    return std::span(m_entrySources).subspan(m_sourcesBegin[entry], m_sourcesBegin[entry + 1U] - m_sourcesBegin[entry]);
}

} // namespace synoptic::ui
