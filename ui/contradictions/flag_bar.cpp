// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/flag_bar.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"

namespace synoptic::ui {

namespace {

constexpr int typesInARow = 6;

/// Keys that mean something here come as text: '=' needs Shift on some keyboards.
int keyOf(const QKeyEvent& event)
{
    return event.text().size() == 1 ? event.text().front().unicode() : event.key();
}

} // namespace

FlagBar::FlagBar(QWidget* parent)
    : QFrame(parent)
    , m_title(new PlainLabel)
    , m_next(new PlainLabel)
    , m_sideRow(new QHBoxLayout)
    , m_types(new QWidget)
    , m_finish(new QToolButton)
{
    setAccessibleName(tr("Flag a contradiction"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFocusPolicy(Qt::StrongFocus);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_next->setWordWrap(true);
    m_finish->setText(tr("Choose the type (Enter)"));
    auto* cancel = new QToolButton;
    cancel->setText(tr("Cancel (Esc)"));
    cancel->setAccessibleName(tr("Cancel the contradiction"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_next, 1);
    head->addWidget(m_finish);
    head->addWidget(cancel);
    auto* types = new QGridLayout(m_types);
    types->setContentsMargins(0, 0, 0, 0);
    types->setSpacing(4);
    for (int i = 0; i < static_cast<int>(contradictionTypes); ++i) {
        const auto type = static_cast<edits::ContradictionType>(i);
        auto* button = new QToolButton;
        button->setText(keyText(type) + u"  " + typeText(type));
        button->setAccessibleName(typeText(type));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        types->addWidget(button, i / typesInARow, i % typesInARow);
        connect(button, &QToolButton::clicked, this, [this, type] { Q_EMIT typeChosen(type); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 8, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(m_sideRow);
    column->addWidget(m_types);
    connect(m_finish, &QToolButton::clicked, this, &FlagBar::finishRequested);
    connect(cancel, &QToolButton::clicked, this, &FlagBar::cancelRequested);
    hide();
}

void FlagBar::show(FlagComposer::Step step, const QStringList& passages)
{
    m_asksForType = step == FlagComposer::Step::Type;
    for (ElidedLabel* side : m_sides)
        side->deleteLater();
    m_sides.clear();
    for (qsizetype i = 0; i < passages.size(); ++i) {
        auto* side = new ElidedLabel;
        side->setFullText(QChar(static_cast<char16_t>(u'A' + i)) + u"  " + passages[i]);
        side->setAccessibleName(tr("Side %1").arg(QChar(static_cast<char16_t>(u'A' + i))));
        m_sideRow->addWidget(side, 1);
        m_sides.push_back(side);
    }
    m_title->setText(m_asksForType ? tr("On what do they differ?") : tr("Contradiction"));
    if (m_asksForType)
        m_next->setText(tr("Press the key of the type."));
    else if (passages.size() < 2)
        m_next->setText(tr("Now select the sentence that says otherwise, in any reader, and press C or Enter."));
    else
        m_next->setText(tr("Select one more and press C, or press Enter to choose the type."));
    m_finish->setVisible(!m_asksForType && passages.size() >= 2);
    m_types->setVisible(m_asksForType);
    setVisible(step != FlagComposer::Step::Idle);
    if (m_asksForType)
        setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FlagBar::warn(const QString& reason)
{
    m_next->setText(reason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString FlagBar::text() const
{
    return isHidden() ? QString() : m_title->text() + u' ' + m_next->text();
}

bool FlagBar::event(QEvent* event)
{
    // The keys of the types are keys of the window too (− zooms): here they are ours
    if (event->type() == QEvent::ShortcutOverride && m_asksForType &&
        typeOfKey(keyOf(*static_cast<QKeyEvent*>(event)))) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void FlagBar::keyPressEvent(QKeyEvent* event)
{
    const auto type = m_asksForType ? typeOfKey(keyOf(*event)) : std::nullopt;
    if (type)
        Q_EMIT typeChosen(*type);
    else if (event->key() == Qt::Key_Backspace)
        Q_EMIT backRequested();
    else
        QFrame::keyPressEvent(event);
}

} // namespace synoptic::ui
