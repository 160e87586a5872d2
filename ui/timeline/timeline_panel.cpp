// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/filter/filter_bar.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/overview_chart.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

namespace {
constexpr std::size_t mostUndatedListed = 200;

QToolButton* flatButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}
} // namespace

TimelinePanel::TimelinePanel(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::light())
    , m_toolRow(new QWidget)
    , m_filterBar(new FilterBar)
    , m_timeChoice(new QComboBox)
    , m_laneChoice(new QComboBox)
    , m_undated(flatButton({}, tr("Events without a date")))
    , m_undatedMenu(new QMenu(this))
    , m_counts(new PlainLabel)
    , m_view(new TimelineView)
    , m_overview(new OverviewChart)
{
    setAccessibleName(tr("Timeline panel"));
    auto* rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Plain);
    rule->setForegroundRole(QPalette::Mid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    buildToolRow();
    column->addWidget(m_view, 1);
    column->addWidget(rule);
    column->addWidget(m_overview);

    m_view->installEventFilter(this); // its height decides about the lanes
    connect(m_view, &TimelineView::eventActivated, this, &TimelinePanel::eventActivated);
    connect(m_view, &TimelineView::eventToggled, this, &TimelinePanel::eventToggled);
    connect(m_view, &TimelineView::nothingActivated, this, &TimelinePanel::nothingActivated);
    connect(m_view, &TimelineView::visibleRangeChanged, m_overview, &OverviewChart::setVisibleRange);
    connect(m_view, &TimelineView::visibleRangeChanged, m_filterBar, &FilterBar::setVisibleRange);
    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const EventFilter& wanted) {
        const auto exception = m_filter.exception;
        m_filter = wanted;
        m_filter.exception = exception;
        applyFilter();
    });
    connect(m_overview, &OverviewChart::rangeChosen, m_view, &TimelineView::setVisibleRange);
}

void TimelinePanel::buildToolRow()
{
    m_timeChoice->addItems({tr("Event time"), tr("Publication time")});
    m_timeChoice->setAccessibleName(tr("What the place on the axis says"));
    m_timeChoice->setToolTip(tr("When it happened, or when each source told it (Shift+P)"));
    m_laneChoice->addItem(tr("Lanes: automatic"));
    m_laneChoice->addItem(tr("Lanes: none"), static_cast<int>(LaneMode::None));
    m_laneChoice->addItem(tr("Lanes: by source"), static_cast<int>(LaneMode::Source));
    m_laneChoice->addItem(tr("Lanes: by topic"), static_cast<int>(LaneMode::Topic));
    m_laneChoice->addItem(tr("Lanes: by certainty"), static_cast<int>(LaneMode::Certainty));
    m_laneChoice->addItem(tr("Lanes: by tag"), static_cast<int>(LaneMode::Tag));
    m_laneChoice->setAccessibleName(tr("Lanes"));
    m_undated->setPopupMode(QToolButton::InstantPopup);
    m_undated->setMenu(m_undatedMenu);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setAccessibleName(tr("Events shown and hidden"));
    auto* zoomOut = flatButton(QStringLiteral("−"), tr("Zoom out (-)"));
    auto* zoomIn = flatButton(QStringLiteral("+"), tr("Zoom in (+)"));
    auto* fit = flatButton(tr("Fit"), tr("Show the whole timeline (F)"));

    auto* row = new QHBoxLayout(m_toolRow);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_counts, 1);
    row->addWidget(m_undated);
    row->addWidget(m_timeChoice);
    row->addWidget(m_laneChoice);
    for (QToolButton* button : {zoomOut, zoomIn, fit})
        row->addWidget(button);
    layout()->addWidget(m_toolRow);

    connect(zoomOut, &QToolButton::clicked, this, [this] { m_view->zoom(1.0 / 1.6); });
    connect(zoomIn, &QToolButton::clicked, this, [this] { m_view->zoom(1.6); });
    connect(fit, &QToolButton::clicked, m_view, &TimelineView::fit);
    connect(m_timeChoice, &QComboBox::activated, this,
            [this](int choice) { setTimeMode(choice == 0 ? TimeMode::Event : TimeMode::Publication); });
    connect(m_laneChoice, &QComboBox::activated, this, [this] {
        const QVariant choice = m_laneChoice->currentData();
        setLanes(choice.isValid() ? std::optional(static_cast<LaneMode>(choice.toInt())) : std::nullopt);
    });
}

void TimelinePanel::setLanes(std::optional<LaneMode> lanes)
{
    m_laneChoice->setCurrentIndex(lanes ? m_laneChoice->findData(static_cast<int>(*lanes)) : 0);
    if (lanes == m_lanes)
        return;
    m_lanes = lanes;
    applyFilter();
}

void TimelinePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_filterBar->setTheme(theme);
    m_view->setTheme(theme);
    m_overview->setTheme(theme);
}

void TimelinePanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const bool isOther = !timeline || !m_timeline || timeline->sharedAnalysis() != m_timeline->sharedAnalysis();
    m_timeline = std::move(timeline);
    m_columns.reset();
    if (isOther)
        m_sources = m_timeline ? std::make_shared<const SourceTable>(SourceTable::of(m_timeline->analysis())) : nullptr;
    if (!m_timeline) // another folder begins with everything
        m_filter = EventFilter();
    m_filter.exception.reset();
    m_selected.reset(); // numbers of events belong to a snapshot
    m_compared.clear();
    m_filterBar->setChoices(m_sources ? *m_sources : SourceTable(), m_timeline.get());
    if (!m_timeline)
        m_filterBar->setFilter(m_filter);
    applyFilter();
}

