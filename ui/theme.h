// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include <QColor>
#include <QPalette>

namespace synoptic::ui {

/// Every color of the program. A value; no color is named anywhere else.
struct Theme
{
    bool dark = false;

    QColor window;  ///< around the panes
    QColor surface; ///< where one reads: text, timeline
    QColor sunken;  ///< every second lane, cards
    QColor border;
    QColor text;
    QColor dimText; ///< dates, counts, boilerplate; still 4.5 : 1
    QColor accent;  ///< selection, focus, links
    QColor onAccent;
    QColor grid;         ///< fine ticks
    QColor strongGrid;   ///< coarse ticks
    QColor leader;       ///< from a headline to its mark
    QColor evidence;     ///< behind a sentence that tells the selected event
    QColor evidenceEdge; ///< the bar beside it, its ticks in the scroll bar
    QColor found;        ///< behind words that were searched for
    QColor hovered;      ///< behind a sentence under the pointer
    QColor warning;
    /// Behind passages that an analyst marked; each has a number too, so that color is never alone.
    std::array<QColor, 5> highlights;

    /// Okabe–Ito, ordered for this background; sources beyond take another shape.
    std::array<QColor, 8> series;
    /// An event told by several sources.
    QColor shared;

    static Theme light();
    static Theme darkened();
    /// White and yellow on black: text 7 : 1 and more, edges of everything drawn.
    static Theme highContrast();
    /// The theme that fits @p palette: light or dark by the lightness of its window.
    static Theme fitting(const QPalette& palette);

    QPalette palette() const;
    QColor seriesColor(std::size_t index) const { return series[index % series.size()]; }
};

/// The color with another opacity, 0 to 1.
QColor faded(QColor color, double alpha);

/// Contrast of two opaque colors, 1 to 21. Source: WCAG 2.1, contrast ratio.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace synoptic::ui
