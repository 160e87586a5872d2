// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

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
    QString text() const;

private:
    PlainLabel* m_label;
    QToolButton* m_close;
};

} // namespace synoptic::ui
