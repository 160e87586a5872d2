// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/word_classes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/is_one_of.h"
#include "events/closed_words.h"
#include "events/participants.h"
#include "text/stemmer.h"

namespace synoptic::events {

using namespace closed; // the word lists alone

namespace {

class Classifier
{
public:
    Classifier(const SentenceWords& words, const TriggerLexicon& lexicon)
        : m_words(words), m_lexicon(lexicon), m_titleCase(isTitleCase(words)), m_classes(words.size(), WordClass::Noun)
    {}

    std::vector<WordClass> run()
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_classes[i] = classOf(i);
        for (std::size_t i = 0; i < m_words.size(); ++i)
            settle(i);
        return std::move(m_classes);
    }

private:
    std::optional<WordClass> before(std::size_t i, std::size_t back = 1) const
    {
        return i >= back ? std::optional(m_classes[i - back]) : std::nullopt;
    }

    bool isNominal(WordClass word) const
    {
        return word == WordClass::Noun || word == WordClass::Number || word == WordClass::Determiner ||
               word == WordClass::Possessive;
    }

    /// Whether the word behind could go on a noun group that @p i belongs to.
    bool nounFollows(std::size_t i) const
    {
        if (i + 1 >= m_words.size() || m_words.tokens[i + 1].kind != text::TokenKind::Word)
            return false;
        const std::string_view next = m_words.lower[i + 1];
        if (closedClass(i + 1) || next.ends_with("ly") || next == "to" || next == "that" || next == "'s")
            return false;
        const VerbEntry* verb = m_lexicon.verb(next);
        return verb == nullptr || (verb->forms & (PastForm | Gerund)) == 0 || (verb->forms & BaseForm) != 0;
    }

    /// The word behind could begin an object, an adjunct or a complement.
    bool complementFollows(std::size_t i) const
    {
        if (i + 1 >= m_words.size() || m_words.tokens[i + 1].kind == text::TokenKind::Punctuation)
            return true;
        const std::string_view next = m_words.lower[i + 1];
        return closedClass(i + 1).has_value() || next == "to" || next == "that" || next == "her" ||
               m_words.tokens[i + 1].kind == text::TokenKind::Number || (m_words.tokens[i + 1].capital && !m_titleCase);
    }

    /// No blank between the word and the one before it.
    bool touches(std::size_t i) const
    {
        return i > 0 && i < m_words.size() && m_words.tokens[i - 1].span.end == m_words.tokens[i].span.begin;
    }

    /// A mark inside a word: "U.S.-Russian", "65-61", "$5", "51%", "Sgt. Gray", "P&L".
    bool joins(std::size_t i) const
    {
        const std::string_view mark = m_words.lower[i];
        if (mark == "$" || mark == "€" || mark == "£" || mark == "¥" || mark == "#")
            return touches(i + 1);
        if (mark == "%" || mark == "°")
            return touches(i);
        if (mark == ".") {
            const bool shortened =
                touches(i) && m_words.tokens[i - 1].span.size() <= 4 && m_words.tokens[i - 1].capital;
            return shortened && i + 1 < m_words.size() && !touches(i + 1) &&
                   (m_words.tokens[i + 1].capital || m_words.tokens[i + 1].kind == text::TokenKind::Number);
        }
        const bool inner = mark == "-" || mark == "–" || mark == "/" || mark == "." || mark == ",";
        return (mark == "&" && i > 0) || (inner && touches(i) && touches(i + 1));
    }

    /// "at least three", "more than 20", "up to five": they belong to the number.
    bool quantifies(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        const std::string_view next = m_words.at(i, 1);
        const std::string_view last = m_words.at(i, -1);
        const auto numberAt = [&](std::size_t k) {
            return k < m_words.size() && (m_words.tokens[k].kind == text::TokenKind::Number ||
                                          isOneOf(numberWords, std::string_view(m_words.lower[k])));
        };
        if (word == "at" && (next == "least" || next == "most"))
            return true;
        if ((word == "least" || word == "most") && last == "at")
            return true;
        if ((word == "more" || word == "fewer" || word == "less") && next == "than")
            return numberAt(i + 2);
        if (word == "than" && (last == "more" || last == "fewer" || last == "less"))
            return numberAt(i + 1);
        if (word == "up" && next == "to")
            return numberAt(i + 2);
        return word == "to" && last == "up" && numberAt(i + 1);
    }

