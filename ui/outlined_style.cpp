// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outlined_style.h"

#include <QPainter>
#include <QStyleOption>

namespace synoptic::ui {

namespace {

void outline(QPainter& painter, const QStyleOption& option)
{
    painter.save();
    const bool isFocused = (option.state & QStyle::State_HasFocus) != 0;
    painter.setPen(QPen(option.palette.color(isFocused ? QPalette::Highlight : QPalette::Mid), isFocused ? 2.0 : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

} // namespace

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelLineEdit:
        if (widget == nullptr || widget->parentWidget() == nullptr || !widget->parentWidget()->inherits("QComboBox"))
            outline(*painter, *option);
        break;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        outline(*painter, *option);
        break;
    default:
        break;
    }
}

void OutlinedStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_TabBarTabShape)
        outline(*painter, *option);
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        outline(*painter, *option);
    if (control == CC_ScrollBar || control == CC_Slider) {
        QStyleOption handle = static_cast<const QStyleOption&>(*option);
        handle.rect =
            subControlRect(control, option, control == CC_Slider ? SC_SliderHandle : SC_ScrollBarSlider, widget);
        outline(*painter, handle);
    }
}

} // namespace synoptic::ui
