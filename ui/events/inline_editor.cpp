// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/inline_editor.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

InlineEditor::InlineEditor(QWidget* parent) : QWidget(parent), m_field(new QLineEdit), m_words(new PlainLabel)
{
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setAccessibleName(tr("How it is understood"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_field);
    column->addWidget(m_words);
    connect(m_field, &QLineEdit::textChanged, this, &InlineEditor::judge);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_isAcceptable)
            return;
        hide();
        Q_EMIT accepted(m_field->text().trimmed());
    });
    hide();
}

void InlineEditor::begin(const QString& name, const QString& text, Judge judge)
{
    m_judge = std::move(judge);
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(name);
    m_field->setText(text);
    m_field->selectAll();
    this->judge();
    show();
    m_field->setFocus(Qt::OtherFocusReason);
}

QString InlineEditor::judgement() const
{
    return m_words->text();
}

void InlineEditor::judge()
{
    const InlineJudgement said = m_judge ? m_judge(m_field->text().trimmed()) : InlineJudgement{};
    m_isAcceptable = said.isAcceptable;
    m_words->setText(said.words);
    m_words->setVisible(!said.words.isEmpty());
}

// Esc is a key of the window too: here it leaves the field, and what is selected stays so.
bool InlineEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void InlineEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    hide();
    Q_EMIT cancelled();
}

} // namespace synoptic::ui
