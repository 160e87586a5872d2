// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/event_filter.h"

#include <algorithm>

#include "ui/qt_conversions.h"

namespace synoptic::ui {

bool EventFilter::matchesText(const analysis::Event& event) const
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return true;
    const auto has = [&](const std::string& words) { return lineText(words).contains(wanted, Qt::CaseInsensitive); };
    return has(event.title) || has(event.date.words) || has(event.date.value) ||
           std::ranges::any_of(event.participants, has);
}

bool EventFilter::shows(const edits::TimelineEvent& shown) const
{
    return shown.review != edits::ReviewState::Rejected && shown.event.salience >= minimumSalience &&
           matchesText(shown.event);
}

} // namespace synoptic::ui
