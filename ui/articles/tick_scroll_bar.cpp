// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/tick_scroll_bar.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace synoptic::ui {

void TickScrollBar::setTicks(std::vector<double> places, const QColor& color)
{
    m_places = std::move(places);
    m_color = color;
    update();
}

void TickScrollBar::paintEvent(QPaintEvent* event)
{
    QScrollBar::paintEvent(event);
    if (m_places.empty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    QPainter painter(this);
    for (const double place : m_places) {
        const int y = groove.top() + static_cast<int>(place * (groove.height() - 3));
        painter.fillRect(QRect(groove.left() + 2, y, groove.width() - 4, 3), m_color);
    }
}

} // namespace synoptic::ui
