// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QPainter>
#include <QTabBar>

namespace synoptic::ui {

namespace {
constexpr int reach = 2; // pixels outside of the widget

bool needsRing(const QObject* object)
{
    return qobject_cast<const QAbstractButton*>(object) != nullptr ||
           qobject_cast<const QComboBox*>(object) != nullptr ||
           qobject_cast<const QAbstractSlider*>(object) != nullptr || qobject_cast<const QTabBar*>(object) != nullptr;
}
} // namespace

FocusRing::FocusRing(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        if (!needsRing(watched) || static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
            break;
        if (auto* widget = static_cast<QWidget*>(watched); widget->window() == window()) {
            m_target = widget;
            follow();
        }
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (watched == m_target) {
            m_target = nullptr;
            hide();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::LayoutRequest:
        if (m_target != nullptr && watched != this && watched->isWidgetType() &&
            (watched == m_target || static_cast<QWidget*>(watched)->isAncestorOf(m_target)))
            follow();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::follow()
{
    const QRect place(m_target->mapTo(window(), QPoint()), m_target->size());
    setGeometry(place.adjusted(-reach, -reach, reach, reach));
    raise();
    show();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0), 3.0, 3.0);
}

} // namespace synoptic::ui
