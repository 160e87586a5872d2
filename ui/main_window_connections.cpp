// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_controller.h"
#include "ui/contradictions/hint_list.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/edit_actions.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/main_window.h"
#include "ui/nothing_page.h"
#include "ui/qt_conversions.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/start_page.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

// What one pane says and the others hear.
namespace synoptic::ui {

void MainWindow::connectPanes()
{
    connect(m_selection, &Selection::changed, this, &MainWindow::showSelection);
    connect(m_timelinePanel, &TimelinePanel::eventActivated, m_selection, &Selection::setCurrent);
    connect(m_timelinePanel, &TimelinePanel::eventToggled, m_selection, &Selection::toggle);
    connect(m_timelinePanel, &TimelinePanel::nothingActivated, this, [this] { m_selection->setCurrent(std::nullopt); });
    connect(m_timelinePanel, &TimelinePanel::filterChanged, this, &MainWindow::updateCounts);
    connect(m_strip, &ArticleStrip::sentenceActivated, this, &MainWindow::activateSentence);
    connect(m_inspector, &InspectorPanel::sentenceActivated, m_strip, &ArticleStrip::showSentence);
    connect(m_list, &ArticleListPanel::articleActivated, m_strip, &ArticleStrip::openArticle);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSampleRequested);
    connect(m_start, &StartPage::folderChosen, this, &MainWindow::openFolderRequested);
    connect(m_cancel, &QPushButton::clicked, this, &MainWindow::cancelRequested);
    const auto showSkippedFiles = [this] {
        m_skippedDock->show();
        m_skippedDock->raise();
    };
    connect(m_skippedButton, &QToolButton::clicked, this, showSkippedFiles);
    connect(m_nothing, &NothingPage::skippedRequested, this, showSkippedFiles);
    connect(m_nothing, &NothingPage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_date, &QLineEdit::returnPressed, this, &MainWindow::goToDate);
}

/// Table, matrix and charts show what the timeline shows.
void MainWindow::connectLists()
{
    connect(m_timelinePanel, &TimelinePanel::indexChanged, this, [this] {
        const auto index = m_timelinePanel->index();
        m_table->setIndex(index);
        m_coverage->setIndex(index);
        m_statistics->setIndex(index);
    });
    connect(m_table, &EventTablePanel::eventsChosen, this, [this](const std::vector<EventId>& events) {
        m_selection->setEvents(events);
        if (!events.empty())
            m_timelinePanel->view().reveal(events.back());
    });
    connect(m_table, &EventTablePanel::eventOpened, this, [this](EventId event) {
        m_selection->setCurrent(event);
        const auto& supports = (*m_timeline)[event].event.supports;
        if (!supports.empty())
            m_strip->showSentence({supports.front().article, supports.front().sentence});
    });
    connect(m_coverage, &CoveragePanel::eventChosen, this, [this](EventId event) {
        m_selection->setCurrent(event);
        m_timelinePanel->view().reveal(event);
    });
    connect(m_coverage, &CoveragePanel::sentenceChosen, m_strip, &ArticleStrip::showSentence);
    connect(m_coverage, &CoveragePanel::articleChosen, m_strip, &ArticleStrip::openArticle);
    connect(m_tableDock, &QDockWidget::visibilityChanged, m_table, &EventTablePanel::setSeen);
    connect(m_coverageDock, &QDockWidget::visibilityChanged, m_coverage, &CoveragePanel::setSeen);
    connect(m_statisticsDock, &QDockWidget::visibilityChanged, m_statistics, &StatisticsPanel::setSeen);
    connect(m_statistics, &StatisticsPanel::saveRequested, this, &MainWindow::savePicture);
}

void MainWindow::showSelection()
{
    const std::optional<EventId> event = m_selection->current();
    m_timelinePanel->setSelected(event, m_selection->events());
    m_strip->setEvent(event, m_selection->events());
    m_list->model().setEvent(event);
    m_table->setSelected(m_selection->all());
    m_coverage->setSelected(event);
    m_inspector->setEvent(event);
    m_inspector->setChosen(m_selection->all());
    showHistoryObjects();
}

