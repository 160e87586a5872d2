// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr std::array factualities = {events::Factuality::Asserted, events::Factuality::Planned,
                                     events::Factuality::Possible, events::Factuality::Denied};
/// What an analyst chooses from; the first view shows what has one half or more (see analysis::Event::salience).
constexpr std::array significances = {0.1, 0.5, 0.75, 1.0};

/// "a, b; c" as three words; what stands twice is taken once.
std::vector<std::string> wordsOf(const QString& text)
{
    std::vector<std::string> words;
    for (const QString& part : QString(text).replace(u';', u',').split(u',', Qt::SkipEmptyParts)) {
        const std::string word = bytesOf(part.simplified());
        if (!word.empty() && std::ranges::find(words, word) == words.end())
            words.push_back(word);
    }
    return words;
}

QString listOf(const std::vector<std::string>& words)
{
    QStringList parts;
    for (const std::string& word : words)
        parts << lineText(word);
    return parts.join(QStringLiteral(", "));
}

} // namespace

EventFields::EventFields(QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton)
    , m_body(new QWidget)
    , m_factuality(new QComboBox)
    , m_significance(new QComboBox)
    , m_participants(new QLineEdit)
    , m_tags(new QLineEdit)
{
    m_toggle->setText(tr("Details"));
    m_toggle->setAccessibleName(tr("Change factuality, significance, participants and tags"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    for (const events::Factuality value : factualities)
        m_factuality->addItem(factualityText(value));
    m_significance->addItems({tr("Minor"), tr("Shown at first sight"), tr("Important"), tr("Key event")});
    m_factuality->setAccessibleName(tr("Factuality"));
    m_significance->setAccessibleName(tr("Significance"));
    m_participants->setAccessibleName(tr("Participants, with commas between them"));
    m_participants->setPlaceholderText(tr("Who took part, with commas"));
    m_tags->setAccessibleName(tr("Tags, with commas between them"));
    m_tags->setPlaceholderText(tr("Tags, with commas"));
    for (QComboBox* box : {m_factuality, m_significance}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    auto* form = new QFormLayout(m_body);
    form->setContentsMargins(12, 0, 0, 4);
    form->setSpacing(4);
    form->addRow(tr("Factuality"), m_factuality);
    form->addRow(tr("Significance"), m_significance);
    form->addRow(tr("Participants"), m_participants);
    form->addRow(tr("Tags"), m_tags);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_toggle);
    column->addWidget(m_body);
    m_body->hide();

    connect(m_toggle, &QToolButton::toggled, this, &EventFields::unfold);
    connect(m_factuality, &QComboBox::activated, this, [this](int row) {
        const events::Factuality chosen = factualities[static_cast<std::size_t>(row)];
        if (m_event && chosen != m_event->event.factuality)
            Q_EMIT editRequested(edits::SetEventFactuality{m_event->event.key, chosen});
    });
    connect(m_significance, &QComboBox::activated, this, [this](int row) {
        if (m_event)
            Q_EMIT editRequested(
                edits::SetEventSignificance{m_event->event.key, significances[static_cast<std::size_t>(row)]});
    });
    connect(m_participants, &QLineEdit::editingFinished, this, [this] {
        const auto words = wordsOf(m_participants->text());
        if (m_event && words != m_event->event.participants)
            Q_EMIT editRequested(edits::SetEventParticipants{m_event->event.key, words});
    });
    connect(m_tags, &QLineEdit::editingFinished, this, [this] {
        const auto words = wordsOf(m_tags->text());
        if (m_event && words != m_event->tags)
            Q_EMIT editRequested(edits::SetEventTags{m_event->event.key, words});
    });
}

void EventFields::setEvent(const edits::TimelineEvent* event)
{
    if (event == nullptr)
        m_event.reset();
    else
        m_event = *event;
    fill();
}

void EventFields::fill()
{
    if (!m_event)
        return;
    const auto factuality = std::ranges::find(factualities, m_event->event.factuality);
    m_factuality->setCurrentIndex(static_cast<int>(factuality - factualities.begin()));
    // The step that is nearest to what was computed
    const auto nearest = std::ranges::min_element(
        significances, {}, [this](double step) { return std::abs(step - m_event->event.salience); });
    m_significance->setCurrentIndex(static_cast<int>(nearest - significances.begin()));
    m_participants->setText(listOf(m_event->event.participants));
    m_tags->setText(listOf(m_event->tags));
}

void EventFields::unfold(bool isOpen)
{
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(isOpen);
}

} // namespace synoptic::ui
