// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <algorithm>

#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

#include "ui/anchors/anchor_review.h"
#include "ui/articles/article_details.h"
#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reading_menu.h"
#include "ui/changes/change_offer.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/contradictions/flag_controller.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/edit_actions.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/exchange/conflict_list.h"
#include "ui/focus_ring.h"
#include "ui/history/history_panel.h"
#include "ui/message_bar.h"
#include "ui/notes/marking.h"
#include "ui/notes/notes_panel.h"
#include "ui/nothing_page.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/start_page.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_menu.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_selection(new Selection(this))
    , m_messages(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_start(new StartPage)
    , m_nothing(new NothingPage)
    , m_strip(new ArticleStrip)
    , m_list(new ArticleListPanel)
    , m_inspector(new InspectorPanel)
    , m_contradictions(new ContradictionPanel)
    , m_flagBar(new FlagBar)
    , m_search(new SearchPanel)
    , m_anchors(new AnchorReview)
    , m_conflicts(new ConflictList)
    , m_offer(new ChangeOffer(tr("&Take it"), tr("&Leave it as it is")))
    , m_details(new ArticleDetails)
    , m_notes(new NotesPanel)
    , m_history(new HistoryPanel)
    , m_timelinePanel(new TimelinePanel)
    , m_table(new EventTablePanel)
    , m_coverage(new CoveragePanel)
    , m_statistics(new StatisticsPanel)
    , m_skipped(new QTreeWidget)
    , m_counts(new PlainLabel)
    , m_saved(new PlainLabel)
    , m_skippedButton(new QToolButton)
    , m_anchorButton(new QToolButton)
    , m_hintButton(new QToolButton)
    , m_progressText(new PlainLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_date(new QLineEdit)
{
    setObjectName(QStringLiteral("MainWindow"));
    setAcceptDrops(true);
    m_systemIsDark = Theme::fitting(QApplication::palette()).dark;
    buildPanes();
    buildStatusBar();
    m_flagging = new FlagController(*m_strip, *m_flagBar, *m_contradictions, this);
    m_editing = new EditActions({*m_selection, *m_strip, *m_inspector, *m_timelinePanel}, this);
    m_marking = new Marking({*m_selection, *m_strip, *m_contradictions, *m_notes}, this);
    m_reading = new ReadingMenu(*m_strip, this);
    m_timelineMenu = new TimelineMenu({*m_timelinePanel, *m_strip, *m_list}, this);
    buildActions();
    buildMenus();
    buildToolBar();
    connectPanes();
    connectLists();
    connectEditing();
    connectSearch();
    connectRecords();
    connectExchange();
    connectTimelineMenu();
    new FocusRing(this);
    applyTheme();
    finishProgress();
    resize(1280, 800);
    setFolder({});
}

MainWindow::~MainWindow()
{
    m_notes->finish(); // while there is someone to take the note that is being written
}

void MainWindow::setFolder(const QString& name)
{
    const bool wasOpen = !m_folder.isEmpty();
    const bool isOpen = !name.isEmpty();
    m_folder = name;
    m_isReading = isOpen;
    setWindowTitle(isOpen ? tr("%1 – Synoptic").arg(name) : tr("Synoptic"));
    updatePage();
    if (wasOpen && !isOpen)
        m_panesOfFolder = saveState();
    if (!isOpen) {
        for (QDockWidget* dock : panes())
            dock->hide();
        setTimeline(nullptr);
    } else if (!wasOpen) {
        if (m_panesOfFolder.isEmpty() || !restoreState(m_panesOfFolder)) {
            setPaneLayout(PaneLayout::Read);
        }
        m_offerDock->hide();
    }
    if (isOpen && !wasOpen)
        m_timelinePanel->view().setFocus();
    updateAvailability();
}

void MainWindow::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    // Numbers of events belong to a snapshot; the selected ones are found again by their keys
    std::vector<EventId> selected;
    if (m_timeline && timeline) {
        for (const EventId event : m_selection->all())
            if (const auto same = timeline->eventOf((*m_timeline)[event].event.key))
                selected.push_back(*same);
    }
    m_timeline = std::move(timeline);
    m_selection->renumber(std::move(selected));
    m_strip->setTimeline(m_timeline);
    m_list->setTimeline(m_timeline);
    m_inspector->setTimeline(m_timeline);
    m_timelinePanel->setTimeline(m_timeline);
    m_contradictions->setTimeline(m_timeline);
    m_flagging->setTimeline(m_timeline);
    m_search->setTimeline(m_timeline);
    m_search->setShown(m_strip->shownArticles());
    m_editing->setTimeline(m_timeline);
    m_anchors->setTimeline(m_timeline);
    m_conflicts->setTimeline(m_timeline);
    m_details->setTimeline(m_timeline);
    m_notes->setTimeline(m_timeline);
    m_marking->setTimeline(m_timeline);
    showSelection();
    showSkipped();
    updateCounts();
    updatePage();
    updateAvailability();
}

/// The readers; what to do first if no folder is open; why there is nothing if nothing was read.
void MainWindow::updatePage()
{
    const auto* analysis = m_timeline ? &m_timeline->analysis() : nullptr;
    const bool hasNothing = !m_folder.isEmpty() && !m_isReading && (analysis == nullptr || analysis->articles.empty());
    m_nothing->setSkipped(analysis == nullptr ? 0 : analysis->skipped.size());
    m_timelinePanel->view().setEmptyText(m_isReading
                                             ? tr("Events appear here when the articles have been read and compared.")
                                         : hasNothing ? QString()
                                                      : tr("No event was found in these articles."));
    if (m_folder.isEmpty())
        m_pages->setCurrentWidget(m_start);
    else
        m_pages->setCurrentWidget(hasNothing ? static_cast<QWidget*>(m_nothing) : m_strip);
}

void MainWindow::setProgress(const RunProgress& progress)
{
    const bool hasBegun = !m_isReading;
    m_isReading = true;
    updatePage();
    if (hasBegun)
        updateAvailability();
    switch (progress.phase) {
    case RunProgress::Phase::Scanning:
        m_progressText->setText(tr("Looking for articles…"));
        break;
    case RunProgress::Phase::Reading:
        m_progressText->setText(tr("Reading %1 of %2").arg(progress.done).arg(progress.total));
        break;
    case RunProgress::Phase::Linking:
        m_progressText->setText(tr("Comparing the articles…"));
        break;
    }
    m_progress->setRange(0, progress.phase == RunProgress::Phase::Reading ? progress.total : 0);
    m_progress->setValue(progress.done);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->show();
}

void MainWindow::finishProgress()
{
    m_isReading = false;
    updatePage();
    updateAvailability();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->hide();
}

void MainWindow::showMessage(const QString& text)
{
    m_messages->say(text);
}

QString MainWindow::message() const
{
    return m_messages->text();
}

void MainWindow::setSearchResult(const search::Query& query, const Result<search::Found>& found)
{
    m_search->setResult(query, found);
}

void MainWindow::setSaved(const QString& text)
{
    m_saved->setText(text);
}

QString MainWindow::savedText() const
{
    return m_saved->text();
}

void MainWindow::showSaveFailure(const QString& text)
{
    m_messages->offer(text, {m_retry, m_saveAs});
    m_saved->setText(tr("not saved"));
}

void MainWindow::setUndo(const QString& undo, const QString& redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undo));
    m_redo->setEnabled(!redo.isEmpty());
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redo));
}

