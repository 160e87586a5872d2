// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/title_fit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "links/title_text.h"

namespace synoptic::links {
namespace {

using events::PhraseKind;
using events::SentenceWords;
using events::WordClass;

constexpr auto weakWords = std::to_array<std::string_view>({"his", "her", "its", "their", "he", "she", "it", "they",
                                                            "him", "them", "this", "that", "these", "those", "which"});
constexpr auto firstPersons =
    std::to_array<std::string_view>({"i", "we", "you", "my", "our", "your", "me", "us", "let"});

class Fitter
{
public:
    explicit Fitter(const TitleSentence& sentence) : m_sentence(sentence) {}

    /// As many units as fit: first all, then without articles, then fewer; the required ones stay while they can.
    Title fitted(const Clause& clause) const
    {
        const auto required = static_cast<std::size_t>(
            clause.units.rend() - std::ranges::find_if(clause.units.rbegin(), clause.units.rend(), &Unit::required));
        std::string best;
        for (const bool brief : {false, true}) {
            for (std::size_t units = clause.units.size() + 1; units-- > required;) {
                if (units > required && m_sentence.classes[clause.units[units - 1].tokens.back()] == WordClass::Pronoun)
                    continue; // "… from someone"
                for (const bool articles : {true, false}) {
                    std::string text = textOfPieces(assemble(clause, units, brief, articles));
                    const std::size_t length = titleLength(text);
                    if (length <= titleAim && isPresentable(text))
                        return {text, worthOf(clause, text)};
                    if (length <= titleLongest && isPresentable(text) && (best.empty() || length < titleLength(best)))
                        best = std::move(text);
                }
            }
        }
        if (!best.empty())
            return {best, worthOf(clause, best) - 0.3};
        const std::string text = textOfPieces(assemble(clause, required, true, false));
        std::string cut = shortened(text, titleLongest);
        const double worth = worthOf(clause, cut) - 0.9;
        return {std::move(cut), worth};
    }

private:
    // The text of a title

    std::vector<std::size_t> subjectTokens(const Clause& clause, bool brief) const
    {
        std::vector<std::size_t> tokens;
        for (const std::size_t p : clause.subject) {
            if (brief && m_sentence.phrases[p].kind == PhraseKind::Preposition)
                break;
            for (const std::size_t token : m_sentence.tokensOf(p))
                tokens.push_back(token);
        }
        return tokens;
    }

    std::vector<Piece> assemble(const Clause& clause, std::size_t units, bool briefSubject, bool articles) const
    {
        std::vector<Piece> pieces;
        if (!clause.name.empty())
            pieces.push_back({clause.name, std::nullopt});
        else if (!m_sentence.onlyPoints(clause.subject))
            for (const std::size_t token : subjectTokens(clause, briefSubject))
                pieces.push_back(m_sentence.pieceOf(token));
        pieces.insert(pieces.end(), clause.verb.begin(), clause.verb.end());
        for (std::size_t u = 0; u < units; ++u) {
            for (const std::size_t token : clause.units[u].tokens)
                pieces.push_back(m_sentence.pieceOf(token));
        }
        const auto isArticle = [&](const Piece& piece) {
            return piece.token &&
                   (m_sentence.words.lower[*piece.token] == "the" || m_sentence.words.lower[*piece.token] == "a" ||
                    m_sentence.words.lower[*piece.token] == "an");
        };
        if (!articles)
            std::erase_if(pieces, isArticle);
        while (!pieces.empty() &&
               (isArticle(pieces.front()) || (pieces.front().token && isLooseOpener(*pieces.front().token))))
            pieces.erase(pieces.begin());
        while (!pieces.empty() && pieces.back().token && isLooseEnd(*pieces.back().token))
            pieces.pop_back();
        return pieces;
    }

