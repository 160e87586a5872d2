// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractTableModel>

#include "edits/timeline.h"

namespace synoptic::ui {

/// The contradictions on record, one a row.
class ContradictionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        IdColumn,
        QuestionColumn,
        TypeColumn,
        StatusColumn,
        SeverityColumn,
        SidesColumn,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole + 1;
    static constexpr int openRole = Qt::UserRole + 2; ///< still to be decided

    using QAbstractTableModel::QAbstractTableModel;

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    const edits::FoundContradiction& at(int row) const;
    /// The row of a record; -1 as Qt has it if there is none.
    int rowOf(std::uint32_t number) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
};

/// Whether nobody has decided it yet.
bool isOpen(edits::ContradictionStatus status);
/// The question, or what the sides say if none was written.
QString questionText(const edits::Contradiction& record);

} // namespace synoptic::ui
