// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/claim_reading.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/is_one_of.h"
#include "events/phrases.h"
#include "links/term_vector.h"
#include "text/stemmer.h"

namespace synoptic::analysis {
namespace {

using events::Phrase;
using events::PhraseKind;
using events::WordClass;

class Reader
{
public:
    Reader(const ArticleAnalysis& article, TextSpan span)
        : m_article(article)
        , m_lexicon(events::TriggerLexicon::standard())
        , m_words(events::wordsOf(article.article.text, span))
        , m_classes(events::wordClassesOf(m_words, m_lexicon))
        , m_phrases(events::phrasesOf(m_words, m_classes, m_lexicon))
    {}

    ClaimReading run()
    {
        ClaimReading reading;
        for (std::string& stem : links::contentStems(m_article.textOf(m_words.span)))
            reading.stems.insert(std::move(stem));
        for (std::size_t p = 0; p < m_phrases.size(); ++p) {
            if (m_phrases[p].kind == PhraseKind::VerbGroup)
                addClaim(reading, p);
            else if (m_phrases[p].kind == PhraseKind::NounGroup)
                addNouns(reading, p);
        }
        constexpr auto favors = std::to_array<std::string_view>({"positively", "favorably", "favourably"});
        constexpr auto zones = std::to_array<std::string_view>({"gmt", "utc", "local", "bst", "cet", "est", "edt"});
        reading.favorable = std::ranges::any_of(m_words.lower, [&](std::string_view w) { return isOneOf(favors, w); });
        reading.zoned = std::ranges::any_of(m_words.lower, [&](std::string_view w) { return isOneOf(zones, w); });
        return reading;
    }

private:
    std::string headOf(const Phrase& group) const { return text::stem(m_words.lower[group.head]); }

    void addNouns(ClaimReading& reading, std::size_t p) const
    {
        const Phrase& group = m_phrases[p];
        for (std::size_t i = group.first; i <= group.last; ++i) {
            if (m_classes[i] == WordClass::Noun)
                reading.nouns.insert(text::stem(m_words.lower[i]));
        }
        constexpr auto where = std::to_array<std::string_view>({"in", "at", "near", "outside"});
        const bool place = p > 0 && m_phrases[p - 1].kind == PhraseKind::Preposition &&
                           isOneOf(where, std::string_view(m_words.lower[m_phrases[p - 1].first]));
        if (place && m_words.tokens[group.head].capital)
            reading.places.insert(m_words.lower[group.head]);
    }

    void addClaim(ClaimReading& reading, std::size_t p) const
    {
        const Phrase& group = m_phrases[p];
        const events::VerbEntry* verb = m_lexicon.verb(m_words.lower[group.head]);
        if (verb == nullptr)
            return;
        Claim claim;
        claim.verb = verb->lemma;
        std::size_t next = p + 1;
        if (next < m_phrases.size() && m_phrases[next].kind == PhraseKind::Particle) {
            claim.verb += " " + m_words.lower[m_phrases[next].first];
            ++next;
        }
        constexpr auto opens = std::to_array<std::string_view>({"may", "might", "could", "can", "would", "should"});
        for (std::size_t i = group.first; i <= group.last; ++i) {
            const std::string_view word = m_words.lower[i];
            claim.negated = claim.negated || m_classes[i] == WordClass::Negation || word.ends_with("n't") ||
                            word.ends_with("n’t") || word == "cannot";
            claim.open = claim.open || isOneOf(opens, word);
            claim.coming = claim.coming || word == "will";
        }
        claim.finite = group.finite;
        claim.past = group.finite && !claim.coming && !claim.open && (verb->forms & events::PastForm) != 0;
        if (next < m_phrases.size() && m_phrases[next].kind == PhraseKind::NounGroup)
            claim.object = headOf(m_phrases[next]);
        const auto subject =
            group.finite ? events::subjectOf(m_phrases, p, m_words, m_lexicon) : std::vector<std::size_t>();
        if (!subject.empty()) {
            const Phrase& first = m_phrases[subject.front()];
            claim.subject = headOf(first);
            const std::string_view word = m_words.lower[first.first];
            claim.nobody = word == "nobody" || word == "none" || word == "no";
        }
        reading.claims.push_back(std::move(claim));
    }

    const ArticleAnalysis& m_article;        // Not owned: the caller's.
    const events::TriggerLexicon& m_lexicon; // Not owned: the standard one.
    events::SentenceWords m_words;
    std::vector<WordClass> m_classes;
    std::vector<Phrase> m_phrases;
};

} // namespace

double ClaimReading::likeness(const ClaimReading& other) const
{
    const auto shared =
        std::ranges::count_if(stems, [&](const std::string& stem) { return other.stems.contains(stem); });
    const std::size_t fewer = std::max<std::size_t>(std::min(stems.size(), other.stems.size()), 1);
    return static_cast<double>(shared) / static_cast<double>(fewer);
}

ClaimReading readClaims(const ArticleAnalysis& article, std::uint32_t sentence)
{
    return Reader(article, article.sentences[sentence].span).run();
}

} // namespace synoptic::analysis
