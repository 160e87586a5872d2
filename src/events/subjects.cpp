// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/phrases.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/is_one_of.h"
#include "events/participants.h"

namespace synoptic::events {
namespace {

constexpr auto pluralNouns = std::to_array<std::string_view>(
    {"police", "people", "men",         "women", "children", "media",   "troops", "thousands", "hundreds",
     "dozens", "scores", "authorities", "both",  "many",     "several", "two",    "three",     "four",
     "five",   "six",    "seven",       "eight", "nine",     "ten",     "eleven", "twelve",    "twenty",
     "thirty", "forty",  "fifty",       "these", "those",    "all"});
constexpr auto singularOnes = std::to_array<std::string_view>({"one", "a", "an", "this", "each", "every", "another"});
class SubjectFinder
{
public:
    SubjectFinder(std::span<const Phrase> phrases, const SentenceWords& words, const TriggerLexicon& lexicon)
        : m_phrases(phrases), m_words(words), m_lexicon(lexicon)
    {}

    std::vector<std::size_t> run(std::size_t verb)
    {
        for (int steps = 0; steps < 8; ++steps) { // through coordinated verbs
            std::size_t p = verb;
            while (p > 0 && (m_phrases[p - 1].kind == PhraseKind::Adverb || m_phrases[p - 1].kind == PhraseKind::Quote))
                --p;
            if (p == 0)
                return {};
            switch (m_phrases[p - 1].kind) {
            case PhraseKind::NounGroup:
                return chain(p - 1);
            case PhraseKind::Relative:
                return antecedent(p - 1);
            case PhraseKind::Comma:
                if (auto found = beforeComment(p - 1); !found.empty())
                    return found;
                [[fallthrough]];
            case PhraseKind::Coordinator: {
                const auto other = finiteBefore(p - 1);
                if (!other)
                    return {};
                verb = *other;
                break;
            }
            default:
                return {};
            }
        }
        return {};
    }

private:
    bool isPlainVerb(std::size_t p) const
    {
        if (m_phrases[p].kind != PhraseKind::VerbGroup || m_phrases[p].reduced)
            return false;
        const VerbEntry* verb = m_lexicon.verb(m_words.lower[m_phrases[p].head]);
        return verb == nullptr || m_lexicon.classOf(verb->lemma) != VerbClass::Reporting;
    }

    /// The noun group at @p last with what it is a part of: "the mayor of Talen".
    std::vector<std::size_t> chain(std::size_t last) const
    {
        if (m_phrases[last].pronoun)
            return {last};
        std::size_t first = last;
        std::vector<std::size_t> groups{last};
        while (first >= 2) {
            const Phrase& before = m_phrases[first - 1];
            const Phrase& other = m_phrases[first - 2];
            const bool attached = before.kind == PhraseKind::Preposition && other.kind == PhraseKind::NounGroup;
            const bool joined = before.kind == PhraseKind::Coordinator && other.kind == PhraseKind::NounGroup &&
                                m_words.lower[before.first] != "but" &&
                                (first == 2 || m_phrases[first - 3].kind != PhraseKind::VerbGroup);
            if ((attached || joined) && !other.pronoun) {
                groups.insert(groups.begin(), {first - 2, first - 1});
                first -= 2;
                continue;
            }
            // "a man arrested in Brel died": the man did.
            if (first >= 3 && before.kind == PhraseKind::Preposition && other.kind == PhraseKind::VerbGroup &&
                other.reduced && m_phrases[first - 3].kind == PhraseKind::NounGroup) {
                groups.assign(1, first - 3);
                first -= 3;
                continue;
            }
            break;
        }
        // "shot a man in Brel police said": what a verb before took is not ours.
        if (first > 0 && first != last && isPlainVerb(first - 1))
            return {};
        // "A, B and C": the list goes on to the left.
        const bool list = groups.size() >= 3 && m_phrases[groups[groups.size() - 2]].kind == PhraseKind::Coordinator;
        while (list && first >= 2 && m_phrases[first - 1].kind == PhraseKind::Comma &&
               m_phrases[first - 2].kind == PhraseKind::NounGroup && !m_phrases[first - 2].pronoun) {
            groups.insert(groups.begin(), {first - 2, first - 1});
            first -= 2;
        }
        return groups;
    }

    std::vector<std::size_t> antecedent(std::size_t relative) const
    {
        std::size_t p = relative;
        if (p > 0 && m_phrases[p - 1].kind == PhraseKind::Comma)
            --p;
        if (p == 0 || m_phrases[p - 1].kind != PhraseKind::NounGroup)
            return {};
        // The nearest group, with an "of" before it: "the mayor of Talen, who".
        std::vector<std::size_t> groups{p - 1};
        if (p >= 3 && m_phrases[p - 2].kind == PhraseKind::Preposition &&
            m_words.lower[m_phrases[p - 2].first] == "of" && m_phrases[p - 3].kind == PhraseKind::NounGroup &&
            !m_phrases[p - 3].pronoun)
            groups = {p - 3, p - 2, p - 1};
        return groups;
    }

