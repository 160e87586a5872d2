// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/trigger_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "base/lexicons.h"

namespace synoptic::events {
namespace {

std::uint32_t number(std::string_view text)
{
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool endsInOneConsonant(std::string_view word)
{
    const std::size_t n = word.size();
    if (n < 3 || isVowel(word[n - 1]) || word[n - 1] == 'w' || word[n - 1] == 'x' || word[n - 1] == 'y')
        return false;
    return isVowel(word[n - 2]) && !isVowel(word[n - 3]);
}

std::string third(std::string_view verb)
{
    std::string form(verb);
    const char last = form.back();
    const char before = form[form.size() - 2];
    if (last == 'y' && !isVowel(before)) {
        form.back() = 'i';
        return form + "es";
    }
    if (last == 's' || last == 'x' || last == 'z' || last == 'o' || (last == 'h' && (before == 's' || before == 'c')))
        return form + "es";
    return form + "s";
}

std::string withSuffix(std::string_view verb, std::string_view suffix)
{
    std::string form(verb);
    const bool past = suffix == "ed";
    if (form.back() == 'e' && (past || !form.ends_with("ee"))) {
        if (!past && form.ends_with("ie")) {
            form.resize(form.size() - 2);
            return form + "ying";
        }
        form.pop_back();
    } else if (past && form.back() == 'y' && !isVowel(form[form.size() - 2])) {
        form.back() = 'i';
    }
    return form.append(suffix);
}

// Classes of lemmas, each sorted.
constexpr auto auxiliaries = std::to_array<std::string_view>(
    {"be", "can", "could", "do", "have", "may", "might", "must", "ought", "shall", "should", "will", "would"});
constexpr auto states = std::to_array<std::string_view>(
    {"account",    "appear",  "base",     "belong", "compare", "compete",    "comprise",  "concern",  "consist",
     "constitute", "contain", "contrast", "cost",   "deserve", "depend",     "differ",    "entail",   "equal",
     "exist",      "face",    "fear",     "feel",   "follow",  "go",         "hate",      "hope",     "imply",
     "include",    "intend",  "involve",  "keep",   "know",    "lack",       "let",       "lie",      "like",
     "live",       "locate",  "look",     "love",   "matter",  "mean",       "need",      "own",      "owe",
     "possess",    "prefer",  "regard",   "relate", "remain",  "remember",   "represent", "resemble", "seem",
     "stand",      "suppose", "tend",     "think",  "try",     "understand", "use",       "want",     "watch",
     "wish",       "work"});
constexpr auto lights = std::to_array<std::string_view>({"carry", "come", "conduct", "deliver", "get", "give", "hold",
                                                         "issue", "make", "put", "set", "stage", "take", "undergo"});
constexpr auto reportings = std::to_array<std::string_view>(
    {"acknowledge", "add",      "admit",  "argue",     "believe",  "cite",   "claim",  "comment",
     "describe",    "estimate", "expect", "explain",   "indicate", "insist", "note",   "observe",
     "point",       "quote",    "recall", "reiterate", "remark",   "reply",  "report", "reveal",
     "say",         "show",     "state",  "stress",    "suggest",  "tell",   "write"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

void TriggerLexicon::addForm(const std::string& form, const VerbEntry& entry, VerbForm kind)
{
    const auto [at, added] = m_verbs.try_emplace(form, entry);
    // Two verbs may share a form ("found", "lay"): the commoner one has it.
    if (!added && at->second.lemma != entry.lemma && at->second.asVerb < entry.asVerb)
        at->second = entry;
    if (at->second.lemma == entry.lemma)
        at->second.forms = static_cast<std::uint8_t>(at->second.forms | kind);
}

void TriggerLexicon::addVerb(std::string_view lemma, std::uint32_t asVerb, std::uint32_t asNoun, bool regularPast)
{
    const VerbEntry entry{std::string(lemma), 0, asVerb, asNoun};
    addForm(std::string(lemma), entry, BaseForm);
    addForm(third(lemma), entry, ThirdPerson);
    addForm(withSuffix(lemma, "ing"), entry, Gerund);
    if (regularPast)
        addForm(withSuffix(lemma, "ed"), entry, PastForm);
    if (endsInOneConsonant(lemma)) { // "stopped"; some do not double ("visited"), so both are there
        const std::string doubled = std::string(lemma) + lemma.back();
        addForm(doubled + "ing", entry, Gerund);
        if (regularPast)
            addForm(doubled + "ed", entry, PastForm);
    }
}

TriggerLexicon TriggerLexicon::parse(std::string_view verbs, std::string_view irregular, std::string_view eventNouns,
                                     std::string_view moreEventNouns)
{
    TriggerLexicon lexicon;
    std::unordered_set<std::string> irregularPast;
    lexicons::forEachRow(irregular, [&](const auto& field) {
        const std::string_view form = field(0);
        if (!form.ends_with("ing") && !form.ends_with("s") && !form.ends_with("ed"))
            irregularPast.emplace(field(1));
    });
    lexicons::forEachRow(verbs, [&](const auto& field) {
        const std::string_view lemma = field(0);
        if (lemma.size() >= 2)
            lexicon.addVerb(lemma, number(field(1)), number(field(2)), !irregularPast.contains(std::string(lemma)));
    });
    lexicons::forEachRow(irregular, [&](const auto& field) {
        const auto base = lexicon.m_verbs.find(field(1));
        if (base == lexicon.m_verbs.end() || base->second.lemma != field(1))
            return;
        const VerbEntry entry = base->second;
        const std::string form(field(0));
        lexicon.addForm(form, {entry.lemma, 0, entry.asVerb, entry.asNoun},
                        form.ends_with("ing") ? Gerund
                        : form.ends_with("s") ? ThirdPerson
                                              : PastForm);
    });
    for (const std::string_view table : {moreEventNouns, eventNouns}) {
        lexicons::forEachRow(table, [&](const auto& field) {
            const std::string lemma(field(0));
            if (lemma.size() < 2)
                return;
            const EventNounEntry entry{lemma, field(2) == "-" ? std::string() : std::string(field(2)),
                                       static_cast<int>(number(field(1)))};
            lexicon.m_nouns.try_emplace(lemma, entry);
            lexicon.m_nouns.try_emplace(third(lemma), entry);
        });
    }
    return lexicon;
}

const TriggerLexicon& TriggerLexicon::standard()
{
    static const TriggerLexicon lexicon =
        parse(lexicons::verbs(), lexicons::irregular(), lexicons::eventNouns(), lexicons::moreEventNouns());
    return lexicon;
}

const VerbEntry* TriggerLexicon::verb(std::string_view word) const
{
    const auto found = m_verbs.find(word);
    return found == m_verbs.end() ? nullptr : &found->second;
}

const EventNounEntry* TriggerLexicon::eventNoun(std::string_view word) const
{
    const auto found = m_nouns.find(word);
    return found == m_nouns.end() ? nullptr : &found->second;
}

VerbClass TriggerLexicon::classOf(std::string_view lemma) const
{
    if (holds(auxiliaries, lemma))
        return VerbClass::Auxiliary;
    if (holds(states, lemma))
        return VerbClass::State;
    if (holds(lights, lemma))
        return VerbClass::Light;
    if (holds(reportings, lemma))
        return VerbClass::Reporting;
    return VerbClass::Ordinary;
}

} // namespace synoptic::events
