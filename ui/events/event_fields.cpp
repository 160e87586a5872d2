// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/calm_combo_box.h"
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
    , m_factuality(new CalmComboBox)
    , m_significance(new CalmComboBox)
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
    for (QComboBox* box : {m_factuality, m_significance})
        box->setPlaceholderText(tr("different"));
    connect(m_factuality, &QComboBox::activated, this, [this](int row) {
        const events::Factuality chosen = factualities[static_cast<std::size_t>(row)];
        edits::Edits edits;
        for (const Values& own : m_events)
            if (own.factuality != chosen)
                edits.emplace_back(edits::SetEventFactuality{own.key, chosen});
        if (!edits.empty())
            Q_EMIT editsRequested(edits);
    });
    connect(m_significance, &QComboBox::activated, this, [this](int row) {
        edits::Edits edits;
        for (const Values& own : m_events)
            edits.emplace_back(edits::SetEventSignificance{own.key, significances[static_cast<std::size_t>(row)]});
        if (!edits.empty())
            Q_EMIT editsRequested(edits);
    });
    connect(m_participants, &QLineEdit::editingFinished, this, [this] {
        setWords(*m_participants, &Values::participants, [](const std::string& key, std::vector<std::string> words) {
            return edits::SetEventParticipants{key, std::move(words)};
        });
    });
    connect(m_tags, &QLineEdit::editingFinished, this, [this] {
        setWords(*m_tags, &Values::tags, [](const std::string& key, std::vector<std::string> words) {
            return edits::SetEventTags{key, std::move(words)};
        });
    });
}

/// What was written is new, what was erased is taken away; of several events the words that only some have stay.
void EventFields::setWords(const QLineEdit& field, Words words,
                           const std::function<edits::Edit(const std::string&, std::vector<std::string>)>& make)
{
    const std::vector<std::string> before = common(words);
    const std::vector<std::string> now = wordsOf(field.text());
    if (now == before)
        return;
    edits::Edits edits;
    for (const Values& own : m_events) {
        std::vector<std::string> then = m_events.size() == 1 ? std::vector<std::string>{} : own.*words;
        std::erase_if(then,
                      [&before](const std::string& word) { return std::ranges::find(before, word) != before.end(); });
        for (const std::string& word : now)
            if (std::ranges::find(then, word) == then.end())
                then.push_back(word);
        if (then != own.*words)
            edits.push_back(make(own.key, std::move(then)));
    }
    if (!edits.empty())
        Q_EMIT editsRequested(edits);
}

/// The words that all events have, in the order of the first.
std::vector<std::string> EventFields::common(Words words) const
{
    if (m_events.empty())
        return {};
    std::vector<std::string> all = m_events.front().*words;
    for (const Values& own : m_events)
        std::erase_if(
            all, [&](const std::string& word) { return std::ranges::find(own.*words, word) == (own.*words).end(); });
    return all;
}

void EventFields::setEvents(const std::vector<const edits::TimelineEvent*>& events)
{
    m_events.clear();
    m_events.reserve(events.size());
    for (const edits::TimelineEvent* own : events)
        m_events.push_back(
            {own->event.key, own->event.factuality, own->event.salience, own->event.participants, own->tags});
    fill();
}

void EventFields::fill()
{
    if (m_events.empty())
        return;
    const auto same = [this](auto value) {
        return std::ranges::all_of(m_events, [&](const Values& own) { return value(own) == value(m_events.front()); });
    };
    // The step that is nearest to what was computed
    const auto step = [](const Values& own) {
        const auto nearest =
            std::ranges::min_element(significances, {}, [&own](double each) { return std::abs(each - own.salience); });
        return static_cast<int>(nearest - significances.begin());
    };
    const auto factuality = std::ranges::find(factualities, m_events.front().factuality);
    m_factuality->setCurrentIndex(same([](const Values& own) { return own.factuality; })
                                      ? static_cast<int>(factuality - factualities.begin())
                                      : -1);
    m_significance->setCurrentIndex(same(step) ? step(m_events.front()) : -1);
    m_participants->setText(listOf(common(&Values::participants)));
    m_tags->setText(listOf(common(&Values::tags)));
}

void EventFields::unfold(bool isOpen)
{
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(isOpen);
}

} // namespace synoptic::ui
