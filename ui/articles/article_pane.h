// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QFrame>

#include "edits/timeline.h"
#include "ui/articles/reader_text.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QToolButton;

namespace synoptic::ui {

class ElidedLabel;
class PlainLabel;

/// One article to read: header, text, and a line that says how it stands to the selected event.
class ArticlePane : public QFrame
{
    Q_OBJECT

public:
    explicit ArticlePane(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Shows an article of a snapshot. The same article of a later snapshot keeps scroll and selection.
    void setArticle(std::shared_ptr<const edits::Timeline> timeline, ArticleId article, const SourceTable& sources);
    void clearArticle();
    bool hasArticle() const { return m_timeline != nullptr; }
    ArticleId article() const { return m_article; }
    const std::string& file() const { return m_file; }

    /// Lights the sentences that tell @p event, and with letters those of @p compared if they are several. Scrolls only
    /// if none of them is visible.
    void setEvent(std::optional<EventId> event, const std::vector<EventId>& compared = {});
    /// Scrolls to a sentence, whatever is visible.
    void showSentence(std::uint32_t sentence);

    bool isPinned() const;
    ReaderText& text() { return *m_text; }
    QString footerText() const;

Q_SIGNALS:
    void sentenceActivated(synoptic::edits::SentenceRef sentence);
    void focused();
    /// The publication date was clicked: where it comes from is asked for.
    void detailsRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showHeader(const SourceTable& sources);
    std::vector<Evidence> evidenceOf(EventId current, const std::vector<EventId>& compared) const;

    Theme m_theme;
    std::shared_ptr<const edits::Timeline> m_timeline; // null: empty column
    ArticleId m_article{};
    std::string m_file;
    std::optional<EventId> m_event;
    std::string m_eventKey; // of m_event or, in a new snapshot, of the event shown in the one before
    std::uint32_t m_source = 0;

    QWidget* m_swatch;
    ElidedLabel* m_title;
    ElidedLabel* m_sourceName;
    QToolButton* m_published;
    QToolButton* m_pin;
    ReaderText* m_text;
    PlainLabel* m_footer;
};

} // namespace synoptic::ui
