// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

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
    , m_text(new QLineEdit)
    , m_salience(new QSlider(Qt::Horizontal))
    , m_all(flatButton(tr("Show all"), tr("Show every event, whatever its weight")))
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
    buildToolRow();
    column->addWidget(m_view, 1);
    column->addWidget(rule);
    column->addWidget(m_overview);

    m_view->installEventFilter(this); // its height decides about the lanes
    connect(m_view, &TimelineView::eventActivated, this, &TimelinePanel::eventActivated);
    connect(m_view, &TimelineView::nothingActivated, this, &TimelinePanel::nothingActivated);
    connect(m_view, &TimelineView::visibleRangeChanged, m_overview, &OverviewChart::setVisibleRange);
    connect(m_overview, &OverviewChart::rangeChosen, m_view, &TimelineView::setVisibleRange);
}

void TimelinePanel::buildToolRow()
{
    m_text->setPlaceholderText(tr("Filter events"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter events by words"));
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_salience->setRange(0, 100);
    m_salience->setValue(50);
    m_salience->setInvertedAppearance(true); // to the right: more events
    m_salience->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    m_salience->setAccessibleName(tr("Least weight of the events shown"));
    m_salience->setToolTip(tr("Fewer, weightier events to the left; all to the right"));
    m_all->setCheckable(true);
    m_laneChoice->addItems({tr("Lanes: automatic"), tr("Lanes: none"), tr("Lanes: by source")});
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
    auto* name = new PlainLabel(tr("Timeline"));
    QFont strong = name->font();
    strong.setWeight(QFont::DemiBold);
    name->setFont(strong);
    row->addWidget(name);
    row->addWidget(m_text);
    row->addWidget(m_salience);
    row->addWidget(m_all);
    row->addWidget(m_counts, 1);
    row->addWidget(m_undated);
    row->addWidget(m_laneChoice);
    for (QToolButton* button : {zoomOut, zoomIn, fit})
        row->addWidget(button);
    layout()->addWidget(m_toolRow);

    connect(zoomOut, &QToolButton::clicked, this, [this] { m_view->zoom(1.0 / 1.6); });
    connect(zoomIn, &QToolButton::clicked, this, [this] { m_view->zoom(1.6); });
    connect(fit, &QToolButton::clicked, m_view, &TimelineView::fit);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.text = text;
        applyFilter();
    });
    connect(m_salience, &QSlider::valueChanged, this, [this](int value) {
        m_filter.minimumSalience = value / 100.0;
        applyFilter();
    });
    connect(m_all, &QToolButton::clicked, this, [this](bool isAll) { m_salience->setValue(isAll ? 0 : 50); });
    connect(m_laneChoice, &QComboBox::activated, this, [this](int choice) {
        m_lanes = choice == 0 ? std::nullopt : std::optional(choice == 1 ? LaneMode::None : LaneMode::Source);
        applyFilter();
    });
}

void TimelinePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_view->setTheme(theme);
    m_overview->setTheme(theme);
}

void TimelinePanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_filter.exception.reset();
    applyFilter();
}

void TimelinePanel::setFilter(const EventFilter& filter)
{
    const QSignalBlocker quietText(m_text);
    const QSignalBlocker quietSlider(m_salience);
    m_filter = filter;
    m_text->setText(filter.text);
    m_salience->setValue(qRound(filter.minimumSalience * 100.0));
    applyFilter();
}

/// A lane for each source where three rows of marks fit into each: in lower ones most events would hide in clusters.
LaneMode TimelinePanel::automaticLanes() const
{
    const SourceTable sources = SourceTable::of(m_timeline->analysis());
    const bool isHighEnough = m_view->height() >= SceneBuilder::heightForLanes(sources.sources.size(), m_view->font());
    return isHighEnough ? fittingLaneMode(sources) : LaneMode::None;
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
        m_index = std::make_shared<const TimelineIndex>(m_timeline, m_filter, m_lanes.value_or(automaticLanes()));
    } else {
        m_index.reset();
    }
    m_view->setIndex(m_index);
    m_overview->setIndex(m_index);
    m_all->setChecked(m_filter.minimumSalience <= 0.0);
    m_counts->setText(countsText());
    fillUndated();
    Q_EMIT filterChanged();
}

QString TimelinePanel::countsText() const
{
    if (!m_index || m_timeline->events().empty())
        return {};
    QStringList parts{tr("%1 shown").arg(m_index->order().size())};
    if (m_index->belowThreshold() > 0)
        parts << tr("%1 below the threshold").arg(m_index->belowThreshold());
    if (m_index->filteredByText() > 0)
        parts << tr("%1 without these words").arg(m_index->filteredByText());
    if (m_index->rejected() > 0)
        parts << tr("%1 rejected").arg(m_index->rejected());
    if (!m_index->undated().empty())
        parts << tr("%1 undated").arg(m_index->undated().size());
    return parts.join(QStringLiteral(" · "));
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

void TimelinePanel::setSelected(std::optional<EventId> event)
{
    // What is selected is drawn even if the filter hides its like
    EventFilter plain = m_filter;
    plain.exception.reset();
    const bool isHidden = event && m_timeline && !plain.shows((*m_timeline)[*event]);
    const std::optional<EventId> exception = isHidden ? event : std::nullopt;
    if (exception != m_filter.exception) {
        m_filter.exception = exception;
        applyFilter();
    }
    m_view->setSelected(event);
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