void TimelinePanel::setTimeMode(TimeMode mode)
{
    if (mode == m_time)
        return;
    m_time = mode;
    m_columns.reset();
    m_timeChoice->setCurrentIndex(mode == TimeMode::Event ? 0 : 1);
    applyFilter();
    if (m_selected)
        m_view->reveal(*m_selected);
    else
        m_view->fit();
}

void TimelinePanel::setFilter(const EventFilter& filter)
{
    m_filter = filter;
    m_filterBar->setFilter(filter);
    applyFilter();
}

/// A lane for each source where three rows of marks fit into each: in lower ones most events would hide in clusters.
LaneMode TimelinePanel::automaticLanes() const
{
    const std::size_t lanes = m_sources->sources.size();
    const bool isHighEnough = m_view->height() >= SceneBuilder::heightForLanes(lanes, m_view->font());
    return isHighEnough ? fittingLaneMode(*m_sources) : LaneMode::None;
}

bool TimelinePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && m_index && !m_lanes && automaticLanes() != m_index->laneMode())
        applyFilter();
    return QWidget::eventFilter(watched, event);
}

void TimelinePanel::applyFilter()
{
    if (m_timeline) {
        if (!m_columns)
            m_columns = std::make_shared<const EventColumns>(m_timeline, m_sources, m_time);
        m_index = std::make_shared<const TimelineIndex>(m_columns, m_filter, m_lanes ? *m_lanes : automaticLanes());
    } else {
        m_index.reset();
    }
    m_view->setIndex(m_index);
    m_view->setSelected(m_selected, m_compared); // another index is another picture of the same events
    m_overview->setIndex(m_index);
    m_counts->setText(countsText());
    fillUndated();
    Q_EMIT indexChanged();
    Q_EMIT filterChanged();
}

QString TimelinePanel::countsText() const
{
    if (!m_index || m_timeline->events().empty())
        return {};
    QStringList parts{tr("%1 shown").arg(m_index->order().size())};
    if (m_index->belowThreshold() > 0)
        parts << tr("%1 below the threshold").arg(m_index->belowThreshold());
    if (m_index->filtered() > 0)
        parts << tr("%1 filtered").arg(m_index->filtered());
    if (m_index->rejected() > 0)
        parts << tr("%1 rejected").arg(m_index->rejected());
    if (!m_index->undated().empty())
        parts << (m_time == TimeMode::Event ? tr("%1 undated") : tr("%1 told on no known day"))
                     .arg(m_index->undated().size());
    return parts.join(QStringLiteral(" · "));
}

std::size_t TimelinePanel::unreviewed() const
{
    if (!m_index)
        return 0;
    const auto isLeft = [this](EventId event) { return (*m_timeline)[event].review == edits::ReviewState::Candidate; };
    return static_cast<std::size_t>(std::ranges::count_if(m_index->order(), isLeft) +
                                    std::ranges::count_if(m_index->undated(), isLeft));
}

void TimelinePanel::fillUndated()
{
    m_undatedMenu->clear();
    const std::size_t count = m_index ? m_index->undated().size() : 0;
    m_undated->setText(tr("Undated (%1)").arg(count));
    m_undated->setEnabled(count > 0);
    for (std::size_t i = 0; i < std::min(count, mostUndatedListed); ++i) {
        const EventId id = m_index->undated()[i];
        const QString title = lineText((*m_timeline)[id].event.title);
        m_undatedMenu->addAction(
            withoutMnemonic(fontMetrics().elidedText(title, Qt::ElideRight, fontMetrics().averageCharWidth() * 70)),
            this, [this, id] { Q_EMIT eventActivated(id); });
    }
    if (count > mostUndatedListed)
        m_undatedMenu->addAction(tr("… and %1 more: filter by words").arg(count - mostUndatedListed))
            ->setEnabled(false);
}

void TimelinePanel::setSelected(std::optional<EventId> event, const std::vector<EventId>& compared)
{
    m_selected = event;
    m_compared = compared;
    // What is selected is drawn even if the filter hides its like
    const bool isHidden =
        event && m_timeline && EventSieve(m_filter, *m_timeline, *m_sources).verdict(*event) != FilterVerdict::Shown;
    const std::optional<EventId> exception = isHidden ? event : std::nullopt;
    if (exception != m_filter.exception) {
        m_filter.exception = exception;
        applyFilter();
    }
    m_view->setSelected(event, compared);
}

std::optional<EventId> TimelinePanel::neighbor(std::optional<EventId> event, int step) const
{
    if (!m_index || m_index->order().empty())
        return std::nullopt;
    const auto& order = m_index->order();
    const auto own = event ? std::ranges::find(order, *event) : order.end();
    if (own == order.end()) { // begin with what is visible
        const auto& times = m_index->orderTimes();
        const auto first = std::ranges::lower_bound(times, m_view->scale().visible().begin);
        const auto at = std::min<std::ptrdiff_t>(first - times.begin(), std::ssize(order) - 1);
        return order[static_cast<std::size_t>(at)];
    }
    const std::ptrdiff_t at = std::clamp<std::ptrdiff_t>(own - order.begin() + step, 0, std::ssize(order) - 1);
    return order[static_cast<std::size_t>(at)];
}

} // namespace synoptic::ui
