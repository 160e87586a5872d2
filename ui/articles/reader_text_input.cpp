// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/articles/reader_text.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

// What mouse and keys do in a text.
namespace synoptic::ui {

/// What is flagged, marked or noted at a point, one below the other.
bool ReaderText::showMarkTip(const QHelpEvent& event)
{
    const auto sentence = sentenceAt(event.pos());
    if (!sentence)
        return false;
    const std::uint32_t offset = m_map.offset(cursorForPosition(event.pos()).position());
    QStringList lines;
    for (const FlaggedPassage& flag : m_flags)
        if (flag.span.contains(offset))
            lines << flag.words;
    for (const MarkedPassage& mark : m_marks)
        if (mark.span.contains(offset))
            lines << mark.words;
    lines.removeAll(QString());
    if (!lines.isEmpty())
        QToolTip::showText(event.globalPos(), plainToolTip(lines.join(u'\n')), viewport(),
                           rectOf(m_article->sentences[*sentence].span));
    return !lines.isEmpty();
}

bool ReaderText::showTip(const QHelpEvent& event)
{
    const auto index = expressionAt(event.pos());
    if (!index) {
        const bool isMarked = showMarkTip(event);
        if (!isMarked)
            QToolTip::hideText();
        return isMarked;
    }
    const temporal::TemporalExpression& expression = m_article->expressions[*index];
    const QString tip = expressionText(expression, textOf(m_article->article.text, expression.span));
    // The tip stays while the pointer stays on the words
    QTextCursor end(document());
    end.setPosition(m_map.span(expression.span).end);
    const QRect words = rectOf(expression.span).united(cursorRect(end));
    QToolTip::showText(event.globalPos(), plainToolTip(tip), viewport(), words);
    return true;
}

void ReaderText::hover(std::optional<std::uint32_t> sentence)
{
    if (sentence && (!m_isClickable || !m_isClickable(*sentence)))
        sentence.reset();
    viewport()->setCursor(sentence ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (sentence == m_hovered)
        return;
    m_hovered = sentence;
    light();
}

void ReaderText::wheelEvent(QWheelEvent* event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        Q_EMIT scaleRequested(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void ReaderText::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->position().toPoint();
    QPlainTextEdit::mousePressEvent(event);
}

void ReaderText::mouseMoveEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        hover(sentenceAt(event->position().toPoint()));
}

void ReaderText::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || textCursor().hasSelection() || (point - m_pressedAt).manhattanLength() > 4)
        return;
    if (const auto sentence = sentenceAt(point))
        Q_EMIT sentenceActivated(*sentence);
}

void ReaderText::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (const auto sentence = sentenceAt(cursorRect().center()))
            Q_EMIT sentenceActivated(*sentence);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

/// What the menu offers is about the words under it: those that are marked, else the sentence.
void ReaderText::contextMenuEvent(QContextMenuEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    const bool isAtPointer = event->reason() == QContextMenuEvent::Mouse;
    if (isAtPointer && !textCursor().hasSelection())
        setTextCursor(cursorForPosition(event->pos()));
    QMenu* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions(actions());
    menu->popup(isAtPointer ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

bool ReaderText::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover(std::nullopt);
    if (event->type() == QEvent::ToolTip && showTip(*static_cast<QHelpEvent*>(event)))
        return true;
    return QPlainTextEdit::viewportEvent(event);
}

} // namespace synoptic::ui
