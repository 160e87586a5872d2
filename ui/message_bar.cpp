// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message_bar.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

#include "ui/plain_label.h"

namespace synoptic::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_label(new PlainLabel), m_buttons(new QHBoxLayout), m_close(new QToolButton)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAccessibleName(tr("Message"));
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setAccessibleName(tr("Message"));
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 6, 5);
    row->addWidget(m_label, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::say(const QString& text)
{
    offer(text, {});
}

void MessageBar::offer(const QString& text, const QList<QAction*>& actions)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction* action : actions) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, &QWidget::hide);
        m_buttons->addWidget(button);
    }
    m_label->setText(text);
    setVisible(!text.isEmpty());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

} // namespace synoptic::ui
