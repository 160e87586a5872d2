// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/trigger_finder.h"

#include "events/trigger_features.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/is_one_of.h"
#include "text/stemmer.h"

namespace synoptic::events {
namespace {

constexpr double leastLikely = 0.005; // weaker candidates than one thinks: what is no event dies in linking
constexpr double likelyName = 0.05;   // names need more: nobody is an event
constexpr double mostOfState = 0.3;   // "belonged", "knew": told beside events, seldom one

constexpr auto determiners = std::to_array<std::string_view>(
    {"a",    "an",  "another", "any",  "each",  "every",  "her",   "his",    "its",    "my",
     "no",   "our", "some",    "such", "that",  "the",    "their", "these",  "this",   "those",
     "your", "'s",  "’s",      "new",  "first", "second", "last",  "latest", "recent", "whose"});
constexpr auto modals = std::to_array<std::string_view>(
    {"to", "will", "would", "can", "could",  "may",   "might",   "must",  "shall",  "should",   "did",
     "do", "does", "not",   "n't", "didn't", "don't", "doesn't", "won't", "cannot", "couldn't", "wouldn't"});
constexpr auto subjects =
    std::to_array<std::string_view>({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that"});
constexpr auto beForms = std::to_array<std::string_view>(
    {"am", "are", "be", "been", "being", "is", "was", "were", "wasn't", "weren't", "isn't", "aren't"});
constexpr auto prepositionsOfing = std::to_array<std::string_view>(
    {"according",  "concerning", "during",    "excluding", "following",   "including", "involving", "notwithstanding",
     "pending",    "regarding",  "depending", "owing",     "outstanding", "ongoing",   "leading",   "living",
     "building",   "evening",    "morning",   "meaning",   "king",        "thing",     "something", "anything",
     "everything", "nothing",    "being",     "having",    "spring",      "string",    "wing",      "ring",
     "upcoming",   "remaining",  "existing",  "missing",   "surrounding", "outgoing",  "incoming"});
// Nouns that WordNet calls acts and that seldom name one happening.
constexpr auto genericNouns = std::to_array<std::string_view>({"access",       "account",
                                                               "act",          "action",
                                                               "activity",     "administration",
                                                               "aid",          "aim",
                                                               "approach",     "area",
                                                               "art",          "attempt",
                                                               "authority",    "basis",
                                                               "benefit",      "building",
                                                               "business",     "calendar",
                                                               "campaign",     "care",
                                                               "career",       "case",
                                                               "cause",        "chance",
                                                               "circumstance", "class",
                                                               "combination",  "commerce",
                                                               "condition",    "contact",
                                                               "content",      "control",
                                                               "course",       "craft",
                                                               "credit",       "culture",
                                                               "cut",          "day",
                                                               "defense",      "degree",
                                                               "detail",       "development",
                                                               "difference",   "direction",
                                                               "duty",         "economy",
                                                               "education",    "effect",
                                                               "effort",       "end",
                                                               "energy",       "error",
                                                               "evidence",     "example",
                                                               "exercise",     "experience",
                                                               "fact",         "fashion",
                                                               "feature",      "field",
                                                               "film",         "finance",
                                                               "focus",        "force",
                                                               "foreigner",    "form",
                                                               "fun",          "function",
                                                               "game",         "good",
                                                               "government",   "group",
                                                               "habit",        "hand",
                                                               "head",         "health",
                                                               "help",         "home",
                                                               "hour",         "industry",
                                                               "influence",    "information",
                                                               "initiative",   "interest",
                                                               "issue",        "item",
                                                               "job",          "justice",
                                                               "kind",         "law",
                                                               "left",         "level",
                                                               "life",         "light",
                                                               "line",         "link",
                                                               "lot",          "management",
                                                               "manner",       "market",
                                                               "marketing",    "matter",
                                                               "means",        "measure",
                                                               "method",       "mind",
                                                               "minister",     "minute",
                                                               "moment",       "morning",
                                                               "music",        "nature",
                                                               "need",         "news",
                                                               "night",        "number",
                                                               "occupation",   "office",
                                                               "official",     "operation",
                                                               "opportunity",  "option",
                                                               "organization", "part",
                                                               "past",         "people",
                                                               "performance",  "piece",
                                                               "place",        "play",
                                                               "point",        "policy",
                                                               "politics",     "position",
                                                               "possibility",  "power",
                                                               "practice",     "present",
                                                               "press",        "pressure",
                                                               "price",        "problem",
                                                               "procedure",    "process",
                                                               "product",      "production",
                                                               "profession",   "program",
                                                               "programme",    "progress",
                                                               "project",      "promise",
                                                               "property",     "public",
                                                               "purpose",      "range",
                                                               "rate",         "reason",
                                                               "record",       "relation",
                                                               "relief",       "religion",
                                                               "research",     "responsibility",
                                                               "rest",         "result",
                                                               "right",        "risk",
                                                               "role",         "rule",
                                                               "safety",       "school",
                                                               "science",      "second",
                                                               "section",      "security",
                                                               "sense",        "series",
                                                               "service",      "set",
                                                               "sex",          "share",
                                                               "shot",         "show",
                                                               "side",         "sign",
                                                               "site",         "situation",
                                                               "skill",        "society",
                                                               "sort",         "sound",
                                                               "source",       "space",
                                                               "sport",        "staff",
                                                               "stage",        "standard",
                                                               "state",        "step",
                                                               "stock",        "story",
                                                               "structure",    "study",
                                                               "stuff",        "style",
                                                               "success",      "support",
                                                               "system",       "target",
                                                               "task",         "technique",
                                                               "technology",   "term",
                                                               "test",         "thing",
                                                               "thought",      "time",
                                                               "title",        "tool",
                                                               "top",          "touch",
                                                               "tour",         "trade",
                                                               "tradition",    "traffic",
                                                               "training",     "transportation",
                                                               "treatment",    "trick",
                                                               "trouble",      "trust",
                                                               "try",          "turn",
                                                               "type",         "unit",
                                                               "use",          "value",
                                                               "view",         "violence",
                                                               "wage",         "war",
                                                               "water",        "wave",
                                                               "way",          "weather",
                                                               "week",         "welfare",
                                                               "will",         "wind",
                                                               "word",         "work",
                                                               "world",        "wrong",
                                                               "year",         "youth"});

/// An adjective by its ending, between a determiner and its noun.
bool looksLikeAdjective(std::string_view word)
{
    constexpr auto endings = std::to_array<std::string_view>(
        {"al", "ous", "ive", "ic", "ful", "less", "ble", "ian", "ish", "ary", "an", "ese"});
    return std::ranges::any_of(
        endings, [&](std::string_view ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

/// A word that the lexicon does not know without the ending of a verb or a plural, so that "hosts", "hosting" and
/// "hosted" have one key.
std::string withoutEnding(std::string_view word)
{
    constexpr std::size_t shortest = 3; // letters that must be left
    for (const std::string_view ending : {"ing", "ed"}) {
        if (!word.ends_with(ending) || word.size() < ending.size() + shortest || isOneOf(prepositionsOfing, word))
            continue;
        std::string_view rest = word.substr(0, word.size() - ending.size());
        if (rest.find_first_of("aeiouy") == std::string_view::npos || rest.ends_with('e'))
            continue; // "string", "freed"
        if (rest[rest.size() - 1] == rest[rest.size() - 2] && !rest.ends_with("ss") && !rest.ends_with("ll"))
            rest.remove_suffix(1);
        return std::string(rest);
    }
    const bool plural = word.ends_with('s') && !word.ends_with("ss") && word.size() > shortest + 1;
    return std::string(plural ? word.substr(0, word.size() - 1) : word);
}

class Finder
{
public:
    Finder(const SentenceWords& words, const TriggerLexicon& lexicon)
        : m_words(words), m_lexicon(lexicon), m_titleCase(isTitleCase(words))
    {}

    /// Every word that could be one, with the score of the rules; 0 where none speaks for it.
    std::vector<Trigger> candidates()
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (m_words.tokens[i].kind != text::TokenKind::Word)
                continue;
            if (auto trigger = triggerAt(i))
                m_triggers.push_back(std::move(*trigger));
            else if (auto other = anyWord(i))
                m_triggers.push_back(std::move(*other));
        }
        return std::move(m_triggers);
    }

    std::vector<Trigger> run()
    {
        m_triggers = candidates();
        for (Trigger& trigger : m_triggers) {
            trigger.score = likelihoodOf(m_words, trigger, m_lexicon);
            if (trigger.verbClass == VerbClass::State && trigger.form != TriggerForm::Noun)
                trigger.score = std::min(trigger.score, mostOfState);
        }
        std::erase_if(m_triggers, [this](const Trigger& trigger) {
            return trigger.score < leastLikely || (trigger.score < likelyName && isProperName(trigger.token));
        });
        passLightVerbs();
        return std::move(m_triggers);
    }

private:
    bool afterDeterminer(std::size_t i) const
    {
        if (isOneOf(determiners, m_words.at(i, -1)))
            return true;
        return isOneOf(determiners, m_words.at(i, -2)) &&
               (looksLikeAdjective(m_words.at(i, -1)) || m_words.tokens[i - 1].capital ||
                m_words.tokens[i - 1].kind == text::TokenKind::Number);
    }

    /// A capital where it says something, no word of the lexicon, and nothing in front that would make it a thing:
    /// "Dahl said", but "the Regatta".
    bool isProperName(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        return partOfName(i) && !afterDeterminer(i) && m_lexicon.verb(word) == nullptr &&
               m_lexicon.eventNoun(word) == nullptr;
    }

    /// Inside a run of capitals, and not in a headline where every word has one: part of a name.
    bool partOfName(std::size_t i) const
    {
        if (!m_words.tokens[i].capital || i == 0)
            return false;
        return !m_titleCase;
    }

    std::optional<Trigger> triggerAt(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        if (word.size() < 2 || partOfName(i))
            return std::nullopt;
        const VerbEntry* verb = m_lexicon.verb(word);
        const EventNounEntry* noun = m_lexicon.eventNoun(word);
        if (verb != nullptr) {
            if (auto trigger = asVerb(i, *verb, noun))
                return trigger;
        }
        if (noun != nullptr)
            return asNoun(i, *noun, verb);
        return std::nullopt;
    }

    /// The verb a noun derives from, by the table or by its ending ("the hosting"); else the noun.
    static std::string keyOf(const EventNounEntry& noun, const VerbEntry* verb)
    {
        if (!noun.verb.empty())
            return noun.verb;
        return verb != nullptr && (verb->forms & Gerund) != 0 ? verb->lemma : noun.lemma;
    }

    /// A word for which no rule speaks: the model may know better.
    std::optional<Trigger> anyWord(std::size_t i) const
    {
        const std::string& word = m_words.lower[i];
        constexpr std::size_t shortest = 3;
        if (word.size() < shortest || text::isStopWord(word))
            return std::nullopt;
        const std::string_view last = std::string_view(word).substr(word.rfind('-') + 1); // "drunken-driving"
        const VerbEntry* verb = m_lexicon.verb(last);
        const EventNounEntry* noun = m_lexicon.eventNoun(last);
        if (verb != nullptr && (m_lexicon.classOf(verb->lemma) == VerbClass::Auxiliary || givesName(i, verb->lemma)))
            return std::nullopt;
        Trigger trigger{i, TriggerForm::Noun, word, 0.0, VerbClass::Ordinary};
        if (noun != nullptr)
            trigger.key = keyOf(*noun, verb);
        else if (verb != nullptr)
            trigger.key = verb->lemma;
        else
            trigger.key = withoutEnding(word);
        if (verb != nullptr && noun == nullptr) {
            trigger.verbClass = m_lexicon.classOf(verb->lemma);
            trigger.form = (verb->forms & PastForm) != 0      ? TriggerForm::PastVerb
                           : (verb->forms & Gerund) != 0      ? TriggerForm::GerundVerb
                           : (verb->forms & ThirdPerson) != 0 ? TriggerForm::PresentVerb
                                                              : TriggerForm::Infinitive;
        }
        return trigger;
    }

    /// "called him “a hero”", "dubbed “the Fox”": words about words, nothing that happened.
    bool givesName(std::size_t i, std::string_view lemma) const
    {
        constexpr auto naming =
            std::to_array<std::string_view>({"brand", "call", "describe", "dub", "label", "name", "term"});
        if (!isOneOf(naming, lemma))
            return false;
        for (int step = 1; step <= 3; ++step) {
            if (m_words.at(i, step) == "“" || m_words.at(i, step) == "\"" || m_words.at(i, step) == "‘")
                return true;
        }
        return false;
    }

    std::optional<Trigger> asVerb(std::size_t i, const VerbEntry& verb, const EventNounEntry* noun) const
    {
        const VerbClass verbClass = m_lexicon.classOf(verb.lemma);
        if (verbClass == VerbClass::Auxiliary)
            return std::nullopt;
        const std::string_view word = m_words.lower[i];
        const std::string_view before = m_words.at(i, -1);
        const bool governed = isOneOf(modals, before) || (isOneOf(modals, m_words.at(i, -2)) && before.ends_with("ly"));
        const bool determined = afterDeterminer(i);
        Trigger trigger{i, TriggerForm::PastVerb, verb.lemma, 0.0, verbClass};
        if ((verb.forms & PastForm) != 0 && !(governed && (verb.forms & BaseForm) != 0)) {
            // "the proposed summit": an adjective; "shut", "put": past only by their neighbors.
            if (determined && before != "that" && before != "which")
                trigger.score = (verb.forms & BaseForm) != 0 ? 0.0 : 0.2;
            else if ((verb.forms & BaseForm) != 0 && verb.asNoun > verb.asVerb)
                trigger.score = 0.0;
            else
                trigger.score = 0.8;
        } else if ((verb.forms & Gerund) != 0) {
            if (isOneOf(prepositionsOfing, word))
                return std::nullopt;
            trigger.form = TriggerForm::GerundVerb;
            trigger.score = isOneOf(beForms, before) ? 0.6 : determined ? 0.35 : 0.5;
        } else if (governed && before != "not") {
            trigger.form = TriggerForm::Infinitive;
            trigger.score = before == "to" ? 0.5 : 0.55;
            if (before == "to" && verb.asNoun > 3 * verb.asVerb)
                trigger.score = 0.0; // "to school"
        } else if ((verb.forms & ThirdPerson) != 0) {
            trigger.form = TriggerForm::PresentVerb;
            const bool subjectBefore = isOneOf(subjects, before) || (i > 0 && m_words.tokens[i - 1].capital);
            if ((determined && !isOneOf(subjects, before)) || (noun != nullptr && !subjectBefore))
                trigger.score = 0.0; // a plural
            else if (subjectBefore || verb.asVerb > verb.asNoun)
                trigger.score = 0.55;
        } else if (!determined && (isOneOf(subjects, before) || (verb.asVerb > 2 * verb.asNoun && i > 0))) {
            trigger.form = TriggerForm::PresentVerb;
            trigger.score = 0.35;
        }
        if (trigger.score == 0.0 || givesName(i, verb.lemma))
            return std::nullopt;
        if (verbClass == VerbClass::State)
            trigger.score = std::min(trigger.score, 0.15);
        return trigger;
    }

    std::optional<Trigger> asNoun(std::size_t i, const EventNounEntry& noun, const VerbEntry* verb) const
    {
        if (isOneOf(genericNouns, noun.lemma))
            return std::nullopt;
        Trigger trigger{i, TriggerForm::Noun, keyOf(noun, verb), 0.3, VerbClass::Ordinary};
        const std::string_view after = m_words.at(i, 1);
        if (noun.weight == 2)
            trigger.score += 0.1;
        if (!noun.verb.empty())
            trigger.score += 0.1;
        if (afterDeterminer(i) || after == "of" || after == "by" || after == "in" || after == "on" ||
            after == "against")
            trigger.score += 0.1;
        const bool plural = m_words.lower[i] != noun.lemma;
        if (plural && !afterDeterminer(i) && m_words.tokens[i > 0 ? i - 1 : 0].kind != text::TokenKind::Number)
            trigger.score -= 0.15; // "against sanctions": talked about rather than told
        if (verb != nullptr && verb->asVerb > 4 * verb->asNoun && noun.verb.empty())
            trigger.score -= 0.15;
        const VerbClass verbClass = m_lexicon.classOf(trigger.key);
        if (verbClass == VerbClass::State || verbClass == VerbClass::Auxiliary)
            return std::nullopt;
        return trigger;
    }

    /// "made a brief speech", "held talks": the noun is the event, the verb only carries it.
    void passLightVerbs()
    {
        constexpr std::size_t reach = 5;
        for (std::size_t k = 0; k + 1 < m_triggers.size(); ++k) {
            Trigger& light = m_triggers[k];
            Trigger& noun = m_triggers[k + 1];
            if (light.verbClass != VerbClass::Light || light.form == TriggerForm::Noun ||
                noun.form != TriggerForm::Noun || noun.token - light.token > reach || noun.score < 0.3)
                continue;
            light.key = noun.key;
            noun.score = std::max(noun.score, light.score);
            light.score = std::min(light.score, 0.3);
        }
    }

    const SentenceWords& m_words;    // Not owned: the caller's sentence.
    const TriggerLexicon& m_lexicon; // Not owned: outlives every article.
    bool m_titleCase;
    std::vector<Trigger> m_triggers;
};

} // namespace

std::vector<Trigger> triggerCandidates(const SentenceWords& words, const TriggerLexicon& lexicon)
{
    return Finder(words, lexicon).candidates();
}

std::vector<Trigger> findTriggers(const SentenceWords& words, const TriggerLexicon& lexicon)
{
    return Finder(words, lexicon).run();
}

} // namespace synoptic::events
