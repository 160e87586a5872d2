// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic::ingest {

/// What a line says about itself by its words alone, wherever it stands.
enum class LineKind : std::uint8_t
{
    Other,
    Symbols,    ///< no letter and no digit
    Navigation, ///< only words of menus: "Home Politics", "Privacy Policy"
    Widget,     ///< a phrase of pages and not of articles: "Share this", "Also read …"
    TailOpener, ///< a widget behind which no article goes on: "Leave a Reply", "Related Articles"
    Credit,     ///< of a picture: "Photo: …", "Image copyright …"
    Byline,     ///< "by …"
    DateLine    ///< a date and hardly anything else
};

/// The kind of @p line, without blanks at its ends. Cost: one pass; long lines are Other without being read.
LineKind kindOfLine(std::string_view line);

/// Nothing that could be a headline.
bool isFurniture(std::string_view line);

} // namespace synoptic::ingest
