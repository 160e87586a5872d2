// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/popup_button.h"

#include <algorithm>

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

PopupButton::PopupButton(const QString& name, QWidget* content, QWidget* parent)
    : QToolButton(parent), m_name(name), m_panel(new QFrame(this, Qt::Popup))
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_panel->setFrameShape(QFrame::StyledPanel);
    m_panel->setAccessibleName(name);
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(content);
    setChosen({});
    connect(this, &QToolButton::clicked, this, &PopupButton::open);
}

void PopupButton::setChosen(const QString& words)
{
    m_isChosen = !words.isEmpty();
    const QString shown =
        m_isChosen ? fontMetrics().elidedText(words, Qt::ElideRight, fontMetrics().averageCharWidth() * 26) : m_name;
    setText(withoutMnemonic(shown) + QStringLiteral(" ▾"));
    setAccessibleName(m_isChosen ? tr("%1: %2").arg(m_name, words) : tr("%1: any").arg(m_name));
    setToolTip(m_isChosen ? plainToolTip(tr("%1: %2").arg(m_name, words)) : QString());
    paintChosen();
}

void PopupButton::setActiveColor(const QColor& color)
{
    m_active = color;
    paintChosen();
}

void PopupButton::paintChosen()
{
    QFont own = font();
    own.setWeight(m_isChosen ? QFont::DemiBold : QFont::Normal); // not by color alone
    setFont(own);
    QPalette colors;
    if (m_isChosen && m_active.isValid())
        colors.setColor(QPalette::ButtonText, m_active);
    setPalette(colors);
}

void PopupButton::open()
{
    Q_EMIT aboutToOpen();
    m_panel->adjustSize();
    QPoint corner = mapToGlobal(QPoint(0, height()));
    const QRect room = screen()->availableGeometry();
    if (corner.y() + m_panel->height() > room.bottom()) // no room below: above
        corner.setY(std::max(room.top(), corner.y() - height() - m_panel->height()));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - m_panel->width())));
    m_panel->move(corner);
    m_panel->show();
    const auto fields = m_panel->findChildren<QWidget*>();
    const auto first = std::ranges::find_if(
        fields, [](const QWidget* own) { return own->isVisible() && (own->focusPolicy() & Qt::TabFocus) != 0; });
    if (first != fields.end())
        (*first)->setFocus(Qt::PopupFocusReason);
}

void PopupButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open();
    else
        QToolButton::keyPressEvent(event);
}

} // namespace synoptic::ui
