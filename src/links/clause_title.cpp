// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/clause_title.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "links/title_fit.h"
#include "links/title_sentence.h"

namespace synoptic::links {
namespace {

using events::Phrase;
using events::PhraseKind;
using events::WordClass;

class ClauseReader
{
public:
    explicit ClauseReader(const TitleSource& source) : m_sentence(source) {}

    std::vector<Title> run()
    {
        if (m_sentence.phrase >= m_sentence.phrases.size())
            return {};
        if (m_sentence.phrases[m_sentence.phrase].kind == PhraseKind::VerbGroup)
            addVerbClauses();
        else
            addNounClauses();
        std::vector<Title> titles;
        for (const Clause& clause : m_clauses) {
            Title title = fittedTitle(m_sentence, clause);
            if (!title.text.empty())
                titles.push_back(std::move(title));
        }
        std::ranges::stable_sort(titles, [](const Title& a, const Title& b) { return a.worth > b.worth; });
        return titles;
    }

private:
    /// The subject, the verb and the rest of the finite verb group at @p verb.
    Clause clauseOf(std::size_t verb) const
    {
        Clause clause;
        clause.subject = events::subjectOf(m_sentence.phrases, verb, m_sentence.words, m_sentence.lexicon);
        giveName(clause);
        const events::GrammaticalNumber number = m_sentence.numberOfSubject(clause.subject);
        clause.verb = m_sentence.headlineVerb(verb, number);
        const std::string_view lead = m_sentence.words.lower[m_sentence.phrases[verb].first];
        const bool many = lead == "are" || lead == "were" || lead == "have";
        const bool one = lead == "is" || lead == "was" || lead == "has";
        // A verb that does not agree has another subject.
        if ((many && number == events::GrammaticalNumber::Singular && !m_sentence.onlyPoints(clause.subject)) ||
            (one && number == events::GrammaticalNumber::Plural))
            clause.worth -= 0.4;
        clause.units = m_sentence.complements(verb + 1, m_sentence.isReporting(m_sentence.phrases[verb]), true);
        return clause;
    }

    void giveName(Clause& clause) const
    {
        if (!m_sentence.onlyPoints(clause.subject))
            return;
        const std::size_t pronoun = clause.subject.front();
        const std::string_view word = m_sentence.words.lower[m_sentence.phrases[pronoun].first];
        if (word != "he" && word != "she")
            return;
        // "Okafor said she resigned": who says it; else whom the sentence before speaks of.
        for (auto verb = m_sentence.finiteLeft(pronoun); verb; verb = m_sentence.finiteLeft(*verb)) {
            const auto subject = events::subjectOf(m_sentence.phrases, *verb, m_sentence.words, m_sentence.lexicon);
            if (subject.size() == 1 && !m_sentence.onlyPoints(subject) &&
                m_sentence.words.tokens[m_sentence.phrases[subject[0]].head].capital) {
                for (const std::size_t token : m_sentence.tokensOf(subject[0]))
                    clause.name += (clause.name.empty() ? "" : " ") + m_sentence.pieceOf(token).text;
                return;
            }
        }
        clause.name = m_sentence.source.antecedent;
    }

    void add(Clause clause, double worth)
    {
        clause.worth += worth;
        m_clauses.push_back(std::move(clause));
    }

    /// Marks the units up to the one that holds the trigger; false if none does.
    bool requireTrigger(Clause& clause) const
    {
        const auto holds = [&](const Unit& unit) {
            return std::ranges::find(unit.tokens, m_sentence.trigger) != unit.tokens.end();
        };
        const auto found = std::ranges::find_if(clause.units, holds);
        if (found == clause.units.end())
            return false;
        for (auto unit = clause.units.begin(); unit <= found; ++unit)
            unit->required = true;
        return true;
    }

    void addVerbClauses()
    {
        const Phrase& group = m_sentence.phrases[m_sentence.phrase];
        if (group.finite) {
            Clause clause = clauseOf(m_sentence.phrase);
            const bool content = std::ranges::any_of(clause.units, &Unit::required);
            const bool says = m_sentence.isReporting(group) && !content;
            const bool lame = clause.units.empty() && !m_sentence.isIntransitive(group);
            const bool without =
                clause.subject.empty() || (m_sentence.onlyPoints(clause.subject) && clause.name.empty());
            add(std::move(clause), says ? 0.2 : lame ? (group.passive ? 0.85 : 0.6) : 1.0);
            if (says)
                addSaid();
            if (without)
                addObject();
            return;
        }
        const auto governor = m_sentence.finiteLeft(m_sentence.phrase);
        if (group.reduced) {
            Clause clause;
            clause.subject = {m_sentence.phrase - 1};
            clause.verb = {m_sentence.pieceOf(group.head)};
            clause.units = m_sentence.complements(m_sentence.phrase + 1, false, true);
            add(std::move(clause), 0.8);
            return;
        }
        if (m_sentence.classes[group.first] == WordClass::To && governor) {
            const std::string_view plan = m_sentence.words.lower[m_sentence.phrases[*governor].head];
            const bool beside = *governor + 1 == m_sentence.phrase;
            const bool negated = std::ranges::any_of(m_sentence.tokensOf(*governor), [&](std::size_t token) {
                return m_sentence.classes[token] == WordClass::Negation ||
                       m_sentence.words.lower[token].ends_with("n't");
            });
            if (beside && events::isPlanWord(plan) && !negated) {
                Clause clause = clauseOf(*governor);
                clause.verb.clear();
                for (const std::size_t token : m_sentence.tokensOf(m_sentence.phrase)) {
                    if (m_sentence.classes[token] != WordClass::Adverb)
                        clause.verb.push_back(m_sentence.pieceOf(token));
                }
                clause.units = m_sentence.complements(m_sentence.phrase + 1, false, true);
                add(std::move(clause), 0.9);
                return;
            }
        }
        const bool participial = m_sentence.classes[group.first] == WordClass::Gerund;
        const bool besideNoun = m_sentence.phrase > 0 &&
                                m_sentence.phrases[m_sentence.phrase - 1].kind == PhraseKind::NounGroup &&
                                !m_sentence.phrases[m_sentence.phrase - 1].pronoun;
        if (participial && ((governor && m_sentence.isKind(m_sentence.phrase - 1, PhraseKind::Comma)) || besideNoun)) {
            Clause clause;
            clause.subject =
                besideNoun ? std::vector{m_sentence.phrase - 1}
                           : events::subjectOf(m_sentence.phrases, *governor, m_sentence.words, m_sentence.lexicon);
            giveName(clause);
            const auto present = events::presentOf(m_sentence.words.lower[group.head],
                                                   m_sentence.numberOfSubject(clause.subject), m_sentence.lexicon);
            clause.verb = {present ? Piece{*present, group.head} : m_sentence.pieceOf(group.head)};
            clause.units = m_sentence.complements(m_sentence.phrase + 1, false, true);
            add(std::move(clause), besideNoun ? 0.6 : 0.75);
        }
        addHolders(0.7);
        if (m_clauses.empty()) { // a fragment: what the verb takes
            Clause clause;
            clause.verb = {m_sentence.pieceOf(group.head)};
            clause.units = m_sentence.complements(m_sentence.phrase + 1, false, true);
            add(std::move(clause), 0.1);
        }
    }