    std::optional<WordClass> closedClass(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        if (m_words.tokens[i].kind == text::TokenKind::Punctuation) {
            if (word == "," && !(touches(i) && touches(i + 1)))
                return WordClass::Comma;
            const bool quote = word == "“" || word == "”" || word == "\"" || word == "''" || word == "``";
            if (joins(i))
                return WordClass::Noun;
            return quote ? WordClass::Quote : WordClass::Break;
        }
        if (isOneOf(pronouns, word.substr(0, word.find_first_of("'\xE2"))) && word.find('\'') != std::string_view::npos)
            return WordClass::Pronoun; // "we're": what it stands with is of no use to a title
        if (quantifies(i))
            return WordClass::Determiner;
        if (word == "'s" || word == "’s" || word == "'" || word == "’")
            return touches(i) ? WordClass::Possessive : WordClass::Quote;
        if (isOneOf(determiners, word))
            return WordClass::Determiner;
        if (isOneOf(pronouns, word))
            return WordClass::Pronoun;
        if (isOneOf(modals, word) && !(word == "may" && m_words.tokens[i].capital && i > 0 && !m_titleCase))
            return WordClass::Modal;
        if (isOneOf(beForms, word))
            return WordClass::Be;
        if (isOneOf(haveForms, word))
            return WordClass::Have;
        if (isOneOf(doForms, word))
            return WordClass::Do;
        if (word == "not" || word == "never" || word == "n't" || word == "n’t")
            return WordClass::Negation;
        if (word == "and" || word == "or" || word == "but" || word == "nor" || word == "&")
            return WordClass::Coordinator;
        if (word == "who" || word == "which" || word == "whom")
            return WordClass::Relative;
        if (isOneOf(either, word) || isOneOf(prepositions, word))
            return WordClass::Preposition;
        if (isOneOf(subordinators, word))
            return WordClass::Subordinator;
        if (isOneOf(particles, word))
            return WordClass::Particle;
        const bool noun =
            word == "well" && i > 0 &&
            (m_words.lower[i - 1].ends_with("ed") || m_words.at(i, -1) == "the" || m_words.at(i, -1) == "a");
        if (isOneOf(adverbs, word) && !noun)
            return WordClass::Adverb;
        return std::nullopt;
    }

    WordClass classOf(std::size_t i) const
    {
        const text::Token& token = m_words.tokens[i];
        const std::string_view word = m_words.lower[i];
        if (token.kind == text::TokenKind::Number)
            return WordClass::Number;
        if (word == "her")
            return nounFollows(i) ? WordClass::Determiner : WordClass::Pronoun;
        if (word == "that")
            return classOfThat(i);
        if (word == "to" && !quantifies(i))
            return verbFollows(i) ? WordClass::To : WordClass::Preposition;
        if (word == "according")
            return WordClass::Subordinator;
        if (word == "there" && i > 0)
            return WordClass::Adverb;
        if (word == "about" && i + 1 < m_words.size() && m_words.tokens[i + 1].kind == text::TokenKind::Number)
            return WordClass::Adverb;
        if (const auto closed = closedClass(i))
            return *closed;
        if (word.ends_with("ly") && !isOneOf(noAdverbs, word) && !(token.capital && i > 0 && !m_titleCase))
            return WordClass::Adverb;
        if (token.capital && i > 0 && !m_titleCase)
            return WordClass::Noun;
        if (touches(i) && (m_words.lower[i - 1] == "-" || m_words.lower[i - 1] == "/") && joins(i - 1))
            return WordClass::Noun; // "U.S.-owned"
        if (const VerbEntry* verb = m_lexicon.verb(word))
            return classOfVerb(i, *verb);
        if (word.ends_with("ing") && word.size() > 5 &&
            (auxiliaryBefore(i) == WordClass::Be || before(i) == WordClass::Comma))
            return before(i) == WordClass::Comma ? WordClass::Gerund : WordClass::Participle;
        const bool unknownPast = word.ends_with("ed") && word.size() > 4 && word.find('-') == std::string_view::npos;
        if (unknownPast && i > 0 && !nounFollows(i) && before(i) == WordClass::Noun)
            return WordClass::Finite;
        return WordClass::Noun;
    }

    WordClass classOfThat(std::size_t i) const
    {
        if (i == 0)
            return nounFollows(i) ? WordClass::Determiner : WordClass::Pronoun;
        const WordClass last = m_classes[i - 1];
        if (last == WordClass::Preposition)
            return nounFollows(i) ? WordClass::Determiner : WordClass::Pronoun;
        if (last == WordClass::Noun && i + 1 < m_words.size()) {
            const VerbEntry* verb = m_lexicon.verb(m_words.lower[i + 1]);
            const auto closed = closedClass(i + 1);
            const bool auxiliary = closed == WordClass::Be || closed == WordClass::Have || closed == WordClass::Modal ||
                                   closed == WordClass::Do;
            if (auxiliary || (verb != nullptr && (verb->forms & (PastForm | ThirdPerson)) != 0))
                return WordClass::Relative;
        }
        return WordClass::Subordinator;
    }

