// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/article_strip.h"

#include <algorithm>
#include <limits>

#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/articles/article_pane.h"
#include "ui/articles/evidence_cards.h"
#include "ui/articles/reader_text.h"
#include "ui/articles/scroll_sync.h"
#include "ui/plain_label.h"

namespace synoptic::ui {

ArticleStrip::ArticleStrip(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::light())
    , m_sync(new ScrollSync(*this))
    , m_columns(new QHBoxLayout)
    , m_scroll(new QScrollBar(Qt::Horizontal))
    , m_cardArea(new QWidget)
    , m_cardTitle(new PlainLabel)
    , m_cards(new QListView)
    , m_model(new EvidenceModel(this))
    , m_delegate(new EvidenceDelegate(2, this))
{
    setAccessibleName(tr("Readers"));
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(1);
    m_scroll->setAccessibleName(tr("Articles, scrolled side by side"));
    m_scroll->hide();
    m_cards->setModel(m_model);
    m_cards->setItemDelegate(m_delegate);
    m_cards->setFlow(QListView::LeftToRight);
    m_cards->setUniformItemSizes(true);
    m_cards->setMouseTracking(true);
    m_cards->setFrameShape(QFrame::NoFrame);
    m_cards->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards->setAccessibleName(tr("Evidence in articles that have no column"));
    m_cards->viewport()->setBackgroundRole(QPalette::Window);
    m_delegate->setCardWidth(fontMetrics().averageCharWidth() * 42);
    fitCards();
    m_cardTitle->setContentsMargins(8, 4, 8, 0);
    m_cardTitle->setForegroundRole(QPalette::PlaceholderText);
    auto* cardColumn = new QVBoxLayout(m_cardArea);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->setSpacing(0);
    cardColumn->addWidget(m_cardTitle);
    cardColumn->addWidget(m_cards);
    m_cardArea->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_columns, 1);
    column->addWidget(m_scroll);
    column->addWidget(m_cardArea);
    setMinimumSize(260, 120);

    connect(m_scroll, &QScrollBar::valueChanged, this, &ArticleStrip::scrollTo);
    const auto open = [this](const QModelIndex& index) { showSentence(m_model->sentenceAt(index.row())); };
    connect(m_cards, &QListView::clicked, this, open);
    connect(m_cards, &QListView::activated, this, open);
}

void ArticleStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    for (ArticlePane* pane : m_panes)
        pane->setTheme(theme);
    m_cards->viewport()->update();
}

void ArticleStrip::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_sync->setTimeline(m_timeline);
    m_isArranged = m_isArranged && m_timeline;
    m_event.reset();
    m_compared.clear();
    m_sources = m_timeline ? SourceTable::of(m_timeline->analysis()) : SourceTable{};
    m_model->setSnapshot(m_timeline, m_sources);
    for (ArticlePane* pane : m_panes) {
        if (!pane->hasArticle())
            continue;
        bool isThere = false;
        if (m_timeline) {
            const auto& articles = m_timeline->analysis().articles;
            const auto file = [](const auto& article) -> const std::string& { return article->article.file; };
            const auto found = std::ranges::lower_bound(articles, pane->file(), {}, file);
            isThere = found != articles.end() && file(*found) == pane->file();
            if (isThere)
                pane->setArticle(m_timeline, idAt<ArticleId>(static_cast<std::size_t>(found - articles.begin())),
                                 m_sources);
        }
        if (!isThere)
            pane->clearArticle();
    }
    fitColumns();
    sortColumns();
    updateCards();
}

/// Articles come in the order in which they were read, which differs from run to run; their columns stand in the order
/// of the files all the same, until the reader opens something of their own.
void ArticleStrip::sortColumns()
{
    const auto place = [](const ArticlePane* pane) {
        return pane->hasArticle() ? indexOf(pane->article()) : std::numeric_limits<std::size_t>::max();
    };
    if (m_isArranged || std::ranges::is_sorted(m_panes, {}, place))
        return;
    std::ranges::stable_sort(m_panes, {}, place);
    for (ArticlePane* pane : m_panes) {
        m_columns->removeWidget(pane);
        m_columns->addWidget(pane, 1);
    }
    Q_EMIT columnsChanged();
}

void ArticleStrip::setEvent(std::optional<EventId> event, std::vector<EventId> compared)
{
    m_event = event;
    m_compared = std::move(compared);
    for (ArticlePane* pane : m_panes)
        pane->setEvent(event, m_compared);
    updateCards();
}

std::size_t ArticleStrip::fittingColumns() const
{
    const std::size_t articles = m_timeline ? m_timeline->analysis().articles.size() : 0;
    const int room = std::max((width() + columnWidth / 3) / columnWidth, 1);
    return std::min({static_cast<std::size_t>(room), mostColumns, articles});
}

