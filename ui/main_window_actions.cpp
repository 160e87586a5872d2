// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/articles/article_list.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/contradictions/flag_controller.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/edit_actions.h"
#include "ui/events/inspector_panel.h"
#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/nothing_page.h"
#include "ui/plain_label.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/shortcuts_window.h"
#include "ui/start_page.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

// The parts of the window that are built once: panes, actions, menus.
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
    m_timelineDock = addPane(tr("Timeline"), QStringLiteral("timeline"), m_timelinePanel, Qt::BottomDockWidgetArea);
    m_timelineDock->setTitleBarWidget(&m_timelinePanel->toolRow()); // one row less between text and timeline
    m_skipped->setHeaderLabels({tr("File"), tr("Why it was skipped")});
    m_skipped->setRootIsDecorated(false);
    m_skipped->setUniformRowHeights(true);
    m_skipped->setFrameShape(QFrame::NoFrame);
    m_skipped->setAccessibleName(tr("Skipped files"));
    m_skippedDock = addPane(tr("Skipped files"), QStringLiteral("skipped"), m_skipped, Qt::LeftDockWidgetArea);
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
    statusBar()->addWidget(m_skippedButton);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        statusBar()->addPermanentWidget(widget);
}

QAction* MainWindow::action(const QString& text, const QList<QKeySequence>& keys, const QString& tip)
{
    auto* made = new QAction(text, this);
    made->setShortcuts(keys);
    QString plain = text;
    plain.remove(u'&').remove(QStringLiteral("…"));
    const QString key =
        keys.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(keys.front().toString(QKeySequence::NativeText));
    made->setToolTip((tip.isEmpty() ? plain : tip) + key);
    addAction(made);
    return made;
}

void MainWindow::buildActions()
{
    m_open = action(tr("&Open folder…"), {QKeySequence::Open}, tr("Open a folder of articles"));
    m_sample = action(tr("Open the &sample"), {});
    m_openProject = action(tr("Open &project…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    m_saveAs = action(tr("&Save the project as…"), {QKeySequence::SaveAs});
    m_retry = action(tr("&Try to save again"), {});
    m_export = action(tr("&Export image…"), {QKeySequence(Qt::CTRL | Qt::Key_E)},
                      tr("Export the timeline as PNG, SVG or PDF"));
    m_quit = action(tr("&Quit"), {QKeySequence::Quit});
    m_next = action(tr("&Next event"), {QKeySequence(Qt::Key_J)});
    m_previous = action(tr("&Previous event"), {QKeySequence(Qt::Key_K)});
    m_clear = action(tr("&Clear the selection"), {QKeySequence(Qt::Key_Escape)});
    m_zoomIn = action(tr("Zoom &in"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal), QKeySequence::ZoomIn});
    m_zoomOut = action(tr("Zoom &out"), {QKeySequence(Qt::Key_Minus), QKeySequence::ZoomOut});
    m_fit = action(tr("&Fit the whole timeline"), {QKeySequence(Qt::Key_F)});
    m_goToDate = action(tr("&Go to date"), {QKeySequence(Qt::Key_G)});
    m_findEvents = action(tr("Filter &events"), {QKeySequence(Qt::CTRL | Qt::Key_K)});
    m_findSources = action(tr("Filter &sources"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)});
    m_findText = action(tr("Search all &articles"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    m_findHere = action(tr("F&ind in the open readers"), {QKeySequence(Qt::Key_Slash), QKeySequence::Find});
    m_nextHit = action(tr("Next place &found"), {QKeySequence::FindNext});
    m_previousHit = action(tr("Previous place f&ound"), {QKeySequence::FindPrevious});
    m_nextPane = action(tr("Next &pane"), {QKeySequence(Qt::Key_F6)});
    m_expressions = action(tr("&Times in the text"), {QKeySequence(Qt::Key_D)},
                           tr("Underline every expression of time in the articles"));
    m_expressions->setCheckable(true);
    m_undo = action(tr("&Undo"), {QKeySequence::Undo});
    m_redo = action(tr("&Redo"), {QKeySequence::Redo});
    m_flag = action(tr("&Contradiction: this sentence is a side"), {QKeySequence(Qt::Key_C)},
                    tr("Flag a contradiction: the selected sentence is a side of it"));
    m_flagFinish =
        action(tr("Contradiction: c&hoose the type"), {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_keys = action(tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_Question)});

    connect(m_open, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_openProject, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(m_saveAs, &QAction::triggered, this, &MainWindow::saveProjectAs);
    connect(m_retry, &QAction::triggered, this, &MainWindow::retrySavingRequested);
    connect(m_sample, &QAction::triggered, this, &MainWindow::openSampleRequested);
    connect(m_export, &QAction::triggered, this, &MainWindow::exportImage);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_undo, &QAction::triggered, this, &MainWindow::undoRequested);
    connect(m_redo, &QAction::triggered, this, &MainWindow::redoRequested);
    connect(m_flag, &QAction::triggered, m_flagging, &FlagController::flag);
    connect(m_flagFinish, &QAction::triggered, m_flagging, &FlagController::finish);
    connect(m_clear, &QAction::triggered, this, [this] {
        if (!m_flagging->cancel())
            m_selection->setCurrent(std::nullopt);
    });
    TimelineView* view = &m_timelinePanel->view();
    connect(m_zoomIn, &QAction::triggered, view, [view] { view->zoom(1.6); });
    connect(m_zoomOut, &QAction::triggered, view, [view] { view->zoom(1.0 / 1.6); });
    connect(m_fit, &QAction::triggered, view, &TimelineView::fit);
    connect(m_goToDate, &QAction::triggered, this, [this] {
        m_date->setFocus(Qt::ShortcutFocusReason);
        m_date->selectAll();
    });
    connect(m_findEvents, &QAction::triggered, this,
            [this] { m_timelinePanel->filterField().setFocus(Qt::ShortcutFocusReason); });
    connect(m_findSources, &QAction::triggered, this,
            [this] { m_list->filterField().setFocus(Qt::ShortcutFocusReason); });
    connect(m_nextPane, &QAction::triggered, this, [this, view] {
        std::vector<QWidget*> panes{&m_list->list()};
        for (ArticlePane* pane : m_strip->panes())
            panes.push_back(&pane->text());
        panes.push_back(&m_inspector->supports());
        panes.push_back(view);
        std::erase_if(panes, [](const QWidget* pane) { return !pane->isVisible(); });
        if (panes.empty())
            return;
        const auto current = std::ranges::find(panes, QApplication::focusWidget());
        const bool isLast = current == panes.end() || current + 1 == panes.end();
        (isLast ? panes.front() : *(current + 1))->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_expressions, &QAction::toggled, m_strip, &ArticleStrip::setExpressionsShown);
    connect(m_keys, &QAction::triggered, this, &MainWindow::showShortcuts);
}

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_open);
    file->addAction(m_openProject);
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addAction(m_sample);
    file->addSeparator();
    file->addAction(m_saveAs);
    file->addSeparator();
    file->addAction(m_export);
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

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->addActions({m_next, m_previous, m_clear});
    go->addSeparator();
    go->addActions({m_findHere, m_findText, m_nextHit, m_previousHit});
    go->addSeparator();
    go->addActions({m_goToDate, m_findEvents, m_findSources, m_nextPane});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_zoomIn, m_zoomOut, m_fit});
    view->addSeparator();
    view->addAction(m_expressions);
    view->addSeparator();
    for (QDockWidget* dock :
         {m_listDock, m_searchDock, m_inspectorDock, m_contradictionDock, m_timelineDock, m_skippedDock})
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    QMenu* appearance = view->addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const std::array names = {tr("As the &system"), tr("&Light"), tr("&Dark")};
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
    m_date->setPlaceholderText(tr("Go to date: 2021-04"));
    m_date->setAccessibleName(tr("Go to date"));
    m_date->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    bar->addWidget(m_date);
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addAction(m_export);
    // A button says what a menu says, in fewer words
    m_open->setIconText(tr("Open folder"));
    m_previous->setIconText(tr("◂ Previous"));
    m_next->setIconText(tr("Next ▸"));
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

