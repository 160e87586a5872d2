// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QPlainTextEdit>

#include "analysis/analysis.h"
#include "ui/articles/reading_style.h"
#include "ui/articles/utf16_map.h"
#include "ui/theme.h"

class QHelpEvent;

namespace synoptic::ui {

class TextLoader;

/// A sentence that is lit, and the words in it that name the event.
struct Evidence
{
    std::uint32_t sentence = 0;
    TextSpan span;
    std::vector<TextSpan> triggers;
    QString letters;       ///< of several selected events, those it tells: "A", "AC"; empty if one alone is selected
    bool isCurrent = true; ///< tells the current one
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A passage that an analyst marked: underlined, with a letter in the margin.
struct FlaggedPassage
{
    TextSpan span;
    QString letter; ///< one or two characters: the side of a contradiction
    QString words;  ///< for the tooltip

    friend bool operator==(const FlaggedPassage&, const FlaggedPassage&) = default;
};

/// A passage that an analyst highlighted or wrote a note on.
struct MarkedPassage
{
    TextSpan span;
    std::optional<std::uint8_t> color; ///< position in Theme::highlights; nothing: it has a note
    QString words;                     ///< what the color means, or the note; for the tooltip

    friend bool operator==(const MarkedPassage&, const MarkedPassage&) = default;
};

/// The text of one article, set for reading. What is lit lies over the text, which is never modified. The menu at the
/// pointer holds the actions of the widget beside those of any text.
class ReaderText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReaderText(QWidget* parent = nullptr);
    ~ReaderText() override;

    void setTheme(const Theme& theme);
    void setArticle(std::shared_ptr<const analysis::ArticleAnalysis> article);
    const analysis::ArticleAnalysis* article() const { return m_article.get(); }
    const Utf16Map& map() const { return m_map; }
    /// Which sentences answer a click; they show it under the pointer.
    void setClickable(std::function<bool(std::uint32_t)> isClickable) { m_isClickable = std::move(isClickable); }

    /// Sets the text anew; the line one reads stays.
    void setReadingStyle(const ReadingStyle& style);
    const ReadingStyle& readingStyle() const { return m_style; }

    /// Underlines every expression of time faintly.
    void setExpressionsShown(bool shown);
    bool areExpressionsShown() const { return m_expressionsShown; }
    /// The expression of time under a point, as a position in the article's.
    std::optional<std::size_t> expressionAt(QPoint viewportPoint) const;

    /// Lights sentences; scrolls nothing.
    void setEvidence(std::vector<Evidence> evidence);
    const std::vector<Evidence>& evidence() const { return m_evidence; }
    bool isEvidenceVisible() const;
    /// Underlines what was flagged; scrolls nothing.
    void setFlags(std::vector<FlaggedPassage> flags);
    /// Colors what was highlighted, and shows a sign beside what has a note; scrolls nothing.
    void setMarks(std::vector<MarkedPassage> marks);
    const std::vector<MarkedPassage>& marks() const { return m_marks; }
    /// Dims what does not belong to a stretch of time that is brushed: all but @p sentences (sorted); nothing: no
    /// stretch is.
    void setBrushed(std::optional<std::vector<std::uint32_t>> sentences);
    const std::optional<std::vector<std::uint32_t>>& brushed() const { return m_brushed; }
    /// Lights words that were searched for, over everything else; scrolls nothing.
    void setFound(std::vector<TextSpan> found);
    const std::vector<TextSpan>& found() const { return m_found; }
    const std::vector<FlaggedPassage>& flags() const { return m_flags; }
    /// What the reader chose: the words marked with mouse or keys, else the sentence of the text cursor; nothing before
    /// one has read here (the widget had the focus).
    std::optional<TextSpan> currentPassage() const;
    /// Brings a place of the text to a third of the height.
    void scrollTo(TextSpan span);
    bool isVisible(TextSpan span) const;
    /// The sentences that begin in sight: from the first, to the one after the last.
    std::pair<std::uint32_t, std::uint32_t> visibleSentences() const;
    std::optional<std::uint32_t> sentenceAt(QPoint viewportPoint) const;
    QRect rectOf(TextSpan span) const;

Q_SIGNALS:
    void sentenceActivated(std::uint32_t sentence);
    void passageChanged();
    /// Ctrl and the wheel ask for larger (+1) or smaller (−1) letters.
    void scaleRequested(int steps);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData*) override {}

private:
    class Margin;
    static constexpr int marginWidth = 28;

    /// A stretch of the text that looks otherwise.
    struct Light
    {
        Utf16Span span;
        QTextCharFormat format;
    };
    using Lights = std::vector<Light>;

    bool isVisible(TextSpan span, int height) const;
    void fitMargins();
    void hideBoilerplate();
    void formatHeadings();
    void dim();
    void underlineExpressions();
    bool showTip(const QHelpEvent& event);
    bool showMarkTip(const QHelpEvent& event);
    void light();
    void lightAround();
    /// What is in sight, and @p more times as many lines before and behind it.
    Utf16Span around(int more) const;
    void hover(std::optional<std::uint32_t> sentence);
    void choosePassage();
    void paintMargin(QPainter& painter) const;
    void paintLetters(QPainter& painter) const;
    /// The lines of a passage as the margin sees them; nothing if they are out of sight.
    std::optional<QRectF> lineRectOf(TextSpan bytes) const;
    void add(Lights& lights, TextSpan bytes, const QTextCharFormat& format) const;

    Theme m_theme;
    std::shared_ptr<const analysis::ArticleAnalysis> m_article; // null: empty column
    Utf16Map m_map;
    std::function<bool(std::uint32_t)> m_isClickable;
    Lights m_dimmed; // boilerplate
    bool m_expressionsShown = false;
    Lights m_underlined;     // expressions of time, if they are shown
    Lights m_lights;         // all of them, in the order in which they lie over one another
    Utf16Span m_litAround{}; // of them those in here are lit
    std::vector<Evidence> m_evidence;
    std::vector<FlaggedPassage> m_flags;
    std::vector<MarkedPassage> m_marks;
    std::vector<TextSpan> m_found;
    std::optional<std::vector<std::uint32_t>> m_brushed;
    std::optional<TextSpan> m_passage;
    std::optional<std::uint32_t> m_hovered;
    QPoint m_pressedAt;
    QWidget* m_margin;
    TextLoader* m_loader;
    ReadingStyle m_style;
    QFont m_plainFont;         // of the style with nothing chosen
    bool m_isRevealed = false; // hidden lines are shown, because one was led to one of them
};

} // namespace synoptic::ui
