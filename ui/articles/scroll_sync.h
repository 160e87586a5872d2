// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "edits/timeline.h"

namespace synoptic::ui {

class ArticlePane;
class ArticleStrip;

enum class ScrollTogether : std::uint8_t
{
    Off,
    Relative, ///< as far through the text
    ByEvents  ///< to the sentences that tell what the sentence one reads tells
};

/// Lets the other readers follow the one that is scrolled. Follows a moment later, never while one scrolls.
class ScrollSync : public QObject
{
    Q_OBJECT

public:
    explicit ScrollSync(ArticleStrip& strip);

    void setMode(ScrollTogether mode) { m_mode = mode; }
    ScrollTogether mode() const { return m_mode; }
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline) { m_timeline = std::move(timeline); }

private:
    void watchPanes();
    void follow();
    void followByEvents(ArticlePane& leader);

    ArticleStrip& m_strip; // our parent
    std::shared_ptr<const edits::Timeline> m_timeline;
    ScrollTogether m_mode = ScrollTogether::Off;
    bool m_isFollowing = false;
    QPointer<ArticlePane> m_leader;
    QTimer m_wait;
};

} // namespace synoptic::ui
