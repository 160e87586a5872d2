// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "ui/timeline/timeline_index.h"

namespace synoptic::ui {

/// How a source stands to an event.
enum class Coverage : std::uint8_t
{
    Silent,
    Says,
    Differs, ///< gives another date than the first of several, or was marked so by a person
    Denies
};

/// A cell of the matrix: how, in how many sentences, and where the first of those that decide it stands.
struct CoverageCell
{
    Coverage coverage = Coverage::Silent;
    std::uint32_t sentences = 0;
    edits::SentenceRef first;

    friend bool operator==(const CoverageCell&, const CoverageCell&) = default;
};

/// For each source of @p sources. What speaks against the event counts more than what speaks for it.
/// Cost: linear in the supports of the event and the sources.
std::vector<CoverageCell> coverageOf(const analysis::Event& event, const SourceTable& sources);

enum class CoverageOrder : std::uint8_t
{
    Date,
    MostTold,
    Disputed ///< where sources differ or deny first
};

/// Events by sources: who says it, who differs, who denies, who keeps silent. Rows are the events that the filter
/// shows, computed as they are looked at. Of many sources those that tell none of the events have no column.
class CoverageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int cellRole = Qt::UserRole + 1;      ///< Coverage, as an int
    static constexpr int sentencesRole = Qt::UserRole + 2; ///< how many
    static constexpr int dateRole = Qt::UserRole + 3;      ///< of a row's header
    static constexpr int titleRole = Qt::UserRole + 4;     ///< of a row's header
    static constexpr int sourceRole = Qt::UserRole + 5;    ///< of a cell and a column's header: number of the source
    static constexpr std::size_t alwaysShown = 12;         ///< so many sources have their columns whatever they tell

    using QAbstractTableModel::QAbstractTableModel;

    void setIndex(std::shared_ptr<const TimelineIndex> index);
    void setOrder(CoverageOrder order);
    EventId eventAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    std::optional<int> rowOf(EventId event) const;
    CoverageCell cellAt(int row, int column) const;
    /// Sources without a column.
    std::size_t silentSources() const;
    /// The first article of a source, to be opened where it keeps silent.
    ArticleId articleOf(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    void chooseColumns();
    QString wordsOf(const CoverageCell& cell, int column) const;
    const std::vector<CoverageCell>& cellsOf(EventId event) const;

    std::shared_ptr<const TimelineIndex> m_index; // null: nothing open
    std::vector<EventId> m_rows;
    std::vector<std::uint32_t> m_columns; // sources
    CoverageOrder m_order = CoverageOrder::Date;
    mutable std::optional<EventId> m_cached; // a row is asked for cell by cell
    mutable std::vector<CoverageCell> m_cells;
};

/// "says so", "gives another date", "denies it", "does not mention it".
QString coverageText(Coverage coverage);

} // namespace synoptic::ui
