// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/anchors/anchor_review.h"
#include "ui/articles/article_details.h"
#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reading_menu.h"
#include "ui/articles/support_walk.h"
#include "ui/changes/change_offer.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/edit_actions.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/exchange/conflict_list.h"
#include "ui/filter/filter_bar.h"
#include "ui/history/history_panel.h"
#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/notes/marking.h"
#include "ui/notes/notes_panel.h"
#include "ui/nothing_page.h"
#include "ui/plain_label.h"
#include "ui/search/search_panel.h"
#include "ui/start_page.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_menu.h"
#include "ui/timeline/timeline_panel.h"

// The parts of the window that are built once: panes, menus, bars.
namespace synoptic::ui {

void MainWindow::buildPanes()
{
    auto* center = new QWidget;
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // Below the texts: what comes and goes there moves no line that one reads
    column->addWidget(m_pages, 1);
    column->addWidget(m_flagBar);
    column->addWidget(m_messages);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_strip);
    setCentralWidget(center);

    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    m_listDock = addPane(tr("Sources"), QStringLiteral("sources"), m_list, Qt::LeftDockWidgetArea);
    m_searchDock = addPane(tr("Search"), QStringLiteral("search"), m_search, Qt::LeftDockWidgetArea);
    tabifyDockWidget(m_listDock, m_searchDock);
    m_inspectorDock = addPane(tr("Event"), QStringLiteral("inspector"), m_inspector, Qt::RightDockWidgetArea);
    m_contradictionDock =
        addPane(tr("Contradictions"), QStringLiteral("contradictions"), m_contradictions, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_inspectorDock, m_contradictionDock);
    m_detailsDock = addPane(tr("Article"), QStringLiteral("article"), m_details, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_contradictionDock, m_detailsDock);
    m_notesDock = addPane(tr("Notes"), QStringLiteral("notes"), m_notes, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_detailsDock, m_notesDock);
    m_historyDock = addPane(tr("History"), QStringLiteral("history"), m_history, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_notesDock, m_historyDock);
    m_conflictsDock =
        addPane(tr("Decided otherwise"), QStringLiteral("conflicts"), m_conflicts, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_historyDock, m_conflictsDock);
    m_offer->layout()->setContentsMargins(8, 8, 8, 4);
    m_offerDock = addPane(tr("Another reading"), QStringLiteral("reading"), m_offer, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_conflictsDock, m_offerDock);
    buildBottomPanes();
    m_skipped->setHeaderLabels({tr("File"), tr("Why it was skipped")});
    m_skipped->setRootIsDecorated(false);
    m_skipped->setUniformRowHeights(true);
    m_skipped->setFrameShape(QFrame::NoFrame);
    m_skipped->setAccessibleName(tr("Skipped files"));
    m_anchorsDock =
        addPane(tr("Quotations to review"), QStringLiteral("quotations"), m_anchors, Qt::LeftDockWidgetArea);
    m_skippedDock = addPane(tr("Skipped files"), QStringLiteral("skipped"), m_skipped, Qt::LeftDockWidgetArea);
}

/// The same events four times: in time, as a list, by source, as numbers.
void MainWindow::buildBottomPanes()
{
    const auto add = [this](const QString& title, const QString& name, QWidget* widget) {
        QDockWidget* dock = addPane(title, name, widget, Qt::BottomDockWidgetArea);
        if (m_timelineDock != nullptr) {
            dock->setTitleBarWidget(new QWidget); // its tab names it
            tabifyDockWidget(m_timelineDock, dock);
        }
        return dock;
    };
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    m_timelineDock = add(tr("Timeline"), QStringLiteral("timeline"), m_timelinePanel);
    m_timelineDock->setTitleBarWidget(&m_timelinePanel->toolRow()); // one row less between text and timeline
    m_tableDock = add(tr("Events"), QStringLiteral("events"), m_table);
    m_coverageDock = add(tr("Coverage"), QStringLiteral("coverage"), m_coverage);
    m_statisticsDock = add(tr("Statistics"), QStringLiteral("statistics"), m_statistics);
}

QList<QDockWidget*> MainWindow::panes() const
{
    return {m_listDock,  m_searchDock,   m_inspectorDock,  m_contradictionDock, m_detailsDock,
            m_notesDock, m_historyDock,  m_conflictsDock,  m_anchorsDock,       m_timelineDock,
            m_tableDock, m_coverageDock, m_statisticsDock, m_skippedDock,       m_offerDock};
}

QDockWidget* MainWindow::addPane(const QString& title, const QString& name, QWidget* widget, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    dock->hide();
    return dock;
}