    /// "The port is closed, the mayor said": what was said tells the event of the saying better.
    void addSaid()
    {
        for (std::size_t p = 0; p < m_sentence.phrase; ++p) {
            if (m_sentence.phrases[p].kind == PhraseKind::VerbGroup && m_sentence.phrases[p].finite &&
                !m_sentence.isReporting(m_sentence.phrases[p])) {
                add(clauseOf(p), 0.6);
                return;
            }
        }
    }

    /// What was done, where nobody is named who did it: "a surge in prices".
    void addObject()
    {
        if (!m_sentence.isKind(m_sentence.phrase + 1, PhraseKind::NounGroup) ||
            m_sentence.phrases[m_sentence.phrase + 1].pronoun)
            return;
        Clause clause;
        clause.units = m_sentence.complements(m_sentence.phrase + 1, false, false);
        if (clause.units.empty())
            return;
        clause.units.front().required = true;
        const bool tells = clause.units.size() > 1 || clause.units.front().tokens.size() > 2;
        add(std::move(clause), tells ? 0.3 : 0.0);
    }

    /// The clauses that have the trigger as subject, object or adjunct.
    void addHolders(double worth)
    {
        for (std::size_t p = 0; p < m_sentence.phrases.size(); ++p) {
            if (m_sentence.phrases[p].kind != PhraseKind::VerbGroup || !m_sentence.phrases[p].finite)
                continue;
            Clause clause = clauseOf(p);
            const bool subject = std::ranges::find(clause.subject, m_sentence.phrase) != clause.subject.end();
            if (subject) {
                const bool copula = m_sentence.classes[m_sentence.phrases[p].head] == WordClass::Be;
                const bool head = clause.subject.front() == m_sentence.phrase;
                add(std::move(clause), worth + (copula ? -0.3 : head ? 0.15 : -0.2));
                continue;
            }
            if (!requireTrigger(clause))
                continue;
            const auto depth = std::ranges::count_if(clause.units, [](const Unit& unit) { return unit.required; });
            add(std::move(clause), worth + 0.2 - 0.12 * static_cast<double>(depth) -
                                       (m_sentence.isReporting(m_sentence.phrases[p]) ? 0.15 : 0.0));
        }
    }

    void addNounClauses()
    {
        addHolders(0.7);
        if (m_sentence.phrases[m_sentence.phrase].kind != PhraseKind::NounGroup)
            return;
        // The noun group itself; a lone noun with what it stands in: "trial of Okafor for murder".
        std::size_t first = m_sentence.phrase;
        const auto lone = [&] {
            const bool alone = m_sentence.phrases[first].first == m_sentence.phrases[first].last ||
                               (m_sentence.phrases[first].first + 1 == m_sentence.phrases[first].last &&
                                m_sentence.classes[m_sentence.phrases[first].first] == WordClass::Determiner);
            return alone && !(m_sentence.isKind(first + 1, PhraseKind::Preposition) &&
                              m_sentence.isKind(first + 2, PhraseKind::NounGroup));
        };
        const bool bare = lone();
        while (bare && first >= 2 && m_sentence.isKind(first - 1, PhraseKind::Preposition) &&
               m_sentence.isKind(first - 2, PhraseKind::NounGroup) && !m_sentence.phrases[first - 2].pronoun)
            first -= 2;
        Clause clause;
        clause.units = m_sentence.complements(first, false, false);
        if (clause.units.empty() || !requireTrigger(clause))
            return;
        clause.units.front().required = true;
        const bool told = clause.units.size() > 1 || first != m_sentence.phrase ||
                          m_sentence.phrases[m_sentence.phrase].last > m_sentence.phrases[m_sentence.phrase].first + 1;
        add(std::move(clause), told ? 0.45 : 0.0);
    }

    TitleSentence m_sentence;
    std::vector<Clause> m_clauses;
};

} // namespace

std::vector<Title> clauseTitles(const TitleSource& source)
{
    return ClauseReader(source).run();
}

} // namespace synoptic::links
