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

/// The one current event and, to compare, others beside it: A to Z, in the order in which they were chosen. Every
/// pane listens to it; none keeps its own.
class Selection : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 26;

    using QObject::QObject;

    /// The one that was chosen last.
    std::optional<EventId> current() const { return m_events.empty() ? std::nullopt : std::optional(m_events.back()); }
    const std::vector<EventId>& events() const { return m_events; }
    void setCurrent(std::optional<EventId> event) { setEvents(event ? std::vector{*event} : std::vector<EventId>{}); }
    /// Of more than fit, the first ones and the last are taken.
    void setEvents(std::vector<EventId> events)
    {
        if (events.size() > most)
            events.erase(events.begin() + most - 1, events.end() - 1);
        if (events == m_events)
            return;
        m_events = std::move(events);
        Q_EMIT changed();
    }
    /// Adds an event or, if it is among them, takes it away.
    void toggle(EventId event)
    {
        std::vector<EventId> events = m_events;
        if (std::erase(events, event) == 0)
            events.push_back(event);
        setEvents(std::move(events));
    }
    /// The same events under their numbers in a new snapshot; says nothing.
    void renumber(std::vector<EventId> events) { m_events = std::move(events); }

Q_SIGNALS:
    void changed();

private:
    std::vector<EventId> m_events;
};

} // namespace synoptic::ui