    /// "to resign", but "to school".
    bool verbFollows(std::size_t i) const
    {
        std::size_t next = i + 1;
        while (next < m_words.size() && (m_words.lower[next].ends_with("ly") || m_words.lower[next] == "not"))
            ++next;
        if (next >= m_words.size() || (m_words.tokens[next].capital && !m_titleCase))
            return false;
        if (m_words.lower[next] == "be" || m_words.lower[next] == "have" || m_words.lower[next] == "do")
            return true;
        const VerbEntry* verb = m_lexicon.verb(m_words.lower[next]);
        return verb != nullptr && (verb->forms & BaseForm) != 0 && verb->asNoun <= 3 * verb->asVerb + 2;
    }

    /// The verb group that @p i would end or go on: auxiliaries with adverbs between.
    std::optional<WordClass> auxiliaryBefore(std::size_t i) const
    {
        std::size_t back = i;
        while (back > 0 && (m_classes[back - 1] == WordClass::Adverb || m_classes[back - 1] == WordClass::Negation))
            --back;
        if (back == 0)
            return std::nullopt;
        const WordClass found = m_classes[back - 1];
        if (found == WordClass::Be || found == WordClass::Have || found == WordClass::Modal || found == WordClass::Do ||
            found == WordClass::To)
            return found;
        return std::nullopt;
    }

    WordClass classOfVerb(std::size_t i, const VerbEntry& verb) const
    {
        const auto auxiliary = auxiliaryBefore(i);
        const auto last = before(i);
        const bool inNounGroup = last == WordClass::Determiner || last == WordClass::Possessive;
        const bool mostlyNoun = verb.asNoun > 3 * verb.asVerb;
        if (auxiliary == WordClass::Modal || auxiliary == WordClass::To || auxiliary == WordClass::Do)
            return (verb.forms & BaseForm) != 0 ? WordClass::Base : WordClass::Noun;
        if ((verb.forms & Gerund) != 0)
            return classOfGerund(i, auxiliary, inNounGroup);
        if ((verb.forms & PastForm) != 0) {
            if (auxiliary == WordClass::Be || auxiliary == WordClass::Have)
                return WordClass::Participle;
            if (inNounGroup)
                return WordClass::Noun;
            const bool modifies = last == WordClass::Number || last == WordClass::Preposition || last == std::nullopt ||
                                  last == WordClass::Coordinator || last == WordClass::Finite ||
                                  last == WordClass::Base || last == WordClass::Comma || last == WordClass::Gerund;
            if ((verb.forms & BaseForm) != 0 && last == WordClass::Noun && nominalObject(i))
                return WordClass::Finite; // "a storm hit the coast"
            if ((verb.forms & BaseForm) != 0 && (mostlyNoun || last == WordClass::Preposition))
                return WordClass::Noun;
            if (modifies && nounFollows(i) && last != WordClass::Comma && last != WordClass::Coordinator)
                return WordClass::Noun; // "new proposed rules", "of injured passengers"
            return last == WordClass::Preposition ? WordClass::Noun : WordClass::Finite;
        }
        const bool prepared = last == WordClass::Preposition || last == WordClass::Number;
        if ((verb.forms & ThirdPerson) != 0) {
            const bool subject = last == WordClass::Noun || last == WordClass::Pronoun || last == WordClass::Relative ||
                                 last == WordClass::Comma || last == WordClass::Adverb ||
                                 last == WordClass::Coordinator || last == WordClass::Number;
            if (inNounGroup || prepared || !subject || mostlyNoun || (last == WordClass::Noun && verbStands(i)))
                return WordClass::Noun;
            const bool sure = last == WordClass::Pronoun || last == WordClass::Relative ||
                              (last == WordClass::Noun && !isPlural(i - 1) && complementFollows(i)) ||
                              (m_titleCase && complementFollows(i));
            return sure || (verb.asVerb > 2 * verb.asNoun && last == WordClass::Noun) ? WordClass::Finite
                                                                                      : WordClass::Noun;
        }
        if (last == WordClass::Noun && isPastAlike(m_words.lower[i]) && nominalObject(i))
            return WordClass::Finite; // "a storm hit the coast"
        if (inNounGroup || prepared || i == 0 || mostlyNoun)
            return WordClass::Noun;
        if (last == WordClass::Pronoun)
            return WordClass::Finite;
        const bool plural = last == WordClass::Noun && isPlural(i - 1);
        return plural && verb.asVerb > verb.asNoun && complementFollows(i) ? WordClass::Finite : WordClass::Noun;
    }

