// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QPixmap>

#include "ui/theme.h"
#include "ui/timeline/timeline_index.h"

namespace synoptic::ui {

/// The events that the filter shows, one a row, undated ones too. Sorted here, not by a proxy: rows are numbers.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        DateColumn,
        TitleColumn,
        SourcesColumn,
        IndependentColumn,
        CertaintyColumn,
        ReviewColumn,
        FlagColumn,
        WeightColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTheme(const Theme& theme, const QFont& font);
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    EventId eventAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Nothing if the filter hides it.
    std::optional<int> rowOf(EventId event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    QString textOf(EventId id, int column) const;

    std::shared_ptr<const TimelineIndex> m_index; // null: nothing open
    std::vector<EventId> m_rows;
    std::vector<int> m_rowOf; // for each event of the timeline; -1: the filter hides it
    int m_column = DateColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::array<QPixmap, 4> m_marks; // by certainty, as on the timeline
};

} // namespace synoptic::ui
