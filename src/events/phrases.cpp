// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/phrases.h"

#include <algorithm>
#include <array>

#include "base/is_one_of.h"
#include "events/participants.h"

namespace synoptic::events {
namespace {

/// Verbs that take a clause without "that": what follows has a verb of its own.
constexpr auto clauseTaking = std::to_array<std::string_view>(
    {"hear",   "know",    "think",    "learn",  "find",    "hope",     "fear",       "see",
     "feel",   "confirm", "announce", "allege", "deny",    "warn",     "understand", "decide",
     "assume", "wish",    "mean",     "say",    "realize", "discover", "admit",      "ensure",
     "make",   "let",     "help",     "watch",  "predict", "doubt",    "suspect",    "notice"});

bool isNominal(WordClass word)
{
    return word == WordClass::Noun || word == WordClass::Number || word == WordClass::Determiner ||
           word == WordClass::Possessive;
}

bool isAuxiliary(WordClass word)
{
    return word == WordClass::Be || word == WordClass::Have || word == WordClass::Do || word == WordClass::Modal ||
           word == WordClass::To;
}

bool isMainVerb(WordClass word)
{
    return word == WordClass::Finite || word == WordClass::Participle || word == WordClass::Base ||
           word == WordClass::Gerund;
}

bool isClauseEnd(PhraseKind kind)
{
    return kind == PhraseKind::Comma || kind == PhraseKind::Break || kind == PhraseKind::Quote ||
           kind == PhraseKind::Coordinator || kind == PhraseKind::Subordinator || kind == PhraseKind::Relative;
}

class Chunker
{
public:
    Chunker(const SentenceWords& words, std::span<const WordClass> classes, const TriggerLexicon& lexicon)
        : m_words(words), m_classes(classes), m_lexicon(lexicon)
    {}

    std::vector<Phrase> run()
    {
        for (std::size_t i = 0; i < m_classes.size();) {
            m_phrases.push_back(phraseAt(i));
            i = m_phrases.back().last + 1;
        }
        markReduced();
        markCoordinated();
        return std::move(m_phrases);
    }

private:
    Phrase phraseAt(std::size_t i) const
    {
        const WordClass word = m_classes[i];
        if (verbGroupEnd(i) > i)
            return verbGroup(i, verbGroupEnd(i) - 1);
        if (isNominal(word))
            return nounGroup(i);
        Phrase phrase{PhraseKind::Break, i, i, i};
        switch (word) {
        case WordClass::Pronoun:
            phrase.kind = PhraseKind::NounGroup;
            phrase.pronoun = true;
            break;
        case WordClass::Preposition:
        case WordClass::To:
            phrase.kind = PhraseKind::Preposition;
            break;
        case WordClass::Particle:
            phrase.kind = PhraseKind::Particle;
            break;
        case WordClass::Adverb:
        case WordClass::Negation:
            phrase.kind = PhraseKind::Adverb;
            break;
        case WordClass::Coordinator:
            phrase.kind = PhraseKind::Coordinator;
            break;
        case WordClass::Subordinator:
            phrase.kind = PhraseKind::Subordinator;
            break;
        case WordClass::Relative:
            phrase.kind = PhraseKind::Relative;
            break;
        case WordClass::Comma:
            phrase.kind = PhraseKind::Comma;
            break;
        case WordClass::Quote:
            phrase.kind = PhraseKind::Quote;
            break;
        default:
            break;
        }
        return phrase;
    }

    /// One past the last word of a verb group that begins at @p i; @p i if none does.
    std::size_t verbGroupEnd(std::size_t i) const
    {
        std::size_t end = i;
        bool verb = false;
        for (std::size_t next = i; next < m_classes.size(); ++next) {
            if (isAuxiliary(m_classes[next])) {
                if (m_classes[next] == WordClass::To && next > i)
                    break;
                verb = true;
                end = next + 1;
            } else if (isMainVerb(m_classes[next])) {
                // A finite verb takes no auxiliary: it is the next clause's.
                return verb && m_classes[next] == WordClass::Finite && m_classes[end - 1] != WordClass::Negation &&
                               m_classes[i] != WordClass::Adverb
                           ? end
                           : next + 1;
            } else if (m_classes[next] == WordClass::Negation && verb) {
                end = next + 1;
            } else if (m_classes[next] != WordClass::Adverb && m_classes[next] != WordClass::Negation) {
                break;
            }
        }
        return verb ? end : i;
    }

