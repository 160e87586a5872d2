// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/flag_controller.h"

#include <algorithm>
#include <map>
#include <set>

#include <QApplication>

#include "ui/articles/article_strip.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/contradictions/hint_list.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

namespace synoptic::ui {

namespace {
constexpr std::size_t mostSides = 26; // letters
}

FlagController::FlagController(ArticleStrip& strip, FlagBar& bar, ContradictionPanel& panel, QObject* parent)
    : QObject(parent), m_strip(strip), m_bar(bar), m_panel(panel)
{
    connect(&bar, &FlagBar::typeChosen, this, &FlagController::choose);
    connect(&bar, &FlagBar::finishRequested, this, &FlagController::finish);
    connect(&bar, &FlagBar::cancelRequested, this, &FlagController::cancel);
    connect(&bar, &FlagBar::backRequested, this, [this] {
        m_composer.back();
        show();
    });
    connect(&panel, &ContradictionPanel::addPartyRequested, this, &FlagController::addParty);
    connect(&panel.hints(), &HintList::recordRequested, this, &FlagController::put);
}

void FlagController::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    // Numbers of articles belong to a snapshot: only what names the same articles survives a new one
    const bool isSameFolder = m_timeline && timeline && m_timeline->sharedAnalysis() == timeline->sharedAnalysis();
    m_timeline = std::move(timeline);
    if (!isSameFolder && isComposing())
        cancel();
    if (m_made && m_timeline && std::ranges::any_of(m_timeline->contradictions(), [this](const auto& found) {
            return found.record.number == *m_made;
        })) {
        m_panel.choose(*m_made);
        m_made.reset();
    }
    showFlags();
}

/// Whole sentences of a list or the matrix, or the words chosen in a reader.
std::vector<ChosenPassage> FlagController::chosen() const
{
    std::vector<ChosenPassage> passages;
    if (!m_timeline)
        return passages;
    for (const edits::SentenceRef sentence : m_elsewhere ? m_elsewhere() : std::vector<edits::SentenceRef>{})
        passages.push_back(
            {sentence.article, m_timeline->analysis()[sentence.article].sentences[sentence.sentence].span});
    if (const auto passage = m_strip.currentPassage(); passages.empty() && passage)
        passages.push_back(*passage);
    return passages;
}

bool FlagController::addCurrent()
{
    const auto passages = chosen();
    if (passages.empty()) {
        refuse(tr("Click a sentence in a reader first, or mark some words: they become a side."));
        return false;
    }
    bool isAdded = false;
    for (const ChosenPassage& passage : passages)
        isAdded = (m_composer.passages().size() < mostSides && m_composer.add(passage)) || isAdded;
    if (!isAdded)
        refuse(tr("These words are a side already. Select what says otherwise."));
    return isAdded;
}

/// In the bar if it is there, else wherever the window says things.
void FlagController::refuse(const QString& reason)
{
    if (isComposing())
        m_bar.warn(reason);
    else
        Q_EMIT refused(reason);
}

void FlagController::flag()
{
    if (m_composer.step() == FlagComposer::Step::Type)
        return;
    const bool areAll = !isComposing() && chosen().size() > 1;
    if (!addCurrent())
        return;
    if (areAll)
        m_composer.askForType();
    show();
}

void FlagController::finish()
{
    if (m_composer.step() != FlagComposer::Step::OtherSide)
        return;
    const auto passages = chosen();
    const bool isNew = std::ranges::any_of(passages, [this](const ChosenPassage& passage) {
        return std::ranges::find(m_composer.passages(), passage) == m_composer.passages().end();
    });
    if ((isNew || m_composer.passages().size() < 2) && !addCurrent())
        return;
    m_composer.askForType();
    show();
}

bool FlagController::cancel()
{
    if (!isComposing())
        return false;
    const bool hadFocus = m_bar.isAncestorOf(QApplication::focusWidget()) || m_bar.hasFocus();
    m_composer.clear();
    show();
    if (hadFocus)
        m_strip.focusReader();
    return true;
}

edits::Party FlagController::partyOf(const ChosenPassage& passage, char side) const
{
    edits::Party party;
    party.side = side;
    party.anchor = edits::anchorOf(m_timeline->analysis()[passage.article].article, passage.span);
    return party;
}

