// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QPixmap>
#include <QWidget>

#include "ui/theme.h"
#include "ui/timeline/timeline_index.h"

class QTableView;

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
    /// Nothing if the filter hides it. Cost: linear.
    std::optional<int> rowOf(EventId event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    QString textOf(EventId event, int column) const;

    std::shared_ptr<const TimelineIndex> m_index; // null: nothing open
    std::vector<EventId> m_rows;
    int m_column = DateColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::array<QPixmap, 4> m_marks; // by certainty, as on the timeline
};

/// The events as a table: the filter's, sorted as one likes, with the same selection as the timeline.
class EventTablePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventTablePanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Whether it can be seen: behind another tab it stays as it is.
    void setSeen(bool seen);
    /// What is shown is taken over when the table is seen.
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    void setSelected(const std::vector<EventId>& events);

    EventTableModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }

Q_SIGNALS:
    /// Rows were selected, the current one last.
    void eventsChosen(const std::vector<synoptic::EventId>& events);
    /// One was opened: a double click or Enter.
    void eventOpened(synoptic::EventId event);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void choose();

    std::shared_ptr<const TimelineIndex> m_index;
    std::vector<EventId> m_selected;
    bool m_isStale = false;
    bool m_isSeen = true;       // not behind another tab
    bool m_isFollowing = false; // the selection of others, not the analyst's
    EventTableModel* m_model;
    QTableView* m_table;
};

} // namespace synoptic::ui