    /// "Okafor, 52, resigned": the group before the comment that ends at the comma @p comma.
    std::vector<std::size_t> beforeComment(std::size_t comma) const
    {
        constexpr std::size_t farthest = 14;
        for (std::size_t p = comma; p > 0 && comma - p < farthest; --p) {
            if (m_phrases[p - 1].kind == PhraseKind::Break || m_phrases[p - 1].kind == PhraseKind::Quote)
                return {};
            if (m_phrases[p - 1].kind == PhraseKind::Comma) {
                if (p < 2 || m_phrases[p - 2].kind != PhraseKind::NounGroup || m_phrases[p - 2].pronoun)
                    return {};
                // "Dahl, 52, a nurse, won": one comment after another.
                if (p >= 3 && m_phrases[p - 3].kind == PhraseKind::Comma)
                    continue;
                // A comment begins with a group, a preposition, a relative or a participle; a clause of its own is
                // none.
                const Phrase& opens = m_phrases[p];
                if (opens.kind == PhraseKind::Coordinator || opens.kind == PhraseKind::Subordinator)
                    return {};
                return chain(p - 2);
            }
        }
        return {};
    }

    std::optional<std::size_t> finiteBefore(std::size_t from) const
    {
        for (std::size_t p = from; p-- > 0;) {
            if (m_phrases[p].kind == PhraseKind::Break || m_phrases[p].kind == PhraseKind::Quote)
                return std::nullopt;
            if (m_phrases[p].kind == PhraseKind::VerbGroup && m_phrases[p].finite)
                return p;
        }
        return std::nullopt;
    }

    std::span<const Phrase> m_phrases; // Not owned: the caller's.
    const SentenceWords& m_words;      // Not owned, as above.
    const TriggerLexicon& m_lexicon;   // Not owned: outlives every sentence.
};

} // namespace

std::vector<std::size_t> subjectOf(std::span<const Phrase> phrases, std::size_t verb, const SentenceWords& words,
                                   const TriggerLexicon& lexicon)
{
    return SubjectFinder(phrases, words, lexicon).run(verb);
}

GrammaticalNumber numberOf(const Phrase& group, const SentenceWords& words, std::span<const WordClass> classes)
{
    const std::string_view head = words.lower[group.head];
    if (group.pronoun)
        return head == "he" || head == "she" || head == "it" ? GrammaticalNumber::Singular : GrammaticalNumber::Plural;
    if (isOneOf(pluralNouns, head))
        return GrammaticalNumber::Plural;
    if (isOneOf(singularOnes, words.lower[group.first]))
        return GrammaticalNumber::Singular;
    const bool mayBePlural =
        head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is");
    const bool name = words.tokens[group.head].capital && !isTitleCase(words);
    if (mayBePlural && name) {
        for (const std::string_view ending : {"ans", "ians", "ists", "crats", "ers", "ors", "ents", "ials", "ants"}) {
            if (head.ends_with(ending) && head.size() > ending.size() + 2 &&
                (group.first < group.head || group.head == 0))
                return GrammaticalNumber::Plural;
        }
        // "Tugs", but not "Nichols": a known word in front is one of many.
        const std::string_view one = head.substr(0, head.size() - 1);
        const TriggerLexicon& lexicon = TriggerLexicon::standard();
        const bool known = group.head == 0 && (lexicon.verb(one) != nullptr || lexicon.eventNoun(one) != nullptr);
        return known ? GrammaticalNumber::Plural : GrammaticalNumber::Unknown;
    }
    const bool counted = classes[group.first] == WordClass::Number || isOneOf(pluralNouns, words.lower[group.first]);
    return mayBePlural || counted ? GrammaticalNumber::Plural : GrammaticalNumber::Singular;
}

std::optional<std::string> presentOf(std::string_view form, GrammaticalNumber number, const TriggerLexicon& lexicon)
{
    const VerbEntry* verb = lexicon.verb(form);
    if (verb == nullptr || number == GrammaticalNumber::Unknown || (verb->lemma == form && !isPastAlike(form)))
        return std::nullopt;
    std::string lemma = verb->lemma;
    if (lemma == "be")
        return number == GrammaticalNumber::Plural ? "are" : "is";
    if (lemma == "have" || number == GrammaticalNumber::Plural)
        return number == GrammaticalNumber::Plural ? lemma : "has";
    const auto isVowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
    if (lemma.ends_with('y') && lemma.size() > 1 && !isVowel(lemma[lemma.size() - 2])) {
        lemma.back() = 'i';
        return lemma + "es";
    }
    const bool hissing = lemma.ends_with('s') || lemma.ends_with('x') || lemma.ends_with('z') ||
                         lemma.ends_with("ch") || lemma.ends_with("sh") || lemma.ends_with('o');
    return lemma + (hissing ? "es" : "s");
}

} // namespace synoptic::events
