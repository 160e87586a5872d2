// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/contradiction.h"

#include <string_view>

#include "base/utf8.h"

namespace synoptic::edits {
namespace {

constexpr bool isSide(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

} // namespace

std::string idText(std::uint32_t number)
{
    constexpr std::size_t digits = 3;
    std::string text = std::to_string(number);
    if (text.size() < digits)
        text.insert(0, digits - text.size(), '0');
    return "C-" + text;
}

std::string questionOf(const Contradiction& contradiction)
{
    if (!contradiction.question.empty())
        return contradiction.question;
    constexpr std::size_t longest = 60; // bytes of one side
    std::string question;
    for (const Party& party : contradiction.parties) {
        const std::string& words = party.claim.empty() ? party.anchor.quote : party.claim;
        if (words.empty())
            continue;
        const std::string_view begin = beginningOf(words, longest);
        question += (question.empty() ? "“" : " / “") + std::string(begin) + (begin.size() < words.size() ? "…”" : "”");
    }
    return question;
}

std::optional<std::string> flawOf(const Contradiction& contradiction)
{
    if (contradiction.number == 0)
        return "no number";
    if (contradiction.parties.size() < 2)
        return "fewer than two parties";
    for (const Party& party : contradiction.parties) {
        if (!isSide(party.side))
            return "a side that is no letter";
        if (party.sourceGrade < 'A' || party.sourceGrade > 'F' || party.informationGrade < 1 ||
            party.informationGrade > 6)
            return "a grade out of range";
        if (party.anchor.quote.empty() && party.stance != PartyStance::Silent)
            return "a party that speaks without words";
    }
    const bool settled = contradiction.status == ContradictionStatus::Resolved ||
                         contradiction.status == ContradictionStatus::AcceptedAsDisputed;
    if (settled != contradiction.resolution.has_value())
        return settled ? "settled without a resolution" : "a resolution although it is not settled";
    if (!contradiction.resolution)
        return std::nullopt;
    const Resolution& resolution = *contradiction.resolution;
    if (resolution.reason.empty())
        return "a resolution without a reason";
    if (!isSide(resolution.side))
        return "a side that is no letter";
    if (!(resolution.confidence >= 0.0 && resolution.confidence <= 1.0))
        return "a confidence outside 0…1";
    return std::nullopt;
}

} // namespace synoptic::edits