/// Adds and removes columns until they fit, and gives empty ones an article that has none.
void ArticleStrip::fitColumns()
{
    const std::size_t wanted = fittingColumns();
    const std::vector<ArticleId> before = shownArticles();
    while (m_panes.size() > wanted) {
        ArticlePane* last = m_panes.back();
        // The rightmost goes, but what was pinned or just used stays if an unused one can go instead
        const auto idle = std::ranges::find_if(m_used, [](ArticlePane* pane) { return !pane->isPinned(); });
        if (idle != m_used.end())
            last = *idle;
        std::erase(m_panes, last);
        std::erase(m_used, last);
        m_columns->removeWidget(last);
        last->hide();
        last->deleteLater();
    }
    while (m_panes.size() < wanted) {
        auto* pane = new ArticlePane;
        pane->setTheme(m_theme);
        pane->text().setExpressionsShown(m_expressionsShown);
        pane->text().setReadingStyle(m_style);
        pane->text().addActions(m_readerActions);
        connect(&pane->text(), &ReaderText::scaleRequested, this, &ArticleStrip::scaleRequested);
        connect(pane, &ArticlePane::sentenceActivated, this, &ArticleStrip::sentenceActivated);
        connect(pane, &ArticlePane::focused, this, [this, pane] { touch(pane); });
        connect(pane, &ArticlePane::detailsRequested, this, [this, pane] {
            if (pane->hasArticle())
                Q_EMIT detailsRequested(pane->article());
        });
        connect(&pane->text(), &ReaderText::passageChanged, this, &ArticleStrip::passageChanged);
        m_columns->addWidget(pane, 1);
        m_panes.push_back(pane);
        m_used.insert(m_used.begin(), pane);
    }
    const std::size_t articles = m_timeline ? m_timeline->analysis().articles.size() : 0;
    for (ArticlePane* pane : m_panes) {
        if (pane->hasArticle())
            continue;
        for (std::size_t i = 0; i < articles; ++i)
            if (paneOf(idAt<ArticleId>(i)) == nullptr) {
                showIn(pane, idAt<ArticleId>(i));
                break;
            }
    }
    const QSignalBlocker quiet(m_scroll);
    m_scroll->setRange(0, static_cast<int>(articles - std::min(wanted, articles)));
    m_scroll->setPageStep(static_cast<int>(std::max<std::size_t>(wanted, 1)));
    m_scroll->setVisible(articles > wanted);
    if (shownArticles() != before)
        Q_EMIT columnsChanged();
}

void ArticleStrip::scrollTo(int first)
{
    if (!m_timeline)
        return;
    std::vector<ArticleId> pinned;
    for (const ArticlePane* pane : m_panes)
        if (pane->isPinned() && pane->hasArticle())
            pinned.push_back(pane->article());
    auto next = static_cast<std::size_t>(std::max(first, 0));
    const std::size_t articles = m_timeline->analysis().articles.size();
    for (ArticlePane* pane : m_panes) {
        if (pane->isPinned())
            continue;
        while (next < articles && std::ranges::find(pinned, idAt<ArticleId>(next)) != pinned.end())
            ++next;
        if (next >= articles)
            break;
        if (!pane->hasArticle() || pane->article() != idAt<ArticleId>(next))
            showIn(pane, idAt<ArticleId>(next));
        ++next;
    }
    updateCards();
    Q_EMIT columnsChanged();
}

void ArticleStrip::showIn(ArticlePane* pane, ArticleId article)
{
    pane->setArticle(m_timeline, article, m_sources);
    pane->setEvent(m_event, m_compared);
    showFlags(pane);
    showMarks(pane);
    showFound(pane);
    showBrushed(pane);
}

void ArticleStrip::setFound(std::vector<search::Hit> hits)
{
    m_hits = std::move(hits);
    for (ArticlePane* pane : m_panes)
        showFound(pane);
}

void ArticleStrip::showFound(ArticlePane* pane) const
{
    std::vector<TextSpan> own;
    if (pane->hasArticle()) {
        const auto first = std::ranges::lower_bound(m_hits, pane->article(), {}, &search::Hit::article);
        for (auto hit = first; hit != m_hits.end() && hit->article == pane->article(); ++hit)
            own.push_back(hit->span);
    }
    pane->text().setFound(std::move(own));
}

void ArticleStrip::setBrushed(std::optional<std::vector<edits::SentenceRef>> sentences)
{
    m_brushed = std::move(sentences);
    for (ArticlePane* pane : m_panes)
        showBrushed(pane);
}

void ArticleStrip::showBrushed(ArticlePane* pane) const
{
    std::optional<std::vector<std::uint32_t>> own;
    if (m_brushed && pane->hasArticle()) {
        own.emplace();
        const auto first = std::ranges::lower_bound(*m_brushed, pane->article(), {}, &edits::SentenceRef::article);
        for (auto sentence = first; sentence != m_brushed->end() && sentence->article == pane->article(); ++sentence)
            own->push_back(sentence->sentence);
    }
    pane->text().setBrushed(std::move(own));
}