void MainWindow::showSkipped()
{
    m_skipped->clear();
    const std::size_t count = m_timeline ? m_timeline->analysis().skipped.size() : 0;
    m_skippedButton->setText(count == 1 ? tr("1 file skipped") : tr("%1 files skipped").arg(count));
    m_skippedButton->setVisible(count > 0);
    if (count == 0)
        return;
    QList<QTreeWidgetItem*> rows;
    for (const corpus::SkippedFile& file : m_timeline->analysis().skipped)
        rows << new QTreeWidgetItem({fileText(file.file), lineText(file.reason)});
    m_skipped->addTopLevelItems(rows);
}

void MainWindow::updateCounts()
{
    QStringList parts;
    if (m_timeline) {
        const std::size_t articles = m_timeline->analysis().articles.size();
        parts << (articles == 1 ? tr("1 article") : tr("%1 articles").arg(articles));
        if (const QString counts = m_timelinePanel->countsText(); !counts.isEmpty())
            parts << counts;
        if (const std::size_t left = m_timelinePanel->unreviewed(); left > 0)
            parts << tr("%1 to review").arg(left);
        const auto open = std::ranges::count_if(m_timeline->contradictions(),
                                                [](const auto& found) { return isOpen(found.record.status); });
        if (open > 0)
            parts << (open == 1 ? tr("1 open contradiction") : tr("%1 open contradictions").arg(open));
    }
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    const std::size_t drifted = m_anchors->count();
    m_anchorButton->setText(drifted == 1 ? tr("1 quotation to review") : tr("%1 quotations to review").arg(drifted));
    m_anchorButton->setVisible(drifted > 0);
    const std::size_t hints = m_timeline ? m_timeline->hints().size() : 0;
    m_hintButton->setText(hints == 1 ? tr("1 hint at a contradiction") : tr("%1 hints at contradictions").arg(hints));
    m_hintButton->setVisible(hints > 0);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        Q_EMIT openFolderRequested(urls.front().toLocalFile());
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    // Qt makes the tabs of docks that share a place itself, and gives them no name
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr) {
        tabs->setAccessibleName(tr("Panes"));
        tabs->setElideMode(Qt::ElideNone); // names that one can read; those that do not fit are a click away
        tabs->setUsesScrollButtons(true);
    }
}

} // namespace synoptic::ui
