// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace synoptic::ui {

/// All keys on one page, beside the window, never over the text one reads.
class ShortcutsWindow : public QWidget
{
    Q_OBJECT

public:
    ShortcutsWindow(const QList<QAction*>& actions, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace synoptic::ui
