// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "edits/changes.h"

class QPushButton;
class QTreeWidget;

namespace synoptic::ui {

class PlainLabel;

/// What would be different, before it is: the events that would come, go or stand at other days, and the choice to take
/// that or to leave it.
class ChangeOffer : public QWidget
{
    Q_OBJECT

public:
    /// @p take and @p leave: what the buttons say, with mnemonics.
    ChangeOffer(const QString& take, const QString& leave, QWidget* parent = nullptr);

    /// @p words say how much would change.
    void offer(const QString& words, const edits::Changes& changes);

    QString words() const;
    QTreeWidget& list() { return *m_list; }
    QPushButton& takeButton() { return *m_take; }
    QPushButton& leaveButton() { return *m_leave; }

Q_SIGNALS:
    void taken();
    void left();

private:
    PlainLabel* m_words;
    QTreeWidget* m_list;
    QPushButton* m_take;
    QPushButton* m_leave;
};

/// "3 new events, 1 event gone, 2 events at other days, 5 expressions of time"; empty: nothing changes.
QString changesInWords(const edits::Changes& changes);

} // namespace synoptic::ui
