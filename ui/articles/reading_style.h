// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

namespace synoptic::ui {

/// What becomes of lines that do not belong to the article: menus, forms, notices of a web page.
enum class BoilerplateStyle : std::uint8_t
{
    Dimmed,
    Hidden,
    Plain
};

/// How the articles are set.
struct ReadingStyle
{
    static constexpr double smallest = 0.6;
    static constexpr double largest = 3.0;

    double scale = 1.0;         ///< of the size the program begins with
    QString family;             ///< empty: that of the program
    double lineHeight = 1.3;    ///< as a factor of the font's
    int charactersPerLine = 72; ///< at most, where the column is wider
    BoilerplateStyle boilerplate = BoilerplateStyle::Dimmed;

    friend bool operator==(const ReadingStyle&, const ReadingStyle&) = default;
};

} // namespace synoptic::ui
