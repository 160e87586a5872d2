// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/is_one_of.h"
#include "events/phrases.h"
#include "links/event_title.h"

/// The sentence of a support as titles are cut from it; see clauseTitles.
namespace synoptic::links {

/// One more step of a title: a noun group, or a preposition with its own.
struct Unit
{
    std::vector<std::size_t> tokens;
    bool required = false;
};

/// A word of a title: of the sentence, or made for it.
struct Piece
{
    std::string text;
    std::optional<std::size_t> token;
};

/// What a title is cut from.
struct Clause
{
    std::vector<std::size_t> subject; ///< phrases
    std::string name;                 ///< stands for a subject that only points
    std::vector<Piece> verb;
    std::vector<Unit> units;
    double worth = 0.0;
};

/// The words of a sentence that a title is made of: without expressions of time and the words that tie them in, without
/// parentheses, bracketed remarks and quotation marks.
events::SentenceWords timelessWords(const TitleSource& source);

/// A word of a headline that has a capital everywhere, with the one it needs: lower case if it is an inflected verb or
/// a function word, or if the article writes it so elsewhere. Cost: linear in the article.
std::string withoutTitleCase(const std::string& word, std::string_view articleText);

/// A support's sentence with its phrases, and what a title takes from it.
struct TitleSentence
{
    explicit TitleSentence(const TitleSource& source);

    bool isKind(std::size_t p, events::PhraseKind kind) const { return p < phrases.size() && phrases[p].kind == kind; }
    bool isReporting(const events::Phrase& verb) const;
    template <std::size_t N>
    bool lemmaIsOneOf(const events::Phrase& verb, const std::array<std::string_view, N>& lemmas) const
    {
        const events::VerbEntry* entry = lexicon.verb(words.lower[verb.head]);
        return entry != nullptr && isOneOf(lemmas, std::string_view(entry->lemma));
    }
    /// Its verb needs no object to say something: "resigned".
    bool isIntransitive(const events::Phrase& verb) const;
    /// A subject that is a pronoun.
    bool onlyPoints(const std::vector<std::size_t>& subject) const;

    std::vector<std::size_t> tokensOf(std::size_t p) const;
    Piece pieceOf(std::size_t token) const;
    events::GrammaticalNumber numberOfSubject(const std::vector<std::size_t>& subject) const;
    std::optional<std::size_t> finiteLeft(std::size_t p) const;
    std::optional<std::size_t> finiteBehind(std::size_t p) const;
    /// The verb group at @p p as headlines have it: "resigned" → "resigns", "was arrested" → "arrested", "will open" →
    /// "to open"; a modal or a negation stays.
    std::vector<Piece> headlineVerb(std::size_t p, events::GrammaticalNumber number) const;
    /// What follows a verb group or a noun group, from the phrase @p from on, until another clause begins.
    std::vector<Unit> complements(std::size_t from, bool reporting, bool ofVerb) const;

    const TitleSource& source;             // Not owned: the caller's.
    const events::TriggerLexicon& lexicon; // Not owned: the standard one.
    events::SentenceWords words;
    std::vector<events::WordClass> classes;
    std::vector<events::Phrase> phrases;
    bool titleCase = false;
    std::size_t trigger = 0; ///< token
    std::size_t phrase = 0;  ///< phrase of the trigger; their number if there is none

private:
    bool isListEnd(std::size_t p) const;
};

} // namespace synoptic::links
