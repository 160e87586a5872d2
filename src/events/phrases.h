// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"
#include "events/word_classes.h"

namespace synoptic::events {

enum class PhraseKind : std::uint8_t
{
    NounGroup, ///< "the two injured men", "he"
    VerbGroup, ///< "has not been arrested", "to resign", "killing"
    Preposition,
    Particle,
    Adverb,
    Coordinator,
    Subordinator,
    Relative,
    Comma,
    Quote,
    Break
};

/// A run of words of a sentence that belong together; not nested.
struct Phrase
{
    PhraseKind kind = PhraseKind::Break;
    std::size_t first = 0;
    std::size_t last = 0; ///< included
    std::size_t head = 0; ///< the noun, or the verb that carries the meaning
    bool pronoun = false; ///< a noun group that only points
    bool finite = false;  ///< a verb group that needs a subject
    bool passive = false;
    bool reduced = false; ///< "the man arrested in Brel": a participle that looks finite
};

/// The phrases of a sentence, left to right, every word in one. @p classes: of the same words.
/// Cost: linear, but for a look to the next mark at each verb. Thread-safe.
std::vector<Phrase> phrasesOf(const SentenceWords& words, std::span<const WordClass> classes,
                              const TriggerLexicon& lexicon);

/// The noun groups that are the subject of the finite verb group at @p verb, as positions in the phrases, in order:
/// with their prepositional phrases, without what only comments on them ("Okafor, who …, resigned"; "Okafor met Dahl
/// and left"). Empty: none to be found.
std::vector<std::size_t> subjectOf(std::span<const Phrase> phrases, std::size_t verb, const SentenceWords& words,
                                   const TriggerLexicon& lexicon);

enum class GrammaticalNumber : std::uint8_t
{
    Singular,
    Plural,
    Unknown
};

/// Whether a noun group is one or many, by its words. @p second: another one is coordinated with it.
GrammaticalNumber numberOf(const Phrase& group, const SentenceWords& words, std::span<const WordClass> classes);

/// The present tense of a past or other form of a verb, in lower case; nullopt where the lexicon does not know it or
/// the form cannot be told.
std::optional<std::string> presentOf(std::string_view form, GrammaticalNumber number, const TriggerLexicon& lexicon);

} // namespace synoptic::events
