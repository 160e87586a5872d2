// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "base/calendar.h"
#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/timeline/event_columns.h"

namespace synoptic::ui {

/// Some of the values of an enumeration.
template <class Value>
class Choice
{
public:
    constexpr Choice(std::initializer_list<Value> values)
    {
        for (const Value value : values)
            set(value, true);
    }

    constexpr bool has(Value value) const { return (m_bits & bitOf(value)) != 0; }
    constexpr void set(Value value, bool isChosen)
    {
        m_bits = isChosen ? m_bits | bitOf(value) : m_bits & ~bitOf(value);
    }
    constexpr std::uint32_t bits() const { return m_bits; }
    static constexpr Choice fromBits(std::uint32_t bits)
    {
        Choice choice{};
        choice.m_bits = bits;
        return choice;
    }

    friend bool operator==(const Choice&, const Choice&) = default;

private:
    static constexpr std::uint32_t bitOf(Value value) { return 1U << static_cast<unsigned>(value); }

    std::uint32_t m_bits = 0;
};

/// Which events are shown. A filter hides, it never deletes; what it hides is counted.
struct EventFilter
{
    static constexpr Choice<events::Factuality> anyCertainty{events::Factuality::Asserted, events::Factuality::Planned,
                                                             events::Factuality::Possible, events::Factuality::Denied};
    static constexpr Choice<edits::ReviewState> notRejected{edits::ReviewState::Candidate,
                                                            edits::ReviewState::Accepted};

    double minimumSalience = 0.5;
    std::optional<EventId> exception; ///< shown all the same: what is selected never hides
    QString text;                     ///< in title, words of the date or participants; empty: everything
    QStringList sources;              ///< told by one of them; empty: by any
    std::optional<Day> from;          ///< could have been on that day or later
    std::optional<Day> until;         ///< could have been on that day or earlier
    Choice<events::Factuality> certainty = anyCertainty;
    Choice<edits::ReviewState> review = notRejected;
    std::uint32_t leastIndependent = 1; ///< independent sources
    bool disputedOnly = false;          ///< several dates, or a contradiction on record
    QString tag;                        ///< empty: any

    /// Everything that can be set in the filter bar as it is at first; how weighty an event must be stays.
    EventFilter cleared() const;
    /// Whether something in the filter bar is set.
    bool isSet() const { return !(cleared() == *this); }

    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

/// What becomes of an event.
enum class FilterVerdict : std::uint8_t
{
    Shown,
    BelowThreshold, ///< everything fits but the weight
    Filtered,
    Rejected ///< by a person; rejected events are not among those one wants to see
};

/// A filter made ready for the events of one snapshot. The exception is not looked at.
class EventSieve
{
public:
    /// @p timeline and @p sources outlive the sieve.
    EventSieve(const EventFilter& filter, const edits::Timeline& timeline, const SourceTable& sources);

    FilterVerdict verdict(EventId id) const;
    /// The same of an event whose @p traits are at hand; reads the event only if the filter asks for more.
    FilterVerdict verdict(EventId id, const EventTraits& traits) const;

private:
    bool matchesDetails(EventId id) const;
    bool matchesText(const analysis::Event& event) const;
    bool matchesSources(const analysis::Event& event) const;
    bool matchesDays(const analysis::Event& event) const;

    EventFilter m_filter;
    const edits::Timeline& m_timeline; // Not owned: outlives us
    const SourceTable& m_sources;      // Not owned: outlives us
    std::vector<bool> m_wanted;        // for each source; empty: all
    std::string m_tag;
    std::string m_plainText;     // the words in small letters; empty unless they are ASCII
    bool m_needsDetails = false; // more is asked than traits tell
};

/// The filter as named values and back; what is unknown or damaged is left as it is at first.
std::map<std::string, std::string> valuesOf(const EventFilter& filter);
EventFilter filterFrom(const std::map<std::string, std::string>& values);

/// What the filter wants, in words, for the foot of an image: "told by 2 or more independent sources"; empty if it
/// wants everything.
QStringList wordsOf(const EventFilter& filter);

} // namespace synoptic::ui
