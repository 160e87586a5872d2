// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/factuality.h"

#include "base/is_one_of.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace synoptic::events {
namespace {

constexpr auto negations =
    std::to_array<std::string_view>({"not",    "n't",     "never",   "without",  "no",       "cannot", "didn't",
                                     "don't",  "doesn't", "won't",   "wouldn't", "couldn't", "hasn't", "haven't",
                                     "hadn't", "wasn't",  "weren't", "isn't",    "aren't",   "nor",    "neither"});
constexpr auto denials = std::to_array<std::string_view>(
    {"deny",    "denies", "denied", "denying", "reject", "rejects",  "rejected",  "rejecting", "refuse", "refuses",
     "refused", "fail",   "fails",  "failed",  "cancel", "canceled", "cancelled", "cancels",   "halted", "scrapped"});
constexpr auto possibles = std::to_array<std::string_view>(
    {"may",     "might",       "could",    "can",    "reportedly", "allegedly",   "alleged",   "suspected",
     "accused", "possible",    "possibly", "if",     "whether",    "considering", "potential", "would",
     "should",  "possibility", "chances",  "chance", "perhaps",    "unless"});
constexpr auto plans = std::to_array<std::string_view>(
    {"will",   "plan",  "plans", "planned", "planning", "expect",   "expected", "expects", "schedule", "scheduled",
     "due",    "set",   "agree", "agreed",  "promise",  "promised", "promises", "order",   "ordered",  "intends",
     "intend", "going", "vowed", "pledged", "wants",    "want",     "proposed", "seeks",   "upcoming", "won't"});
constexpr auto boundaries =
    std::to_array<std::string_view>({",", ";", ":", "“", "”", "\"", "who", "which", "because", "after", "before",
                                     "while", "although", "though", "but", "since"});

} // namespace

Factuality factualityOf(const SentenceWords& words, const Trigger& trigger, bool aheadOfPublication)
{
    constexpr std::size_t reach = 7;
    bool planned = false;
    bool possible = false;
    bool denied = false;
    const std::size_t stop = trigger.token > reach ? trigger.token - reach : 0;
    std::size_t verbsBetween = 0;
    for (std::size_t i = trigger.token; i-- > stop;) {
        const std::string_view word = words.lower[i];
        if (isOneOf(boundaries, word))
            break;
        const std::size_t distance = trigger.token - i;
        // "did not fail to", "not only" are no negation; a negation far off belongs to another verb.
        if (isOneOf(negations, word) && distance <= 3 && words.at(i, 1) != "only" && words.at(i, 1) != "fail") {
            denied = word != "no" || trigger.form == TriggerForm::Noun;
            continue;
        }
        if (isOneOf(denials, word) && distance <= 5 && words.at(i, -1) != "not") {
            denied = trigger.form != TriggerForm::PastVerb || distance > 1;
            continue;
        }
        const bool ownModal = distance <= 3 && verbsBetween == 0;
        if (isOneOf(possibles, word) && (ownModal || distance <= 4))
            possible = trigger.form != TriggerForm::PastVerb || word == "allegedly" || word == "reportedly" ||
                       word == "may" || word == "might" || word == "could";
        else if (word == "to" && distance == 1 && i > 0)
            planned = planned || isOneOf(plans, words.lower[i - 1]) || isOneOf(plans, words.at(i, -2));
        else if ((word == "will" && distance <= 4) ||
                 (isOneOf(plans, word) && trigger.form == TriggerForm::Noun && distance <= 3))
            planned = true;
        else if (word.ends_with("ed"))
            ++verbsBetween;
    }
    if (denied)
        return Factuality::Denied;
    if (possible)
        return Factuality::Possible;
    if (planned || (aheadOfPublication && trigger.form != TriggerForm::PastVerb))
        return Factuality::Planned;
    // An infinitive that nothing promises is a purpose: "met to discuss".
    return trigger.form == TriggerForm::Infinitive && aheadOfPublication ? Factuality::Planned : Factuality::Asserted;
}

} // namespace synoptic::events
