// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/support_walk.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QAction>
#include <QToolButton>
#include <QWidget>

#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/selection.h"

namespace synoptic::ui {

namespace {

QAction* keyed(QObject* owner, QWidget* window, const QString& text, const QKeySequence& key)
{
    auto* made = new QAction(text, owner);
    made->setShortcut(key);
    window->addAction(made);
    return made;
}

} // namespace

SupportWalk::SupportWalk(const Selection& selection, ArticleStrip& articles, Snapshot timeline, QWidget* window)
    : QObject(window)
    , m_selection(selection)
    , m_articles(articles)
    , m_timeline(std::move(timeline))
    , m_next(keyed(this, window, tr("Next sentence that &tells it"), Qt::ALT | Qt::Key_Down))
    , m_previous(keyed(this, window, tr("Previous sentence that te&lls it"), Qt::ALT | Qt::Key_Up))
    , m_pin(keyed(this, window, tr("P&in the article to its column"), Qt::Key_P))
{
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_pin, &QAction::triggered, this, &SupportWalk::pin);
}

/// Around: after the last comes the first.
void SupportWalk::step(int by)
{
    const auto timeline = m_timeline();
    const auto event = m_selection.current();
    if (!timeline || !event)
        return;
    std::vector<edits::SentenceRef> sentences;
    for (const analysis::Support& support : (*timeline)[*event].event.supports)
        sentences.push_back({support.article, support.sentence});
    std::ranges::sort(sentences);
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end()); // clang 14: no ranges::unique
    if (sentences.empty())
        return;
    const auto count = std::ssize(sentences);
    const auto own = m_last ? std::ranges::find(sentences, *m_last) : sentences.end();
    const std::ptrdiff_t next =
        own == sentences.end() ? (by > 0 ? 0 : count - 1) : (own - sentences.begin() + by + count) % count;
    m_last = sentences[static_cast<std::size_t>(next)];
    m_articles.showSentence(*m_last);
}

void SupportWalk::pin()
{
    const auto article = m_articles.currentArticle();
    ArticlePane* const pane = article ? m_articles.paneOf(*article) : nullptr;
    if (pane != nullptr)
        pane->findChild<QToolButton*>(QStringLiteral("pin"))->click();
}

} // namespace synoptic::ui
