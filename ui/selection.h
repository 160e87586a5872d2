// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>

#include "base/ids.h"

namespace synoptic::ui {

/// The one current event. Every pane listens to it; none keeps its own.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    std::optional<EventId> current() const { return m_event; }
    void setCurrent(std::optional<EventId> event)
    {
        if (event == m_event)
            return;
        m_event = event;
        Q_EMIT changed();
    }
    /// The same event under its number in a new snapshot; says nothing.
    void renumber(std::optional<EventId> event) { m_event = event; }

Q_SIGNALS:
    void changed();

private:
    std::optional<EventId> m_event;
};

} // namespace synoptic::ui
