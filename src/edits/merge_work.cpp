// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/merge_work.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace synoptic::edits {

namespace {

std::string placeOf(const Anchor& anchor)
{
    return anchor.file + "\n" + std::to_string(anchor.position) + "\n" + anchor.quote;
}

/// What a decision that has one answer decides; nothing for one that only adds.
struct Question
{
    using Found = std::optional<std::string>;

    Found operator()(const RenameEvent& edit) const { return edit.event; }
    Found operator()(const ReviewEvent& edit) const { return edit.event; }
    Found operator()(const RedateEvent& edit) const { return edit.event; }
    Found operator()(const SetEventFactuality& edit) const { return edit.event; }
    Found operator()(const SetEventTags& edit) const { return edit.event; }
    Found operator()(const SetEventNote& edit) const { return edit.event; }
    Found operator()(const SetEventParticipants& edit) const { return edit.event; }
    Found operator()(const SetEventSignificance& edit) const { return edit.event; }
    Found operator()(const AttachSupport& edit) const { return edit.event + "\n" + placeOf(edit.anchor); }
    Found operator()(const SetPublication& edit) const { return edit.file; }
    Found operator()(const SetArticleTitle& edit) const { return edit.file; }
    Found operator()(const SetArticleSource& edit) const { return edit.file; }
    Found operator()(const PutContradiction& edit) const { return std::to_string(edit.contradiction.number); }
    Found operator()(const DetachSupport& edit) const { return edit.event + "\n" + placeOf(edit.anchor); }
    Found operator()(const PutHighlight& edit) const { return placeOf(edit.anchor); }
    Found operator()(const RemoveHighlight& edit) const { return placeOf(edit.anchor); }
    Found operator()(const PutNote& edit) const { return edit.key; }
    Found operator()(const SetBoilerplate& edit) const { return placeOf(edit.anchor); }
    template <class Other>
    Found operator()(const Other& /*only adds*/) const
    {
        return std::nullopt;
    }
};

using Slot = std::pair<std::size_t, std::string>; // the kind of edit, and what it is about

/// To take something away answers the same question as to put it there.
std::size_t kindOf(const Edit& edit)
{
    if (std::holds_alternative<DetachSupport>(edit))
        return Edit(AttachSupport{}).index();
    if (std::holds_alternative<RemoveHighlight>(edit))
        return Edit(PutHighlight{}).index();
    return edit.index();
}

std::optional<Slot> slotOf(const Edit& edit)
{
    const auto about = std::visit(Question{}, edit);
    return about ? std::optional(Slot{kindOf(edit), *about}) : std::nullopt;
}

/// The last answer to each question.
std::map<Slot, const Edit*> lastAnswers(const Edits& edits)
{
    std::map<Slot, const Edit*> answers;
    for (const Edit& edit : edits) {
        if (const auto slot = slotOf(edit))
            answers[*slot] = &edit;
    }
    return answers;
}

std::vector<std::string> quotesOf(const Contradiction& record)
{
    std::vector<std::string> quotes;
    for (const Party& party : record.parties)
        if (!party.anchor.quote.empty())
            quotes.push_back(placeOf(party.anchor));
    std::ranges::sort(quotes);
    return quotes;
}

/// Whether two records argue the same question: they quote two of the same passages.
bool isSameQuestion(const Contradiction& one, const Contradiction& other)
{
    std::vector<std::string> both;
    std::ranges::set_intersection(quotesOf(one), quotesOf(other), std::back_inserter(both));
    return both.size() >= 2;
}

/// Their numbers of contradictions as ours: those of the same question, else their own if they are free, else the next
/// that are.
std::map<std::uint32_t, std::uint32_t> numbersFor(const Edits& mine, const Edits& theirs)
{
    std::map<std::uint32_t, const Contradiction*> ours;
    std::map<std::uint32_t, const Contradiction*> others;
    for (const Edit& edit : mine)
        if (const auto* put = std::get_if<PutContradiction>(&edit))
            ours[put->contradiction.number] = &put->contradiction;
    for (const Edit& edit : theirs)
        if (const auto* put = std::get_if<PutContradiction>(&edit))
            others[put->contradiction.number] = &put->contradiction;
    std::uint32_t next = std::max(ours.empty() ? 0 : ours.rbegin()->first, others.empty() ? 0 : others.rbegin()->first);
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (const auto& [number, record] : others) {
        const auto same = std::ranges::find_if(
            ours, [record = record](const auto& own) { return isSameQuestion(*own.second, *record); });
        numbers[number] = same != ours.end() ? same->first : !ours.contains(number) ? number : ++next;
    }
    return numbers;
}

Edit renumbered(Edit edit, const std::map<std::uint32_t, std::uint32_t>& numbers)
{
    if (auto* put = std::get_if<PutContradiction>(&edit)) {
        put->contradiction.number = numbers.at(put->contradiction.number);
    } else if (auto* note = std::get_if<PutNote>(&edit); note && note->place.target == NoteTarget::Contradiction) {
        for (const auto& [from, to] : numbers) {
            if (note->place.name == idText(from)) {
                note->place.name = idText(to);
                break;
            }
        }
    }
    return edit;
}

bool keepsKnownEvent(const Edit& edit, const Edits& mine)
{
    const auto* kept = std::get_if<KeepEvent>(&edit);
    return kept != nullptr && std::ranges::any_of(mine, [kept](const Edit& own) {
               const auto* known = std::get_if<KeepEvent>(&own);
               return known != nullptr && known->event == kept->event;
           });
}

} // namespace

MergedWork mergeWork(const Edits& mine, const Edits& theirs)
{
    if (mine.empty())
        return {theirs, {}, 0}; // there is nothing to join it with: all of it, as it came to be
    const auto numbers = numbersFor(mine, theirs);
    Edits others;
    others.reserve(theirs.size());
    for (const Edit& edit : theirs)
        others.push_back(renumbered(edit, numbers));
    const auto ourAnswers = lastAnswers(mine);
    const auto theirAnswers = lastAnswers(others);

    MergedWork merged;
    for (const Edit& edit : others) {
        const auto slot = slotOf(edit);
        if (!slot) {
            if (keepsKnownEvent(edit, mine) || std::ranges::find(mine, edit) != mine.end())
                ++merged.known;
            else
                merged.added.push_back(edit);
            continue;
        }
        if (theirAnswers.at(*slot) != &edit)
            continue; // they thought better of it
        const auto own = ourAnswers.find(*slot);
        if (own == ourAnswers.end())
            merged.added.push_back(edit);
        else if (*own->second == edit)
            ++merged.known;
        else
            merged.conflicts.push_back({*own->second, edit});
    }
    return merged;
}

} // namespace synoptic::edits
