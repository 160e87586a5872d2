// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace synoptic::ui {

/// A frame around the button, choice, slider or row of tabs that the keyboard has reached: the style draws none that
/// one could see, and who works without a mouse would not know where they are.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    /// For what belongs to @p window, which it lies over.
    explicit FocusRing(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QPointer<QWidget> m_target;
};

} // namespace synoptic::ui
