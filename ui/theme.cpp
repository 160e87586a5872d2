// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace synoptic::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.dark = false;
    theme.window = QColor(0xF1F2F4);
    theme.surface = QColor(0xFFFFFF);
    theme.sunken = QColor(0xF7F8FA);
    theme.border = QColor(0xD5D8DD);
    theme.text = QColor(0x1D2126);
    theme.dimText = QColor(0x5C646E);
    theme.accent = QColor(0x1F5FBF);
    theme.onAccent = QColor(0xFFFFFF);
    theme.grid = QColor(0xEBEDF0);
    theme.strongGrid = QColor(0xCDD2D8);
    theme.leader = QColor(0xA9B1BB);
    theme.evidence = QColor(0xFFEFB8);
    theme.evidenceEdge = QColor(0xC77800);
    theme.found = QColor(0xDCCBF5);
    theme.hovered = QColor(0xEAF1FB);
    theme.warning = QColor(0xA83A00);
    theme.highlights = {QColor(0xFBD3DC), QColor(0xCDEFD6), QColor(0xCBE4FB), QColor(0xFFD8B5), QColor(0xC6ECEC)};
    theme.series = {QColor(0x0072B2), QColor(0xE69F00), QColor(0x009E73), QColor(0xD55E00),
                    QColor(0xCC79A7), QColor(0x56B4E9), QColor(0xC9B800), QColor(0x555B63)};
    theme.shared = QColor(0x3A424D);
    return theme;
}

Theme Theme::darkened()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x1B1E23);
    theme.surface = QColor(0x22262C);
    theme.sunken = QColor(0x272C33);
    theme.border = QColor(0x3B424C);
    theme.text = QColor(0xE6E9ED);
    theme.dimText = QColor(0xA6AFBA);
    theme.accent = QColor(0x7FB2FF);
    theme.onAccent = QColor(0x0E1A2B);
    theme.grid = QColor(0x2D333B);
    theme.strongGrid = QColor(0x474F5A);
    theme.leader = QColor(0x65707D);
    theme.evidence = QColor(0x4E4215);
    theme.evidenceEdge = QColor(0xF2B233);
    theme.found = QColor(0x4D3A78);
    theme.hovered = QColor(0x2C3848);
    theme.warning = QColor(0xFFB38A);
    theme.highlights = {QColor(0x5E2F3C), QColor(0x24523B), QColor(0x264B6D), QColor(0x6A431F), QColor(0x1F5556)};
    theme.series = {QColor(0x56B4E9), QColor(0xE69F00), QColor(0x2CC295), QColor(0xF07B32),
                    QColor(0xDD94BC), QColor(0x4A8FD6), QColor(0xF0E442), QColor(0x9AA3AE)};
    theme.shared = QColor(0xD3D9E0);
    return theme;
}

Theme Theme::highContrast()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(Qt::black);
    theme.surface = QColor(Qt::black);
    theme.sunken = QColor(0x101010);
    theme.border = QColor(0xFFFFFF);
    theme.text = QColor(0xFFFFFF);
    theme.dimText = QColor(0xE0E0E0);
    theme.accent = QColor(0xFFE600);
    theme.onAccent = QColor(Qt::black);
    theme.grid = QColor(0x3A3A3A);
    theme.strongGrid = QColor(0x8C8C8C);
    theme.leader = QColor(0xC8C8C8);
    theme.evidence = QColor(0x5A4700);
    theme.evidenceEdge = QColor(0xFFC400);
    theme.found = QColor(0x5B2A9E);
    theme.hovered = QColor(0x1F3A5F);
    theme.warning = QColor(0xFF9E6B);
    theme.series = {QColor(0x6CCBFF), QColor(0xFFB11F), QColor(0x35E3B0), QColor(0xFF8A4A),
                    QColor(0xF7A9D4), QColor(0x7AA8FF), QColor(0xFFF36B), QColor(0xC8CED6)};
    theme.shared = QColor(0xFFFFFF);
    return theme;
}

Theme Theme::fitting(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText)) ? darkened()
                                                                                                       : light();
}

QPalette Theme::palette() const
{
    QPalette colors;
    colors.setColor(QPalette::Window, window);
    colors.setColor(QPalette::WindowText, text);
    colors.setColor(QPalette::Base, surface);
    colors.setColor(QPalette::AlternateBase, sunken);
    colors.setColor(QPalette::Text, text);
    colors.setColor(QPalette::PlaceholderText, dimText);
    colors.setColor(QPalette::Button, window);
    colors.setColor(QPalette::ButtonText, text);
    colors.setColor(QPalette::BrightText, warning);
    colors.setColor(QPalette::ToolTipBase, surface);
    colors.setColor(QPalette::ToolTipText, text);
    colors.setColor(QPalette::Highlight, accent);
    colors.setColor(QPalette::HighlightedText, onAccent);
    colors.setColor(QPalette::Link, accent);
    colors.setColor(QPalette::LinkVisited, accent);
    colors.setColor(QPalette::Light, dark ? window.lighter(140) : QColor(Qt::white));
    colors.setColor(QPalette::Midlight, dark ? window.lighter(120) : window.lighter(103));
    colors.setColor(QPalette::Mid, border);
    colors.setColor(QPalette::Dark, dark ? window.darker(130) : border.darker(115));
    colors.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : border.darker(150));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = dimText;
        faint.setAlpha(150);
        colors.setColor(QPalette::Disabled, role, faint);
    }
    return colors;
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace synoptic::ui
