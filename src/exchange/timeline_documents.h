// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "edits/timeline.h"

namespace synoptic::exchange {

/// The dated events that shownEvents chooses, as TimelineJS reads them. Its texts are HTML there, so all that others
/// wrote is escaped. The undated are counted on the title slide.
/// Source: TimelineJS 3, JSON data format.
std::string timelineToTimelineJs(const edits::Timeline& timeline, std::string_view title);

/// The same as iCalendar: whole days, folded at 75 octets, CR LF. An event open to one side stands on its known day.
/// No clock: every stamp is 1970. Source: RFC 5545.
std::string timelineToICalendar(const edits::Timeline& timeline, std::string_view title);

/// Every sentence that tells one of these events, every party of a contradiction, highlight and note as an annotation
/// of its file, with quote and position. Positions count code points of the canonical text. Source: W3C Web Annotation
/// Data Model, 2017.
std::string timelineToAnnotations(const edits::Timeline& timeline);

} // namespace synoptic::exchange
