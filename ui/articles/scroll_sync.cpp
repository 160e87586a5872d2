// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/scroll_sync.h"

#include <algorithm>

#include <QScrollBar>

#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"

namespace synoptic::ui {

namespace {
constexpr int delay = 60; // milliseconds
} // namespace

ScrollSync::ScrollSync(ArticleStrip& strip) : QObject(&strip), m_strip(strip)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(delay);
    connect(&m_wait, &QTimer::timeout, this, &ScrollSync::follow);
    connect(&strip, &ArticleStrip::columnsChanged, this, &ScrollSync::watchPanes);
}

void ScrollSync::watchPanes()
{
    for (ArticlePane* pane : m_strip.panes()) {
        QScrollBar* bar = pane->text().verticalScrollBar();
        disconnect(bar, nullptr, this, nullptr);
        connect(bar, &QScrollBar::valueChanged, this, [this, pane] {
            // Scrolled by one who reads: what the program scrolls, to show evidence, leads nobody
            const bool isRead = pane->text().hasFocus() || pane->underMouse();
            if (m_mode == ScrollTogether::Off || m_isFollowing || !isRead)
                return;
            m_leader = pane;
            m_wait.start();
        });
    }
}

void ScrollSync::follow()
{
    if (m_leader == nullptr || m_mode == ScrollTogether::Off)
        return;
    m_isFollowing = true;
    if (m_mode == ScrollTogether::ByEvents) {
        followByEvents(*m_leader);
    } else {
        const QScrollBar* own = m_leader->text().verticalScrollBar();
        const double share = own->maximum() > 0 ? static_cast<double>(own->value()) / own->maximum() : 0.0;
        for (ArticlePane* pane : m_strip.panes()) {
            QScrollBar* bar = pane->text().verticalScrollBar();
            if (pane != m_leader)
                bar->setValue(qRound(share * bar->maximum()));
        }
    }
    m_isFollowing = false;
}

/// Each of the others goes to the first sentence that tells an event of the uppermost sentence here that they share.
void ScrollSync::followByEvents(ArticlePane& leader)
{
    if (!m_timeline || !leader.hasArticle())
        return;
    std::vector<ArticlePane*> waiting;
    for (ArticlePane* pane : m_strip.panes())
        if (pane != &leader && pane->hasArticle())
            waiting.push_back(pane);
    const auto [first, last] = leader.text().visibleSentences();
    for (std::uint32_t sentence = first; sentence < last && !waiting.empty(); ++sentence) {
        for (const EventId event : m_timeline->eventsOf({leader.article(), sentence})) {
            const auto& supports = (*m_timeline)[event].event.supports;
            std::erase_if(waiting, [&](ArticlePane* pane) {
                const auto told = std::ranges::find(supports, pane->article(), &analysis::Support::article);
                if (told == supports.end())
                    return false;
                pane->showSentence(told->sentence);
                return true;
            });
        }
    }
}

} // namespace synoptic::ui
