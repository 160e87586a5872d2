// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <algorithm>

#include <QApplication>
#include <QDataStream>
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

#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/contradictions/flag_controller.h"
#include "ui/contradictions/hint_list.h"
#include "ui/edit_actions.h"
#include "ui/events/inspector_panel.h"
#include "ui/message_bar.h"
#include "ui/nothing_page.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/start_page.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

namespace {
constexpr quint32 layoutMagic = 0x53594E4C; // "SYNL"
constexpr int layoutVersion = 4;
} // namespace

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
    , m_timelinePanel(new TimelinePanel)
    , m_skipped(new QTreeWidget)
    , m_counts(new PlainLabel)
    , m_saved(new PlainLabel)
    , m_skippedButton(new QToolButton)
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
    buildActions();
    buildMenus();
    buildToolBar();
    connectPanes();
    connectEditing();
    connectSearch();
    applyTheme();
    finishProgress();
    resize(1280, 800);
    setFolder({});
}

MainWindow::~MainWindow() = default;

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
        for (QDockWidget* dock :
             {m_listDock, m_searchDock, m_inspectorDock, m_contradictionDock, m_timelineDock, m_skippedDock})
            dock->hide();
        setTimeline(nullptr);
    } else if (!wasOpen) {
        if (m_panesOfFolder.isEmpty() || !restoreState(m_panesOfFolder)) {
            for (QDockWidget* dock : {m_listDock, m_contradictionDock, m_inspectorDock, m_timelineDock})
                dock->show();
            m_inspectorDock->raise();
            const int character = fontMetrics().averageCharWidth();
            resizeDocks({m_listDock, m_inspectorDock},
                        {std::max(width() * 17 / 100, character * 30), std::max(width() * 20 / 100, character * 34)},
                        Qt::Horizontal);
            resizeDocks({m_timelineDock}, {std::max(height() * 44 / 100, std::min(height() / 2, 430))}, Qt::Vertical);
        }
    }
    if (isOpen && !wasOpen)
        m_timelinePanel->view().setFocus();
    updateAvailability();
}

void MainWindow::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    // Numbers of events belong to a snapshot; the selected one is found again by its key
    std::optional<EventId> selected;
    if (m_timeline && timeline && m_selection->current()) {
        const std::string& key = (*m_timeline)[*m_selection->current()].event.key;
        const auto& events = timeline->events();
        const auto same =
            std::ranges::find_if(events, [&](const edits::TimelineEvent& own) { return own.event.key == key; });
        if (same != events.end())
            selected = idAt<EventId>(static_cast<std::size_t>(same - events.begin()));
    }
    m_timeline = std::move(timeline);
    m_selection->renumber(selected);
    m_strip->setTimeline(m_timeline);
    m_list->setTimeline(m_timeline);
    m_inspector->setTimeline(m_timeline);
    m_timelinePanel->setTimeline(m_timeline);
    m_contradictions->setTimeline(m_timeline);
    m_flagging->setTimeline(m_timeline);
    m_search->setTimeline(m_timeline);
    m_search->setShown(m_strip->shownArticles());
    m_editing->setTimeline(m_timeline);
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
    m_isReading = true;
    updatePage();
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

QByteArray MainWindow::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const bool isOpen = !m_folder.isEmpty();
    stream << layoutMagic << layoutVersion << saveGeometry()
           << (isOpen ? saveState() : m_panesOfFolder) // empty as long as no folder was open: the panes are hidden then
           << static_cast<quint8>(m_appearance);
    return bytes;
}

bool MainWindow::restoreLayout(const QByteArray& layout)
{
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    int version = 0;
    QByteArray geometry;
    QByteArray state;
    quint8 appearance = 0;
    stream >> magic >> version;
    if (magic != layoutMagic || version != layoutVersion)
        return false;
    stream >> geometry >> state >> appearance;
    if (stream.status() != QDataStream::Ok || appearance > static_cast<quint8>(Appearance::Dark) || geometry.isEmpty())
        return false;
    const QByteArray before = saveState();
    if (!state.isEmpty() && !restoreState(state)) {
        restoreState(before);
        return false;
    }
    restoreGeometry(geometry);
    setAppearance(static_cast<Appearance>(appearance));
    if (m_folder.isEmpty()) {
        m_panesOfFolder = state;
        for (QDockWidget* dock :
             {m_listDock, m_searchDock, m_inspectorDock, m_contradictionDock, m_timelineDock, m_skippedDock})
            dock->hide();
    }
    return true;
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    m_appearanceActions[static_cast<int>(appearance)]->setChecked(true);
    applyTheme();
}