void MainWindow::connectEditing()
{
    const auto say = [this](const QString& text) { showMessage(text); };
    connect(m_editing, &EditActions::editRequested, this, &MainWindow::editRequested);
    connect(m_editing, &EditActions::actionRequested, this, &MainWindow::actionRequested);
    connect(m_editing, &EditActions::said, this, say);
    connect(m_editing, &EditActions::eventChosen, this, [this](EventId event) {
        m_selection->setCurrent(event);
        m_timelinePanel->view().reveal(event);
    });
    const auto put = [this](const edits::Contradiction& record) {
        Q_EMIT editRequested(edits::PutContradiction{record});
    };
    connect(m_flagging, &FlagController::refused, this, say);
    m_flagging->setElsewhere([this]() -> std::vector<edits::SentenceRef> {
        if (m_inspector->supports().hasFocus())
            return m_inspector->chosenSentences();
        const auto cell = m_coverage->table().hasFocus() ? m_coverage->chosenSentence() : std::nullopt;
        return cell ? std::vector{*cell} : std::vector<edits::SentenceRef>{};
    });
    connect(m_flagging, &FlagController::recordRequested, this, [this, put](const edits::Contradiction& record) {
        put(record);
        m_contradictionDock->show();
        m_contradictionDock->raise();
    });
    connect(m_flagging, &FlagController::composingChanged, this,
            [this](bool isComposing) { m_flagFinish->setEnabled(isComposing); });
    connect(m_contradictions, &ContradictionPanel::contradictionChanged, this, put);
    connect(&m_contradictions->hints(), &HintList::dismissRequested, this,
            [this](const std::string& hint) { Q_EMIT editRequested(edits::DismissHint{hint}); });
    connect(m_hintButton, &QToolButton::clicked, this, [this] {
        m_contradictionDock->show();
        m_contradictionDock->raise();
        m_contradictions->hints().toggle().setChecked(true);
    });
    connect(m_contradictions, &ContradictionPanel::passageActivated, m_strip, &ArticleStrip::showPassage);
    connect(m_inspector, &InspectorPanel::contradictionActivated, this, [this](std::uint32_t number) {
        m_contradictionDock->show();
        m_contradictionDock->raise();
        m_contradictions->choose(number);
    });
    m_editing->accept().setIconText(tr("Accept")); // a button says what a menu says, in fewer words
    m_editing->reject().setIconText(tr("Reject"));
    for (QAction* own : m_editing->menu())
        if (own != nullptr)
            m_table->table().addAction(own);
    m_table->table().setContextMenuPolicy(Qt::ActionsContextMenu);
    m_inspector->setButtons({&m_editing->accept(), &m_editing->reject()});
    setUndo({}, {});
    m_flagFinish->setEnabled(false);
}

void MainWindow::connectSearch()
{
    const auto begin = [this](bool openOnly) {
        m_searchDock->show();
        m_searchDock->raise();
        m_search->begin(openOnly);
    };
    m_viewPause.setSingleShot(true);
    m_viewPause.setInterval(800);
    connect(&m_viewPause, &QTimer::timeout, this, &MainWindow::viewChanged);
    const auto changed = [this] { m_viewPause.start(); };
    connect(m_selection, &Selection::changed, this, changed);
    connect(m_timelinePanel, &TimelinePanel::filterChanged, this, changed);
    connect(&m_timelinePanel->view(), &TimelineView::visibleRangeChanged, this, changed);
    connect(m_findText, &QAction::triggered, this, [begin] { begin(false); });
    connect(m_findHere, &QAction::triggered, this, [begin] { begin(true); });
    connect(m_nextHit, &QAction::triggered, this, [this] { m_search->step(1); });
    connect(m_previousHit, &QAction::triggered, this, [this] { m_search->step(-1); });
    connect(m_search, &SearchPanel::queryChanged, this, &MainWindow::searchRequested);
    connect(m_search, &SearchPanel::hitsChanged, m_strip, &ArticleStrip::setFound);
    connect(m_search, &SearchPanel::hitActivated, m_strip, &ArticleStrip::showPassage);
    connect(m_strip, &ArticleStrip::columnsChanged, this, [this] { m_search->setShown(m_strip->shownArticles()); });
}

/// The events of a sentence, one after the other.
void MainWindow::activateSentence(edits::SentenceRef sentence)
{
    if (!m_timeline || m_flagging->isComposing()) // while flagging, a click chooses words and nothing else
        return;
    const auto events = m_timeline->eventsOf(sentence);
    if (events.empty())
        return;
    const auto current = m_selection->current() ? std::ranges::find(events, *m_selection->current()) : events.end();
    const EventId next = current == events.end() || current + 1 == events.end() ? events.front() : *(current + 1);
    m_selection->setCurrent(next);
    m_timelinePanel->view().reveal(next);
}

void MainWindow::step(int by)
{
    if (const auto event = m_timelinePanel->neighbor(m_selection->current(), by)) {
        m_selection->setCurrent(*event);
        m_timelinePanel->view().reveal(*event);
    }
}

void MainWindow::goToDate()
{
    const auto days = daysFromIso(bytesOf(m_date->text().trimmed()));
    if (!days) {
        showMessage(tr("Write a date as 2021, 2021-04 or 2021-04-15."));
        return;
    }
    TimelineView& view = m_timelinePanel->view();
    const timeline::TimeRange range = timeline::rangeOf(temporal::intervalOf(*days, temporal::Granularity::Day));
    if (range.width() > view.scale().visible().width())
        view.setVisibleRange(range);
    else
        view.setVisibleRange(view.scale().centeredOn(range.center()).visible());
    view.setFocus();
}

} // namespace synoptic::ui
