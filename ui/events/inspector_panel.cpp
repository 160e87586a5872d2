// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/inspector_panel.h"

#include <algorithm>

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "edits/typed_date.h"
#include "ui/articles/evidence_cards.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/event_words.h"
#include "ui/events/event_fields.h"
#include "ui/events/inline_editor.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {
constexpr int mostSilentNamed = 5;
}

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_editor(new InlineEditor)
    , m_review(new PlainLabel)
    , m_several(new PlainLabel)
    , m_buttons(new QHBoxLayout)
    , m_disputes(new QVBoxLayout)
    , m_title(new PlainLabel)
    , m_date(new PlainLabel)
    , m_reason(new PlainLabel)
    , m_facts(new PlainLabel)
    , m_people(new PlainLabel)
    , m_fields(new EventFields)
    , m_evidenceTitle(new PlainLabel(tr("Evidence")))
    , m_list(new QListView)
    , m_silent(new PlainLabel)
    , m_model(new EvidenceModel(this))
    , m_delegate(new EvidenceDelegate(3, this))
{
    m_pages->addWidget(new EmptyText(
        tr("Select an event on the timeline, or click a sentence, to see who tells it and when it was.\n\n"
           "J and K go from event to event.")));

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 8, 4);
    column->setSpacing(4);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont strong = m_evidenceTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_evidenceTitle->setFont(strong);
    m_title->setAccessibleName(tr("Event"));
    m_date->setAccessibleName(tr("Date"));
    m_reason->setAccessibleName(tr("How the date was found"));
    m_facts->setAccessibleName(tr("Factuality and sources"));
    m_people->setAccessibleName(tr("Participants"));
    m_silent->setAccessibleName(tr("Sources that do not mention it"));
    for (PlainLabel* label : {m_title, m_date, m_reason, m_facts, m_people, m_silent}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    for (PlainLabel* label : {m_reason, m_people, m_silent})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setAccessibleName(tr("Sentences that tell the event"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_review->setAccessibleName(tr("Review"));
    m_several->setAccessibleName(tr("How many events are selected"));
    m_several->setWordWrap(true);
    m_several->setFont(strong);
    m_several->hide();
    m_buttons->setSpacing(4);
    m_disputes->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_editor);
    column->addWidget(m_date);
    column->addWidget(m_reason);
    column->addWidget(m_facts);
    column->addWidget(m_people);
    column->addWidget(m_review);
    column->addWidget(m_several);
    column->addLayout(m_buttons);
    column->addWidget(m_fields);
    column->addLayout(m_disputes);
    column->addSpacing(6);
    column->addWidget(m_evidenceTitle);
    column->addWidget(m_list, 1);
    column->addWidget(m_silent);
    // In a low window one scrolls: no line of it is cut off
    m_list->setMinimumHeight(fontMetrics().height() * 4);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Event"));
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
    setMinimumWidth(fontMetrics().averageCharWidth() * 26);

    const auto open = [this](const QModelIndex& index) { Q_EMIT sentenceActivated(m_model->sentenceAt(index.row())); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(m_editor, &InlineEditor::accepted, this, &InspectorPanel::takeEdited);
}

void InspectorPanel::setButtons(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void InspectorPanel::beginRename()
{
    if (!m_timeline || !m_event)
        return;
    m_redates = false;
    m_editor->begin(tr("Title of the event"), QString::fromStdString((*m_timeline)[*m_event].event.title),
                    [](const QString& text) {
                        return InlineJudgement{!text.isEmpty(), {}};
                    });
}

void InspectorPanel::beginRedate()
{
    if (!m_timeline || !m_event)
        return;
    m_redates = true;
    const events::EventDate& date = (*m_timeline)[*m_event].event.date;
    const std::optional<Day> near = date.interval ? std::optional(date.interval->days().first) : std::nullopt;
    m_editor->begin(tr("Date: early May 2021, 2021-05-03, before 1990"), QString::fromStdString(date.value),
                    [near](const QString& text) -> InlineJudgement {
                        const auto typed = edits::dateFromWords(bytesOf(text), near);
                        if (!typed)
                            return {false, tr("Not understood: %1").arg(lineText(typed.error().detail))};
                        return {true, dateText(*typed)};
                    });
}

void InspectorPanel::takeEdited(const QString& text)
{
    if (!m_timeline || !m_event)
        return;
    if (!m_redates) {
        Q_EMIT renameRequested(text);
        return;
    }
    const events::EventDate& date = (*m_timeline)[*m_event].event.date;
    const std::optional<Day> near = date.interval ? std::optional(date.interval->days().first) : std::nullopt;
    if (const auto typed = edits::dateFromWords(bytesOf(text), near))
        Q_EMIT redateRequested(*typed);
}

/// A button for each contradiction and note about the event: it opens the record.
void InspectorPanel::showRecords(EventId id)
{
    while (QLayoutItem* item = m_disputes->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    for (const std::uint32_t position : m_timeline->contradictionsOf(id)) {
        const edits::Contradiction& record = m_timeline->contradictions()[position].record;
        const QString name = contradictionName(record.number);
        QPushButton* link = addRecord(name + u" · " + typeText(record.type) + u" · " + statusText(record.status),
                                      questionText(record), tr("Open contradiction %1").arg(name));
        connect(link, &QPushButton::clicked, this,
                [this, number = record.number] { Q_EMIT contradictionActivated(number); });
    }
    for (const edits::FoundNote& found : m_timeline->notes()) {
        if (found.event != id)
            continue;
        const QString text = lineText(found.note.text);
        QPushButton* link = addRecord(tr("Note: %1").arg(text.left(60)), text, tr("Open the note"));
        connect(link, &QPushButton::clicked, this, [this, key = found.note.key] { Q_EMIT noteActivated(key); });
    }
}

QPushButton* InspectorPanel::addRecord(const QString& text, const QString& tip, const QString& name)
{
    auto* link = new QPushButton(withoutMnemonic(text));
    link->setFlat(true);
    link->setStyleSheet(QStringLiteral("text-align: left; padding: 2px;"));
    link->setToolTip(plainToolTip(tip));
    link->setAccessibleName(name);
    // A long note is cut, and does not widen the pane
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_disputes->addWidget(link);
    return link;
}

QString InspectorPanel::reviewText() const
{
    return m_review->text();
}

void InspectorPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void InspectorPanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_sources = m_timeline ? SourceTable::of(m_timeline->analysis()) : SourceTable{};
    m_model->setSnapshot(m_timeline, m_sources);
    setEvent(std::nullopt);
}

void InspectorPanel::setEvent(std::optional<EventId> id)
{
    m_model->setEvent(m_timeline ? id : std::nullopt);
    if (id != m_event)
        m_editor->hide();
    m_event = m_timeline ? id : std::nullopt;
    m_pages->setCurrentIndex(id && m_timeline ? 1 : 0);
    if (!id || !m_timeline)
        return;
    const edits::TimelineEvent& shown = (*m_timeline)[*id];
    const analysis::Event& event = shown.event;
    m_title->setText(lineText(event.title));
    if (event.positions.empty()) {
        m_date->setText(dateText(event.date));
        m_reason->setText(dateReasonText(event.date));
    } else {
        QStringList dates;
        QStringList reasons;
        for (const events::EventDate& position : event.positions) {
            dates << dateText(position);
            reasons << dateText(position) + u" – " + dateReasonText(position);
        }
        m_date->setText(tr("disputed: %1").arg(dates.join(tr(" or "))));
        m_reason->setText(reasons.join(u'\n'));
    }
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_facts->setText(factualityText(event.factuality) + u" · " + sourcesText(event));
    QStringList people;
    for (const std::string& participant : event.participants)
        people << lineText(participant);
    m_people->setText(people.join(QStringLiteral(", ")));
    m_people->setVisible(!people.isEmpty());
    m_review->setText(reviewStateText(shown));
    showRecords(*id);
    m_evidenceTitle->setText(tr("Evidence (%1)").arg(m_model->rowCount()));

    std::vector<bool> speaks(m_sources.sources.size(), false);
    for (const analysis::Support& support : event.supports)
        speaks[m_sources.indexOf(support.article)] = true;
    QStringList silent;
    for (std::size_t i = 0; i < speaks.size(); ++i)
        if (!speaks[i])
            silent << m_sources.sources[i].name;
    const auto more = silent.size() - mostSilentNamed;
    const QString names = silent.first(std::min<qsizetype>(silent.size(), mostSilentNamed)).join(QStringLiteral(", "));
    m_silent->setText(more > 0 ? tr("Silent: %1 and %2 more").arg(names).arg(more) : tr("Silent: %1").arg(names));
    m_silent->setVisible(!silent.isEmpty());
}

void InspectorPanel::setChosen(const std::vector<EventId>& events)
{
    std::vector<const edits::TimelineEvent*> chosen;
    if (m_timeline)
        for (const EventId event : events)
            chosen.push_back(&(*m_timeline)[event]);
    m_several->setText(tr("%1 events are selected. What you decide here is about all of them.").arg(chosen.size()));
    m_several->setVisible(chosen.size() > 1);
    m_fields->setEvents(chosen);
}

QString InspectorPanel::chosenText() const
{
    return m_several->isVisibleTo(this) ? m_several->text() : QString();
}

std::vector<edits::SentenceRef> InspectorPanel::chosenSentences() const
{
    std::vector<edits::SentenceRef> chosen;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        chosen.push_back(m_model->sentenceAt(index.row()));
    std::ranges::sort(chosen);
    return chosen;
}

QString InspectorPanel::silentText() const
{
    return m_silent->isVisibleTo(this) ? m_silent->text() : QString();
}

QString InspectorPanel::dateLabelText() const
{
    return m_date->text();
}

} // namespace synoptic::ui
