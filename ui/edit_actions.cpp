// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_actions.h"

#include <algorithm>
#include <map>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

#include "ui/articles/article_strip.h"
#include "ui/events/event_fields.h"
#include "ui/events/inspector_panel.h"
#include "ui/qt_conversions.h"
#include "ui/selection.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

EditActions::EditActions(const Panes& panes, QWidget* window)
    : QObject(window)
    , m_panes(panes)
    , m_window(window)
    , m_accept(action(tr("&Accept the event"), {QKeySequence(Qt::Key_Space)}, &EditActions::acceptEvent))
    , m_reject(action(tr("Re&ject the event"), {QKeySequence(Qt::Key_X)}, &EditActions::rejectEvent))
    , m_reopen(action(tr("Back to the &candidates"), {QKeySequence(Qt::Key_U)}, &EditActions::reopenEvent))
    , m_rejectAlike(
          action(tr("Reject &all like this"), {QKeySequence(Qt::SHIFT | Qt::Key_X)}, &EditActions::rejectAlike))
    , m_next(action(tr("Next &unreviewed event"), {QKeySequence(Qt::SHIFT | Qt::Key_J)}, &EditActions::nextCandidate))
    , m_previous(action(tr("Previous unre&viewed event"), {QKeySequence(Qt::SHIFT | Qt::Key_K)},
                        &EditActions::previousCandidate))
    , m_goOn(new QAction(tr("&Go on after each decision"), this))
    , m_rename(action(tr("&Rename the event"), {QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_E)},
                      &EditActions::renameEvent))
    , m_redate(action(tr("Change the &date"), {QKeySequence(Qt::SHIFT | Qt::Key_E)}, &EditActions::redateEvent))
    , m_mark(action(tr("&Mark for merging"), {QKeySequence(Qt::Key_M)}, &EditActions::markEvent))
    , m_merge(action(tr("Merge the marked &events"), {QKeySequence(Qt::CTRL | Qt::Key_M)}, &EditActions::mergeEvents))
    , m_split(action(tr("S&plit the chosen sentences off"), {QKeySequence(Qt::SHIFT | Qt::Key_S)},
                     &EditActions::splitEvent))
    , m_add(action(tr("&New event from the sentence"), {QKeySequence(Qt::Key_N)}, &EditActions::addEvent))
    , m_attach(action(tr("A&ttach the sentence to the event"), {QKeySequence(Qt::Key_A)}, &EditActions::attachSentence))
    , m_denies(action(tr("The sentence denies the e&vent"), {}, &EditActions::attachDenial))
    , m_differs(action(tr("The sentence tells it &otherwise"), {}, &EditActions::attachVariant))
    , m_detach(action(tr("Detac&h the sentence from the event"), {QKeySequence(Qt::SHIFT | Qt::Key_A)},
                      &EditActions::detachSentence))
{
    m_goOn->setCheckable(true);
    m_goOn->setToolTip(tr("After an event is accepted or rejected, select the next one that is not reviewed"));
    connect(&panes.inspector, &InspectorPanel::renameRequested, this, [this](const QString& title) {
        if (const edits::TimelineEvent* event = selected(); event != nullptr && bytesOf(title) != event->event.title)
            Q_EMIT editRequested(edits::RenameEvent{event->event.key, bytesOf(title)});
    });
    connect(&panes.inspector, &InspectorPanel::redateRequested, this, [this](const events::EventDate& date) {
        if (const edits::TimelineEvent* event = selected())
            Q_EMIT editRequested(edits::RedateEvent{event->event.key, date});
    });
    connect(&panes.inspector.fields(), &EventFields::editsRequested, this, &EditActions::request);
    connect(&panes.strip, &ArticleStrip::passageChanged, this, &EditActions::updateAvailability);
    connect(&panes.selection, &Selection::changed, this, &EditActions::updateAvailability);
    qApp->installEventFilter(this);
    updateAvailability();
}

