// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/hint_list.h"

#include <array>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "edits/edit.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

edits::ContradictionType typeOfHint(std::string_view type)
{
    using enum edits::ContradictionType;
    constexpr std::array<std::pair<std::string_view, edits::ContradictionType>, 7> known{{{"date", Date},
                                                                                          {"number", Number},
                                                                                          {"place", Place},
                                                                                          {"actor", Actor},
                                                                                          {"occurrence", Occurrence},
                                                                                          {"certainty", Attribution},
                                                                                          {"stance", Occurrence}}};
    for (const auto& [name, value] : known)
        if (name == type)
            return value;
    return Other;
}

HintList::HintList(QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton)
    , m_body(new QWidget)
    , m_list(new QTreeWidget)
    , m_why(new PlainLabel)
    , m_take(new QPushButton(tr("&Take on record")))
    , m_dismiss(new QPushButton(tr("Dismiss for &good")))
{
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setToolTip(tr("What the program takes for a contradiction; nothing of it counts until you take it"));
    m_list->setHeaderLabels({tr("Type"), tr("Why")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Hints"));
    m_list->setMinimumHeight(fontMetrics().height() * 5);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_why->setWordWrap(true);
    m_why->setAccessibleName(tr("Why this is a hint"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_dismiss);
    buttons->addStretch(1);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(6, 0, 6, 4);
    body->setSpacing(4);
    body->addWidget(m_list, 1);
    body->addWidget(m_why);
    body->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toggle);
    column->addWidget(m_body);
    m_body->hide();

    connect(m_toggle, &QToolButton::toggled, this, &HintList::unfold);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HintList::show);
    connect(m_take, &QPushButton::clicked, this, &HintList::take);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (const analysis::Hint* hint = chosen())
            Q_EMIT dismissRequested(edits::hintKey(m_timeline->analysis(), *hint));
    });
    setTimeline(nullptr);
}

void HintList::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    const std::size_t count = m_timeline ? m_timeline->hints().size() : 0;
    m_toggle->setText(count == 1 ? tr("1 hint") : tr("%1 hints").arg(count));
    m_toggle->setAccessibleName(tr("Show the hints at contradictions"));
    setVisible(count > 0);
    if (count == 0)
        return;
    for (const std::uint32_t position : m_timeline->hints()) {
        const analysis::Hint& hint = m_timeline->analysis().hints[position];
        auto* item = new QTreeWidgetItem({typeText(typeOfHint(hint.type)), lineText(hint.why)});
        item->setData(0, Qt::UserRole, position);
        item->setToolTip(1, plainToolTip(lineText(hint.why)));
        m_list->addTopLevelItem(item);
    }
    if (row >= 0) // the one after the one that was decided
        m_list->setCurrentItem(m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    show();
}

const analysis::Hint* HintList::chosen() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return m_timeline && item != nullptr ? &m_timeline->analysis().hints[item->data(0, Qt::UserRole).toUInt()]
                                         : nullptr;
}

void HintList::unfold(bool isOpen)
{
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(isOpen);
    if (isOpen && m_list->currentItem() == nullptr && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void HintList::show()
{
    const analysis::Hint* hint = chosen();
    m_take->setEnabled(hint != nullptr);
    m_dismiss->setEnabled(hint != nullptr);
    m_why->setVisible(hint != nullptr);
    if (hint == nullptr)
        return;
    m_why->setText(lineText(hint->why));
    if (!m_body->isVisible())
        return;
    Q_EMIT passageActivated({hint->articleA, hint->spanA});
    Q_EMIT passageActivated({hint->articleB, hint->spanB});
}

void HintList::take()
{
    const analysis::Hint* hint = chosen();
    if (hint == nullptr)
        return;
    const analysis::Analysis& found = m_timeline->analysis();
    edits::Contradiction record;
    record.type = typeOfHint(hint->type);
    record.note = hint->why;
    const std::array<std::pair<ArticleId, TextSpan>, 2> sides{
        {{hint->articleA, hint->spanA}, {hint->articleB, hint->spanB}}};
    char side = 'A';
    for (const auto& [article, span] : sides) {
        edits::Party party;
        party.side = side++;
        party.anchor = edits::anchorOf(found[article].article, span);
        record.parties.push_back(std::move(party));
    }
    if (hint->event < found.events.size())
        record.events.push_back(found.events[hint->event].key);
    const std::string key = edits::hintKey(found, *hint);
    Q_EMIT recordRequested(record);
    Q_EMIT dismissRequested(key); // it has become a record
}

} // namespace synoptic::ui
