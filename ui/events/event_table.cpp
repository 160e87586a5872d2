// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_table.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace synoptic::ui {

EventTablePanel::EventTablePanel(QWidget* parent)
    : QWidget(parent), m_model(new EventTableModel(this)), m_table(new QTableView)
{
    setAccessibleName(tr("Events"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Events as a table"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(EventTableModel::TitleColumn, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    const std::array widths{26, 40, 11, 14, 14, 15, 9, 10};
    for (std::size_t i = 0; i < widths.size(); ++i)
        m_table->setColumnWidth(static_cast<int>(i), widths[i] * character);
    header->setSortIndicator(EventTableModel::DateColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventTablePanel::choose);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT eventOpened(m_model->eventAt(index.row())); });
}

void EventTablePanel::setTheme(const Theme& theme)
{
    m_model->setTheme(theme, font());
}

void EventTablePanel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_isStale = true;
    if (isVisible() && m_isSeen)
        refresh();
}

void EventTablePanel::setSeen(bool seen)
{
    m_isSeen = seen;
    if (!isVisible() || !seen)
        return;
    refresh();
    setSelected(m_selected);
}

void EventTablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isSeen)
        refresh();
}

void EventTablePanel::refresh()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    m_isFollowing = true;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setIndex(m_index);
    m_table->verticalScrollBar()->setValue(scrolled);
    m_isFollowing = false;
    setSelected(m_selected);
}

void EventTablePanel::choose()
{
    if (m_isFollowing)
        return;
    const QItemSelectionModel* selection = m_table->selectionModel();
    std::vector<EventId> chosen; // from above to below
    for (const QModelIndex& own : selection->selectedRows())
        chosen.push_back(m_model->eventAt(own.row()));
    const auto row = [this](EventId event) { return m_model->rowOf(event).value_or(-1); };
    std::ranges::sort(chosen, {}, row);
    // What was chosen before keeps its letter, and the current row comes last
    std::vector<EventId> events;
    const auto isChosen = [&](EventId event) {
        const auto at = m_model->rowOf(event);
        return at && std::ranges::binary_search(chosen, *at, {}, row);
    };
    std::ranges::copy_if(m_selected, std::back_inserter(events), isChosen);
    std::vector<EventId> before = events;
    std::ranges::sort(before);
    std::ranges::copy_if(chosen, std::back_inserter(events),
                         [&](EventId event) { return !std::ranges::binary_search(before, event); });
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && selection->isRowSelected(current.row())) {
        std::erase(events, m_model->eventAt(current.row()));
        events.push_back(m_model->eventAt(current.row()));
    }
    m_selected = events;
    Q_EMIT eventsChosen(events);
}

void EventTablePanel::setSelected(const std::vector<EventId>& events)
{
    m_selected = events;
    if (!isVisible() || !m_isSeen)
        return;
    m_isFollowing = true;
    std::vector<int> chosen;
    for (const EventId event : events)
        if (const auto row = m_model->rowOf(event))
            chosen.push_back(*row);
    const QModelIndex current = chosen.empty() ? QModelIndex() : m_model->index(chosen.back(), 0);
    std::ranges::sort(chosen);
    QItemSelection rows; // in stretches: thousands of rows are one
    for (std::size_t first = 0; first < chosen.size();) {
        std::size_t last = first;
        while (last + 1 < chosen.size() && chosen[last + 1] == chosen[last] + 1)
            ++last;
        rows.select(m_model->index(chosen[first], 0), m_model->index(chosen[last], EventTableModel::ColumnCount - 1));
        first = last + 1;
    }
    QItemSelectionModel* selection = m_table->selectionModel();
    selection->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current.isValid() && m_table->currentIndex().row() != current.row()) { // -1 without one
        selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(current);
    }
    m_isFollowing = false;
}

} // namespace synoptic::ui
