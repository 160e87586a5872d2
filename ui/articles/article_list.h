// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QWidget>

#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QComboBox;
class QLineEdit;
class QTreeView;

namespace synoptic::ui {

class PlainLabel;

/// The articles of the folder, one a row: title, source, publication date, sentences that tell the selected event.
class ArticleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TitleColumn,
        SourceColumn,
        DateColumn,
        CountColumn,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole + 1;
    static constexpr int searchRole = Qt::UserRole + 2;
    static constexpr int sourceRole = Qt::UserRole + 3;  ///< number of the source
    static constexpr int silentRole = Qt::UserRole + 4;  ///< does not mention the selected event
    static constexpr int flagRole = Qt::UserRole + 5;    ///< how many contradictions quote it
    static constexpr int brushedRole = Qt::UserRole + 6; ///< sentences within the brushed stretch of time

    using QAbstractTableModel::QAbstractTableModel;

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void setEvent(std::optional<EventId> event);
    /// For each article how many of its sentences tell what falls into the stretch of time that is brushed; empty: none
    /// is.
    void setBrushed(std::vector<std::uint32_t> sentences);
    bool isBrushed() const { return !m_brushed.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void countFlags();
    QString textOf(std::size_t row, int column) const;

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    SourceTable m_sources;
    std::vector<std::uint32_t> m_flags;   // contradictions that quote each article
    std::vector<std::uint32_t> m_counts;  // for each article; empty: no event selected
    std::vector<std::uint32_t> m_brushed; // for each article; empty: nothing is brushed
};

/// Of the articles those that fit the words of the filter and tell something of the brushed stretch of time.
class ArticleFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
};

/// Draws an article on two lines: its title, then source and date, and a badge with the count.
class ArticleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme = Theme::light();
};

/// The list with its filter and its order.
class ArticleListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ArticleListPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    ArticleModel& model() { return *m_model; }
    QComboBox& order() { return *m_order; }
    QLineEdit& filterField() { return *m_filter; }
    QTreeView& list() { return *m_list; }
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// See ArticleModel::setBrushed().
    void setBrushed(std::vector<std::uint32_t> sentences);
    /// How many articles are listed.
    QString countText() const;

Q_SIGNALS:
    void articleActivated(synoptic::ArticleId article);

private:
    void countRows();

    ArticleModel* m_model;
    ArticleFilter* m_proxy;
    QLineEdit* m_filter;
    QComboBox* m_order;
    QTreeView* m_list;
    ArticleDelegate* m_delegate;
    PlainLabel* m_count;
};

} // namespace synoptic::ui
