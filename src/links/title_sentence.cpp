// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/title_sentence.h"

#include <algorithm>

#include "events/participants.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

using events::Phrase;
using events::PhraseKind;
using events::SentenceWords;
using events::WordClass;

constexpr auto timeTies = std::to_array<std::string_view>(
    {"on", "in",     "at",    "since", "by",     "until", "during", "from", "late", "early",   "earlier",
     "of", "before", "after", "for",   "around", "about", "later",  "the",  "as",   "through", "between"});
constexpr auto looseAdverbs = std::to_array<std::string_view>({"now", "recently", "currently", "also", "meanwhile"});
/// Verbs that say something without an object: in the past they happened, and were not done to anybody.
constexpr auto intransitive = std::to_array<std::string_view>(
    {"agree",    "appear",   "arrive",  "begin",   "break",     "burn",    "close",    "collapse",    "come",
     "compete",  "continue", "crash",   "decline", "depart",    "descend", "die",      "disappear",   "drop",
     "emerge",   "end",      "erupt",   "escape",  "expire",    "explode", "fail",     "fall",        "fight",
     "flee",     "fly",      "gather",  "go",      "grow",      "happen",  "increase", "land",        "leave",
     "live",     "lose",     "march",   "meet",    "move",      "occur",   "open",     "participate", "pass",
     "play",     "plunge",   "protest", "quit",    "rally",     "react",   "rebound",  "refuse",      "remain",
     "resign",   "respond",  "resume",  "retire",  "return",    "rise",    "run",      "sail",        "score",
     "sink",     "sit",      "speak",   "spread",  "stand",     "start",   "stay",     "step",        "stop",
     "struggle", "succeed",  "suffer",  "surge",   "surrender", "survive", "talk",     "testify",     "travel",
     "turn",     "vote",     "vow",     "wait",    "walk",      "win",     "withdraw", "work",        "worsen"});
/// Verbs with two objects.
constexpr auto twoObjects =
    std::to_array<std::string_view>({"give",  "offer",   "award", "hand", "send", "show",  "tell",   "teach",   "deny",
                                     "cost",  "grant",   "pay",   "sell", "lend", "fine",  "charge", "name",    "call",
                                     "elect", "appoint", "make",  "dub",  "earn", "bring", "ask",    "promise", "win"});
constexpr auto questionWords =
    std::to_array<std::string_view>({"that", "whether", "if", "how", "why", "what", "where", "when"});

void append(Unit& unit, const std::vector<std::size_t>& tokens)
{
    unit.tokens.insert(unit.tokens.end(), tokens.begin(), tokens.end());
}

} // namespace

TitleSentence::TitleSentence(const TitleSource& titleSource)
    : source(titleSource)
    , lexicon(events::TriggerLexicon::standard())
    , words(timelessWords(titleSource))
    , classes(events::wordClassesOf(words, lexicon))
    , phrases(events::phrasesOf(words, classes, lexicon))
    , titleCase(events::isTitleCase(words))
{
    const auto token = std::ranges::find_if(
        words.tokens, [&](const text::Token& candidate) { return candidate.span.end > source.trigger.begin; });
    trigger = static_cast<std::size_t>(token - words.tokens.begin());
    const auto found =
        std::ranges::find_if(phrases, [&](const Phrase& candidate) { return candidate.last >= trigger; });
    phrase = static_cast<std::size_t>(found - phrases.begin());
}

bool TitleSentence::isIntransitive(const Phrase& verb) const
{
    return lemmaIsOneOf(verb, intransitive);
}

bool TitleSentence::isReporting(const Phrase& verb) const
{
    const events::VerbEntry* entry = lexicon.verb(words.lower[verb.head]);
    return entry != nullptr && lexicon.classOf(entry->lemma) == events::VerbClass::Reporting;
}

std::vector<std::size_t> TitleSentence::tokensOf(std::size_t p) const
{
    std::vector<std::size_t> tokens;
    for (std::size_t i = phrases[p].first; i <= phrases[p].last; ++i)
        tokens.push_back(i);
    return tokens;
}

