// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filter_bar.h"

#include <algorithm>
#include <span>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/filter/popup_button.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr std::array certainties{events::Factuality::Asserted, events::Factuality::Planned,
                                 events::Factuality::Possible, events::Factuality::Denied};
constexpr std::array reviews{edits::ReviewState::Candidate, edits::ReviewState::Accepted, edits::ReviewState::Rejected};
constexpr unsigned mostIndependent = 5;
constexpr std::size_t mostSourcesListed = 500;

PlainLabel* heading(const QString& text)
{
    auto* label = new PlainLabel(text);
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    return label;
}

QString isoText(const std::optional<Day>& day)
{
    return day ? QString::fromStdString(isoDate(*day)) : QString();
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_weight(new QSlider(Qt::Horizontal))
    , m_all(new QToolButton)
    , m_sourceList(new QListWidget)
    , m_from(new QLineEdit)
    , m_until(new QLineEdit)
    , m_independent(new QComboBox)
    , m_disputed(new QCheckBox(tr("&Disputed only")))
    , m_tag(new QComboBox)
    , m_sources(new PopupButton(tr("Sources"), sourcePanel()))
    , m_dates(new PopupButton(tr("Dates"), datePanel()))
    , m_kinds(new PopupButton(tr("Kinds"), kindPanel()))
    , m_clear(new QToolButton)
{
    setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Filter events"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter events by words"));
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_weight->setRange(0, 100);
    m_weight->setInvertedAppearance(true); // to the right: more events
    fitSlider();
    m_weight->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    m_weight->setAccessibleName(tr("Least weight of the events shown"));
    m_weight->setToolTip(tr("Fewer, weightier events to the left; all to the right"));
    m_all->setText(tr("Show all"));
    m_all->setToolTip(tr("Show every event, whatever its weight"));
    m_all->setAutoRaise(true);
    m_all->setCheckable(true);
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_clear->setText(tr("Clear filter"));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setToolTip(tr("Show what the filter hides"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(2);
    row->addWidget(m_text, 3);
    row->addSpacing(4);
    row->addWidget(m_weight);
    row->addWidget(m_all);
    for (QToolButton* button : {static_cast<QToolButton*>(m_sources), static_cast<QToolButton*>(m_dates),
                                static_cast<QToolButton*>(m_kinds), m_clear})
        row->addWidget(button);
    row->addStretch(1);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        EventFilter wanted = m_filter;
        wanted.text = text;
        change(wanted);
    });
    connect(m_weight, &QSlider::valueChanged, this, [this](int value) {
        EventFilter wanted = m_filter;
        wanted.minimumSalience = value / 100.0;
        change(wanted);
    });
    connect(m_all, &QToolButton::clicked, this,
            [this](bool isAll) { m_weight->setValue(isAll ? 0 : qRound(EventFilter().minimumSalience * 100.0)); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        change(m_filter.cleared());
        showFilter();
    });
    showFilter();
}

QWidget* FilterBar::sourcePanel()
{
    auto* panel = new QWidget;
    auto* any = new QPushButton(tr("Any source"));
    m_sourceList->setAccessibleName(tr("Sources that tell the events"));
    m_sourceList->setFrameShape(QFrame::NoFrame);
    m_sourceList->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Events told by")));
    column->addWidget(m_sourceList);
    column->addWidget(any);
    connect(m_sourceList, &QListWidget::itemChanged, this, &FilterBar::takeSources);
    connect(any, &QPushButton::clicked, this, [this] {
        EventFilter wanted = m_filter;
        wanted.sources.clear();
        change(wanted);
        showFilter();
    });
    return panel;
}

QWidget* FilterBar::datePanel()
{
    auto* panel = new QWidget;
    for (QLineEdit* field : {m_from, m_until})
        field->setPlaceholderText(tr("2021, 2021-04 or 2021-04-15"));
    m_from->setAccessibleName(tr("First day"));
    m_until->setAccessibleName(tr("Last day"));
    auto* shown = new QPushButton(tr("As the timeline &shows now"));
    auto* any = new QPushButton(tr("&Any date"));
    auto* form = new QFormLayout(panel);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(heading(tr("Events that could have happened")));
    form->addRow(tr("&from"), m_from);
    form->addRow(tr("&until"), m_until);
    form->addRow(shown);
    form->addRow(any);
    connect(m_from, &QLineEdit::textChanged, this, &FilterBar::takeDates);
    connect(m_until, &QLineEdit::textChanged, this, &FilterBar::takeDates);
    connect(shown, &QPushButton::clicked, this, [this] {
        const auto dayOf = [](double seconds) {
            return std::chrono::floor<std::chrono::days>(
                std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(seconds)}});
        };
        m_from->setText(isoText(dayOf(m_visible.begin)));
        m_until->setText(isoText(dayOf(m_visible.end)));
    });
    connect(any, &QPushButton::clicked, this, [this] {
        m_from->clear();
        m_until->clear();
    });
    return panel;
}

