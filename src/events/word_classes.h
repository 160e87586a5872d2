// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"

namespace synoptic::events {

/// What a word does in its sentence, as far as phrases and clauses ask.
enum class WordClass : std::uint8_t
{
    Noun, ///< nouns, names and adjectives: whatever stands in a noun group
    Number,
    Determiner,   ///< the, his, several
    Possessive,   ///< the 's behind a name
    Pronoun,      ///< he, them
    Finite,       ///< resigned, resigns
    Participle,   ///< arrested, where a form of be or have or a noun stands before it
    Gerund,       ///< killing, outside a noun group
    Base,         ///< resign, behind "to" or a modal
    Be,           ///< a form of be
    Have,         ///< … of have
    Do,           ///< … of do
    Modal,        ///< will, may
    To,           ///< before a verb
    Negation,     ///< not, never
    Adverb,       ///< also, quickly
    Preposition,  ///< in, of; "to" before a noun; "after" before a noun
    Particle,     ///< "up" in "blew up"
    Coordinator,  ///< and, or, but
    Subordinator, ///< that, because; "after" before a clause
    Relative,     ///< who, which
    Comma,
    Quote,
    Break ///< any other mark
};

/// The class of each word of a sentence, decided by closed word lists, the forms a verb can have, how often a lemma is
/// a verb in tagged text, and the neighbors. No word is looked at without its neighbors; headlines with capitals
/// everywhere are read as if they had none.
/// Shape: one for each token. Cost: linear, but for a few looks ahead to the next mark. Thread-safe.
std::vector<WordClass> wordClassesOf(const SentenceWords& words, const TriggerLexicon& lexicon);

/// Whether @p word is a verb whose past is its lemma: "hit", "cut".
bool isPastAlike(std::string_view word);

/// Whether @p word, in lower case, governs a plan: "to" behind it tells what is to come ("plans to", "agreed to").
bool isPlanWord(std::string_view word);

} // namespace synoptic::events
