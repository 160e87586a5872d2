// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "events/sentence_words.h"
#include "events/trigger_finder.h"
#include "events/trigger_lexicon.h"

namespace synoptic::events {

/// Calls @p feature(template, value) for everything the trigger model is told of the word @p candidate stands on: the
/// word and its neighbors in several coarse forms, what the lexicon knows of it, and what the rules make of it.
/// The program that learns the weights and the program that uses them share this one definition.
template <class Sink>
void forEachTriggerFeature(const SentenceWords& words, const Trigger& candidate, const TriggerLexicon& lexicon,
                           const Sink& feature)
{
    constexpr auto positions = std::to_array<std::string_view>({"-2", "-1", "+1", "+2"});
    constexpr auto steps = std::to_array<int>({-2, -1, 1, 2});
    const std::size_t i = candidate.token;
    const std::string_view word = words.lower[i];
    const auto ending = [](std::string_view text, std::size_t letters) {
        return text.substr(text.size() - std::min(text.size(), letters));
    };
    const auto digit = [](int value) {
        constexpr std::string_view digits = "0123456789";
        return digits.substr(static_cast<std::size_t>(std::clamp(value, 0, 9)), 1);
    };
    feature("bias", "");
    feature("word", word);
    feature("key", candidate.key);
    feature("ends2", ending(word, 2));
    feature("ends3", ending(word, 3));
    for (std::size_t p = 0; p < positions.size(); ++p) {
        const std::string_view neighbor = words.at(i, steps[p]);
        feature(positions[p], neighbor);
        if (steps[p] == 1 || steps[p] == -1)
            feature(p == 1 ? "-1ends" : "+1ends", ending(neighbor, 3));
    }
    const VerbEntry* verb = lexicon.verb(word);
    const EventNounEntry* noun = lexicon.eventNoun(word);
    feature("forms", verb == nullptr ? "no" : digit(verb->forms / 2 + 4 * (verb->forms & 1)));
    feature("noun", noun == nullptr ? "no" : digit(noun->weight + (noun->verb.empty() ? 0 : 4)));
    if (verb != nullptr)
        feature("use", verb->asVerb > 2 * verb->asNoun ? "verb" : verb->asNoun > 2 * verb->asVerb ? "noun" : "both");
    feature("class", digit(static_cast<int>(candidate.verbClass)));
    feature("form", digit(static_cast<int>(candidate.form)));
    feature("rule", digit(static_cast<int>(candidate.score * 9.99)));
    feature("formrule", digit(static_cast<int>(candidate.form) * 2 + (candidate.score > 0.4 ? 1 : 0)));
    if (words.tokens[i].capital)
        feature("capital", i == 0                        ? "first"
                           : isTitleCase(words)          ? "headline"
                           : words.tokens[i - 1].capital ? "run"
                                                         : "inside");
    const auto nextCapital = i + 1 < words.size() && words.tokens[i + 1].capital;
    if (nextCapital)
        feature("next", "capital");
    if (i + 1 < words.size() && words.tokens[i + 1].kind == text::TokenKind::Number)
        feature("next", "number");
    if (i > 0 && words.tokens[i - 1].kind == text::TokenKind::Number)
        feature("before", "number");
    if (words.size() <= 12)
        feature("short", digit(static_cast<int>(candidate.form)));
}

/// Weights of one-hot features, as the training programs write them.
class FeatureWeights
{
public:
    /// Rows "template, value, weight in thousandths".
    static FeatureWeights parse(std::string_view table);

    /// The weight of a feature; 0 if it was never seen.
    std::int32_t of(std::string_view name, std::string_view value) const;

private:
    struct Slot
    {
        std::uint32_t feature = 0; // 0: empty
        std::int32_t weight = 0;
    };
    std::vector<Slot> m_slots; // open addressing, a power of two
};

/// How likely the word of @p candidate names an event, 0…1. The score it carries is the rules' and one of the features.
double likelihoodOf(const SentenceWords& words, const Trigger& candidate, const TriggerLexicon& lexicon);

} // namespace synoptic::events