void ArticleStrip::setFlags(std::vector<ArticleFlag> flags)
{
    m_flags = std::move(flags);
    for (ArticlePane* pane : m_panes)
        showFlags(pane);
}

void ArticleStrip::showFlags(ArticlePane* pane) const
{
    std::vector<FlaggedPassage> own;
    for (const ArticleFlag& flag : m_flags)
        if (pane->hasArticle() && flag.article == pane->article())
            own.push_back(flag.passage);
    pane->text().setFlags(std::move(own));
}

void ArticleStrip::setMarks(std::vector<ArticleMark> marks)
{
    m_marks = std::move(marks);
    for (ArticlePane* pane : m_panes)
        showMarks(pane);
}

void ArticleStrip::showMarks(ArticlePane* pane) const
{
    std::vector<MarkedPassage> own;
    for (const ArticleMark& mark : m_marks)
        if (pane->hasArticle() && mark.article == pane->article())
            own.push_back(mark.passage);
    pane->text().setMarks(std::move(own));
}

std::optional<ArticleId> ArticleStrip::currentArticle() const
{
    return m_used.empty() || !m_used.back()->hasArticle() ? std::nullopt : std::optional(m_used.back()->article());
}

std::optional<ChosenPassage> ArticleStrip::currentPassage() const
{
    const auto article = currentArticle();
    const auto span = article ? m_used.back()->text().currentPassage() : std::nullopt;
    return span ? std::optional(ChosenPassage{*article, *span}) : std::nullopt;
}

ArticlePane* ArticleStrip::paneOf(ArticleId article) const
{
    const auto pane = std::ranges::find_if(
        m_panes, [&](const ArticlePane* own) { return own->hasArticle() && own->article() == article; });
    return pane == m_panes.end() ? nullptr : *pane;
}

ArticlePane* ArticleStrip::leastRecentlyUsed() const
{
    const auto pane = std::ranges::find_if(m_used, [](const ArticlePane* own) { return !own->isPinned(); });
    return pane == m_used.end() ? nullptr : *pane;
}

void ArticleStrip::touch(ArticlePane* pane)
{
    std::erase(m_used, pane);
    m_used.push_back(pane);
}

void ArticleStrip::setReaderActions(const QList<QAction*>& actions)
{
    m_readerActions = actions;
    for (ArticlePane* pane : m_panes)
        pane->text().addActions(actions);
}

void ArticleStrip::setReadingStyle(const ReadingStyle& style)
{
    m_style = style;
    for (ArticlePane* pane : m_panes)
        pane->text().setReadingStyle(style);
}

void ArticleStrip::setExpressionsShown(bool shown)
{
    m_expressionsShown = shown;
    for (ArticlePane* pane : m_panes)
        pane->text().setExpressionsShown(shown);
}

void ArticleStrip::openArticle(ArticleId article)
{
    ArticlePane* pane = paneOf(article);
    if (pane == nullptr) {
        pane = leastRecentlyUsed();
        if (pane == nullptr)
            pane = m_used.empty() ? nullptr : m_used.front(); // all are pinned: the oldest gives way
        if (pane == nullptr)
            return;
        m_isArranged = true;
        showIn(pane, article);
        updateCards();
        Q_EMIT columnsChanged();
    }
    touch(pane);
}

void ArticleStrip::showSentence(edits::SentenceRef sentence)
{
    openArticle(sentence.article);
    if (ArticlePane* pane = paneOf(sentence.article))
        pane->showSentence(sentence.sentence);
}

void ArticleStrip::focusReader()
{
    if (!m_used.empty())
        m_used.back()->text().setFocus(Qt::OtherFocusReason);
}

void ArticleStrip::showPassage(const ChosenPassage& passage)
{
    openArticle(passage.article);
    if (ArticlePane* pane = paneOf(passage.article))
        pane->text().scrollTo(passage.span);
}

std::vector<ArticleId> ArticleStrip::shownArticles() const
{
    std::vector<ArticleId> shown;
    for (const ArticlePane* pane : m_panes)
        if (pane->hasArticle())
            shown.push_back(pane->article());
    std::ranges::sort(shown);
    return shown;
}

void ArticleStrip::updateCards()
{
    m_model->setEvent(m_event, shownArticles());
    const int count = m_model->rowCount();
    m_cardTitle->setText(count == 1 ? tr("1 more sentence tells this event, in an article without a column")
                                    : tr("%1 more sentences tell this event, in articles without a column").arg(count));
    m_cardArea->setVisible(count > 0);
}

/// Low windows show one line of a sentence, so that the text one reads keeps its room.
void ArticleStrip::fitCards()
{
    m_delegate->setLines(height() < 480 ? 1 : 2);
    m_cards->setFixedHeight(m_delegate->sizeHint(QStyleOptionViewItem(), {}).height() +
                            m_cards->horizontalScrollBar()->sizeHint().height());
}

void ArticleStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitCards();
    fitColumns();
    updateCards();
}

} // namespace synoptic::ui
