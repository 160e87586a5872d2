// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTreeView>

#include "ui/articles/article_list.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/contradictions/flag_controller.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/edit_actions.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/filter/filter_bar.h"
#include "ui/main_window.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/shortcuts_window.h"
#include "ui/timeline/timeline_menu.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

// The actions of the window, and the dialogs they open.
namespace synoptic::ui {

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
    m_readAgain = action(tr("&Read the folder again"), {QKeySequence::Refresh},
                         tr("Read files that came or changed; what was decided stands"));
    m_saveAs = action(tr("&Save the project as…"), {QKeySequence::SaveAs});
    m_retry = action(tr("&Try to save again"), {});
    m_export = action(tr("&Export image…"), {QKeySequence(Qt::CTRL | Qt::Key_E)},
                      tr("Export the timeline as PNG, SVG or PDF"));
    m_exportWork = action(tr("Export report or &data…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
                          tr("Write the chronology and the contradictions as a report, a table or a document"));
    m_import = action(tr("&Read in someone's work…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
                      tr("Join what a colleague decided with your own decisions"));
    m_quit = action(tr("&Quit"), {QKeySequence::Quit});
    m_next = action(tr("&Next event"), {QKeySequence(Qt::Key_J)});
    m_previous = action(tr("&Previous event"), {QKeySequence(Qt::Key_K)});
    m_clear = action(tr("&Clear the selection"), {QKeySequence(Qt::Key_Escape)});
    m_zoomIn = action(tr("Zoom &in"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal), QKeySequence::ZoomIn});
    m_zoomOut = action(tr("Zoom &out"), {QKeySequence(Qt::Key_Minus), QKeySequence::ZoomOut});
    m_fit = action(tr("&Fit the whole timeline"), {QKeySequence(Qt::Key_F)});
    m_fitSelection = action(tr("Fit the se&lection"), {QKeySequence(Qt::SHIFT | Qt::Key_F)});
    m_viewBack = action(tr("View &back"), {QKeySequence(Qt::Key_BracketLeft), QKeySequence(Qt::ALT | Qt::Key_Left)},
                        tr("The stretch of time that was shown before"));
    m_viewForward =
        action(tr("View f&orward"), {QKeySequence(Qt::Key_BracketRight), QKeySequence(Qt::ALT | Qt::Key_Right)});
    m_byPublication = action(tr("By time of &publication"), {QKeySequence(Qt::SHIFT | Qt::Key_P)},
                             tr("Place events where they were told instead of where they happened"));
    m_byPublication->setCheckable(true);
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
    m_showDetails = action(tr("Article &details"), {QKeySequence(Qt::Key_I)},
                           tr("Where the publication date of the article comes from; correct it, title or source"));
    m_undo = action(tr("&Undo"), {QKeySequence::Undo});
    m_redo = action(tr("&Redo"), {QKeySequence::Redo});
    m_flag = action(tr("&Contradiction: this sentence is a side"), {QKeySequence(Qt::Key_C)},
                    tr("Flag a contradiction: the selected sentence is a side of it"));
    m_flagFinish =
        action(tr("Contradiction: c&hoose the type"), {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_keys = action(tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});

    connect(m_open, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_openProject, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(m_readAgain, &QAction::triggered, this, &MainWindow::readAgainRequested);
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
        if (!m_flagging->cancel() && !m_timelineMenu->clearBrush())
            m_selection->setCurrent(std::nullopt);
    });
    TimelineView* view = &m_timelinePanel->view();
    connect(m_zoomIn, &QAction::triggered, view, [view] { view->zoom(1.6); });
    connect(m_zoomOut, &QAction::triggered, view, [view] { view->zoom(1.0 / 1.6); });
    connect(m_fit, &QAction::triggered, view, &TimelineView::fit);
    connect(m_fitSelection, &QAction::triggered, view, &TimelineView::fitSelection);
    connect(m_viewBack, &QAction::triggered, view, [view] { view->goThroughViews(-1); });
    connect(m_viewForward, &QAction::triggered, view, [view] { view->goThroughViews(1); });
    connect(m_byPublication, &QAction::triggered, m_timelinePanel, [this](bool isWanted) {
        m_timelinePanel->setTimeMode(isWanted ? TimeMode::Publication : TimeMode::Event);
    });
    connect(m_timelinePanel, &TimelinePanel::indexChanged, m_byPublication,
            [this] { m_byPublication->setChecked(m_timelinePanel->timeMode() == TimeMode::Publication); });
    connect(m_goToDate, &QAction::triggered, this, [this] {
        m_date->setFocus(Qt::ShortcutFocusReason);
        m_date->selectAll();
    });
    connect(m_findEvents, &QAction::triggered, this,
            [this] { m_timelinePanel->filterBar().textField().setFocus(Qt::ShortcutFocusReason); });
    connect(m_findSources, &QAction::triggered, this,
            [this] { m_list->filterField().setFocus(Qt::ShortcutFocusReason); });
    connect(m_nextPane, &QAction::triggered, this, [this, view] {
        std::vector<QWidget*> panes{&m_list->list()};
        for (ArticlePane* pane : m_strip->panes())
            panes.push_back(&pane->text());
        panes.push_back(&m_inspector->supports());
        panes.insert(panes.end(), {view, &m_table->table(), &m_coverage->table()});
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

void MainWindow::updateAvailability()
{
    const bool hasEvents = m_timeline && !m_timeline->events().empty();
    m_readAgain->setEnabled(!m_folder.isEmpty() && !m_isReading);
    m_exportWork->setEnabled(m_timeline != nullptr);
    m_import->setEnabled(m_timeline != nullptr && !m_isReading);
    for (QAction* own : {m_export, m_next, m_previous, m_zoomIn, m_zoomOut, m_fit, m_fitSelection, m_viewBack,
                         m_viewForward, m_byPublication, m_goToDate, m_findEvents})
        own->setEnabled(hasEvents);
    const bool hasArticles = m_timeline && !m_timeline->analysis().articles.empty();
    for (QAction* own : {m_flag, m_findText, m_findHere, m_nextHit, m_previousHit})
        own->setEnabled(hasArticles);
    m_timelineMenu->setAvailable(hasEvents);
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
    m_imageOptions.filter = m_timelinePanel->filter();
    m_imageOptions.time = m_timelinePanel->timeMode();
    m_imageOptions.lanes = m_timelinePanel->chosenLanes();
    m_imageOptions.references = m_timelinePanel->view().references();
    ExportDialog dialog(m_timeline, m_imageOptions,
                        {m_timelinePanel->view().scale().visible(), m_timelinePanel->view().selectedRange()}, this);
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

void MainWindow::savePicture(const QImage& image)
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save the picture"), QStringLiteral("statistics.png"),
                                                tr("Images (*.png)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        path += QStringLiteral(".png");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (image.save(&buffer, "PNG"))
        Q_EMIT pictureExportRequested(path, bytes);
}

void MainWindow::showShortcuts()
{
    if (m_shortcuts == nullptr)
        m_shortcuts = new ShortcutsWindow(actions(), this);
    m_shortcuts->show();
    m_shortcuts->raise();
}

} // namespace synoptic::ui