    bool isLooseOpener(std::size_t token) const
    {
        return m_sentence.classes[token] == WordClass::Comma || m_sentence.classes[token] == WordClass::Coordinator ||
               m_sentence.words.lower[token] == "this" || m_sentence.words.lower[token] == "that" ||
               m_sentence.words.lower[token] == "these" || m_sentence.words.lower[token] == "those" ||
               m_sentence.words.lower[token] == "its" || m_sentence.words.lower[token] == "their" ||
               m_sentence.words.lower[token] == "his" || m_sentence.words.lower[token] == "her" ||
               m_sentence.words.lower[token] == "our" || m_sentence.words.lower[token] == "my" ||
               m_sentence.words.lower[token] == "such";
    }

    bool isLooseEnd(std::size_t token) const
    {
        return m_sentence.classes[token] == WordClass::Preposition ||
               m_sentence.classes[token] == WordClass::Determiner || m_sentence.classes[token] == WordClass::Comma ||
               m_sentence.classes[token] == WordClass::Coordinator || m_sentence.classes[token] == WordClass::To ||
               m_sentence.classes[token] == WordClass::Possessive || m_sentence.words.lower[token] == "new" ||
               m_sentence.words.lower[token] == "about";
    }

    std::string textOfPieces(const std::vector<Piece>& pieces) const
    {
        std::string text;
        for (std::size_t k = 0; k < pieces.size(); ++k) {
            const bool mark = pieces[k].token && (m_sentence.classes[*pieces[k].token] == WordClass::Comma ||
                                                  m_sentence.classes[*pieces[k].token] == WordClass::Possessive);
            const bool beside = k > 0 && pieces[k].token && pieces[k - 1].token &&
                                *pieces[k].token == *pieces[k - 1].token + 1 &&
                                m_sentence.words.tokens[*pieces[k - 1].token].span.end ==
                                    m_sentence.words.tokens[*pieces[k].token].span.begin;
            if (k > 0 && !mark && !beside)
                text += " ";
            text += m_sentence.titleCase && k > 0 && pieces[k].token
                        ? withoutTitleCase(pieces[k].text, m_sentence.source.articleText)
                        : pieces[k].text;
        }
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    double worthOf(const Clause& clause, const std::string& text) const
    {
        const auto words = std::ranges::count(text, ' ') + 1;
        double worth = clause.worth;
        const bool subject =
            !clause.name.empty() || (!clause.subject.empty() && !m_sentence.onlyPoints(clause.subject));
        if (!clause.verb.empty())
            worth += subject ? 0.4 : -1.0;
        worth += !clause.name.empty() ? -0.15 : 0.0;
        worth += std::ranges::any_of(clause.units, &Unit::required) ? 0.1 : 0.0;
        worth += words >= 4 && words <= 10 ? 0.2 : words < 3 ? -0.4 : 0.0;
        worth += m_sentence.source.lead ? 0.2 : 0.0;
        worth += m_sentence.source.heading ? 0.2 : 0.0;
        worth += m_sentence.source.factuality == events::Factuality::Asserted ? 0.15 : 0.0;
        worth += 0.4 * m_sentence.source.score;
        const SentenceWords made = events::wordsOf(text, spanOf(0, text.size()));
        bool named = false;
        for (std::size_t i = 0; i < made.size(); ++i) {
            worth -= isOneOf(weakWords, made.lower[i]) ? 0.12 : 0.0;
            worth -= isOneOf(firstPersons, made.lower[i]) ? 0.4 : 0.0;
            named = named || (i > 0 && made.tokens[i].capital);
        }
        worth += named ? 0.1 : 0.0;
        if (m_sentence.words.size() > 0 && m_sentence.words.lower.back() == "?")
            worth -= 0.6;
        if (!isPresentable(text))
            worth -= 0.8;
        return worth;
    }

    const TitleSentence& m_sentence; // Not owned: the caller's.
};

} // namespace

Title fittedTitle(const TitleSentence& sentence, const Clause& clause)
{
    return Fitter(sentence).fitted(clause);
}

} // namespace synoptic::links