QAction* EditActions::action(const QString& text, const QList<QKeySequence>& keys, void (EditActions::*slot)())
{
    auto* made = new QAction(text, this);
    made->setShortcuts(keys);
    QString plain = text;
    plain.remove(u'&');
    made->setToolTip(
        keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys.front().toString(QKeySequence::NativeText)));
    m_window->addAction(made);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

QList<QAction*> EditActions::menu() const
{
    return {m_accept, m_reject, m_rejectAlike, m_reopen, m_next, m_previous, m_goOn,   nullptr,   m_rename, m_redate,
            m_mark,   m_merge,  m_split,       nullptr,  m_add,  m_attach,   m_denies, m_differs, m_detach};
}

// Space is the key of buttons too: where one has the focus, it is pressed and no event accepted.
bool EditActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space)
        return false;
    const bool usesSpace =
        qobject_cast<QAbstractButton*>(watched) != nullptr || qobject_cast<QComboBox*>(watched) != nullptr;
    if (usesSpace)
        event->accept();
    return usesSpace;
}

void EditActions::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    std::erase_if(m_marked, [this](const std::string& key) { return !m_timeline || !m_timeline->eventOf(key); });
    updateAvailability();
}

const edits::TimelineEvent* EditActions::selected() const
{
    const auto event = m_panes.selection.current();
    return m_timeline && event ? &(*m_timeline)[*event] : nullptr;
}

/// All that are selected: what one decides of several at once is about these.
std::vector<const edits::TimelineEvent*> EditActions::chosen() const
{
    std::vector<const edits::TimelineEvent*> events;
    if (m_timeline)
        for (const EventId event : m_panes.selection.all())
            events.push_back(&(*m_timeline)[event]);
    return events;
}

void EditActions::request(const edits::Edits& edits)
{
    if (edits.size() == 1)
        Q_EMIT editRequested(edits.front());
    else if (!edits.empty())
        Q_EMIT actionRequested(edits, {});
}

std::optional<edits::SentenceRef> EditActions::currentSentence() const
{
    const auto passage = m_panes.strip.currentPassage();
    if (!m_timeline || !passage)
        return std::nullopt;
    const auto& sentences = m_timeline->analysis()[passage->article].sentences;
    const auto found = std::ranges::find_if(
        sentences, [&](const text::Sentence& sentence) { return sentence.span.overlaps(passage->span); });
    if (found == sentences.end())
        return std::nullopt;
    return edits::SentenceRef{passage->article, static_cast<std::uint32_t>(found - sentences.begin())};
}

void EditActions::updateAvailability()
{
    const edits::TimelineEvent* event = selected();
    const auto sentence = currentSentence();
    for (QAction* own : {m_accept, m_reject, m_rejectAlike, m_reopen, m_rename, m_redate, m_mark, m_split})
        own->setEnabled(event != nullptr);
    m_merge->setEnabled(event != nullptr && (!m_marked.empty() || m_panes.selection.all().size() > 1));
    m_add->setEnabled(sentence.has_value());
    for (QAction* own : {m_attach, m_denies, m_differs, m_detach})
        own->setEnabled(event != nullptr && sentence.has_value());
    for (QAction* own : {m_next, m_previous})
        own->setEnabled(m_timeline && !m_timeline->events().empty());
}

void EditActions::review(edits::ReviewState state)
{
    edits::Edits decisions;
    for (const edits::TimelineEvent* event : chosen())
        if (event->review != state)
            decisions.emplace_back(edits::ReviewEvent{event->event.key, state});
    if (decisions.empty())
        return;
    // The next is found before the list changes under it
    if (m_goOn->isChecked() && state != edits::ReviewState::Candidate)
        stepToCandidate(1);
    request(decisions);
}

