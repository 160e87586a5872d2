// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/reader_text.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include "ui/articles/reader_layout.h"
#include "ui/articles/tick_scroll_bar.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {
constexpr double lineHeight = 1.3;
constexpr int charactersPerLine = 72;
constexpr int barWidth = 4;
constexpr int marginWidth = 20;
} // namespace

/// Left of the text: a bar beside each lit line, so that color is not the only sign.
class ReaderText::Margin : public QWidget
{
public:
    explicit Margin(ReaderText* text) : QWidget(text), m_text(*text) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_text.paintMargin(painter);
    }

private:
    ReaderText& m_text; // Not owned: our parent
};

ReaderText::ReaderText(QWidget* parent) : QPlainTextEdit(parent), m_theme(Theme::light()), m_margin(new Margin(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new TickScrollBar(this));
    setCenterOnScroll(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setMouseTracking(true);
    QFont reading = font();
    reading.setPointSizeF(reading.pointSizeF() * 1.08);
    setFont(reading);
    document()->setDefaultFont(reading);
    document()->setDocumentLayout(new ReaderLayout(document(), lineHeight));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_margin, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ReaderText::choosePassage);
    connect(this, &QPlainTextEdit::selectionChanged, this, &ReaderText::choosePassage);
}

ReaderText::~ReaderText() = default;

void ReaderText::setTheme(const Theme& theme)
{
    m_theme = theme;
    formatHeadings();
    dim();
    underlineExpressions();
    light();
}

void ReaderText::setArticle(std::shared_ptr<const analysis::ArticleAnalysis> article)
{
    const bool isSameText = m_article && article && m_article->article.text == article->article.text;
    // The map looks into the text: the old one goes first
    Utf16Map map = article ? Utf16Map(article->article.text) : Utf16Map();
    m_map = std::move(map);
    m_article = std::move(article);
    m_hovered.reset();
    if (isSameText) {
        dim(); // what is marked may have changed
        underlineExpressions();
        light();
        return;
    }
    m_evidence.clear();
    m_flags.clear();
    m_found.clear();
    m_passage.reset();
    setPlainText(m_map.displayText());
    formatHeadings();
    dim();
    underlineExpressions();
    light();
    verticalScrollBar()->setValue(0);
}

/// Once for a text: a page may have a thousand lines of boilerplate, and the pointer moves often.
void ReaderText::dim()
{
    m_dimmed.clear();
    if (!m_article)
        return;
    QTextCharFormat dimmed;
    dimmed.setForeground(m_theme.dimText);
    for (const TextSpan span : m_article->article.boilerplate)
        m_dimmed += selectionsFor(span, dimmed);
}

void ReaderText::setExpressionsShown(bool shown)
{
    if (shown == m_expressionsShown)
        return;
    m_expressionsShown = shown;
    underlineExpressions();
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
        m_underlined += selectionsFor(expression.span, underlined);
}