/// Units of what follows a verb group or a noun group, from the phrase @p from on.
std::vector<Unit> TitleSentence::complements(std::size_t from, bool reporting, bool ofVerb) const
{
    std::vector<Unit> units;
    bool object = !ofVerb; // has its noun group
    bool second = ofVerb && from > 0 && lemmaIsOneOf(phrases[from - 1], twoObjects);
    bool inner = false; // inside the clause that is said
    for (std::size_t p = from; p < phrases.size(); ++p) {
        const Phrase& here = phrases[p];
        const bool fresh = p == from;
        switch (here.kind) {
        case PhraseKind::NounGroup: {
            const bool clauseBegins =
                p + 1 < phrases.size() && phrases[p + 1].kind == PhraseKind::VerbGroup && phrases[p + 1].finite;
            if (clauseBegins && (!reporting || inner))
                return units;
            if (clauseBegins) {
                inner = true;
                units.push_back({tokensOf(p), true});
                append(units.back(), tokensOf(p + 1));
                ++p;
                object = false;
                break;
            }
            if (object && !inner && !fresh && !isKind(p - 1, PhraseKind::Preposition)) {
                if (!second || p != from + 1)
                    return units;
                second = false;
                units.push_back({tokensOf(p), true});
                break;
            }
            units.push_back({tokensOf(p), !object});
            object = true;
            break;
        }
        case PhraseKind::Preposition: {
            if (!isKind(p + 1, PhraseKind::NounGroup) &&
                !(isKind(p + 1, PhraseKind::VerbGroup) && !phrases[p + 1].finite))
                return units;
            const bool bound = words.lower[here.first] == "of" && !units.empty();
            if (!bound)
                units.push_back({});
            append(units.back(), tokensOf(p));
            append(units.back(), tokensOf(p + 1));
            if (phrases[p + 1].kind == PhraseKind::VerbGroup)
                object = false;
            ++p;
            break;
        }
        case PhraseKind::Particle:
            units.push_back({tokensOf(p), true});
            break;
        case PhraseKind::Adverb:
            if (classes[here.first] == WordClass::Negation)
                units.push_back({tokensOf(p), true});
            break;
        case PhraseKind::VerbGroup: {
            if (here.finite)
                return units;
            const bool participle = here.reduced || classes[here.head] == WordClass::Gerund;
            // "to" and a verb goes on what was begun; a participle describes the noun before it.
            units.push_back({tokensOf(p), fresh && ofVerb});
            object = participle && classes[here.head] != WordClass::Gerund;
            break;
        }
        case PhraseKind::Quote:
            break;
        case PhraseKind::Coordinator: {
            const bool nounBefore = p > from && isKind(p - 1, PhraseKind::NounGroup);
            const bool nounBehind =
                isKind(p + 1, PhraseKind::NounGroup) && !phrases[p + 1].pronoun &&
                !(p + 2 < phrases.size() && phrases[p + 2].kind == PhraseKind::VerbGroup && phrases[p + 2].finite);
            if (!nounBefore || !nounBehind || units.empty() || words.lower[here.first] == "but")
                return units;
            append(units.back(), tokensOf(p));
            append(units.back(), tokensOf(p + 1));
            ++p;
            break;
        }
        case PhraseKind::Comma: {
            // "…, killing three people"; "A, B and C".
            const bool participial =
                isKind(p + 1, PhraseKind::VerbGroup) && classes[phrases[p + 1].first] == WordClass::Gerund;
            const bool list = isKind(p + 1, PhraseKind::NounGroup) && p > from &&
                              isKind(p - 1, PhraseKind::NounGroup) &&
                              (isKind(p + 2, PhraseKind::Coordinator) || isKind(p + 2, PhraseKind::Comma)) &&
                              isKind(p + 3, PhraseKind::NounGroup) && isListEnd(p + 2);
            if (!ofVerb || units.empty() || (!participial && !list))
                return units;
            if (list) {
                append(units.back(), tokensOf(p));
                append(units.back(), tokensOf(p + 1));
            } else {
                units.push_back({tokensOf(p), false});
                append(units.back(), tokensOf(p + 1));
                object = false;
            }
            ++p;
            break;
        }
        case PhraseKind::Subordinator: {
            const std::string_view word = words.lower[here.first];
            const bool said = !inner && (fresh || (reporting && units.size() == 1)) && ofVerb &&
                              isOneOf(questionWords, word) && (word == "that" || fresh);
            if (!said)
                return units;
            const auto verb = finiteBehind(p + 1);
            if (!verb)
                return units;
            inner = true;
            units.push_back({{}, true});
            for (std::size_t q = word == "that" ? p + 1 : p; q <= *verb; ++q)
                append(units.back(), tokensOf(q));
            p = *verb;
            object = false;
            break;
        }
        default:
            return units;
        }
    }
    return units;
}

