// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_offer.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr int mostChangesListed = 200; // a list that someone reads

QString datesText(const std::vector<events::EventDate>& dates)
{
    QStringList parts;
    for (const events::EventDate& date : dates)
        parts << dateText(date);
    return parts.isEmpty() ? ChangeOffer::tr("not there") : parts.join(ChangeOffer::tr(" or "));
}

} // namespace

ChangeOffer::ChangeOffer(const QString& take, const QString& leave, QWidget* parent)
    : QWidget(parent)
    , m_words(new PlainLabel)
    , m_list(new QTreeWidget)
    , m_take(new QPushButton(take))
    , m_leave(new QPushButton(leave))
{
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("Event"), tr("Now"), tr("Then")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("What would change"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &ChangeOffer::taken);
    connect(m_leave, &QPushButton::clicked, this, &ChangeOffer::left);
}

void ChangeOffer::offer(const QString& words, const edits::Changes& changes)
{
    m_list->clear();
    QList<QTreeWidgetItem*> rows;
    for (const edits::EventChange& change : changes.events) {
        if (rows.size() == mostChangesListed)
            break;
        auto* row = new QTreeWidgetItem({lineText(change.title), datesText(change.before), datesText(change.after)});
        row->setToolTip(0, plainToolTip(lineText(change.title)));
        rows << row;
    }
    if (const auto more = static_cast<qsizetype>(changes.events.size()) - rows.size(); more > 0)
        rows << new QTreeWidgetItem({tr("and %1 more").arg(more)});
    m_list->addTopLevelItems(rows);
    m_list->setVisible(!rows.isEmpty());
    m_words->setText(words);
}

QString ChangeOffer::words() const
{
    return m_words->text();
}

QString changesInWords(const edits::Changes& changes)
{
    const auto come = std::ranges::count_if(changes.events, &edits::EventChange::isNew);
    const auto gone = std::ranges::count_if(changes.events, &edits::EventChange::isGone);
    const auto moved = static_cast<std::ptrdiff_t>(changes.events.size()) - come - gone;
    QStringList parts;
    const auto add = [&parts](auto count, const QString& one, const QString& many) {
        if (count > 0)
            parts << (count == 1 ? one : many.arg(count));
    };
    add(come, ChangeOffer::tr("1 new event"), ChangeOffer::tr("%1 new events"));
    add(gone, ChangeOffer::tr("1 event gone"), ChangeOffer::tr("%1 events gone"));
    add(moved, ChangeOffer::tr("1 event at other days"), ChangeOffer::tr("%1 events at other days"));
    add(changes.expressions, ChangeOffer::tr("1 expression of time understood otherwise"),
        ChangeOffer::tr("%1 expressions of time understood otherwise"));
    return parts.join(QStringLiteral(", "));
}

} // namespace synoptic::ui
