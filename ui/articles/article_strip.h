// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QList>
#include <QWidget>

#include "edits/timeline.h"
#include "search/search.h"
#include "ui/articles/reader_text.h"
#include "ui/contradictions/flag_composer.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QAction;
class QHBoxLayout;
class QListView;
class QScrollBar;

namespace synoptic::ui {

class ArticlePane;
class EvidenceDelegate;
class EvidenceModel;
class PlainLabel;
class ScrollSync;

/// A flagged passage and the article it stands in.
struct ArticleFlag
{
    ArticleId article{};
    FlaggedPassage passage;
};

/// A highlighted or annotated passage and the article it stands in.
struct ArticleMark
{
    ArticleId article{};
    MarkedPassage passage;
};

/// Articles side by side: as many columns as there is room for, whatever the number of articles. Evidence of articles
/// without a column lies below as cards.
class ArticleStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int columnWidth = 420;
    static constexpr std::size_t mostColumns = 6;

    explicit ArticleStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Shows a snapshot. Articles keep their columns, by file.
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// @p compared: several that are selected, A first.
    void setEvent(std::optional<EventId> event, std::vector<EventId> compared = {});
    /// Underlines the expressions of time in every column.
    void setExpressionsShown(bool shown);
    void setReadingStyle(const ReadingStyle& style);
    /// What the menu at the pointer offers in every reader.
    void setReaderActions(const QList<QAction*>& actions);
    const ReadingStyle& readingStyle() const { return m_style; }
    ScrollSync& scrollSync() { return *m_sync; }
    /// Brings an article into a column: its own, or the least recently used that is not pinned.
    void openArticle(ArticleId article);
    /// The same, and scrolls to a sentence.
    void showSentence(edits::SentenceRef sentence);

    /// Gives the keyboard to the reader used last.
    void focusReader();
    /// Opens the article of a passage and scrolls to it.
    void showPassage(const ChosenPassage& passage);

    const std::vector<ArticlePane*>& panes() const { return m_panes; }
    ArticlePane* paneOf(ArticleId article) const;
    EvidenceModel& cards() { return *m_model; }
    QListView& cardList() { return *m_cards; }
    QScrollBar& scrollBar() { return *m_scroll; }

    /// Underlines passages wherever their article is shown, now or later.
    void setFlags(std::vector<ArticleFlag> flags);
    /// Shows highlights and notes wherever their article is shown, now or later.
    void setMarks(std::vector<ArticleMark> marks);
    /// Lights what was searched for; @p hits by article.
    void setFound(std::vector<search::Hit> hits);
    /// Dims all but the sentences that tell of a stretch of time; @p sentences sorted; nothing: none is brushed.
    void setBrushed(std::optional<std::vector<edits::SentenceRef>> sentences);
    /// The articles that have a column, sorted.
    std::vector<ArticleId> shownArticles() const;
    /// The article of the reader used last.
    std::optional<ArticleId> currentArticle() const;
    /// What was chosen in the reader used last.
    std::optional<ChosenPassage> currentPassage() const;

Q_SIGNALS:
    /// Another passage is the current one.
    void passageChanged();
    void sentenceActivated(synoptic::edits::SentenceRef sentence);
    /// Someone asks where an article's publication date comes from.
    void detailsRequested(synoptic::ArticleId article);
    /// Larger (+1) or smaller (−1) letters are asked for.
    void scaleRequested(int steps);
    /// Other articles have columns than before.
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    std::size_t fittingColumns() const;
    void fitColumns();
    void fitCards();
    void scrollTo(int first);
    void sortColumns();
    void showFlags(ArticlePane* pane) const;
    void showMarks(ArticlePane* pane) const;
    void showFound(ArticlePane* pane) const;
    void showBrushed(ArticlePane* pane) const;
    void showIn(ArticlePane* pane, ArticleId article);
    ArticlePane* leastRecentlyUsed() const;
    void touch(ArticlePane* pane);
    void updateCards();

    Theme m_theme;
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    SourceTable m_sources;
    std::optional<EventId> m_event;
    std::vector<EventId> m_compared;
    bool m_expressionsShown = false;
    ReadingStyle m_style;
    QList<QAction*> m_readerActions;
    ScrollSync* m_sync;
    std::vector<ArticleFlag> m_flags;
    std::vector<ArticleMark> m_marks;
    std::vector<search::Hit> m_hits; // sorted
    std::optional<std::vector<edits::SentenceRef>> m_brushed;
    std::vector<ArticlePane*> m_panes; // left to right
    bool m_isArranged = false;         // by the reader: the order of the columns is theirs
    std::vector<ArticlePane*> m_used;  // least recently used first
    QHBoxLayout* m_columns;
    QScrollBar* m_scroll;
    QWidget* m_cardArea;
    PlainLabel* m_cardTitle;
    QListView* m_cards;
    EvidenceModel* m_model;
    EvidenceDelegate* m_delegate;
};

} // namespace synoptic::ui
