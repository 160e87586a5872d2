// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QByteArray>
#include <QString>

#include "base/result.h"
#include "edits/timeline.h"

namespace synoptic::ui {

enum class ImageFormat : std::uint8_t
{
    Png,
    Svg,
    Pdf
};

/// What an exported timeline looks like. The same painter draws it as draws the screen.
struct TimelineImageOptions
{
    ImageFormat format = ImageFormat::Png;
    int width = 1600;  ///< CSS pixels (1/96 inch); the height follows from the content
    double dpi = 96.0; ///< PNG only: pixels = width × dpi / 96
    bool dark = false;
    double minimumSalience = 0.5; ///< 0 draws every event
    QString title;                ///< empty: the folder's name
};

/// Draws the whole timeline and returns the encoded file, complete in memory.
/// Errors: InvalidArgument for a size that is zero, negative or over 1 GB of pixels.
Result<QByteArray> renderTimelineImage(const edits::Timeline& timeline, const TimelineImageOptions& options);

} // namespace synoptic::ui
