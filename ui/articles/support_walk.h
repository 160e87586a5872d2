// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QList>
#include <QObject>

#include "edits/timeline.h"

class QAction;
class QWidget;

namespace synoptic::ui {

class ArticleStrip;
class Selection;

/// Keys for who reads: from sentence to sentence of the selected event through all articles, and the pin of the article
/// one reads.
class SupportWalk : public QObject
{
    Q_OBJECT

public:
    using Snapshot = std::function<std::shared_ptr<const edits::Timeline>()>;

    /// @p timeline gives what is shown, null if nothing is. Keys work in @p window, which outlives this; so do
    /// @p selection and @p articles.
    SupportWalk(const Selection& selection, ArticleStrip& articles, Snapshot timeline, QWidget* window);

    /// In the order in which a menu shows them.
    QList<QAction*> actions() const { return {m_next, m_previous, m_pin}; }

private:
    void step(int by);
    void pin();

    const Selection& m_selection; // Not owned: outlives us
    ArticleStrip& m_articles;     // Not owned: outlives us
    Snapshot m_timeline;
    std::optional<edits::SentenceRef> m_last; // the sentence that was gone to
    QAction* m_next;
    QAction* m_previous;
    QAction* m_pin;
};

} // namespace synoptic::ui
