// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/event_mention.h"
#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"

namespace synoptic::events {

/// A word that names an event.
struct Trigger
{
    std::size_t token = 0; ///< position in the sentence
    TriggerForm form = TriggerForm::PastVerb;
    std::string key;    ///< lemma it is linked by; a nominalization has its verb's
    double score = 0.0; ///< how likely it is an event, 0…1
    VerbClass verbClass = VerbClass::Ordinary;
};

/// Every word of a sentence that could be a trigger, with the score of the rules, 0 where none speaks for it: what the
/// trigger model chooses from. Shape: sentence order, one a token. Cost: linear.
std::vector<Trigger> triggerCandidates(const SentenceWords& words, const TriggerLexicon& lexicon);

/// Finds the event triggers of a sentence: inflected verbs, infinitives, event nouns and nominalizations. Part of
/// speech is decided by rules from the word's forms, its commonest use and its neighbors; a linear model weighs the
/// rest.
///
/// Shape: sentence order, one a token. Weak candidates (0.005 and over) are kept; linking and salience sort them out.
/// Cost: linear. Thread-safe. Source: weights learned by tests/training/train_triggers.cpp.
std::vector<Trigger> findTriggers(const SentenceWords& words, const TriggerLexicon& lexicon);

} // namespace synoptic::events