void ReaderText::formatHeadings()
{
    if (!m_article)
        return;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const TextSpan heading : m_article->article.headings) {
        const Utf16Span span = m_map.span(heading);
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

QList<QTextEdit::ExtraSelection> ReaderText::selectionsFor(TextSpan bytes, const QTextCharFormat& format) const
{
    const Utf16Span span = m_map.span(bytes);
    if (span.size() <= 0)
        return {};
    QTextCursor cursor(document());
    cursor.setPosition(span.begin);
    cursor.setPosition(span.end, QTextCursor::KeepAnchor);
    return {{cursor, format}};
}

void ReaderText::light()
{
    QList<QTextEdit::ExtraSelection> selections = m_dimmed + m_underlined;
    if (m_article) {
        if (m_hovered) {
            QTextCharFormat hovered;
            hovered.setBackground(m_theme.hovered);
            selections += selectionsFor(m_article->sentences[*m_hovered].span, hovered);
        }
        for (const Evidence& evidence : m_evidence) {
            QTextCharFormat lit;
            lit.setBackground(m_theme.evidence);
            lit.setForeground(m_theme.text);
            selections += selectionsFor(evidence.span, lit);
            lit.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            lit.setUnderlineColor(m_theme.evidenceEdge);
            for (const TextSpan trigger : evidence.triggers)
                selections += selectionsFor(trigger, lit);
        }
        for (const FlaggedPassage& flag : m_flags) {
            QTextCharFormat flagged;
            flagged.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            flagged.setUnderlineColor(m_theme.warning);
            selections += selectionsFor(flag.span, flagged);
        }
        QTextCharFormat found;
        found.setBackground(m_theme.found);
        found.setForeground(m_theme.text);
        for (const TextSpan span : m_found)
            selections += selectionsFor(span, found);
    }
    setExtraSelections(selections);

    std::vector<double> ticks;
    const int lines = std::max(document()->lineCount(), 1);
    for (const Evidence& evidence : m_evidence) {
        const QTextBlock block = document()->findBlock(m_map.position(evidence.span.begin));
        ticks.push_back(static_cast<double>(block.firstLineNumber()) / lines);
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

void ReaderText::setFound(std::vector<TextSpan> found)
{
    if (found == m_found)
        return;
    m_found = std::move(found);
    light();
}

/// A cursor that the program set (to scroll, or for a new text) chooses nothing: only one who reads here does.
void ReaderText::choosePassage()
{
    if (!m_article || !hasFocus())
        return;
    const QTextCursor cursor = textCursor();
    std::optional<TextSpan> chosen;
    if (cursor.hasSelection()) {
        chosen = TextSpan{m_map.offset(cursor.selectionStart()), m_map.offset(cursor.selectionEnd())};
    } else {
        const std::uint32_t offset = m_map.offset(cursor.position());
        const auto& sentences = m_article->sentences;
        const auto after =
            std::ranges::upper_bound(sentences, offset, {}, [](const text::Sentence& own) { return own.span.begin; });
        if (after != sentences.begin() && std::prev(after)->span.end >= offset)
            chosen = std::prev(after)->span;
    }
    if (chosen == m_passage)
        return;
    m_passage = chosen;
    m_margin->update();
    Q_EMIT passageChanged();
}

std::optional<TextSpan> ReaderText::currentPassage() const
{
    return m_passage;
}

QRect ReaderText::rectOf(TextSpan span) const
{
    QTextCursor cursor(document());
    cursor.setPosition(m_map.span(span).begin);
    return cursorRect(cursor);
}

bool ReaderText::isVisible(TextSpan span) const
{
    const QRect begin = rectOf(span);
    return begin.top() >= 0 && begin.bottom() <= viewport()->height();
}

bool ReaderText::isEvidenceVisible() const
{
    return std::ranges::any_of(m_evidence, [this](const Evidence& own) { return isVisible(own.span); });
}

void ReaderText::scrollTo(TextSpan span)
{
    QTextCursor cursor(document());
    cursor.setPosition(m_map.span(span).begin);
    setTextCursor(cursor);
    centerCursor(); // lays out what lies between, so that the next step counts real lines
    const double step = std::max(cursorRect(cursor).height() * lineHeight, 1.0);
    const double away = cursorRect(cursor).top() - viewport()->height() / 3.0;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(away / step)));
}

std::optional<std::uint32_t> ReaderText::sentenceAt(QPoint point) const
{
    if (!m_article)
        return std::nullopt;
    const QTextCursor cursor = cursorForPosition(point);
    const QRect rect = cursorRect(cursor);
    // Beside or below the text a widget answers with the nearest place; a click there means nothing
    if (point.y() > rect.bottom() + rect.height() || point.x() > rect.right() + 3 * fontMetrics().averageCharWidth())
        return std::nullopt;
    const std::uint32_t offset = m_map.offset(cursor.position());
    const auto& sentences = m_article->sentences;
    const auto after =
        std::ranges::upper_bound(sentences, offset, {}, [](const text::Sentence& own) { return own.span.begin; });
    if (after == sentences.begin() || std::prev(after)->span.end < offset)
        return std::nullopt;
    return static_cast<std::uint32_t>(std::prev(after) - sentences.begin());
}

std::optional<std::size_t> ReaderText::expressionAt(QPoint point) const
{
    if (!m_article)
        return std::nullopt;
    const QTextCursor cursor = cursorForPosition(point);
    // The widget answers with the nearest gap between two letters: the letter under the point is before or after it
    const int position = point.x() < cursorRect(cursor).left() ? cursor.position() - 1 : cursor.position();
    if (position < 0 || !sentenceAt(point))
        return std::nullopt;
    const std::uint32_t offset = m_map.offset(position);
    const auto& expressions = m_article->expressions;
    const auto after = std::ranges::upper_bound(expressions, offset, {},
                                                [](const temporal::TemporalExpression& own) { return own.span.begin; });
    if (after == expressions.begin() || !std::prev(after)->span.contains(offset))
        return std::nullopt;
    return static_cast<std::size_t>(std::prev(after) - expressions.begin());
}

bool ReaderText::showExpressionTip(const QHelpEvent& event)
{
    const auto index = expressionAt(event.pos());
    if (!index) {
        QToolTip::hideText();
        return false;
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

bool ReaderText::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover(std::nullopt);
    if (event->type() == QEvent::ToolTip && showExpressionTip(*static_cast<QHelpEvent*>(event)))
        return true;
    return QPlainTextEdit::viewportEvent(event);
}

void ReaderText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitMargins();
}

void ReaderText::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    choosePassage();
}