QWidget* FilterBar::kindPanel()
{
    auto* panel = new QWidget;
    auto* columns = new QHBoxLayout(panel);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    left->setSpacing(6);
    right->setSpacing(6);
    columns->addLayout(left);
    columns->addLayout(right);
    left->addWidget(heading(tr("Certainty")));
    for (std::size_t i = 0; i < certainties.size(); ++i) {
        m_certainty[i] = new QCheckBox(factualityText(certainties[i]));
        connect(m_certainty[i], &QCheckBox::clicked, this, &FilterBar::takeKinds);
        left->addWidget(m_certainty[i]);
    }
    left->addStretch(1);
    right->addWidget(heading(tr("Review")));
    const std::array names{tr("not reviewed yet"), tr("accepted"), tr("rejected")};
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        m_review[i] = new QCheckBox(names[i]);
        connect(m_review[i], &QCheckBox::clicked, this, &FilterBar::takeKinds);
        right->addWidget(m_review[i]);
    }
    right->addSpacing(6);
    right->addWidget(heading(tr("Told by")));
    m_independent->setAccessibleName(tr("Least number of independent sources"));
    m_independent->addItem(tr("any number of sources"));
    for (unsigned i = 2; i <= mostIndependent; ++i)
        m_independent->addItem(tr("%1 or more independent").arg(i));
    right->addWidget(m_independent);
    m_disputed->setToolTip(tr("Events with several dates, or with a contradiction on record"));
    right->addWidget(m_disputed);
    m_tag->setAccessibleName(tr("Tag"));
    right->addWidget(m_tag);
    right->addStretch(1);
    connect(m_independent, &QComboBox::activated, this, &FilterBar::takeKinds);
    connect(m_disputed, &QCheckBox::clicked, this, &FilterBar::takeKinds);
    connect(m_tag, &QComboBox::activated, this, &FilterBar::takeKinds);
    return panel;
}

void FilterBar::setTheme(const Theme& theme)
{
    for (PopupButton* button : {m_sources, m_dates, m_kinds})
        button->setActiveColor(theme.accent);
}

void FilterBar::setChoices(const SourceTable& sources, const edits::Timeline* timeline)
{
    {
        const QSignalBlocker quiet(m_sourceList);
        m_sourceList->clear();
        const std::size_t listed = std::min(sources.sources.size(), mostSourcesListed);
        for (const SourceTable::Source& source : std::span(sources.sources).first(listed)) {
            auto* item = new QListWidgetItem(
                source.articles == 1 ? source.name : tr("%1 (%2 articles)").arg(source.name).arg(source.articles),
                m_sourceList);
            item->setData(Qt::UserRole, source.name);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        }
        if (listed < sources.sources.size()) {
            auto* rest = new QListWidgetItem(tr("… and %1 more").arg(sources.sources.size() - listed), m_sourceList);
            rest->setFlags(Qt::NoItemFlags);
        }
        const int rows = std::clamp(m_sourceList->count(), 3, 14);
        m_sourceList->setFixedHeight(rows * (fontMetrics().height() + 6) + 4);
    }
    m_tag->clear();
    m_tag->addItem(tr("any tag or none"));
    if (timeline != nullptr)
        for (const auto& [tag, count] : tagCounts(*timeline)) {
            m_tag->addItem(tr("%1 (%2)").arg(lineText(tag)).arg(count), QString::fromStdString(tag));
        }
    m_tag->setVisible(m_tag->count() > 1);
    showFilter();
}

void FilterBar::setFilter(const EventFilter& filter)
{
    m_filter = filter;
    showFilter();
}

