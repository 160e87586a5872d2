// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDataStream>
#include <QDockWidget>
#include <QIODevice>
#include <QStyleFactory>
#include <QTableView>

#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reading_menu.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dialogs/print_timeline.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/main_window.h"
#include "ui/notes/notes_panel.h"
#include "ui/outlined_style.h"
#include "ui/qt_conversions.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"
#include "ui/statistics/statistics_panel.h"
#include "ui/timeline/timeline_menu.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/views/saved_views.h"

// What the window looks like and where one was in it: kept with the program, or with the project.
namespace synoptic::ui {

namespace {
constexpr quint32 layoutMagic = 0x53594E4C; // "SYNL"
constexpr int layoutVersion = 6;
} // namespace

QByteArray MainWindow::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const bool isOpen = !m_folder.isEmpty();
    stream << layoutMagic << layoutVersion << saveGeometry()
           << (isOpen ? saveState() : m_panesOfFolder) // empty as long as no folder was open: the panes are hidden then
           << static_cast<quint8>(m_appearance) << m_reading->saved();
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
    QByteArray reading;
    stream >> magic >> version;
    if (magic != layoutMagic || version != layoutVersion)
        return false;
    stream >> geometry >> state >> appearance >> reading;
    if (stream.status() != QDataStream::Ok || appearance > static_cast<quint8>(Appearance::HighContrast) ||
        geometry.isEmpty())
        return false;
    const QByteArray before = saveState();
    if (!state.isEmpty() && !restoreState(state)) {
        restoreState(before);
        return false;
    }
    m_offerDock->hide(); // what was offered is not on offer any more
    restoreGeometry(geometry);
    setAppearance(static_cast<Appearance>(appearance));
    m_reading->restore(reading);
    if (m_folder.isEmpty()) {
        m_panesOfFolder = state;
        for (QDockWidget* dock : panes())
            dock->hide();
    }
    return true;
}

void MainWindow::setPaneLayout(PaneLayout layout)
{
    const bool hasList = layout == PaneLayout::Read || layout == PaneLayout::Compare;
    const bool hasInspector = layout != PaneLayout::Compare && layout != PaneLayout::Timeline;
    for (QDockWidget* dock : panes())
        dock->setFloating(false);
    m_listDock->setVisible(hasList);
    m_searchDock->hide();
    m_skippedDock->hide();
    for (QDockWidget* dock : {m_inspectorDock, m_contradictionDock, m_notesDock})
        dock->setVisible(hasInspector);
    for (QDockWidget* dock : {m_detailsDock, m_historyDock, m_conflictsDock, m_anchorsDock,
                              m_offerDock}) // they come when they are asked for
        dock->hide();
    for (QDockWidget* dock : {m_timelineDock, m_tableDock, m_coverageDock, m_statisticsDock})
        dock->show();
    m_inspectorDock->raise();
    QDockWidget* bottom = layout == PaneLayout::Compare  ? m_coverageDock
                          : layout == PaneLayout::Triage ? m_tableDock
                                                         : m_timelineDock;
    bottom->raise();
    QWidget* first = layout == PaneLayout::Compare  ? static_cast<QWidget*>(&m_coverage->table())
                     : layout == PaneLayout::Triage ? static_cast<QWidget*>(&m_table->table())
                                                    : static_cast<QWidget*>(&m_timelinePanel->view());
    first->setFocus();
    const int character = fontMetrics().averageCharWidth();
    resizeDocks({m_listDock, m_inspectorDock},
                {std::max(width() * 17 / 100, character * 30), std::max(width() * 20 / 100, character * 34)},
                Qt::Horizontal);
    // Who reads wants the text first; but below some twenty lines a timeline shows marks and no titles
    const int share = layout == PaneLayout::Timeline ? 68 : layout == PaneLayout::Read ? 40 : 50; // of the height
    const int least = std::min(height() * 45 / 100, fontMetrics().height() * 20);
    resizeDocks({bottom}, {std::max(height() * share / 100, least)}, Qt::Vertical);
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
    const Theme theme = m_appearance == Appearance::HighContrast ? Theme::highContrast()
                        : isDark                                 ? Theme::darkened()
                                                                 : Theme::light();
    const bool isOutlined = qobject_cast<OutlinedStyle*>(QApplication::style()) != nullptr;
    if (const bool isWanted = m_appearance == Appearance::HighContrast; isWanted != isOutlined) {
        if (isWanted)
            m_plainStyle = QApplication::style()->name();
        QApplication::setStyle(isWanted ? new OutlinedStyle(m_plainStyle) : QStyleFactory::create(m_plainStyle));
    }
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the application owns its style
    QApplication::setPalette(theme.palette());
    m_strip->setTheme(theme);
    m_list->setTheme(theme);
    m_inspector->setTheme(theme);
    m_timelinePanel->setTheme(theme);
    m_table->setTheme(theme);
    m_coverage->setTheme(theme);
    m_statistics->setTheme(theme);
    m_search->setTheme(theme);
    m_notes->setTheme(theme);
}

