// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/marking.h"

#include <algorithm>

#include <QAction>

#include "edits/boilerplate_edits.h"
#include "ui/articles/article_strip.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/notes/notes_panel.h"
#include "ui/qt_conversions.h"
#include "ui/selection.h"

namespace synoptic::ui {

Marking::Marking(const Panes& panes, QWidget* window)
    : QObject(window)
    , m_panes(panes)
    , m_window(window)
    , m_highlight(action(tr("&Highlight the passage"), QKeySequence(Qt::Key_H), &Marking::highlight))
    , m_note(action(tr("Write a &note on the passage"), QKeySequence(Qt::Key_T), &Marking::notePassage))
    , m_noteEvent(action(tr("Write a note on the e&vent"), QKeySequence(Qt::SHIFT | Qt::Key_T), &Marking::noteEvent))
    , m_noteArticle(action(tr("Write a note on the art&icle"), {}, &Marking::noteArticle))
    , m_noteContradiction(action(tr("Write a note on the c&ontradiction"), {}, &Marking::noteContradiction))
    , m_noteProject(action(tr("Write a note on the &project"), {}, &Marking::noteProject))
    , m_boilerplate(action({}, QKeySequence(Qt::SHIFT | Qt::Key_B), &Marking::overruleBoilerplate))
{
    connect(&panes.strip, &ArticleStrip::passageChanged, this, &Marking::updateAvailability);
    connect(&panes.selection, &Selection::changed, this, &Marking::updateAvailability);
    connect(&panes.notes, &NotesPanel::noteChanged, this,
            [this](const edits::PutNote& note) { Q_EMIT editRequested(note); });
    connect(&panes.notes, &NotesPanel::highlightRemoved, this,
            [this](const edits::Anchor& anchor) { Q_EMIT editRequested(edits::RemoveHighlight{anchor}); });
    connect(&panes.notes, &NotesPanel::highlightsChanged, this, [this](const edits::Edits& highlights) {
        Q_EMIT actionRequested(highlights, tr("Change what a color means"));
    });
    updateAvailability();
}

QAction* Marking::action(const QString& text, const QKeySequence& key, void (Marking::*slot)())
{
    auto* made = new QAction(text, this);
    made->setShortcut(key);
    m_window->addAction(made);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

QList<QAction*> Marking::menu() const
{
    return {m_highlight, m_note, m_noteEvent, m_noteArticle, m_noteContradiction, m_noteProject, m_boilerplate};
}

void Marking::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    showMarks();
    updateAvailability();
}

void Marking::updateAvailability()
{
    const bool hasPassage = m_timeline && m_panes.strip.currentPassage();
    for (QAction* own : {m_highlight, m_note, m_noteArticle, m_boilerplate})
        own->setEnabled(hasPassage);
    m_boilerplate->setText(isSetApart() ? tr("These lines &belong to the article")
                                        : tr("These lines do not &belong to the article"));
    m_noteEvent->setEnabled(m_timeline && m_panes.selection.current());
    m_noteContradiction->setEnabled(m_timeline && !m_timeline->contradictions().empty());
    m_noteProject->setEnabled(m_timeline != nullptr);
}

/// The same color again takes the mark away.
void Marking::highlight()
{
    const auto passage = m_panes.strip.currentPassage();
    if (!m_timeline || !passage)
        return;
    const std::uint8_t color = m_panes.notes.color();
    const auto& all = m_timeline->highlights();
    const auto known = std::ranges::find_if(all, [&](const edits::FoundHighlight& found) {
        return found.place.article == passage->article && found.place.anchor.span == passage->span;
    });
    if (known == all.end()) {
        Q_EMIT editRequested(
            edits::PutHighlight{edits::anchorOf(m_timeline->analysis()[passage->article].article, passage->span), color,
                                bytesOf(m_panes.notes.meaning(color))});
    } else if (known->highlight.color == color) {
        Q_EMIT editRequested(edits::RemoveHighlight{known->highlight.anchor});
    } else {
        Q_EMIT editRequested(
            edits::PutHighlight{known->highlight.anchor, color, bytesOf(m_panes.notes.meaning(color))});
    }
}

/// Whether the lines of the passage are marked as not of the article.
bool Marking::isSetApart() const
{
    const auto passage = m_panes.strip.currentPassage();
    if (!m_timeline || !passage)
        return false;
    const corpus::Article& article = m_timeline->analysis()[passage->article].article;
    const TextSpan lines = edits::linesAround(article.text, passage->span);
    return std::ranges::any_of(article.boilerplate, [&](TextSpan mark) { return mark.overlaps(lines); });
}

/// The lines of the passage are set apart, as menus and notices are, or given back to the article.
void Marking::overruleBoilerplate()
{
    constexpr std::uint32_t mostBytes = 64 * 1024; // the words are kept with the decision
    const auto passage = m_panes.strip.currentPassage();
    if (!m_timeline || !passage)
        return;
    const corpus::Article& article = m_timeline->analysis()[passage->article].article;
    const TextSpan lines = edits::linesAround(article.text, passage->span);
    if (lines.size() > mostBytes) {
        Q_EMIT said(tr("That is too much at once: choose fewer lines."));
        return;
    }
    const bool isGivenBack = isSetApart();
    Q_EMIT said(isGivenBack ? tr("These lines belong to the article now; what they tell is looked for.")
                            : tr("These lines do not belong to the article any more; they tell no event."));
    Q_EMIT editRequested(edits::SetBoilerplate{edits::anchorOf(article, lines), !isGivenBack});
}

void Marking::begin(const edits::NotePlace& place)
{
    Q_EMIT notesWanted();
    m_panes.notes.begin(place);
}

void Marking::notePassage()
{
    const auto passage = m_panes.strip.currentPassage();
    if (!m_timeline || !passage)
        return;
    // A passage that has a note already is found by where it stands: its quotation may be an older one
    for (const edits::FoundNote& found : m_timeline->notes()) {
        if (found.note.place.target == edits::NoteTarget::Passage && found.place.article == passage->article &&
            found.place.anchor.span == passage->span) {
            begin(found.note.place);
            return;
        }
    }
    begin({edits::NoteTarget::Passage,
           {},
           edits::anchorOf(m_timeline->analysis()[passage->article].article, passage->span)});
}

void Marking::noteArticle()
{
    const auto passage = m_panes.strip.currentPassage();
    if (m_timeline && passage)
        begin({edits::NoteTarget::Article, {}, edits::anchorOf(m_timeline->analysis()[passage->article].article, {})});
}

void Marking::noteEvent()
{
    if (m_timeline && m_panes.selection.current())
        begin({edits::NoteTarget::Event, (*m_timeline)[*m_panes.selection.current()].event.key, {}});
}

void Marking::noteContradiction()
{
    const auto chosen = m_panes.contradictions.chosen();
    if (!chosen) {
        Q_EMIT said(tr("Choose a contradiction in its list first."));
        return;
    }
    begin({edits::NoteTarget::Contradiction, bytesOf(contradictionName(*chosen)), {}});
}

void Marking::noteProject()
{
    begin({});
}

void Marking::showMarks()
{
    std::vector<ArticleMark> marks;
    if (m_timeline) {
        for (const edits::FoundHighlight& found : m_timeline->highlights()) {
            if (found.place.article && !found.place.anchor.span.empty())
                marks.push_back({*found.place.article,
                                 {found.place.anchor.span, found.highlight.color, lineText(found.highlight.meaning)}});
        }
        for (const edits::FoundNote& found : m_timeline->notes()) {
            if (found.place.article && !found.place.anchor.span.empty())
                marks.push_back(
                    {*found.place.article, {found.place.anchor.span, std::nullopt, lineText(found.note.text)}});
        }
    }
    m_panes.strip.setMarks(std::move(marks));
}

} // namespace synoptic::ui
