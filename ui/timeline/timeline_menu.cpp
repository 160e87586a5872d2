// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_menu.h"

#include <utility>

#include <QAction>
#include <QActionGroup>
#include <QLayout>
#include <QMenu>

#include "ui/articles/article_list.h"
#include "ui/articles/article_strip.h"
#include "ui/filter/popup_button.h"
#include "ui/timeline/brushed_text.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/views/saved_views.h"

namespace synoptic::ui {

namespace {

QAction* keyed(QObject* owner, QWidget* window, const QString& text, const QKeySequence& key, const QString& tip = {})
{
    auto* made = new QAction(text, owner);
    made->setShortcut(key);
    if (!tip.isEmpty())
        made->setToolTip(tip);
    window->addAction(made);
    return made;
}

} // namespace

TimelineMenu::TimelineMenu(const Panes& panes, QWidget* window)
    : QObject(window)
    , m_panes(panes)
    , m_reference(keyed(this, window, tr("Line of &reference"), Qt::Key_R,
                        tr("Put up a line at the selected event, or in the middle; again takes it away")))
    , m_noReferences(keyed(this, window, tr("No lines of reference"), Qt::SHIFT | Qt::Key_R))
    , m_brush(keyed(this, window, tr("Read about the stretch of time sho&wn"), Qt::Key_W,
                    tr("Sources and readers show what falls into it; again ends it")))
    , m_print(keyed(this, window, tr("&Print the timeline…"), QKeySequence::Print))
    , m_showViews(keyed(this, window, tr("Saved &views"), Qt::Key_V))
    , m_lanes(new QMenu(tr("La&nes"), window))
    , m_views(new SavedViewsPanel)
    , m_viewsButton(new PopupButton(tr("Views"), m_views))
{
    m_brush->setCheckable(true);
    m_viewsButton->setToolTip(tr("Views with names (V)"));
    m_viewsButton->setAccessibleName(tr("Saved views"));
    m_panes.timeline.toolRow().layout()->addWidget(m_viewsButton);
    addLanes(window);
    TimelineView& view = m_panes.timeline.view();
    connect(m_reference, &QAction::triggered, &view, &TimelineView::toggleReference);
    connect(m_noReferences, &QAction::triggered, &view, [&view] { view.setReferences({}); });
    connect(m_brush, &QAction::triggered, &view, [this, &view] {
        view.setBrushed(view.brushed() ? std::nullopt : std::optional(view.scale().visible()));
        m_brush->setChecked(view.brushed().has_value());
    });
    connect(m_showViews, &QAction::triggered, m_viewsButton, &PopupButton::open);
    connect(&view, &TimelineView::brushedChanged, this, &TimelineMenu::showBrushed);
    connect(&m_panes.timeline, &TimelinePanel::indexChanged, this, &TimelineMenu::showBrushed);
}

void TimelineMenu::addLanes(QWidget* window)
{
    auto* group = new QActionGroup(this);
    const QList<std::pair<QString, std::optional<LaneMode>>> choices{
        {tr("&Automatic"), std::nullopt},           {tr("&None"), LaneMode::None},
        {tr("By &source"), LaneMode::Source},       {tr("By t&opic"), LaneMode::Topic},
        {tr("By &certainty"), LaneMode::Certainty}, {tr("By &tag"), LaneMode::Tag}};
    for (const auto& [text, mode] : choices) {
        QAction* choice = m_lanes->addAction(text);
        choice->setCheckable(true);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, own = mode] { m_panes.timeline.setLanes(own); });
        connect(m_lanes, &QMenu::aboutToShow, choice,
                [this, choice, own = mode] { choice->setChecked(m_panes.timeline.chosenLanes() == own); });
    }
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the group is our child
    QAction* next = keyed(this, window, tr("Ne&xt lanes"), Qt::Key_L | Qt::SHIFT);
    m_lanes->addSeparator();
    m_lanes->addAction(next);
    connect(next, &QAction::triggered, this, [this, choices] {
        qsizetype own = 0;
        while (own < choices.size() && choices[own].second != m_panes.timeline.chosenLanes())
            ++own;
        m_panes.timeline.setLanes(choices[(own + 1) % choices.size()].second);
    });
}

QList<QAction*> TimelineMenu::actions() const
{
    return {m_brush, m_reference, m_noReferences, nullptr, m_lanes->menuAction(), m_showViews};
}

void TimelineMenu::setAvailable(bool hasEvents)
{
    for (QAction* own : {m_reference, m_noReferences, m_brush, m_print, m_showViews})
        own->setEnabled(hasEvents);
    m_viewsButton->setEnabled(hasEvents);
}

void TimelineMenu::showBrushed()
{
    const auto index = m_panes.timeline.index();
    const auto& range = m_panes.timeline.view().brushed();
    m_brush->setChecked(range.has_value());
    if (!index || !range) {
        m_panes.list.setBrushed({});
        m_panes.articles.setBrushed(std::nullopt);
        return;
    }
    BrushedText brushed = brushedText(*index, *range);
    m_panes.list.setBrushed(std::move(brushed.perArticle));
    m_panes.articles.setBrushed(std::move(brushed.sentences));
}

bool TimelineMenu::clearBrush()
{
    TimelineView& view = m_panes.timeline.view();
    if (!view.brushed())
        return false;
    view.setBrushed(std::nullopt);
    return true;
}

} // namespace synoptic::ui