/// The events that several of the passages tell; where there is none, the weightiest of each: a sentence tells of many
/// things, and the record is about one.
std::vector<std::string> FlagController::eventsOf(const std::vector<ChosenPassage>& passages) const
{
    std::map<EventId, int> told; // by how many passages
    std::set<EventId> weightiest;
    for (const ChosenPassage& passage : passages) {
        const auto& sentences = m_timeline->analysis()[passage.article].sentences;
        std::set<EventId> own;
        for (std::uint32_t i = 0; i < sentences.size(); ++i) {
            if (sentences[i].span.overlaps(passage.span))
                for (const EventId event : m_timeline->eventsOf({passage.article, i}))
                    own.insert(event);
        }
        for (const EventId event : own)
            ++told[event];
        const auto heaviest =
            std::ranges::max_element(own, {}, [this](EventId event) { return (*m_timeline)[event].event.weight; });
        if (heaviest != own.end())
            weightiest.insert(*heaviest);
    }
    const bool isShared = std::ranges::any_of(told, [](const auto& own) { return own.second > 1; });
    std::vector<std::string> keys;
    for (const auto& [event, count] : told)
        if (isShared ? count > 1 : weightiest.contains(event))
            keys.push_back((*m_timeline)[event].event.key);
    return keys;
}

void FlagController::choose(edits::ContradictionType type)
{
    if (m_composer.step() != FlagComposer::Step::Type || !m_timeline)
        return;
    edits::Contradiction record;
    record.type = type;
    char side = 'A';
    for (const ChosenPassage& passage : m_composer.passages())
        record.parties.push_back(partyOf(passage, side++));
    record.events = eventsOf(m_composer.passages());
    m_composer.clear();
    show();
    m_strip.focusReader();
    put(std::move(record));
}

void FlagController::put(edits::Contradiction record)
{
    record.number = 1;
    for (const auto& found : m_timeline->contradictions())
        record.number = std::max(record.number, found.record.number + 1);
    m_made = record.number;
    Q_EMIT recordRequested(record);
}

void FlagController::addParty(std::uint32_t number)
{
    const auto passage = m_strip.currentPassage();
    if (!m_timeline || !passage) {
        refuse(tr("Click a sentence in a reader first, or mark some words: they become a side."));
        return;
    }
    const auto& all = m_timeline->contradictions();
    const auto found = std::ranges::find_if(all, [number](const auto& own) { return own.record.number == number; });
    if (found == all.end())
        return;
    edits::Contradiction record = found->record;
    char side = 'A';
    for (const edits::Party& party : record.parties)
        side = std::max(side, party.side);
    record.parties.push_back(partyOf(*passage, side < 'Z' ? static_cast<char>(side + 1) : side));
    Q_EMIT recordRequested(record);
}

void FlagController::show()
{
    QStringList passages;
    for (const ChosenPassage& passage : m_composer.passages()) {
        const analysis::ArticleAnalysis& article = m_timeline->analysis()[passage.article];
        passages << sourceOf(article.article) + u": " + lineText(article.textOf(passage.span));
    }
    m_bar.show(m_composer.step(), passages);
    showFlags();
    Q_EMIT composingChanged(isComposing());
}

void FlagController::showFlags()
{
    std::vector<ArticleFlag> flags;
    if (m_timeline) {
        for (const edits::FoundContradiction& found : m_timeline->contradictions()) {
            for (std::size_t i = 0; i < found.places.size(); ++i) {
                const edits::FoundPlace& place = found.places[i];
                if (!place.article || place.anchor.span.empty())
                    continue;
                const QString side(QLatin1Char(found.record.parties[i].side));
                flags.push_back(
                    {*place.article, {place.anchor.span, side, contradictionName(found.record.number) + u' ' + side}});
            }
        }
    }
    char side = 'A';
    for (const ChosenPassage& passage : m_composer.passages()) {
        const QString letter(QLatin1Char(side++));
        flags.push_back({passage.article, {passage.span, letter, tr("Side %1").arg(letter)}});
    }
    m_strip.setFlags(std::move(flags));
}

} // namespace synoptic::ui
