// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace synoptic::ui {

/// The style of the program with an outline around everything that can be pressed, typed into or chosen: on black a
/// darker shade of the window, which styles draw their frames with, cannot be seen.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Over the style of that name.
    explicit OutlinedStyle(const QString& base) : QProxyStyle(base) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

} // namespace synoptic::ui
