// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/conflict_list.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/exchange/edit_words.h"
#include "ui/plain_label.h"

namespace synoptic::ui {

ConflictList::ConflictList(QWidget* parent)
    : QWidget(parent)
    , m_words(new PlainLabel)
    , m_list(new QTreeWidget)
    , m_take(new QPushButton(tr("Take &theirs")))
    , m_keep(new QPushButton(tr("&Keep mine")))
{
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("About"), tr("Mine"), tr("Theirs")});
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("What was decided otherwise"));
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_keep);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 4);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { settle(false); });
    fill();
}

void ConflictList::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const bool isOtherFolder = !timeline || !m_timeline || timeline->analysis().folder != m_timeline->analysis().folder;
    m_timeline = std::move(timeline);
    if (isOtherFolder)
        m_conflicts.clear();
    fill();
}

void ConflictList::add(const std::vector<edits::WorkConflict>& conflicts)
{
    for (const edits::WorkConflict& conflict : conflicts)
        if (std::ranges::find(m_conflicts, conflict) == m_conflicts.end())
            m_conflicts.push_back(conflict);
    fill();
}

void ConflictList::fill()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    if (m_timeline) {
        for (const edits::WorkConflict& conflict : m_conflicts) {
            auto* item = new QTreeWidgetItem(
                {decisionText(conflict.theirs, *m_timeline), answerText(conflict.mine), answerText(conflict.theirs)});
            for (int column = 0; column < item->columnCount(); ++column)
                item->setToolTip(column, plainToolTip(item->text(column)));
            m_list->addTopLevelItem(item);
        }
    }
    const int rows = m_list->topLevelItemCount();
    m_words->setText(rows == 0 ? tr("Nothing is left that was decided otherwise.")
                     : rows == 1
                         ? tr("One question was decided otherwise. Yours stands unless you take theirs.")
                         : tr("%1 questions were decided otherwise. Yours stand unless you take theirs.").arg(rows));
    if (rows > 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, rows - 1)));
    m_take->setEnabled(rows > 0);
    m_keep->setEnabled(rows > 0);
}

void ConflictList::settle(bool takesTheirs)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    const edits::Edit theirs = m_conflicts[static_cast<std::size_t>(row)].theirs;
    m_conflicts.erase(m_conflicts.begin() + row);
    fill();
    if (takesTheirs)
        Q_EMIT editRequested(theirs);
}

} // namespace synoptic::ui