void MainWindow::applyTheme()
{
    const bool isDark = m_appearance == Appearance::System ? m_systemIsDark : m_appearance == Appearance::Dark;
    const Theme theme = isDark ? Theme::darkened() : Theme::light();
    QApplication::setPalette(theme.palette());
    m_strip->setTheme(theme);
    m_list->setTheme(theme);
    m_inspector->setTheme(theme);
    m_timelinePanel->setTheme(theme);
    m_search->setTheme(theme);
}

void MainWindow::connectPanes()
{
    connect(m_selection, &Selection::changed, this, &MainWindow::showSelection);
    connect(m_timelinePanel, &TimelinePanel::eventActivated, m_selection, &Selection::setCurrent);
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

void MainWindow::showSelection()
{
    const std::optional<EventId> event = m_selection->current();
    m_timelinePanel->setSelected(event);
    m_strip->setEvent(event);
    m_list->model().setEvent(event);
    m_inspector->setEvent(event);
}

void MainWindow::connectEditing()
{
    const auto say = [this](const QString& text) { showMessage(text); };
    connect(m_editing, &EditActions::editRequested, this, &MainWindow::editRequested);
    connect(m_editing, &EditActions::said, this, say);
    connect(m_editing, &EditActions::eventChosen, this, [this](EventId event) {
        m_selection->setCurrent(event);
        m_timelinePanel->view().reveal(event);
    });
    const auto put = [this](const edits::Contradiction& record) {
        Q_EMIT editRequested(edits::PutContradiction{record});
    };
    connect(m_flagging, &FlagController::refused, this, say);
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

std::map<std::string, std::string> MainWindow::viewState() const
{
    const timeline::TimeRange seen = m_timelinePanel->view().scale().visible();
    const EventFilter& filter = m_timelinePanel->filter();
    const auto selected = m_selection->current();
    return {{"selection", m_timeline && selected ? (*m_timeline)[*selected].event.key : std::string()},
            {"range", bytesOf(QString::number(seen.begin, 'f', 0) + u' ' + QString::number(seen.end, 'f', 0))},
            {"filter.text", bytesOf(filter.text)},
            {"filter.salience", bytesOf(QString::number(filter.minimumSalience, 'f', 2))}};
}

void MainWindow::restoreView(const std::map<std::string, std::string>& view)
{
    const auto value = [&view](const char* name) {
        const auto found = view.find(name);
        return found == view.end() ? QString() : QString::fromStdString(found->second);
    };
    EventFilter filter = m_timelinePanel->filter();
    filter.text = value("filter.text");
    bool isNumber = false;
    if (const double salience = value("filter.salience").toDouble(&isNumber); isNumber)
        filter.minimumSalience = std::clamp(salience, 0.0, 1.0);
    if (filter != m_timelinePanel->filter())
        m_timelinePanel->setFilter(filter);
    const QStringList range = value("range").split(u' ');
    if (range.size() == 2) {
        bool isBegin = false;
        bool isEnd = false;
        const timeline::TimeRange seen{range[0].toDouble(&isBegin), range[1].toDouble(&isEnd)};
        if (isBegin && isEnd && seen.width() >= 1.0)
            m_timelinePanel->view().setVisibleRange(seen);
    }
    if (const auto selected = m_timeline ? m_timeline->eventOf(bytesOf(value("selection"))) : std::nullopt)
        m_selection->setCurrent(*selected);
}

void MainWindow::setUndo(const QString& undo, const QString& redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undo));
    m_redo->setEnabled(!redo.isEmpty());
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redo));
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
        const auto open = std::ranges::count_if(m_timeline->contradictions(),
                                                [](const auto& found) { return isOpen(found.record.status); });
        if (open > 0)
            parts << (open == 1 ? tr("1 open contradiction") : tr("%1 open contradictions").arg(open));
    }
    m_counts->setText(parts.join(QStringLiteral(" · ")));
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
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr)
        tabs->setAccessibleName(tr("Panes"));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_appearance == Appearance::System) {
        // Ours are told from the desktop's by their window color
        const QColor window = QApplication::palette().color(QPalette::Window);
        if (window == Theme::light().window || window == Theme::darkened().window)
            return;
        m_systemIsDark = Theme::fitting(QApplication::palette()).dark;
        applyTheme();
    }
}

} // namespace synoptic::ui
