// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include "ui/timeline/timeline_index.h"

class QAction;
class QMenu;
class QWidget;

namespace synoptic::ui {

class ArticleListPanel;
class ArticleStrip;
class PopupButton;
class SavedViewsPanel;
class TimelinePanel;

/// What one does with the timeline beside moving in it: lines of reference, a brushed stretch of time that readers and
/// sources follow, lanes, views with names.
class TimelineMenu : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        TimelinePanel& timeline;
        ArticleStrip& articles;
        ArticleListPanel& list;
    };

    /// Keys work in @p window, which outlives this; so do the panes.
    TimelineMenu(const Panes& panes, QWidget* window);

    /// In the order in which a menu shows them; null: a line between them.
    QList<QAction*> actions() const;
    QMenu& lanes() { return *m_lanes; }
    SavedViewsPanel& views() { return *m_views; }
    PopupButton& viewsButton() { return *m_viewsButton; }
    QAction& print() { return *m_print; }
    /// Reads anew what is brushed: the events are others.
    void showBrushed();
    void setAvailable(bool hasEvents);
    /// Ends the brushing; false if nothing was brushed.
    bool clearBrush();

private:
    void addLanes(QWidget* window);

    Panes m_panes;
    QAction* m_reference;
    QAction* m_noReferences;
    QAction* m_brush;
    QAction* m_print;
    QAction* m_showViews;
    QMenu* m_lanes;
    SavedViewsPanel* m_views;
    PopupButton* m_viewsButton;
};

} // namespace synoptic::ui
