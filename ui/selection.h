// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <QObject>

#include "base/ids.h"

namespace synoptic::ui {

/// The one current event and others beside it, in the order in which they were chosen. To compare, the first ones have
/// letters, A to Z; what one decides is about all of them. Every pane listens to it; none keeps its own.
class Selection : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 26;

    using QObject::QObject;

    /// The one that was chosen last.
    std::optional<EventId> current() const { return m_events.empty() ? std::nullopt : std::optional(m_events.back()); }
    /// Those that have letters: of more than there are letters, the first ones and the last.
    const std::vector<EventId>& events() const { return m_events; }
    /// All, the current one last.
    const std::vector<EventId>& all() const { return m_all; }
    void setCurrent(std::optional<EventId> event) { setEvents(event ? std::vector{*event} : std::vector<EventId>{}); }
    void setEvents(std::vector<EventId> events)
    {
        if (events == m_all)
            return;
        renumber(std::move(events));
        Q_EMIT changed();
    }
    /// Adds an event or, if it is among them, takes it away.
    void toggle(EventId event)
    {
        std::vector<EventId> events = m_all;
        if (std::erase(events, event) == 0)
            events.push_back(event);
        setEvents(std::move(events));
    }
    /// The same events under their numbers in a new snapshot; says nothing.
    void renumber(std::vector<EventId> events)
    {
        m_all = std::move(events);
        m_events = m_all;
        if (m_events.size() > most)
            m_events.erase(m_events.begin() + most - 1, m_events.end() - 1);
    }

Q_SIGNALS:
    void changed();

private:
    std::vector<EventId> m_all;
    std::vector<EventId> m_events;
};

} // namespace synoptic::ui
