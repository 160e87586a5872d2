// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace synoptic::ui {

class PlainLabel;

/// One sentence below the readers, until it is closed or replaced. Never a dialog over the text one reads.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(const QString& text);
    /// The same with something to be done about it; each action is a button.
    void offer(const QString& text, const QList<QAction*>& actions);
    QString text() const;

private:
    PlainLabel* m_label;
    QHBoxLayout* m_buttons;
    QToolButton* m_close;
};

} // namespace synoptic::ui
