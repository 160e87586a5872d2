// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

namespace synoptic::app {

/// Tells an object on another thread that there is something in its mailbox. Carries nothing, so that no Qt container
/// crosses a thread.
class WakeEvent final : public QEvent
{
public:
    WakeEvent() : QEvent(kind()) {}

    static Type kind()
    {
        static const auto registered = static_cast<Type>(QEvent::registerEventType());
        return registered;
    }
};

} // namespace synoptic::app
