// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include "base/calendar.h"
#include "edits/timeline.h"
#include "ui/timeline/timeline_image.h"

class QPrinter;
class QWidget;

namespace synoptic::ui {

/// What stands over a printed timeline: project, day, filter.
QString printHeader(const edits::Timeline& timeline, const EventFilter& filter, Day day);

/// Draws the timeline on as many pages as it takes, as wide as one and in the size of the screen; a page goes on where
/// the one before ended. What of @p options is about files is not looked at.
/// Errors: none; a printer that fails says so itself.
void printTimeline(QPrinter& printer, const edits::Timeline& timeline, const TimelineImageOptions& options, Day day);

/// Shows the pages before they are printed. Returns when the dialog is closed.
void printWithPreview(std::shared_ptr<const edits::Timeline> timeline, const TimelineImageOptions& options,
                      QWidget* parent);

} // namespace synoptic::ui