/// A list goes on with commas and ends with a coordinator.
bool TitleSentence::isListEnd(std::size_t p) const
{
    for (; p + 1 < phrases.size(); p += 2) {
        if (phrases[p].kind == PhraseKind::Coordinator)
            return true;
        if (phrases[p].kind != PhraseKind::Comma || phrases[p + 1].kind != PhraseKind::NounGroup)
            return false;
    }
    return false;
}

std::optional<std::size_t> TitleSentence::finiteBehind(std::size_t p) const
{
    for (; p < phrases.size(); ++p) {
        if (phrases[p].kind == PhraseKind::VerbGroup && phrases[p].finite)
            return p;
        if (phrases[p].kind != PhraseKind::NounGroup && phrases[p].kind != PhraseKind::Preposition &&
            phrases[p].kind != PhraseKind::Adverb)
            return std::nullopt;
    }
    return std::nullopt;
}

Piece TitleSentence::pieceOf(std::size_t token) const
{
    return {std::string(textOf(source.articleText, words.tokens[token].span)), token};
}

events::GrammaticalNumber TitleSentence::numberOfSubject(const std::vector<std::size_t>& subject) const
{
    if (subject.empty())
        return events::GrammaticalNumber::Unknown;
    for (std::size_t k = 0; k < subject.size(); ++k) {
        if (phrases[subject[k]].kind != PhraseKind::Coordinator)
            continue;
        // "Palmer Fire and Rescue Chief John Rask" is one, or two.
        const Phrase& second = phrases[subject[std::min(k + 1, subject.size() - 1)]];
        const bool unclear = second.last >= second.first + 2 && words.tokens[second.first].capital;
        return unclear ? events::GrammaticalNumber::Unknown : events::GrammaticalNumber::Plural;
    }
    return events::numberOf(phrases[subject.front()], words, classes);
}

/// "resigned" → "resigns", "was arrested" → "arrested", "will open" → "to open"; a modal or a negation stays.
std::vector<Piece> TitleSentence::headlineVerb(std::size_t p, events::GrammaticalNumber number) const
{
    const Phrase& group = phrases[p];
    std::vector<std::size_t> tokens;
    bool negated = false;
    for (std::size_t i = group.first; i <= group.last; ++i) {
        const std::string_view word = words.lower[i];
        const bool hedge = word == "reportedly" || word == "allegedly";
        if (classes[i] == WordClass::Adverb && !hedge)
            continue;
        negated = negated || classes[i] == WordClass::Negation || word.ends_with("n't") || word == "cannot";
        tokens.push_back(i);
    }
    std::vector<Piece> pieces;
    const auto rest = [&](std::size_t from) {
        for (std::size_t k = from; k < tokens.size(); ++k)
            pieces.push_back(pieceOf(tokens[k]));
    };
    const WordClass lead = classes[tokens.front()];
    const std::string_view word = words.lower[tokens.front()];
    if (lead == WordClass::Modal && (word == "will" || word == "'ll" || word == "’ll" || word == "shall") && !negated) {
        pieces.push_back({"to", tokens.front()});
        rest(1);
        return pieces;
    }
    if (lead == WordClass::Modal || lead == WordClass::Do || tokens.size() == 1) {
        // "attacks directed at": without an object it may be done to somebody, and stays as it is.
        const bool active = isKind(p + 1, PhraseKind::NounGroup) || isKind(p + 1, PhraseKind::Subordinator) ||
                            isKind(p + 1, PhraseKind::Particle) || isIntransitive(group) || isReporting(group) ||
                            (isKind(p + 1, PhraseKind::VerbGroup) && !phrases[p + 1].finite);
        if (tokens.size() == 1 && lead == WordClass::Finite && !group.passive && active && !source.heading) {
            if (const auto present = events::presentOf(word, number, lexicon)) {
                pieces.push_back({*present, tokens.front()});
                return pieces;
            }
        }
        rest(0);
        return pieces;
    }
    if (group.passive && (lead == WordClass::Be || lead == WordClass::Have)) {
        for (const std::size_t token : tokens) {
            if (classes[token] != WordClass::Be && classes[token] != WordClass::Have)
                pieces.push_back(pieceOf(token));
        }
        return pieces;
    }
    if (lead == WordClass::Have && tokens.size() == 2 && (word == "has" || word == "have") && !negated) {
        if (const auto present = events::presentOf(words.lower[tokens[1]], number, lexicon)) {
            pieces.push_back({*present, tokens[1]});
            return pieces;
        }
    }
    rest(0);
    return pieces;
}

