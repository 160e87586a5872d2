// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QColor>
#include <QScrollBar>

namespace synoptic::ui {

/// A scroll bar that shows where in the text something is.
class TickScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit TickScrollBar(QWidget* parent = nullptr) : QScrollBar(Qt::Vertical, parent) {}

    /// @p places from 0 (begin of the text) to 1.
    void setTicks(std::vector<double> places, const QColor& color);
    const std::vector<double>& ticks() const { return m_places; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_places;
    QColor m_color;
};

} // namespace synoptic::ui
