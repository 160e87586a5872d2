// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QGridLayout>

#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/party_card.h"
#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

// The voices of the record that is open, a card each.
namespace synoptic::ui {

namespace {
constexpr int cardCharacters = 30;
} // namespace

void ContradictionPanel::showParties(const edits::FoundContradiction& found)
{
    for (PartyCard* card : m_cards)
        card->deleteLater();
    m_cards.clear();
    const bool canRemove = found.record.parties.size() > 2;
    for (std::size_t i = 0; i < found.record.parties.size(); ++i) {
        const edits::Party& party = found.record.parties[i];
        const edits::FoundPlace& place = found.places[i];
        PartyContext context;
        context.source = fileText(party.anchor.file);
        if (place.article) {
            context.source = sourceOf(m_timeline->analysis()[*place.article].article);
            context.published =
                tr("published %1").arg(publicationText(m_timeline->analysis()[*place.article].article.published));
        }
        const bool isQuoted = !party.anchor.quote.empty();
        context.canShow = place.article.has_value() && place.anchor.state != edits::AnchorState::Lost;
        if (!place.article)
            context.place = tr("The file is gone from the folder; the quotation is kept.");
        else if (isQuoted && place.anchor.state == edits::AnchorState::Lost)
            context.place = tr("These words are no longer found in the article.");
        else if (isQuoted && place.anchor.state == edits::AnchorState::Moved)
            context.place = tr("The article has changed; the words stand elsewhere now.");
        auto* card = new PartyCard(party, context, canRemove);
        m_cards.push_back(card);
        connect(card, &PartyCard::changed, this, &ContradictionPanel::take);
        connect(card, &PartyCard::showRequested, this, [this, place] {
            if (place.article)
                Q_EMIT passageActivated({*place.article, place.anchor.span});
        });
        connect(card, &PartyCard::removeRequested, this, [this, i] {
            if (auto changed = record()) {
                changed->parties.erase(changed->parties.begin() + static_cast<std::ptrdiff_t>(i));
                Q_EMIT contradictionChanged(*changed);
            }
        });
    }
    arrangeCards();
}

/// The sides in columns where there is room for them, the voices of one side below each other; else all in one column.
void ContradictionPanel::arrangeCards()
{
    std::vector<char> sides;
    for (const PartyCard* card : m_cards)
        sides.push_back(card->party().side);
    std::ranges::sort(sides);
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end()); // clang 14 cannot parse ranges::unique
    const int wanted = static_cast<int>(sides.size()) * fontMetrics().averageCharWidth() * cardCharacters;
    const bool isWide = width() >= wanted;
    std::vector<int> rows(sides.size(), 0);
    int below = 0;
    for (PartyCard* card : m_cards) {
        const auto side = static_cast<std::size_t>(std::ranges::find(sides, card->party().side) - sides.begin());
        m_cardGrid->addWidget(card, isWide ? rows[side]++ : below++, isWide ? static_cast<int>(side) : 0, Qt::AlignTop);
    }
}

} // namespace synoptic::ui