void EditActions::stepToCandidate(int by)
{
    std::optional<EventId> at = m_panes.selection.current();
    while (m_timeline) {
        const auto next = m_panes.timeline.neighbor(at, by);
        if (!next || next == at)
            break;
        at = next;
        if ((*m_timeline)[*at].review == edits::ReviewState::Candidate) {
            Q_EMIT eventChosen(*at);
            return;
        }
    }
    Q_EMIT said(tr("There is no unreviewed event in this direction."));
}

void EditActions::renameEvent()
{
    m_panes.inspector.beginRename();
}

void EditActions::redateEvent()
{
    m_panes.inspector.beginRedate();
}

/// Marks what is selected, or takes the marks away if all of it has one.
void EditActions::markEvent()
{
    const auto events = chosen();
    if (events.empty())
        return;
    const auto isMarked = [this](const edits::TimelineEvent* event) {
        return std::ranges::find(m_marked, event->event.key) != m_marked.end();
    };
    const bool areMarked = std::ranges::all_of(events, isMarked);
    for (const edits::TimelineEvent* event : events) {
        if (areMarked)
            std::erase(m_marked, event->event.key);
        else if (!isMarked(event))
            m_marked.push_back(event->event.key);
    }
    if (m_marked.empty())
        Q_EMIT said(tr("No event is marked."));
    else if (m_marked.size() == 1)
        Q_EMIT said(tr("1 event is marked. Select the event it belongs to and press Ctrl+M."));
    else
        Q_EMIT said(tr("%1 events are marked. Select the event they belong to and press Ctrl+M.").arg(m_marked.size()));
    updateAvailability();
}

/// The current event takes in those that are marked, and those that are selected beside it.
void EditActions::mergeEvents()
{
    const edits::TimelineEvent* event = selected();
    if (event == nullptr)
        return;
    edits::MergeEvents merge{{event->event.key}};
    const auto add = [&merge](const std::string& key) {
        if (std::ranges::find(merge.events, key) == merge.events.end())
            merge.events.push_back(key);
    };
    std::ranges::for_each(m_marked, add);
    for (const edits::TimelineEvent* other : chosen())
        add(other->event.key);
    m_marked.clear();
    updateAvailability();
    if (merge.events.size() < 2) {
        Q_EMIT said(tr("Only the selected event was marked. Mark another one first."));
        return;
    }
    Q_EMIT said(tr("%1 events were merged; all their evidence is kept.").arg(merge.events.size()));
    Q_EMIT editRequested(merge);
}

void EditActions::addEvent()
{
    const auto sentence = currentSentence();
    if (!sentence)
        return;
    const analysis::ArticleAnalysis& article = m_timeline->analysis()[sentence->article];
    edits::AddEvent added;
    const TextSpan span = article.sentences[sentence->sentence].span;
    added.anchor = edits::anchorOf(article.article, span);
    added.key = edits::newEventKey(added.anchor, m_timeline->events().size());
    added.title = bytesOf(lineText(article.textOf(span)).left(80));
    // The first day or time in the sentence, if it names one; the analyst changes it with Shift+E
    const auto dated = std::ranges::find_if(article.expressions, [span](const temporal::TemporalExpression& own) {
        return span.contains(own.span) && own.interval;
    });
    if (dated != article.expressions.end()) {
        added.date.words = article.textOf(dated->span);
        added.date.value = dated->value;
        added.date.interval = dated->interval;
        added.date.basis = events::DateBasis::OwnExpression;
        added.date.confidence = dated->confidence;
        added.date.how = dated->resolved;
    }
    Q_EMIT editRequested(added);
}

/// Told with another stance, a sentence that tells the event already changes its stance.
void EditActions::attach(analysis::Stance stance)
{
    const edits::TimelineEvent* event = selected();
    const auto sentence = currentSentence();
    if (event == nullptr || !sentence)
        return;
    const analysis::ArticleAnalysis& article = m_timeline->analysis()[sentence->article];
    Q_EMIT editRequested(edits::AttachSupport{
        event->event.key, edits::anchorOf(article.article, article.sentences[sentence->sentence].span), stance});
}