void MainWindow::updateAvailability()
{
    const bool hasEvents = m_timeline && !m_timeline->events().empty();
    for (QAction* own : {m_export, m_next, m_previous, m_zoomIn, m_zoomOut, m_fit, m_goToDate, m_findEvents})
        own->setEnabled(hasEvents);
    const bool hasArticles = m_timeline && !m_timeline->analysis().articles.empty();
    for (QAction* own : {m_flag, m_findText, m_findHere, m_nextHit, m_previousHit})
        own->setEnabled(hasArticles);
    m_clear->setEnabled(hasArticles);
    m_date->setEnabled(hasEvents);
    m_saveAs->setEnabled(!m_folder.isEmpty());
    m_findSources->setEnabled(m_timeline != nullptr);
}

void MainWindow::chooseFolder()
{
    const QString start = m_recent.isEmpty() ? QString() : m_recent.front();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of articles"), start);
    if (!folder.isEmpty())
        Q_EMIT openFolderRequested(folder);
}

void MainWindow::chooseProject()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a project"), {}, tr("Projects (*.synoptic)"));
    if (!path.isEmpty())
        Q_EMIT openFolderRequested(path);
}

void MainWindow::saveProjectAs()
{
    const QString name = m_folder.isEmpty() ? tr("project") : m_folder;
    QString path = QFileDialog::getSaveFileName(this, tr("Save the project"), name + QStringLiteral(".synoptic"),
                                                tr("Projects (*.synoptic)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".synoptic"), Qt::CaseInsensitive))
        path += QStringLiteral(".synoptic");
    Q_EMIT saveAsRequested(path);
}

void MainWindow::exportImage()
{
    if (!m_timeline)
        return;
    m_imageOptions.minimumSalience = m_timelinePanel->filter().minimumSalience;
    ExportDialog dialog(m_timeline, m_imageOptions, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_imageOptions = dialog.options();
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export the timeline"), QStringLiteral("timeline") + dialog.suffix(),
                                     tr("Images (*%1)").arg(dialog.suffix()));
    if (path.isEmpty())
        return;
    if (!path.endsWith(dialog.suffix(), Qt::CaseInsensitive))
        path += dialog.suffix();
    Q_EMIT imageExportRequested(path, m_imageOptions);
}

void MainWindow::showShortcuts()
{
    if (m_shortcuts == nullptr)
        m_shortcuts = new ShortcutsWindow(actions(), this);
    m_shortcuts->show();
    m_shortcuts->raise();
}

} // namespace synoptic::ui
