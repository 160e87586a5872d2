// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"

namespace synoptic::events {

enum class TriggerForm : std::uint8_t
{
    PastVerb,
    PresentVerb,
    Infinitive,
    GerundVerb,
    Noun
};

/// A word that names an event.
struct Trigger
{
    std::size_t token = 0; ///< position in the sentence
    TriggerForm form = TriggerForm::PastVerb;
    std::string key;    ///< lemma it is linked by; a nominalization has its verb's
    double score = 0.0; ///< how likely it is an event, 0…1
    VerbClass verbClass = VerbClass::Ordinary;
};

/// Finds the event triggers of a sentence: inflected verbs, infinitives, event nouns and nominalizations. Part of
/// speech is decided from the word's forms, its commonest use and its neighbors.
///
/// Shape: sentence order, one a token. Weak candidates (0.15 and over) are kept; linking and salience sort them out.
/// Cost: linear. Thread-safe.
std::vector<Trigger> findTriggers(const SentenceWords& words, const TriggerLexicon& lexicon);

} // namespace synoptic::events
