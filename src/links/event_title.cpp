// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/is_one_of.h"
#include "base/utf8.h"
#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

using events::SentenceWords;

constexpr auto strongBoundaries =
    std::to_array<std::string_view>({";", ":", "“", "”", "\"", "—", "–", "(", ")", "[", "]", ".", "?", "!", "•"});
constexpr auto rightBoundaries = std::to_array<std::string_view>(
    {"who", "which", "because", "while", "when", "although", "though", "saying", "according", "whose", "where", "amid",
     "but", "despite", "as", "if", "since", "so"});
constexpr auto openers = std::to_array<std::string_view>(
    {"-",        "–",     "—",     "and",      "but",   "however", "later",   "meanwhile", "also",   "then",
     "so",       "still", "yet",   "earlier",  "the",   "a",       "an",      "in",        "fact",   "addition",
     "that",     "as",    "while", "when",     "after", "before",  "because", "although",  "though", "if",
     ",",        "which", "who",   "recently", "even",  "on",      "at",      "for",       "with",   "by",
     "suddenly", "now",   "only",  "or",       "nor",   "just",    "its",     "their"});
constexpr auto danglers = std::to_array<std::string_view>(
    {"and",   "but",    "or",    "the",   "a",     "an",    "of",     "in",      "on",      "at",    "to",      "for",
     "with",  "by",     "from",  "as",    "that",  "which", "who",    "its",     "his",     "her",   "their",   "this",
     "these", "those",  "into",  "over",  "under", "after", "before", "between", "against", "about", "through", "is",
     "are",   "was",    "were",  "be",    "been",  "has",   "have",   "had",     "will",    "would", "than",    ",",
     "-",     "new",    "if",    "when",  "while", "also",  "not",    "no",      "some",    "any",   "more",    "most",
     "both",  "during", "since", "until", "per",   "’s",    "'s"});
