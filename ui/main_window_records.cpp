// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's records of an analyst's work: what was corrected of articles, notes, highlights, history.
#include <algorithm>

#include <QAction>
#include <QDockWidget>
#include <QToolButton>

#include "ui/anchors/anchor_review.h"
#include "ui/articles/article_details.h"
#include "ui/articles/article_strip.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/events/inspector_panel.h"
#include "ui/history/history_panel.h"
#include "ui/main_window.h"
#include "ui/notes/marking.h"
#include "ui/notes/notes_panel.h"
#include "ui/qt_conversions.h"
#include "ui/selection.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

namespace {
constexpr std::string_view ofEvent = "event:";
constexpr std::string_view ofArticle = "article:";
constexpr std::string_view ofContradiction = "contradiction:";
} // namespace

void MainWindow::connectRecords()
{
    const auto open = [](QDockWidget* dock) {
        dock->show();
        dock->raise();
    };
    const auto openContradiction = [this, open](std::uint32_t number) {
        open(m_contradictionDock);
        m_contradictions->choose(number);
    };
    const auto openEvent = [this](EventId event) {
        m_selection->setCurrent(event);
        m_timelinePanel->view().reveal(event);
    };
    connect(m_marking, &Marking::editRequested, this, &MainWindow::editRequested);
    connect(m_marking, &Marking::actionRequested, this, &MainWindow::actionRequested);
    connect(m_marking, &Marking::said, this, &MainWindow::showMessage);
    connect(m_marking, &Marking::notesWanted, this, [this, open] { open(m_notesDock); });
    connect(m_notes, &NotesPanel::passageActivated, m_strip, &ArticleStrip::showPassage);
    connect(m_notes, &NotesPanel::contradictionActivated, this, openContradiction);
    connect(m_notes, &NotesPanel::eventActivated, this, openEvent);
    connect(m_inspector, &InspectorPanel::noteActivated, this, [this, open](const std::string& key) {
        open(m_notesDock);
        m_notes->choose(key);
    });
    const auto openDetails = [this, open](ArticleId article) {
        open(m_detailsDock);
        m_details->show(article);
        m_details->beginRedate();
    };
    connect(m_strip, &ArticleStrip::detailsRequested, this, openDetails);
    connect(m_showDetails, &QAction::triggered, this, [this, openDetails] {
        if (const auto article = m_timeline ? m_strip->currentArticle() : std::nullopt)
            openDetails(*article);
    });
    connect(m_strip, &ArticleStrip::passageChanged, this, [this] {
        if (const auto article = m_strip->currentArticle())
            m_details->show(*article);
    });
    connect(m_anchors, &AnchorReview::passageActivated, m_strip, &ArticleStrip::showPassage);
    connect(m_anchors, &AnchorReview::articleActivated, m_strip, &ArticleStrip::openArticle);
    connect(m_anchorButton, &QToolButton::clicked, this, [this, open] { open(m_anchorsDock); });
    connect(m_details, &ArticleDetails::editRequested, this, &MainWindow::editRequested);
    connect(m_details, &ArticleDetails::previewRequested, this, &MainWindow::previewRequested);
    connect(m_details, &ArticleDetails::passageActivated, m_strip, &ArticleStrip::showPassage);
    connect(m_history, &HistoryPanel::objectActivated, this, &MainWindow::activateObject);
    connect(m_strip, &ArticleStrip::passageChanged, this, &MainWindow::showHistoryObjects);
    connect(m_contradictions, &ContradictionPanel::chosenChanged, this, &MainWindow::showHistoryObjects);
}

void MainWindow::setPreview(const edits::SetPublication& edit, const edits::Changes& changes)
{
    m_details->setPreview(edit, changes);
}

void MainWindow::setHistory(std::vector<HistoryItem> items)
{
    m_history->setItems(std::move(items));
}

/// What the scopes of the history stand for now.
void MainWindow::showHistoryObjects()
{
    using Scope = HistoryPanel::Scope;
    std::vector<std::string> event;
    std::vector<std::string> article;
    std::vector<std::string> contradiction;
    if (m_timeline && m_selection->current()) {
        for (const std::string& key : m_timeline->keysOf(*m_selection->current()))
            event.push_back(std::string(ofEvent) + key);
    }
    if (const auto passage = m_timeline ? m_strip->currentPassage() : std::nullopt)
        article.push_back(std::string(ofArticle) + m_timeline->analysis()[passage->article].article.file);
    if (const auto chosen = m_contradictions->chosen())
        contradiction.push_back(std::string(ofContradiction) + bytesOf(contradictionName(*chosen)));
    m_history->setObjects(Scope::Event, std::move(event));
    m_history->setObjects(Scope::Article, std::move(article));
    m_history->setObjects(Scope::Contradiction, std::move(contradiction));
}

/// Selects or opens what a line of the history is about, if it is still there.
void MainWindow::activateObject(const std::string& object)
{
    if (!m_timeline)
        return;
    if (object.starts_with(ofEvent)) {
        if (const auto event = m_timeline->eventOf(std::string_view(object).substr(ofEvent.size()))) {
            m_selection->setCurrent(*event);
            m_timelinePanel->view().reveal(*event);
        }
    } else if (object.starts_with(ofArticle)) {
        const auto& articles = m_timeline->analysis().articles;
        const auto found = std::ranges::find_if(
            articles, [name = object.substr(ofArticle.size())](const auto& own) { return own->article.file == name; });
        if (found != articles.end())
            m_strip->openArticle(idAt<ArticleId>(static_cast<std::size_t>(found - articles.begin())));
    } else if (object.starts_with(ofContradiction)) {
        m_contradictionDock->show();
        m_contradictionDock->raise();
        m_contradictions->choose(QString::fromStdString(object).section(u'-', -1).toUInt());
    }
}

} // namespace synoptic::ui
