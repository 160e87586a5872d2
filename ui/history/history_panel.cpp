// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

void HistoryModel::setItems(std::vector<HistoryItem> items)
{
    // One more line is what nearly always happened: the list keeps its place then
    const bool isLonger =
        items.size() == m_items.size() + 1 && std::equal(m_items.begin(), m_items.end(), items.begin());
    if (isLonger) {
        beginInsertRows({}, 0, 0);
        m_items.push_back(std::move(items.back()));
        endInsertRows();
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryItem& item = at(index.row());
    const bool isToday = item.at.date() == QDate::currentDate();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == WordsColumn)
            return item.words;
        return isToday ? item.at.time().toString(QStringLiteral("HH:mm"))
                       : item.at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case Qt::ToolTipRole:
        return plainToolTip(item.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u'\n' + item.words);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TimeColumn ? tr("When") : tr("What was done");
}

void HistoryFilter::setObjects(bool isOn, std::vector<std::string> objects)
{
    m_isOn = isOn;
    m_objects = std::move(objects);
    invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (!m_isOn)
        return true;
    const std::vector<std::string>& about = static_cast<const HistoryModel*>(sourceModel())->at(row).objects;
    return std::ranges::any_of(
        m_objects, [&about](const std::string& object) { return std::ranges::find(about, object) != about.end(); });
}

HistoryPanel::HistoryPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_filter(new HistoryFilter(this))
    , m_scope(new QComboBox)
    , m_empty(new EmptyText)
    , m_list(new QTreeView)
{
    m_scope->addItems({tr("Everything"), tr("About the selected event"), tr("About the article that is read"),
                       tr("About the open contradiction")});
    m_scope->setAccessibleName(tr("What the history is about"));
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("History"));
    m_list->header()->setSectionResizeMode(HistoryModel::TimeColumn, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(m_scope);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);

    connect(m_scope, &QComboBox::currentIndexChanged, this, &HistoryPanel::refresh);
    const auto activate = [this](const QModelIndex& index) {
        const auto& objects = m_model->at(m_filter->mapToSource(index).row()).objects;
        if (!objects.empty())
            Q_EMIT objectActivated(objects.front());
    };
    connect(m_list, &QTreeView::clicked, this, activate);
    connect(m_list, &QTreeView::activated, this, activate);
    refresh();
}

void HistoryPanel::setItems(std::vector<HistoryItem> items)
{
    m_model->setItems(std::move(items));
    refresh();
}

void HistoryPanel::setObjects(Scope scope, std::vector<std::string> objects)
{
    auto& own = m_objects[static_cast<std::size_t>(scope)];
    if (own == objects)
        return;
    own = std::move(objects);
    if (m_scope->currentIndex() == static_cast<int>(scope))
        refresh();
}

void HistoryPanel::refresh()
{
    const auto scope = static_cast<std::size_t>(m_scope->currentIndex());
    m_filter->setObjects(scope != 0, m_objects[scope]);
    const bool isEmpty = m_filter->rowCount() == 0;
    if (m_model->rowCount() == 0)
        m_empty->setText(tr("Nothing was decided yet. Every change is listed here, with its time, and can be undone."));
    else if (m_objects[scope].empty())
        m_empty->setText(tr("Nothing is selected that this could be about."));
    else
        m_empty->setText(tr("Nothing was changed here: it stands as the program found it."));
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

} // namespace synoptic::ui