std::map<std::string, std::string> MainWindow::viewState() const
{
    const timeline::TimeRange seen = m_timelinePanel->view().scale().visible();
    const auto selected = m_selection->current();
    std::map<std::string, std::string> view = valuesOf(m_timelinePanel->filter());
    view["selection"] = m_timeline && selected ? (*m_timeline)[*selected].event.key : std::string();
    view["range"] = bytesOf(QString::number(seen.begin, 'f', 0) + u' ' + QString::number(seen.end, 'f', 0));
    view["time"] = m_timelinePanel->timeMode() == TimeMode::Event ? "event" : "publication";
    const auto lanes = m_timelinePanel->chosenLanes();
    view["lanes"] = lanes ? std::to_string(static_cast<int>(*lanes)) : std::string();
    QStringList references;
    for (const double time : m_timelinePanel->view().references())
        references << QString::number(time, 'f', 0);
    view["references"] = bytesOf(references.join(u' '));
    view["views"] = textOf(m_timelineMenu->views().views());
    return view;
}

void MainWindow::restoreView(const std::map<std::string, std::string>& view)
{
    const auto value = [&view](const char* name) {
        const auto found = view.find(name);
        return found == view.end() ? QString() : QString::fromStdString(found->second);
    };
    EventFilter filter = filterFrom(view);
    filter.exception = m_timelinePanel->filter().exception;
    if (filter != m_timelinePanel->filter())
        m_timelinePanel->setFilter(filter);
    m_timelinePanel->setTimeMode(value("time") == QStringLiteral("publication") ? TimeMode::Publication
                                                                                : TimeMode::Event);
    bool isLanes = false;
    const int lanes = value("lanes").toInt(&isLanes);
    const bool areKnown = isLanes && lanes >= 0 && lanes <= static_cast<int>(LaneMode::Topic);
    m_timelinePanel->setLanes(areKnown ? std::optional(static_cast<LaneMode>(lanes)) : std::nullopt);
    if (view.contains("views"))
        m_timelineMenu->views().setViews(savedViewsFrom(view.at("views")));
    std::vector<double> references;
    for (const QString& own : value("references").split(u' ', Qt::SkipEmptyParts)) {
        bool isTime = false;
        const double time = own.toDouble(&isTime);
        if (isTime && std::abs(time) < timeline::TimeScale::calendarEnd)
            references.push_back(time);
    }
    m_timelinePanel->view().setReferences(std::move(references));
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

void MainWindow::connectTimelineMenu()
{
    SavedViewsPanel& views = m_timelineMenu->views();
    const auto changed = [this] { m_viewPause.start(); };
    connect(&m_timelinePanel->view(), &TimelineView::referencesChanged, this, changed);
    connect(&views, &SavedViewsPanel::viewsChanged, this, changed);
    connect(&views, &SavedViewsPanel::saveRequested, this, [this, &views](const QString& name) {
        std::map<std::string, std::string> values = viewState();
        values.erase("views"); // a view holds no views
        values["panes"] = saveState().toBase64().toStdString();
        views.keep(name, std::move(values));
        showMessage(tr("“%1” is kept.").arg(name));
    });
    connect(&views, &SavedViewsPanel::viewChosen, this, [this](const SavedView& view) {
        restoreView(view.values);
        const auto state = view.values.find("panes");
        const QByteArray before = saveState();
        if (state != view.values.end() &&
            !restoreState(QByteArray::fromBase64(QByteArray::fromStdString(state->second))))
            restoreState(before);
    });
    connect(&m_timelineMenu->print(), &QAction::triggered, this, &MainWindow::printTimelinePages);
}

void MainWindow::printTimelinePages()
{
    if (!m_timeline)
        return;
    TimelineImageOptions options;
    options.filter = m_timelinePanel->filter();
    options.time = m_timelinePanel->timeMode();
    options.lanes = m_timelinePanel->chosenLanes();
    options.references = m_timelinePanel->view().references();
    printWithPreview(m_timeline, options, this);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_appearance == Appearance::System) {
        // Ours are told from the desktop's by their window color
        const QColor window = QApplication::palette().color(QPalette::Window);
        if (window == Theme::light().window || window == Theme::darkened().window ||
            window == Theme::highContrast().window)
            return;
        m_systemIsDark = Theme::fitting(QApplication::palette()).dark;
        applyTheme();
    }
}

} // namespace synoptic::ui
