// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QTreeView;

namespace synoptic::ui {

class PlainLabel;

/// One thing that was done in the project, or taken back; a plain value.
struct HistoryItem
{
    QDateTime at;
    QString words;
    std::vector<std::string> objects; ///< what it is about, as edits::objectsOf names it

    friend bool operator==(const HistoryItem&, const HistoryItem&) = default;
};

/// What was done, the latest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        WordsColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setItems(std::vector<HistoryItem> items);
    const HistoryItem& at(int row) const { return m_items[m_items.size() - 1 - static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HistoryItem> m_items; // the oldest first
};

/// Lets through what is about certain objects.
class HistoryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Everything passes while @p isOn is false; else what is about one of @p objects.
    void setObjects(bool isOn, std::vector<std::string> objects);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_isOn = false;
    std::vector<std::string> m_objects;
};

/// Everything that was decided, and when: of the whole project, of the selected event, of the article that is read, or
/// of the contradiction that is open. What was undone stays in the list.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Scope : std::uint8_t
    {
        Everything,
        Event,
        Article,
        Contradiction
    };
    static constexpr std::size_t scopeCount = 4;

    explicit HistoryPanel(QWidget* parent = nullptr);

    void setItems(std::vector<HistoryItem> items);
    /// What a scope stands for now, by edits::objectsOf; several names of one thing (an event and those merged into
    /// it). Empty: there is none.
    void setObjects(Scope scope, std::vector<std::string> objects);
    QComboBox& scopeBox() { return *m_scope; }
    QTreeView& list() { return *m_list; }

Q_SIGNALS:
    /// A line was chosen that is about something, see edits::objectsOf.
    void objectActivated(const std::string& object);

private:
    void refresh();

    std::array<std::vector<std::string>, scopeCount> m_objects;
    HistoryModel* m_model;
    HistoryFilter* m_filter;
    QComboBox* m_scope;
    PlainLabel* m_empty;
    QTreeView* m_list;
};

} // namespace synoptic::ui
