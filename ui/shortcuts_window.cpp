// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts_window.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace synoptic::ui {

ShortcutsWindow::ShortcutsWindow(const QList<QAction*>& actions, QWidget* parent) : QWidget(parent, Qt::Tool)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget;
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setHeaderLabels({tr("Key"), tr("What it does")});
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    const auto add = [&](const QString& keys, const QString& text) { new QTreeWidgetItem(list, {keys, text}); };
    for (const QAction* action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        QString text = action->text();
        add(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText), text.remove(u'&'));
    }
    add(tr("← →"), tr("Timeline: earlier, later"));
    add(tr("Home, End"), tr("Timeline: first and last event"));
    add(tr("Wheel"), tr("Timeline: zoom around the pointer; with Shift, pan"));
    add(tr("Drag"), tr("Timeline: pan; with Shift, zoom to the band that is drawn; with Ctrl, read about it alone"));
    add(tr("Double click"), tr("Timeline: show everything; on the axis, put up a line of reference"));
    add(tr("Ctrl+Click"), tr("Timeline and table: select several events, A, B, C …, and see how far they lie apart"));
    add(tr("Enter"), tr("Reader: select the events of the sentence under the cursor; again for the next"));
    add(tr("Enter"), tr("List of contradictions: compare the sides"));
    list->resizeColumnToContents(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(list);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 26);
}

void ShortcutsWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace synoptic::ui