/// The sentences chosen in the list of evidence, else the one that is read, become an event of their own.
void EditActions::splitEvent()
{
    const edits::TimelineEvent* event = selected();
    if (event == nullptr)
        return;
    std::vector<edits::SentenceRef> chosen = m_panes.inspector.chosenSentences();
    if (const auto current = currentSentence(); chosen.empty() && current)
        chosen.push_back(*current);
    const auto tellsIt = [&](const edits::SentenceRef& sentence) {
        return std::ranges::any_of(event->event.supports, [&](const analysis::Support& support) {
            return support.article == sentence.article && support.sentence == sentence.sentence;
        });
    };
    std::erase_if(chosen, [&](const edits::SentenceRef& sentence) { return !tellsIt(sentence); });
    if (chosen.empty() || chosen.size() >= event->event.supports.size()) {
        Q_EMIT said(tr("Choose some of the event's sentences, and leave some: they become an event of their own."));
        return;
    }
    edits::SplitEvent split;
    split.event = event->event.key;
    for (const edits::SentenceRef& sentence : chosen) {
        const analysis::ArticleAnalysis& article = m_timeline->analysis()[sentence.article];
        split.anchors.push_back(edits::anchorOf(article.article, article.sentences[sentence.sentence].span));
    }
    split.newKey = edits::newEventKey(split.anchors.front(), m_timeline->events().size());
    Q_EMIT editRequested(split);
    Q_EMIT said(chosen.size() == 1 ? tr("1 sentence is an event of its own now.")
                                   : tr("%1 sentences are an event of their own now.").arg(chosen.size()));
}

/// The word that names an event most often, in lower case.
QString EditActions::wordOf(const edits::TimelineEvent& event) const
{
    std::map<QString, int> words;
    for (const analysis::Support& support : event.event.supports)
        if (!support.trigger.empty())
            ++words[lineText(m_timeline->analysis()[support.article].textOf(support.trigger)).toLower()];
    const auto most = std::ranges::max_element(words, {}, [](const auto& own) { return own.second; });
    return most == words.end() ? QString() : most->first;
}

/// Candidates that are told by the same word: most of what a folder has too much of is one habit of its writers.
void EditActions::rejectAlike()
{
    const edits::TimelineEvent* event = selected();
    const QString word = event == nullptr ? QString() : wordOf(*event);
    if (word.isEmpty())
        return;
    edits::Edits rejected;
    for (const edits::TimelineEvent& other : m_timeline->events())
        if (other.review == edits::ReviewState::Candidate && wordOf(other) == word)
            rejected.emplace_back(edits::ReviewEvent{other.event.key, edits::ReviewState::Rejected});
    if (rejected.empty())
        return;
    Q_EMIT said(rejected.size() == 1
                    ? tr("1 candidate that is told by “%1” was rejected.").arg(word)
                    : tr("%1 candidates that are told by “%2” were rejected.").arg(rejected.size()).arg(word));
    Q_EMIT actionRequested(rejected, tr("Reject all that is told by “%1”").arg(word));
}

void EditActions::detachSentence()
{
    const edits::TimelineEvent* event = selected();
    const auto sentence = currentSentence();
    if (event == nullptr || !sentence)
        return;
    const bool tellsIt = std::ranges::any_of(event->event.supports, [&](const analysis::Support& support) {
        return support.article == sentence->article && support.sentence == sentence->sentence;
    });
    if (!tellsIt) {
        Q_EMIT said(tr("This sentence does not tell the selected event."));
        return;
    }
    const analysis::ArticleAnalysis& article = m_timeline->analysis()[sentence->article];
    Q_EMIT editRequested(edits::DetachSupport{
        event->event.key, edits::anchorOf(article.article, article.sentences[sentence->sentence].span)});
}

} // namespace synoptic::ui