void ReaderText::resizeEvent(QResizeEvent* event)
{
    fitMargins();
    QPlainTextEdit::resizeEvent(event);
    const QRect inner = viewport()->geometry();
    m_margin->setGeometry(inner.left() - marginWidth - 2, inner.top(), marginWidth, inner.height());
}

/// 60 to 75 characters a line where there is room, in the middle of a wide column.
void ReaderText::fitMargins()
{
    const int all = width() - verticalScrollBar()->sizeHint().width();
    const int wanted = fontMetrics().averageCharWidth() * charactersPerLine;
    const int side = std::max((all - wanted) / 2, marginWidth + 4);
    setViewportMargins(side, 6, std::max(side - 8, 4), 0);
}

std::optional<QRectF> ReaderText::lineRectOf(TextSpan bytes) const
{
    const Utf16Span span = m_map.span(bytes);
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

void ReaderText::paintMargin(QPainter& painter) const
{
    // From right to left: evidence beside the text, then what the reader chose, then the letters of flags
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.evidenceEdge);
    for (const Evidence& evidence : m_evidence) {
        if (const auto lines = lineRectOf(evidence.span))
            painter.drawRoundedRect(QRectF(marginWidth - 2.0 - barWidth, lines->top(), barWidth, lines->height()), 2.0,
                                    2.0);
    }
    if (const auto lines = m_passage ? lineRectOf(*m_passage) : std::nullopt) {
        painter.setBrush(m_theme.accent);
        painter.drawRect(QRectF(marginWidth - 4.0 - barWidth, lines->top(), 1.5, lines->height()));
    }
    painter.setPen(m_theme.warning);
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    strong.setPointSizeF(strong.pointSizeF() * 0.85);
    painter.setFont(strong);
    for (const FlaggedPassage& flag : m_flags) {
        if (const auto lines = lineRectOf(flag.span))
            painter.drawText(QRectF(0.0, lines->top(), marginWidth - 6.0 - barWidth, painter.fontMetrics().height()),
                             Qt::AlignLeft | Qt::AlignVCenter, flag.letter);
    }
}

} // namespace synoptic::ui
