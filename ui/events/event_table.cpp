// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_table.h"

#include <algorithm>
#include <numeric>

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/selection.h"
#include "ui/timeline/timeline_painter.h"

namespace synoptic::ui {

namespace {

constexpr std::array shapes{MarkShape::Disc, MarkShape::Triangle, MarkShape::Diamond, MarkShape::Cross};

QString dateOf(const analysis::Event& event)
{
    if (event.positions.empty())
        return dateText(event.date);
    QStringList dates;
    for (const events::EventDate& position : event.positions)
        dates << shortDateText(position);
    return EventTableModel::tr("disputed: %1").arg(dates.join(EventTableModel::tr(" or ")));
}

} // namespace

void EventTableModel::setTheme(const Theme& theme, const QFont& font)
{
    const int size = QFontMetrics(font).height();
    const TimelinePainter artist(theme, font);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        m_marks[i] = QPixmap(QSize(size, size) * 2);
        m_marks[i].setDevicePixelRatio(2.0);
        m_marks[i].fill(Qt::transparent);
        QPainter painter(&m_marks[i]);
        painter.setRenderHint(QPainter::Antialiasing);
        SceneMark mark;
        mark.shape = shapes[i];
        mark.radius = size * 0.28;
        mark.center = {size / 2.0, size / 2.0};
        artist.paintMark(painter, mark);
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, CertaintyColumn), index(rowCount() - 1, CertaintyColumn), {Qt::DecorationRole});
}

void EventTableModel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    beginResetModel();
    m_index = std::move(index);
    m_rows.clear();
    if (m_index) {
        m_rows = m_index->order();
        m_rows.insert(m_rows.end(), m_index->undated().begin(), m_index->undated().end());
        arrange();
    }
    endResetModel();
}

std::optional<int> EventTableModel::rowOf(EventId event) const
{
    const auto row = std::ranges::find(m_rows, event);
    return row == m_rows.end() ? std::nullopt : std::optional(static_cast<int>(row - m_rows.begin()));
}

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventTableModel::textOf(EventId id, int column) const
{
    const edits::TimelineEvent& shown = m_index->timeline()[id];
    switch (column) {
    case DateColumn:
        return dateOf(shown.event);
    case TitleColumn:
        return lineText(shown.event.title);
    case SourcesColumn:
        return QString::number(shown.event.sources);
    case IndependentColumn:
        return QString::number(shown.event.independent);
    case CertaintyColumn:
        return factualityText(shown.event.factuality);
    case ReviewColumn:
        switch (shown.review) {
        case edits::ReviewState::Candidate:
            return tr("not reviewed");
        case edits::ReviewState::Accepted:
            return tr("accepted");
        case edits::ReviewState::Rejected:
            return tr("rejected");
        }
        return {};
    case FlagColumn: {
        const std::size_t flags = m_index->timeline().contradictionsOf(id).size();
        return flags == 0 ? QString() : tr("⚑ %1").arg(flags);
    }
    case WeightColumn:
        return QString::number(shown.event.salience, 'f', 2);
    default:
        return {};
    }
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const EventId id = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(id, index.column());
    case Qt::DecorationRole:
        if (index.column() == CertaintyColumn)
            return m_marks[static_cast<std::size_t>(m_index->timeline()[id].event.factuality)];
        return {};
    case Qt::TextAlignmentRole:
        switch (index.column()) {
        case SourcesColumn:
        case IndependentColumn:
        case WeightColumn:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        }
    case Qt::ToolTipRole:
        if (index.column() == DateColumn)
            return plainToolTip(dateReasonText(m_index->timeline()[id].event.date));
        return index.column() == TitleColumn ? plainToolTip(textOf(id, TitleColumn)) : QVariant();
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == SourcesColumn || section == IndependentColumn || section == WeightColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn:
        return tr("Date");
    case TitleColumn:
        return tr("Event");
    case SourcesColumn:
        return tr("Sources");
    case IndependentColumn:
        return tr("Independent");
    case CertaintyColumn:
        return tr("Certainty");
    case ReviewColumn:
        return tr("Review");
    case FlagColumn:
        return tr("Flags");
    case WeightColumn:
        return tr("Weight");
    default:
        return {};
    }
}

void EventTableModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    if (!m_index)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<EventId> events;
    events.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& own : before)
        events.push_back(eventAt(own.row()));
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(events[static_cast<std::size_t>(i)]).value_or(0), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

/// Of equals the earlier one comes first, whatever the order.
void EventTableModel::arrange()
{
    m_rows = m_index->order();
    m_rows.insert(m_rows.end(), m_index->undated().begin(), m_index->undated().end());
    const edits::Timeline& timeline = m_index->timeline();
    const auto sortBy = [this](auto key) {
        if (m_order == Qt::AscendingOrder)
            std::ranges::stable_sort(m_rows, {}, key);
        else
            std::ranges::stable_sort(m_rows, std::ranges::greater{}, key);
    };
    switch (m_column) {
    case TitleColumn: {
        std::vector<QString> titles(timeline.events().size());
        for (const EventId id : m_rows)
            titles[indexOf(id)] = textOf(id, TitleColumn).toCaseFolded();
        sortBy([&](EventId id) -> const QString& { return titles[indexOf(id)]; });
        break;
    }
    case SourcesColumn:
        sortBy([&](EventId id) { return timeline[id].event.sources; });
        break;
    case IndependentColumn:
        sortBy([&](EventId id) { return timeline[id].event.independent; });
        break;
    case CertaintyColumn:
        sortBy([&](EventId id) { return timeline[id].event.factuality; });
        break;
    case ReviewColumn:
        sortBy([&](EventId id) { return timeline[id].review; });
        break;
    case FlagColumn:
        sortBy([&](EventId id) { return timeline.contradictionsOf(id).size(); });
        break;
    case WeightColumn:
        sortBy([&](EventId id) { return timeline[id].event.salience; });
        break;
    default: // by date, as the index has them; the undated stay last
        if (m_order == Qt::DescendingOrder)
            std::reverse(m_rows.begin(), m_rows.begin() + std::ssize(m_index->order()));
        break;
    }
}

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
    std::vector<EventId> events = m_selected;
    const auto isChosen = [this](EventId event) {
        const auto row = m_model->rowOf(event);
        return row && m_table->selectionModel()->isRowSelected(*row);
    };
    std::erase_if(events, [&](EventId event) { return !isChosen(event); });
    // What was chosen before keeps its letter; of a long stretch as many follow as there are letters
    const QModelIndex current = m_table->currentIndex();
    for (const QModelIndex& own : m_table->selectionModel()->selectedRows()) {
        if (events.size() + 1 >= Selection::most)
            break;
        const EventId event = m_model->eventAt(own.row());
        if (own.row() != current.row() && std::ranges::find(events, event) == events.end())
            events.push_back(event);
    }
    if (current.isValid() && m_table->selectionModel()->isRowSelected(current.row())) {
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
    QItemSelection rows;
    std::optional<int> current;
    for (const EventId event : events) {
        if (const auto row = m_model->rowOf(event)) {
            rows.select(m_model->index(*row, 0), m_model->index(*row, EventTableModel::ColumnCount - 1));
            current = row;
        }
    }
    QItemSelectionModel* selection = m_table->selectionModel();
    selection->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current && (!m_table->currentIndex().isValid() || m_table->currentIndex().row() != *current)) {
        selection->setCurrentIndex(m_model->index(*current, 0), QItemSelectionModel::NoUpdate);
        m_table->scrollTo(m_model->index(*current, 0));
    }
    m_isFollowing = false;
}

} // namespace synoptic::ui
