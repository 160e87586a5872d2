// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>

#include "base/result.h"
#include "edits/timeline.h"
#include "timeline/time_scale.h"
#include "ui/timeline/event_filter.h"
#include "ui/timeline/timeline_index.h"

namespace synoptic::ui {

enum class ImageFormat : std::uint8_t
{
    Png,
    Svg,
    Pdf
};

/// The sheets of a PDF.
enum class Paper : std::uint8_t
{
    AsDrawn, ///< one sheet as large as the picture
    A4,
    A3,
    Letter
};

/// What an exported timeline looks like. The same painter draws it as draws the screen.
struct TimelineImageOptions
{
    ImageFormat format = ImageFormat::Png;
    int width = 1600;  ///< CSS pixels (1/96 inch); the height follows from the content
    double dpi = 96.0; ///< PNG only: pixels = width × dpi / 96
    bool dark = false;
    EventFilter filter; ///< events it hides are counted in the foot
    TimeMode time = TimeMode::Event;
    std::optional<LaneMode> lanes;            ///< nothing: as fits the number of sources
    std::optional<timeline::TimeRange> range; ///< whole days of it; nothing: from the first event to the last
    std::vector<double> references;           ///< times with a line of reference, in seconds since 1970
    bool legend = true;
    bool footer = true;           ///< counts, filter, undated events and sources
    QString title;                ///< empty: the folder's name
    QString note;                 ///< a line of one's own in the foot
    Paper paper = Paper::AsDrawn; ///< PDF only
    bool tiled = false; ///< on paper: as large as it is, over as many sheets as it takes; else made to fit one
};

/// Draws the timeline and returns the encoded file, complete in memory.
/// Errors: InvalidArgument for a size that is zero, negative or over 1 GB of pixels, or that takes over 400 sheets.
Result<QByteArray> renderTimelineImage(const edits::Timeline& timeline, const TimelineImageOptions& options);

} // namespace synoptic::ui
