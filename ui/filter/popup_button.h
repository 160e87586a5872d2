// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QFrame;

namespace synoptic::ui {

/// A button that opens a panel of choices under itself. The panel stays open while one chooses, unlike a menu; Esc and
/// a click elsewhere close it.
class PopupButton : public QToolButton
{
    Q_OBJECT

public:
    /// Takes @p content over.
    PopupButton(const QString& name, QWidget* content, QWidget* parent = nullptr);

    /// Says what is chosen instead of the name, in the color of what is active; empty: nothing is.
    void setChosen(const QString& words);
    bool isChosen() const { return m_isChosen; }
    void setActiveColor(const QColor& color);
    void open();
    QFrame& panel() { return *m_panel; }

Q_SIGNALS:
    void aboutToOpen();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintChosen();

    QString m_name;
    QFrame* m_panel;
    QColor m_active;
    bool m_isChosen = false;
};

} // namespace synoptic::ui