constexpr auto pronouns = std::to_array<std::string_view>(
    {"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "which"});
constexpr auto timePrepositions =
    std::to_array<std::string_view>({"on", "in", "at", "since", "by", "until", "during", "from", "late", "early",
                                     "earlier", "of", "before", "after", "for"});

std::size_t lengthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

struct Title
{
    std::string text;
    double worth = 0.0;
};

/// Compresses one sentence to the clause of its trigger.
class Compressor
{
public:
    Compressor(const TitleSource& source, SentenceWords words)
        : m_source(source), m_words(std::move(words)), m_dropped(m_words.size(), false)
    {
        while (m_trigger < m_words.size() && m_words.tokens[m_trigger].span.begin < source.trigger.begin)
            ++m_trigger;
    }

    Title run()
    {
        if (m_trigger >= m_words.size())
            return {};
        dropTimes();
        dropParentheses();
        findClause();
        std::string text = assemble();
        const double worth = worthOf(text);
        return {std::move(text), worth};
    }

private:
    void dropTimes()
    {
        for (const TextSpan& expression : m_source.expressions) {
            if (!m_source.sentence.contains(expression) || expression.overlaps(m_source.trigger))
                continue;
            for (std::size_t i = 0; i < m_words.size(); ++i) {
                if (!m_words.tokens[i].span.overlaps(expression))
                    continue;
                m_dropped[i] = true;
                for (std::size_t p = i; p > 0 && !m_dropped[p - 1] && isOneOf(timePrepositions, m_words.lower[p - 1]);
                     --p)
                    m_dropped[p - 1] = true;
                if (i + 1 < m_words.size() && m_words.lower[i + 1] == "," && i > 0 && m_words.at(i, -2) != ",")
                    m_dropped[i + 1] = i < m_trigger;
            }
        }
        m_dropped[m_trigger] = false;
    }

    void dropParentheses()
    {
        bool inside = false;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            inside = inside || m_words.lower[i] == "(" || m_words.lower[i] == "[";
            if (inside && i != m_trigger)
                m_dropped[i] = true;
            inside = inside && m_words.lower[i] != ")" && m_words.lower[i] != "]";
        }
    }

    bool isReportingVerb(std::size_t i) const
    {
        const events::TriggerLexicon& lexicon = events::TriggerLexicon::standard();
        const events::VerbEntry* verb = lexicon.verb(m_words.lower[i]);
        return !m_words.tokens[i].capital && verb != nullptr &&
               (verb->forms & (events::PastForm | events::ThirdPerson)) != 0 &&
               lexicon.classOf(verb->lemma) == events::VerbClass::Reporting;
    }

    /// A name or an ordinary noun: no function word, adverb or inflected verb.
    bool canBeSubject(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        if (m_words.tokens[i].kind != text::TokenKind::Word || text::isStopWord(word) || word.ends_with("ly"))
            return false;
        const events::VerbEntry* verb = events::TriggerLexicon::standard().verb(word);
        const bool inflected =
            verb != nullptr && (verb->forms & events::BaseForm) == 0 && (verb->forms & events::ThirdPerson) == 0;
        return m_words.tokens[i].capital || !inflected;
    }

    bool hasSubject(std::size_t begin) const
    {
        for (std::size_t i = begin; i < m_trigger; ++i) {
            if (!m_dropped[i] && m_words.tokens[i].kind == text::TokenKind::Word && !text::isStopWord(m_words.lower[i]))
                return true;
        }
        return false;
    }

    void findClause()
    {
        m_begin = 0;
        for (std::size_t i = m_trigger; i-- > 0;) {
            if (m_dropped[i] && m_words.lower[i] != ",")
                continue;
            const std::string_view word = m_words.lower[i];
            const bool reporting = isReportingVerb(i) && m_trigger - i > 1;
            if (isOneOf(strongBoundaries, word) || reporting || (word == "that" && i > 0 && isReportingVerb(i - 1)) ||
                (word == "," && hasSubject(i + 1) && m_trigger - i > 2)) {
                m_begin = i + 1;
                break;
            }
        }
        while (m_begin < m_trigger &&
               (m_dropped[m_begin] || isOneOf(openers, m_words.lower[m_begin]) || m_words.lower[m_begin].empty()))
            ++m_begin;
        // Half a clause: its subject stands before the boundary, if that is near.
        constexpr std::size_t nearby = 9;
        if (!hasSubject(m_begin) && m_begin == m_trigger && m_trigger > 1 && m_trigger <= nearby &&
            !m_words.tokens[m_trigger].capital)
            m_begin = 0;
        while (m_begin < m_trigger && (m_dropped[m_begin] || isOneOf(openers, m_words.lower[m_begin])))
            ++m_begin;
        m_end = m_words.size();
        for (std::size_t i = m_trigger + 1; i < m_words.size(); ++i) {
            if (m_dropped[i])
                continue;
            const std::string_view word = m_words.lower[i];
            const bool comma = word == "," && i > m_trigger + 1 && m_words.at(i, 1) != "000";
            if (isOneOf(strongBoundaries, word) || comma || (isOneOf(rightBoundaries, word) && i > m_trigger + 1)) {
                m_end = i;
                break;
            }
        }
    }

    /// What was cut in mid-phrase loses the phrase: "… in a third" of "in a third country".
    void dropLastPhrase(std::vector<std::size_t>& kept) const
    {
        constexpr std::size_t longest = 4;
        for (std::size_t back = 1; back <= longest && back < kept.size(); ++back) {
            const std::size_t token = kept[kept.size() - back];
            if (token <= m_trigger + 1)
                return;
            if (isOneOf(timePrepositions, m_words.lower[token]) || m_words.lower[token] == "with" ||
                m_words.lower[token] == "to") {
                kept.resize(kept.size() - back);
                return;
            }
        }
    }

    std::string assemble() const
    {
        std::vector<std::size_t> kept;
        std::size_t length = 0;
        for (std::size_t i = m_begin; i < m_end; ++i) {
            if (m_dropped[i])
                continue;
            const std::size_t size = lengthOf(textOf(m_source.articleText, m_words.tokens[i].span)) + 1;
            const std::size_t limit = i <= m_trigger ? titleLongest : titleAim;
            if (length + size > limit + 1 && !kept.empty()) {
                dropLastPhrase(kept);
                break;
            }
            length += size;
            kept.push_back(i);
        }
        while (kept.size() > 1 && kept.back() != m_trigger && isOneOf(danglers, m_words.lower[kept.back()]))
            kept.pop_back();
        std::string text;
        for (std::size_t k = 0; k < kept.size(); ++k) {
            const TextSpan span = m_words.tokens[kept[k]].span;
            // Blanks as in the sentence, where the neighbors are its own.
            if (k > 0 && (kept[k] != kept[k - 1] + 1 || m_words.tokens[kept[k - 1]].span.end != span.begin))
                text += m_words.lower[kept[k]] == "," ? "" : " ";
            text += textOf(m_source.articleText, span);
        }
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    bool isAdjectival(std::size_t i) const
    {
        return i + 1 < m_words.size() && (m_words.tokens[i].kind == text::TokenKind::Number || canBeSubject(i + 1));
    }

    double worthOf(const std::string& text) const
    {
        const auto words = std::ranges::count(text, ' ') + 1;
        double worth = m_source.score;
        worth += m_source.lead ? 0.25 : 0.0;
        worth += m_source.factuality == events::Factuality::Asserted ? 0.2 : 0.0;
        worth += words >= 4 && words <= 10 ? 0.5 : words < 3 ? -0.6 : 0.0;
        worth += m_begin < m_trigger && hasSubject(m_begin) ? 0.4 : 0.0;
        if (m_begin < m_words.size() && !canBeSubject(m_begin) && !isAdjectival(m_begin))
            worth -= 0.5; // begins with a verb or adverb: half a sentence
        if (m_begin < m_words.size() && isOneOf(pronouns, m_words.lower[m_begin]))
            worth -= 0.7;
        if (m_words.tokens[std::min(m_begin, m_words.size() - 1)].capital)
            worth += 0.1;
        return worth;
    }

    const TitleSource& m_source; // Not owned: the caller's.
    SentenceWords m_words;
    std::vector<bool> m_dropped;
    std::size_t m_trigger = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

Title headline(const TitleSource& source)
{
    std::string text(textOf(source.articleText, source.sentence));
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    if (lengthOf(text) > titleLongest || text.ends_with('?') || std::ranges::count(text, ' ') < 2)
        return {};
    return {std::move(text), 1.6 + source.score};
}

} // namespace

std::vector<std::string> titleCandidates(std::span<const TitleSource> sources)
{
    std::vector<Title> titles;
    for (const TitleSource& source : sources) {
        Title title;
        const bool dated =
            std::ranges::any_of(source.expressions, [&](TextSpan e) { return source.sentence.contains(e); });
        if (source.heading && !dated)
            title = headline(source);
        if (title.text.empty())
            title = Compressor(source, events::wordsOf(source.articleText, source.sentence)).run();
        if (!title.text.empty())
            titles.push_back(std::move(title));
    }
    std::ranges::stable_sort(titles, [](const Title& a, const Title& b) { return a.worth > b.worth; });
    std::vector<std::string> result;
    for (Title& title : titles) {
        if (std::ranges::find(result, title.text) == result.end())
            result.push_back(std::move(title.text));
    }
    return result;
}

} // namespace synoptic::links