    Phrase verbGroup(std::size_t first, std::size_t last) const
    {
        Phrase phrase{PhraseKind::VerbGroup, first, last, last};
        std::size_t lead = first;
        while (lead < last && (m_classes[lead] == WordClass::Adverb || m_classes[lead] == WordClass::Negation))
            ++lead;
        for (std::size_t i = lead; i <= last; ++i) {
            if (isMainVerb(m_classes[i]) || m_classes[i] == WordClass::Be || m_classes[i] == WordClass::Have)
                phrase.head = i;
        }
        const std::string_view word = m_words.lower[lead];
        const bool bare = word == "be" || word == "been" || word == "being" || word == "having" || word == "doing";
        phrase.finite = (m_classes[lead] == WordClass::Finite || m_classes[lead] == WordClass::Modal ||
                         m_classes[lead] == WordClass::Do || m_classes[lead] == WordClass::Be ||
                         m_classes[lead] == WordClass::Have) &&
                        !bare;
        if (m_classes[phrase.head] == WordClass::Participle) {
            const VerbEntry* verb = m_lexicon.verb(m_words.lower[phrase.head]);
            const bool past = verb != nullptr && (verb->forms & PastForm) != 0;
            std::size_t back = phrase.head;
            while (back > first && m_classes[back - 1] != WordClass::Be && m_classes[back - 1] != WordClass::Have)
                --back;
            phrase.passive = past && back > first && m_classes[back - 1] == WordClass::Be;
        }
        return phrase;
    }

    Phrase nounGroup(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_classes.size() && isNominal(m_classes[last + 1]) && verbGroupEnd(last + 1) == last + 1) {
            // A determiner begins a group of its own, unless "all the" and the like.
            const bool fresh = m_classes[last + 1] == WordClass::Determiner && m_classes[last] != WordClass::Determiner;
            if (fresh)
                break;
            ++last;
        }
        Phrase phrase{PhraseKind::NounGroup, first, last, last};
        while (phrase.head > first && m_classes[phrase.head] == WordClass::Possessive)
            --phrase.head;
        return phrase;
    }

    bool takesClause(const Phrase& verb) const
    {
        const VerbEntry* entry = m_lexicon.verb(m_words.lower[verb.head]);
        return entry != nullptr && (m_lexicon.classOf(entry->lemma) == VerbClass::Reporting ||
                                    isOneOf(clauseTaking, std::string_view(entry->lemma)));
    }

    void markReduced()
    {
        for (std::size_t p = 1; p + 1 < m_phrases.size(); ++p) {
            Phrase& verb = m_phrases[p];
            if (verb.kind != PhraseKind::VerbGroup || !verb.finite || verb.first != verb.last ||
                m_classes[verb.head] != WordClass::Finite)
                continue;
            const Phrase& left = m_phrases[p - 1];
            const PhraseKind right = m_phrases[p + 1].kind;
            const VerbEntry* entry = m_lexicon.verb(m_words.lower[verb.head]);
            const bool past = entry != nullptr && (entry->forms & PastForm) != 0;
            if (left.kind != PhraseKind::NounGroup || left.pronoun || !past ||
                m_lexicon.classOf(entry->lemma) == VerbClass::Reporting ||
                (right != PhraseKind::Preposition && right != PhraseKind::Particle && right != PhraseKind::Adverb))
                continue;
            bool other = false;
            for (std::size_t next = p + 1; next < m_phrases.size() && !isClauseEnd(m_phrases[next].kind); ++next)
                other = other || (m_phrases[next].kind == PhraseKind::VerbGroup && m_phrases[next].finite);
            // "issued a warning about attacks directed at": the clause has its verb.
            for (std::size_t last = p - 1; last-- > 0 && !other && !isClauseEnd(m_phrases[last].kind);)
                other = m_phrases[last].kind == PhraseKind::VerbGroup && m_phrases[last].finite &&
                        !takesClause(m_phrases[last]);
            verb.reduced = other;
            verb.finite = !other;
        }
    }

    /// "was arrested and charged with murder": the second verb shares the auxiliary, if no object follows.
    void markCoordinated()
    {
        const Phrase* last = nullptr;
        for (std::size_t p = 0; p < m_phrases.size(); ++p) {
            Phrase& verb = m_phrases[p];
            if (verb.kind == PhraseKind::Break)
                last = nullptr;
            if (verb.kind != PhraseKind::VerbGroup || !verb.finite)
                continue;
            const bool bare = verb.first == verb.last && m_classes[verb.head] == WordClass::Finite;
            const bool joined = p > 0 && (m_phrases[p - 1].kind == PhraseKind::Coordinator ||
                                          m_phrases[p - 1].kind == PhraseKind::Comma);
            const bool object = p + 1 < m_phrases.size() && m_phrases[p + 1].kind == PhraseKind::NounGroup;
            bool byWhom = false;
            for (std::size_t next = p + 1; next < std::min(p + 3, m_phrases.size()); ++next)
                byWhom = byWhom || (m_words.lower[m_phrases[next].first] == "by" && !object);
            if (bare && !object && (byWhom || (joined && last != nullptr && last->passive)))
                verb.passive = true;
            last = &verb;
        }
    }

    const SentenceWords& m_words;         // Not owned: the caller's sentence.
    std::span<const WordClass> m_classes; // Not owned, as above.
    const TriggerLexicon& m_lexicon;      // Not owned: outlives every sentence.
    std::vector<Phrase> m_phrases;
};

} // namespace

std::vector<Phrase> phrasesOf(const SentenceWords& words, std::span<const WordClass> classes,
                              const TriggerLexicon& lexicon)
{
    return Chunker(words, classes, lexicon).run();
}

} // namespace synoptic::events
