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
#include "ui/articles/text_loader.h"
#include "ui/articles/tick_scroll_bar.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {
constexpr double readingScale = 1.08; // of the program's font: one reads here for long
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

ReaderText::ReaderText(QWidget* parent)
    : QPlainTextEdit(parent), m_theme(Theme::light()), m_margin(new Margin(this)), m_loader(new TextLoader(this))
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
    m_plainFont = font();
    m_plainFont.setPointSizeF(m_plainFont.pointSizeF() * readingScale);
    setFont(m_plainFont);
    document()->setDefaultFont(m_plainFont);
    document()->setDocumentLayout(new ReaderLayout(document(), m_style.lineHeight));
    connect(m_loader, &TextLoader::completed, this, [this] {
        hideBoilerplate();
        formatHeadings();
        dim();
        underlineExpressions();
        light();
    });
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
    m_marks.clear();
    m_found.clear();
    m_brushed.reset();
    m_passage.reset();
    m_isRevealed = false;
    m_loader->begin(m_map.displayText());
    hideBoilerplate();
    formatHeadings();
    dim();
    underlineExpressions();
    light();
    verticalScrollBar()->setValue(0);
}

void ReaderText::setExpressionsShown(bool shown)
{
    if (shown == m_expressionsShown)
        return;
    m_expressionsShown = shown;
    underlineExpressions();
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
    const int begin = m_map.span(span).begin;
    if (!m_loader->isLoaded(begin))
        return {0, viewport()->height() * 2, 1, 1}; // below all that is in sight
    QTextCursor cursor(document());
    cursor.setPosition(begin);
    return cursorRect(cursor);
}

bool ReaderText::isVisible(TextSpan span) const
{
    return isVisible(span, viewport()->height());
}

/// Whether a place is in sight of a viewport that is @p height high. Only what is near has to be looked for.
bool ReaderText::isVisible(TextSpan span, int height) const
{
    const int position = m_map.span(span).begin;
    if (position < m_litAround.begin || position >= m_litAround.end)
        return false;
    const QRect begin = rectOf(span);
    return begin.top() >= 0 && begin.bottom() <= height;
}

bool ReaderText::isEvidenceVisible() const
{
    return std::ranges::any_of(m_evidence,
                               [this](const Evidence& own) { return own.isCurrent && isVisible(own.span); });
}

void ReaderText::scrollTo(TextSpan span)
{
    const Utf16Span place = m_map.span(span);
    m_loader->ensure(place.end);
    QTextCursor cursor(document());
    cursor.setPosition(place.begin);
    if (!cursor.block().isVisible()) {
        m_isRevealed = true;
        hideBoilerplate();
    }
    setTextCursor(cursor);
    centerCursor(); // lays out what lies between, so that the next step counts real lines
    const double step = std::max(cursorRect(cursor).height() * m_style.lineHeight, 1.0);
    const double away = cursorRect(cursor).top() - viewport()->height() / 3.0;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(away / step)));
}

std::pair<std::uint32_t, std::uint32_t> ReaderText::visibleSentences() const
{
    if (!m_article)
        return {0, 0};
    const auto& sentences = m_article->sentences;
    const auto at = [&](QPoint point) {
        const std::uint32_t offset = m_map.offset(cursorForPosition(point).position());
        const auto found =
            std::ranges::lower_bound(sentences, offset, {}, [](const text::Sentence& own) { return own.span.begin; });
        return static_cast<std::uint32_t>(found - sentences.begin());
    };
    return {at({0, 0}), at({viewport()->width() - 1, viewport()->height() - 1})};
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
    const QTextBlock read = firstVisibleBlock();
    const bool isOtherWidth = event->size().width() != event->oldSize().width();
    const auto seen = std::ranges::find_if(m_evidence, [&](const Evidence& own) {
        return own.isCurrent && isVisible(own.span, event->oldSize().height());
    });
    fitMargins();
    QPlainTextEdit::resizeEvent(event);
    // The cards below took the room in which the lit sentence stood
    if (!isOtherWidth && seen != m_evidence.end() && !isEvidenceVisible())
        scrollTo(seen->span);
    // Lines break elsewhere now: the paragraph one reads stays, not the number of its line
    if (isOtherWidth && read.isValid() && read.blockNumber() > 0)
        verticalScrollBar()->setValue(read.firstLineNumber());
    lightAround();
    const QRect inner = viewport()->geometry();
    m_margin->setGeometry(inner.left() - marginWidth - 2, inner.top(), marginWidth, inner.height());
}

void ReaderText::setReadingStyle(const ReadingStyle& style)
{
    if (style == m_style)
        return;
    const QTextBlock read = firstVisibleBlock();
    m_style = style;
    m_isRevealed = false;
    QFont reading = m_plainFont;
    if (!style.family.isEmpty())
        reading.setFamilies({style.family});
    reading.setPointSizeF(reading.pointSizeF() * style.scale);
    setFont(reading);
    document()->setDefaultFont(reading);
    document()->setDocumentLayout(new ReaderLayout(document(), style.lineHeight));
    fitMargins();
    hideBoilerplate();
    dim();
    light();
    if (read.isValid())
        verticalScrollBar()->setValue(read.firstLineNumber());
}

/// 60 to 75 characters a line where there is room, in the middle of a wide column.
void ReaderText::fitMargins()
{
    const int all = width() - verticalScrollBar()->sizeHint().width();
    const int wanted = fontMetrics().averageCharWidth() * m_style.charactersPerLine;
    const int side = std::max((all - wanted) / 2, marginWidth + 4);
    setViewportMargins(side, 6, std::max(side - 8, 4), 0);
}

} // namespace synoptic::ui
