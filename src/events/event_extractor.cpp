// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/event_extractor.h"

#include <algorithm>

#include "events/participants.h"
#include "events/trigger_finder.h"

namespace synoptic::events {

std::vector<EventMention> extractMentions(const corpus::Article& article, std::span<const text::Sentence> sentences,
                                          const std::stop_token& stop)
{
    constexpr std::size_t longestSentence = 4000; // bytes; beyond it is a list, a table or a bomb
    constexpr std::size_t mostParticipants = 5;
    const TriggerLexicon& lexicon = TriggerLexicon::standard();
    std::vector<EventMention> mentions;
    for (std::uint32_t s = 0; s < sentences.size() && !stop.stop_requested(); ++s) {
        if (sentences[s].boilerplate || sentences[s].span.size() > longestSentence)
            continue;
        const SentenceWords words = wordsOf(article.text, sentences[s].span);
        const std::vector<Trigger> triggers = findTriggers(words, lexicon);
        if (triggers.empty())
            continue;
        const std::vector<NameMention> names = findNames(article.text, words);
        for (const Trigger& trigger : triggers) {
            EventMention mention;
            mention.sentence = s;
            mention.trigger = words.tokens[trigger.token].span;
            mention.key = trigger.key;
            mention.score = trigger.score;
            mention.form = trigger.form;
            mention.reporting = trigger.verbClass == VerbClass::Reporting && trigger.form != TriggerForm::Noun;
            // Subject and object first: the names nearest to the trigger.
            std::vector<std::pair<std::size_t, const NameMention*>> near;
            for (const NameMention& name : names) {
                const std::size_t distance = name.last < trigger.token    ? trigger.token - name.last
                                             : name.first > trigger.token ? name.first - trigger.token
                                                                          : 0;
                if (distance > 0)
                    near.emplace_back(distance, &name);
            }
            std::ranges::stable_sort(near, {}, [](const auto& entry) { return entry.first; });
            for (const auto& [distance, name] : near) {
                if (mention.participants.size() == mostParticipants)
                    break;
                if (std::ranges::find(mention.participants, name->name) == mention.participants.end())
                    mention.participants.push_back(name->name);
            }
            mentions.push_back(std::move(mention));
        }
    }
    return mentions;
}

} // namespace synoptic::events