std::optional<std::size_t> TitleSentence::finiteLeft(std::size_t p) const
{
    while (p-- > 0) {
        if (phrases[p].kind == PhraseKind::VerbGroup && phrases[p].finite)
            return p;
        if (phrases[p].kind == PhraseKind::Break)
            return std::nullopt;
    }
    return std::nullopt;
}

bool TitleSentence::onlyPoints(const std::vector<std::size_t>& subject) const
{
    return subject.size() == 1 && phrases[subject.front()].pronoun;
}

std::string withoutTitleCase(const std::string& word, std::string_view articleText)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
    };
    std::string lower = text::foldCase(word);
    const events::VerbEntry* verb = events::TriggerLexicon::standard().verb(lower);
    const bool inflected = verb != nullptr && (verb->forms & events::BaseForm) == 0 && verb->asVerb >= verb->asNoun;
    if (inflected || text::isStopWord(lower))
        return lower;
    for (std::size_t at = articleText.find(lower); at != std::string_view::npos; at = articleText.find(lower, at + 1)) {
        const std::size_t end = at + lower.size();
        if ((at == 0 || !isLetter(articleText[at - 1])) && (end == articleText.size() || !isLetter(articleText[end])))
            return lower;
    }
    return word;
}

SentenceWords timelessWords(const TitleSource& source)
{
    const SentenceWords all = events::wordsOf(source.articleText, source.sentence);
    std::vector<bool> dropped(all.size(), false);
    for (const TextSpan& expression : source.expressions) {
        if (!source.sentence.contains(expression) || expression.overlaps(source.trigger))
            continue;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all.tokens[i].span.overlaps(expression))
                continue;
            dropped[i] = true;
            for (std::size_t p = i; p > 0 && !dropped[p - 1] && isOneOf(timeTies, all.lower[p - 1]); --p)
                dropped[p - 1] = true;
            if (i + 1 < all.size() && (all.lower[i + 1] == "'s" || all.lower[i + 1] == "’s"))
                dropped[i + 1] = true;
            // "…, on Monday, …" leaves one comma at most.
            if (i + 1 < all.size() && all.lower[i + 1] == ",") {
                std::size_t p = i;
                while (p > 0 && dropped[p - 1])
                    --p;
                if (p == 0 || all.lower[p - 1] == "," || all.lower[p - 1] == "and")
                    dropped[i + 1] = true;
            }
        }
    }
    bool inside = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        inside = inside || all.lower[i] == "(" || all.lower[i] == "[";
        const std::string_view word = all.lower[i];
        const bool touches = i > 0 && all.tokens[i - 1].span.end == all.tokens[i].span.begin;
        const bool single =
            word == "‘" || ((word == "'" || word == "’") && !(touches && all.lower[i - 1].ends_with('s')));
        const bool quote = single || all.lower[i] == "“" || all.lower[i] == "”" || all.lower[i] == "\"";
        dropped[i] = dropped[i] || inside || quote || isOneOf(looseAdverbs, all.lower[i]);
        inside = inside && all.lower[i] != ")" && all.lower[i] != "]";
    }
    SentenceWords kept;
    kept.span = all.span;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (dropped[i] && !all.tokens[i].span.overlaps(source.trigger))
            continue;
        kept.tokens.push_back(all.tokens[i]);
        kept.lower.push_back(all.lower[i]);
    }
    return kept;
}

} // namespace synoptic::links
