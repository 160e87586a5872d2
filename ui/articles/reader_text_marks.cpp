// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTextBlock>

#include "ui/articles/reader_text.h"
#include "ui/articles/text_loader.h"
#include "ui/articles/tick_scroll_bar.h"

// What lies over the text of a reader: light, underlines, letters and bars in the margin.
namespace synoptic::ui {

namespace {
constexpr int barWidth = 4;
constexpr int tabWidth = 13; // of a bar with a letter on it
} // namespace

/// Once for a text: a page may have a thousand lines of boilerplate, and the pointer moves often.
void ReaderText::dim()
{
    m_dimmed.clear();
    if (!m_article)
        return;
    QTextCharFormat dimmed;
    dimmed.setForeground(m_theme.dimText);
    if (m_brushed) {
        std::uint32_t begin = 0;
        for (const std::uint32_t sentence : *m_brushed) {
            if (sentence >= m_article->sentences.size())
                break;
            const TextSpan own = m_article->sentences[sentence].span;
            add(m_dimmed, {begin, std::max(begin, own.begin)}, dimmed);
            begin = own.end;
        }
        add(m_dimmed, {begin, static_cast<std::uint32_t>(m_article->article.text.size())}, dimmed);
    }
    if (m_style.boilerplate == BoilerplateStyle::Plain)
        return;
    for (const TextSpan span : m_article->article.boilerplate)
        add(m_dimmed, span, dimmed);
}

void ReaderText::setBrushed(std::optional<std::vector<std::uint32_t>> sentences)
{
    if (sentences && m_article)
        std::erase_if(*sentences, [this](std::uint32_t own) { return own >= m_article->sentences.size(); });
    if (sentences == m_brushed)
        return;
    m_brushed = std::move(sentences);
    dim();
    light();
}

/// Once for a text, as the boilerplate.
void ReaderText::underlineExpressions()
{
    m_underlined.clear();
    if (!m_article || !m_expressionsShown)
        return;
    QTextCharFormat underlined;
    underlined.setUnderlineStyle(QTextCharFormat::DotLine);
    underlined.setUnderlineColor(m_theme.dimText);
    for (const temporal::TemporalExpression& expression : m_article->expressions)
        add(m_underlined, expression.span, underlined);
}

/// A line that does not belong to the article is a block of its own, shown or not.
void ReaderText::hideBoilerplate()
{
    if (!m_article)
        return;
    const bool isHidden = m_style.boilerplate == BoilerplateStyle::Hidden && !m_isRevealed;
    bool isOther = false;
    for (const TextSpan own : m_article->article.boilerplate) {
        const Utf16Span span = m_map.span(own);
        if (!m_loader->isLoaded(span.end))
            break;
        for (QTextBlock block = document()->findBlock(span.begin); block.isValid() && block.position() < span.end;
             block = block.next()) {
            isOther = isOther || block.isVisible() == isHidden;
            block.setVisible(!isHidden);
            block.setLineCount(isHidden ? 0 : std::max(block.lineCount(), 1));
        }
    }
    if (isOther)
        document()->markContentsDirty(0, document()->characterCount());
}

void ReaderText::formatHeadings()
{
    if (!m_article)
        return;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const TextSpan heading : m_article->article.headings) {
        const Utf16Span span = m_map.span(heading);
        if (!m_loader->isLoaded(span.end))
            break;
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        if (heading == m_article->article.headings.front())
            format.setProperty(QTextFormat::FontSizeAdjustment, 1);
        cursor.setPosition(span.begin);
        cursor.setPosition(span.end, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
    cursor.endEditBlock();
}

void ReaderText::add(Lights& lights, TextSpan bytes, const QTextCharFormat& format) const
{
    const Utf16Span span = m_map.span(bytes);
    if (span.size() > 0)
        lights.push_back({span, format});
}

Utf16Span ReaderText::around(int more) const
{
    const QTextBlock top = firstVisibleBlock();
    if (!top.isValid())
        return {};
    const int lines = (viewport()->height() / std::max(fontMetrics().lineSpacing(), 1)) + 2;
    const auto walk = [](QTextBlock block, int left, QTextBlock (QTextBlock::*step)() const) {
        for (QTextBlock next = (block.*step)(); left > 0 && next.isValid(); next = (block.*step)()) {
            left -= std::max(block.lineCount(), 1);
            block = next;
        }
        return block;
    };
    const QTextBlock first = walk(top, lines * more, &QTextBlock::previous);
    const QTextBlock last = walk(top, lines * (more + 1), &QTextBlock::next);
    return {first.position(), last.position() + last.length()};
}

/// The widget looks for the place of each light line by line from what is in sight: only those near it are given to it.
void ReaderText::lightAround()
{
    m_litAround = around(1);
    QList<QTextEdit::ExtraSelection> selections;
    for (const Light& light : m_lights) {
        if (light.span.end <= m_litAround.begin || light.span.begin >= m_litAround.end ||
            !m_loader->isLoaded(light.span.end))
            continue;
        QTextCursor cursor(document());
        cursor.setPosition(light.span.begin);
        cursor.setPosition(light.span.end, QTextCursor::KeepAnchor);
        selections.append({cursor, light.format});
    }
    setExtraSelections(selections);
}

void ReaderText::scrollContentsBy(int dx, int dy)
{
    QPlainTextEdit::scrollContentsBy(dx, dy);
    const Utf16Span seen = around(0);
    if (seen.begin < m_litAround.begin || seen.end > m_litAround.end)
        lightAround();
}

void ReaderText::light()
{
    m_lights = m_dimmed;
    m_lights.insert(m_lights.end(), m_underlined.begin(), m_underlined.end());
    if (m_article) {
        if (m_hovered) {
            QTextCharFormat hovered;
            hovered.setBackground(m_theme.hovered);
            add(m_lights, m_article->sentences[*m_hovered].span, hovered);
        }
        for (const MarkedPassage& mark : m_marks) {
            QTextCharFormat marked;
            if (mark.color) {
                marked.setBackground(m_theme.highlights[*mark.color % m_theme.highlights.size()]);
                marked.setForeground(m_theme.text);
            }
            marked.setUnderlineStyle(mark.color ? QTextCharFormat::NoUnderline : QTextCharFormat::DotLine);
            marked.setUnderlineColor(m_theme.accent);
            add(m_lights, mark.span, marked);
        }
        for (const Evidence& evidence : m_evidence) {
            QTextCharFormat lit;
            lit.setBackground(evidence.isCurrent ? m_theme.evidence : faded(m_theme.evidence, 0.55));
            lit.setForeground(m_theme.text);
            add(m_lights, evidence.span, lit);
            lit.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            lit.setUnderlineColor(m_theme.evidenceEdge);
            for (const TextSpan trigger : evidence.triggers)
                add(m_lights, trigger, lit);
        }
        for (const FlaggedPassage& flag : m_flags) {
            QTextCharFormat flagged;
            flagged.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            flagged.setUnderlineColor(m_theme.warning);
            add(m_lights, flag.span, flagged);
        }
        QTextCharFormat found;
        found.setBackground(m_theme.found);
        found.setForeground(m_theme.text);
        for (const TextSpan span : m_found)
            add(m_lights, span, found);
    }
    lightAround();

    std::vector<double> ticks;
    const int lines = std::max(document()->lineCount(), 1);
    for (const Evidence& evidence : m_evidence) {
        const int position = m_map.position(evidence.span.begin);
        const double share =
            static_cast<double>(position) / static_cast<double>(std::max<qsizetype>(m_loader->size(), 1));
        ticks.push_back(m_loader->isComplete()
                            ? static_cast<double>(document()->findBlock(position).firstLineNumber()) / lines
                            : share);
    }
    static_cast<TickScrollBar*>(verticalScrollBar())->setTicks(std::move(ticks), m_theme.evidenceEdge);
    m_margin->update();
}

void ReaderText::setEvidence(std::vector<Evidence> evidence)
{
    if (evidence == m_evidence)
        return;
    m_evidence = std::move(evidence);
    light();
}

void ReaderText::setFlags(std::vector<FlaggedPassage> flags)
{
    if (flags == m_flags)
        return;
    m_flags = std::move(flags);
    light();
}

void ReaderText::setMarks(std::vector<MarkedPassage> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    light();
}

void ReaderText::setFound(std::vector<TextSpan> found)
{
    if (found == m_found)
        return;
    m_found = std::move(found);
    light();
}

std::optional<QRectF> ReaderText::lineRectOf(TextSpan bytes) const
{
    const Utf16Span span = m_map.span(bytes);
    if (span.end <= m_litAround.begin || span.begin >= m_litAround.end)
        return std::nullopt;
    const QTextBlock block = document()->findBlock(span.begin);
    if (!block.isValid() || span.size() <= 0)
        return std::nullopt;
    const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    if (rect.top() > viewport()->height() || rect.bottom() < 0)
        return std::nullopt;
    const QTextLine first = block.layout()->lineForTextPosition(span.begin - block.position());
    const int lastPosition = std::min(span.end - 1 - block.position(), block.length() - 1);
    const QTextLine last = block.layout()->lineForTextPosition(lastPosition);
    if (!first.isValid() || !last.isValid())
        return std::nullopt;
    const double top = rect.top() + first.y();
    return QRectF(0.0, top, marginWidth, rect.top() + last.y() + last.height() - top);
}

/// Which of several selected events a sentence tells, one letter below the other on its bar.
void ReaderText::paintLetters(QPainter& painter) const
{
    painter.save();
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    strong.setPointSizeF(strong.pointSizeF() * 0.8);
    painter.setFont(strong);
    painter.setPen(m_theme.surface);
    const double line = painter.fontMetrics().height();
    for (const Evidence& evidence : m_evidence) {
        const auto lines = evidence.letters.isEmpty() ? std::nullopt : lineRectOf(evidence.span);
        if (!lines)
            continue;
        double top = lines->top();
        for (const QChar letter : evidence.letters) {
            if (top + line > lines->bottom() + 2.0)
                break;
            painter.drawText(QRectF(marginWidth - 2.0 - tabWidth, top, tabWidth, line), Qt::AlignCenter, letter);
            top += line;
        }
    }
    painter.restore();
}

void ReaderText::paintMargin(QPainter& painter) const
{
    // From right to left: evidence beside the text, then what the reader chose, then letters and numbers of flags
    // and marks
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.evidenceEdge);
    for (const Evidence& evidence : m_evidence) {
        const auto lines = lineRectOf(evidence.span);
        if (!lines)
            continue;
        const double width = evidence.letters.isEmpty() ? barWidth : tabWidth;
        painter.setBrush(evidence.isCurrent ? m_theme.evidenceEdge : m_theme.dimText);
        painter.drawRoundedRect(QRectF(marginWidth - 2.0 - width, lines->top(), width, lines->height()), 2.0, 2.0);
    }
    paintLetters(painter);
    if (const auto lines = m_passage ? lineRectOf(*m_passage) : std::nullopt) {
        painter.setBrush(m_theme.accent);
        painter.drawRect(QRectF(marginWidth - 4.0 - barWidth, lines->top(), 1.5, lines->height()));
    }
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    strong.setPointSizeF(strong.pointSizeF() * 0.85);
    painter.setFont(strong);
    const double letterWidth = marginWidth - 6.0 - barWidth;
    const double height = painter.fontMetrics().height();
    for (const MarkedPassage& mark : m_marks) {
        const auto lines = lineRectOf(mark.span);
        if (!lines)
            continue;
        // A flag has the line first; what is marked there too comes below its letter
        const bool isTaken = std::ranges::any_of(m_flags, [this, &lines](const FlaggedPassage& flag) {
            const auto other = lineRectOf(flag.span);
            return other && std::abs(other->top() - lines->top()) < 1.0;
        });
        const QRectF place(0.0, lines->top() + (isTaken ? height : 0.0), letterWidth, height);
        if (mark.color) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.highlights[*mark.color % m_theme.highlights.size()]);
            painter.drawRoundedRect(place.adjusted(0.0, 1.0, 0.0, -1.0), 2.0, 2.0);
        }
        painter.setPen(mark.color ? m_theme.text : m_theme.accent);
        painter.drawText(place, Qt::AlignCenter,
                         mark.color ? QString::number(*mark.color + 1) : QStringLiteral("\u270E"));
    }
    painter.setPen(m_theme.warning);
    for (const FlaggedPassage& flag : m_flags) {
        if (const auto lines = lineRectOf(flag.span))
            painter.drawText(QRectF(0.0, lines->top(), letterWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
                             flag.letter);
    }
}

} // namespace synoptic::ui