void FilterBar::change(const EventFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showWords();
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::takeSources()
{
    EventFilter wanted = m_filter;
    wanted.sources.clear();
    for (int i = 0; i < m_sourceList->count(); ++i)
        if (m_sourceList->item(i)->checkState() == Qt::Checked)
            wanted.sources << m_sourceList->item(i)->data(Qt::UserRole).toString();
    change(wanted);
}

/// What is no date yet, because it is being typed, hides nothing.
void FilterBar::takeDates()
{
    const auto days = [](const QLineEdit* field) { return daysFromIso(bytesOf(field->text().trimmed())); };
    EventFilter wanted = m_filter;
    const auto from = days(m_from);
    const auto until = days(m_until);
    wanted.from = from ? std::optional(from->first) : std::nullopt;
    wanted.until = until ? std::optional(until->last) : std::nullopt;
    change(wanted);
}

void FilterBar::takeKinds()
{
    EventFilter wanted = m_filter;
    for (std::size_t i = 0; i < certainties.size(); ++i)
        wanted.certainty.set(certainties[i], m_certainty[i]->isChecked());
    for (std::size_t i = 0; i < reviews.size(); ++i)
        wanted.review.set(reviews[i], m_review[i]->isChecked());
    wanted.leastIndependent = static_cast<std::uint32_t>(m_independent->currentIndex() + 1);
    wanted.disputedOnly = m_disputed->isChecked();
    wanted.tag = m_tag->currentData().toString();
    // The last check mark stays: a filter that lets nothing pass is of no use to anybody
    if (wanted.certainty.bits() == 0)
        wanted.certainty = m_filter.certainty;
    if (wanted.review.bits() == 0)
        wanted.review = m_filter.review;
    change(wanted);
    showFilter();
}

/// Every field as the filter is.
void FilterBar::showFilter()
{
    const QSignalBlocker quietText(m_text);
    const QSignalBlocker quietWeight(m_weight);
    const QSignalBlocker quietList(m_sourceList);
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietUntil(m_until);
    if (m_text->text() != m_filter.text)
        m_text->setText(m_filter.text);
    m_weight->setValue(qRound(m_filter.minimumSalience * 100.0));
    for (int i = 0; i < m_sourceList->count(); ++i) {
        QListWidgetItem* item = m_sourceList->item(i);
        if ((item->flags() & Qt::ItemIsUserCheckable) == 0)
            continue;
        const bool isWanted = m_filter.sources.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(isWanted ? Qt::Checked : Qt::Unchecked);
    }
    m_from->setText(isoText(m_filter.from));
    m_until->setText(isoText(m_filter.until));
    for (std::size_t i = 0; i < certainties.size(); ++i)
        m_certainty[i]->setChecked(m_filter.certainty.has(certainties[i]));
    for (std::size_t i = 0; i < reviews.size(); ++i)
        m_review[i]->setChecked(m_filter.review.has(reviews[i]));
    m_independent->setCurrentIndex(static_cast<int>(std::clamp(m_filter.leastIndependent, 1U, mostIndependent)) - 1);
    m_disputed->setChecked(m_filter.disputedOnly);
    m_tag->setCurrentIndex(std::max(m_tag->findData(m_filter.tag.isEmpty() ? QVariant() : QVariant(m_filter.tag)), 0));
    showWords();
}

void FilterBar::showWords()
{
    EventFilter kinds = m_filter;
    kinds.text.clear();
    kinds.sources.clear();
    kinds.from.reset();
    kinds.until.reset();
    m_sources->setChosen(m_filter.sources.size() == 1 ? m_filter.sources.front()
                         : m_filter.sources.isEmpty() ? QString()
                                                      : tr("%1 sources").arg(m_filter.sources.size()));
    QString dates;
    if (m_filter.from && m_filter.until)
        dates = tr("%1 – %2").arg(isoText(m_filter.from), isoText(m_filter.until));
    else if (m_filter.from)
        dates = tr("from %1").arg(isoText(m_filter.from));
    else if (m_filter.until)
        dates = tr("until %1").arg(isoText(m_filter.until));
    m_dates->setChosen(dates);
    m_kinds->setChosen(wordsOf(kinds).join(QStringLiteral(" · ")));
    m_all->setChecked(m_filter.minimumSalience <= 0.0);
    m_clear->setVisible(m_filter.isSet());
}

/// The handle of the slider has the color of a button, which is that of the window: in the dark nobody finds it.
void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fitSlider();
}

void FilterBar::fitSlider()
{
    QPalette own = palette();
    own.setColor(QPalette::Button, own.color(QPalette::PlaceholderText));
    m_weight->setPalette(own);
}

} // namespace synoptic::ui
