// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_table_model.h"

#include <algorithm>

#include <QPainter>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
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
    m_rowOf.clear();
    if (m_index)
        arrange();
    endResetModel();
}

std::optional<int> EventTableModel::rowOf(EventId event) const
{
    const std::size_t at = indexOf(event);
    return at >= m_rowOf.size() || m_rowOf[at] < 0 ? std::nullopt : std::optional(m_rowOf[at]);
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
            return {Qt::AlignRight | Qt::AlignVCenter};
        default:
            return {Qt::AlignLeft | Qt::AlignVCenter};
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
        return {(isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter};
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
    m_rowOf.assign(timeline.events().size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[indexOf(m_rows[row])] = static_cast<int>(row);
}

} // namespace synoptic::ui