void MainWindow::buildStatusBar()
{
    m_counts->setAccessibleName(tr("Counts"));
    m_skippedButton->setAutoRaise(true);
    m_skippedButton->setAccessibleName(tr("Show the skipped files"));
    m_skippedButton->setToolTip(tr("Show which files were skipped, and why"));
    m_skippedButton->hide();
    m_anchorButton->setAutoRaise(true);
    m_anchorButton->setAccessibleName(tr("Show the quotations that do not stand where they stood"));
    m_anchorButton->setToolTip(tr("Show the quotations whose words moved or are not found any more"));
    m_anchorButton->hide();
    m_hintButton->setAutoRaise(true);
    m_hintButton->setAccessibleName(tr("Show the hints at contradictions"));
    m_hintButton->setToolTip(tr("Show what the program takes for contradictions"));
    m_hintButton->hide();
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(fontMetrics().averageCharWidth() * 24, fontMetrics().height());
    m_cancel->setAccessibleName(tr("Cancel reading"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_counts);
    m_saved->setAccessibleName(tr("Saved"));
    m_saved->setForegroundRole(QPalette::PlaceholderText);
    statusBar()->addPermanentWidget(m_saved);
    statusBar()->addWidget(m_hintButton);
    statusBar()->addWidget(m_anchorButton);
    statusBar()->addWidget(m_skippedButton);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        statusBar()->addPermanentWidget(widget);
}

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_open);
    file->addAction(m_openProject);
    file->addAction(m_readAgain);
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addAction(m_sample);
    file->addSeparator();
    file->addAction(m_saveAs);
    file->addSeparator();
    file->addActions({m_export, m_exportWork, m_import});
    file->addSeparator();
    file->addAction(&m_timelineMenu->print());
    file->addSeparator();
    file->addAction(m_quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    for (QAction* own : m_editing->menu()) {
        if (own != nullptr)
            edit->addAction(own);
        else
            edit->addSeparator();
    }
    edit->addSeparator();
    edit->addActions({m_flag, m_flagFinish});
    edit->addSeparator();
    edit->addActions(m_marking->menu());
    m_strip->setReaderActions(QList{m_flag} + m_editing->ofSentence() + m_marking->menu());

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->addActions({m_next, m_previous, m_clear});
    const auto* walk = new SupportWalk(
        *m_selection, *m_strip, [this] { return m_timeline; }, this);
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the walk is our child
    go->addActions(walk->actions());
    go->addSeparator();
    go->addActions({m_findHere, m_findText, m_nextHit, m_previousHit});
    go->addSeparator();
    go->addActions({m_goToDate, m_findEvents, m_findSources, m_nextPane});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_zoomIn, m_zoomOut, m_fit, m_fitSelection});
    view->addActions({m_viewBack, m_viewForward});
    view->addSeparator();
    view->addAction(m_byPublication);
    for (QAction* own : m_timelineMenu->actions()) {
        if (own != nullptr)
            view->addAction(own);
        else
            view->addSeparator();
    }
    view->addSeparator();
    view->addActions({m_expressions, m_showDetails});
    view->addMenu(m_reading);
    view->addSeparator();
    QMenu* paneMenu = view->addMenu(tr("&Panes"));
    for (QDockWidget* dock : panes())
        if (dock != m_offerDock) // it comes when there is something to decide
            paneMenu->addAction(dock->toggleViewAction());
    QMenu* layouts = view->addMenu(tr("&Layout"));
    const std::array layoutNames = {tr("&Read"), tr("&Timeline"), tr("&Compare"), tr("Tr&iage")};
    for (int i = 0; i < static_cast<int>(layoutNames.size()); ++i) {
        QAction* choice = action(layoutNames[static_cast<std::size_t>(i)],
                                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))});
        layouts->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, i] {
            if (!m_folder.isEmpty())
                setPaneLayout(static_cast<PaneLayout>(i));
        });
    }
    view->addSeparator();
    QMenu* appearance = view->addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const std::array names = {tr("As the &system"), tr("&Light"), tr("&Dark"), tr("High &contrast")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QAction* choice = appearance->addAction(names[i]);
        choice->setCheckable(true);
        choice->setChecked(i == 0);
        group->addAction(choice);
        m_appearanceActions << choice;
    }
    connect(group, &QActionGroup::triggered, this,
            [this](QAction* choice) { setAppearance(static_cast<Appearance>(m_appearanceActions.indexOf(choice))); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_keys);
    setRecentFolders({});
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addActions({m_open});
    bar->addSeparator();
    bar->addActions({m_previous, m_next});
    bar->addSeparator();
    bar->addWidget(&m_timelinePanel->filterBar());
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_date->setPlaceholderText(tr("Go to date: 2021-04"));
    m_date->setAccessibleName(tr("Go to date"));
    m_date->setMaximumWidth(fontMetrics().averageCharWidth() * 21);
    bar->addWidget(m_date);
    bar->addAction(m_export);
    // A button says what a menu says, in fewer words
    m_open->setIconText(tr("Open folder"));
    m_previous->setIconText(tr("◂"));
    m_next->setIconText(tr("▸"));
    m_export->setIconText(tr("Export image"));
}

void MainWindow::setRecentFolders(const QStringList& folders, const QStringList& missing)
{
    m_recent = folders;
    m_start->setRecentFolders(folders, missing);
    m_recentMenu->clear();
    m_recentMenu->setEnabled(!folders.isEmpty());
    for (const QString& folder : folders) {
        QAction* const entry = m_recentMenu->addAction(withoutMnemonic(folder));
        entry->setEnabled(!missing.contains(folder));
        connect(entry, &QAction::triggered, this, [this, folder] { Q_EMIT openFolderRequested(folder); });
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear this list")), &QAction::triggered, this,
            &MainWindow::clearRecentFoldersRequested);
}

} // namespace synoptic::ui
