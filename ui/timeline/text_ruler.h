// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include <QFont>
#include <QFontMetricsF>
#include <QString>

namespace synoptic::ui {

/// Measures and shortens text a hundred times faster than laying it out: Latin letters have one width each, kept in a
/// table; what holds anything else is measured by the font.
class TextRuler
{
public:
    explicit TextRuler(const QFont& font);

    double width(const QString& text) const;
    /// Units: @p text UTF-8.
    double width(std::string_view text) const;
    /// The text, or its begin and an ellipsis, no wider than @p most.
    QString elided(const QString& text, double most) const;
    double height() const { return m_metrics.height(); }
    const QFontMetricsF& metrics() const { return m_metrics; }

private:
    static bool isPlain(QChar letter) { return letter.unicode() < plainLetters; }

    static constexpr char16_t plainLetters = 0x250; // Latin with its accents, nothing that joins or turns
    QFontMetricsF m_metrics;
    std::array<float, plainLetters> m_widths{};
    double m_ellipsis;
};

} // namespace synoptic::ui