    /// The clause so far has its verb: "are holding telephone talks".
    bool verbStands(std::size_t i) const
    {
        while (i-- > 0) {
            switch (m_classes[i]) {
            case WordClass::Finite: {
                const VerbEntry* verb = m_lexicon.verb(m_words.lower[i]);
                return verb == nullptr || m_lexicon.classOf(verb->lemma) != VerbClass::Reporting;
            }
            case WordClass::Be:
            case WordClass::Have:
            case WordClass::Modal:
            case WordClass::Do:
            case WordClass::To:
            case WordClass::Gerund:
                return true;
            case WordClass::Comma:
            case WordClass::Break:
            case WordClass::Quote:
            case WordClass::Subordinator:
            case WordClass::Relative:
            case WordClass::Coordinator:
                return false;
            default:
                break;
            }
        }
        return false;
    }

    WordClass classOfGerund(std::size_t i, std::optional<WordClass> auxiliary, bool inNounGroup) const
    {
        const EventNounEntry* noun = m_lexicon.eventNoun(m_words.lower[i]);
        const auto last = before(i);
        if (auxiliary == WordClass::Be)
            return WordClass::Participle;
        if (inNounGroup || last == WordClass::Number || (m_words.at(i, 1) == "of" && last == WordClass::Noun))
            return WordClass::Noun;
        if (noun != nullptr && (last == WordClass::Noun || last == WordClass::Preposition) && !nominalObject(i))
            return WordClass::Noun;
        return i == 0 && !nominalObject(i) ? WordClass::Noun : WordClass::Gerund;
    }

    /// A determiner, number or name right behind: the object of a verb.
    bool nominalObject(std::size_t i) const
    {
        if (i + 1 >= m_words.size())
            return false;
        const auto closed = closedClass(i + 1);
        return closed == WordClass::Determiner || closed == WordClass::Pronoun ||
               m_words.tokens[i + 1].kind == text::TokenKind::Number || (m_words.tokens[i + 1].capital && !m_titleCase);
    }

    bool isPlural(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        return (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") &&
                !(m_words.tokens[i].capital && !m_titleCase)) ||
               word == "police" || word == "people" || word == "men" || word == "women" || word == "children";
    }

    /// What needs both neighbors.
    void settle(std::size_t i)
    {
        const std::string_view word = m_words.lower[i];
        if (m_classes[i] == WordClass::Preposition && isOneOf(either, word) && clauseFollows(i))
            m_classes[i] = WordClass::Subordinator;
        const bool verbBefore =
            i > 0 && (m_classes[i - 1] == WordClass::Finite || m_classes[i - 1] == WordClass::Base ||
                      m_classes[i - 1] == WordClass::Participle || m_classes[i - 1] == WordClass::Gerund);
        if (m_classes[i] == WordClass::Preposition && verbBefore &&
            (word == "in" || word == "on" || word == "over" || word == "through")) {
            const bool alone =
                i + 1 >= m_words.size() || !(isNominal(m_classes[i + 1]) || m_classes[i + 1] == WordClass::Pronoun ||
                                             m_classes[i + 1] == WordClass::Gerund);
            if (alone)
                m_classes[i] = WordClass::Particle;
        }
    }

    /// A finite verb comes before the next comma or mark.
    bool clauseFollows(std::size_t i) const
    {
        for (std::size_t next = i + 1; next < m_words.size(); ++next) {
            switch (m_classes[next]) {
            case WordClass::Finite:
            case WordClass::Be:
            case WordClass::Have:
            case WordClass::Modal:
            case WordClass::Do:
                return true;
            case WordClass::Comma:
            case WordClass::Break:
            case WordClass::Quote:
            case WordClass::Relative:
            case WordClass::Subordinator:
            case WordClass::Coordinator:
                return false;
            default:
                break;
            }
        }
        return false;
    }

    const SentenceWords& m_words;    // Not owned: the caller's sentence.
    const TriggerLexicon& m_lexicon; // Not owned: outlives every sentence.
    bool m_titleCase;
    std::vector<WordClass> m_classes;
};

} // namespace

std::vector<WordClass> wordClassesOf(const SentenceWords& words, const TriggerLexicon& lexicon)
{
    return Classifier(words, lexicon).run();
}

bool isPastAlike(std::string_view word)
{
    return isOneOf(alikePast, word);
}

bool isPlanWord(std::string_view word)
{
    return isOneOf(planWords, word);
}

} // namespace synoptic::events
