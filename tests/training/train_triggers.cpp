// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// train_triggers DATA [--check OTHER] > resources/lexicons/en/trigger_weights.tsv
//
// Learns which words name events from folders in which people marked them (a gold.json with the article folders beside
// it), with the features of the product. Same folders, same bytes. --check prints how well the weights of the program
// as built do on other folders, and learns nothing.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "evaluation/gold_folders.h"
#include "events/trigger_features.h"
#include "training/logistic_regression.h"

using namespace synoptic;

namespace {

using FeatureName = std::pair<std::string, std::string>;

/// Calls @p visit(words, candidate, isEvent) for each candidate of the fully annotated sentences.
template <class Visitor>
void forEachCandidate(const std::vector<evaluation::GoldFolder>& folders, const Visitor& visit)
{
    const events::TriggerLexicon& lexicon = events::TriggerLexicon::standard();
    for (const evaluation::GoldFolder& folder : folders) {
        std::map<evaluation::SentenceRef, std::vector<TextSpan>> marked;
        for (const evaluation::GoldEvent& event : folder.events) {
            for (const evaluation::GoldMention& mention : event.mentions)
                marked[mention.where].push_back(mention.span);
        }
        for (std::uint32_t a = 0; a < folder.articles.size(); ++a) {
            const evaluation::GoldArticle& article = folder.articles[a];
            for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
                if (!article.sentences[s].scorable)
                    continue;
                const std::vector<TextSpan>& spans = marked[{a, s}];
                const auto words = events::wordsOf(article.analysis->article.text, article.sentences[s].span);
                for (const events::Trigger& candidate : events::triggerCandidates(words, lexicon)) {
                    const TextSpan token = words.tokens[candidate.token].span;
                    visit(words, candidate,
                          std::ranges::any_of(spans, [&](TextSpan span) { return span.overlaps(token); }));
                }
            }
        }
    }
}

void learn(const std::vector<evaluation::GoldFolder>& folders)
{
    const events::TriggerLexicon& lexicon = events::TriggerLexicon::standard();
    std::map<FeatureName, std::uint32_t> numbers;
    std::map<FeatureName, int> uses;
    const auto forEachFeature = [&](const auto& words, const auto& candidate, const auto& use) {
        events::forEachTriggerFeature(words, candidate, lexicon, [&](std::string_view name, std::string_view value) {
            use(FeatureName(name, value));
        });
    };
    forEachCandidate(folders, [&](const auto& words, const auto& candidate, bool) {
        forEachFeature(words, candidate, [&](FeatureName name) { ++uses[std::move(name)]; });
    });
    constexpr int leastUses = 2;
    std::vector<FeatureName> names;
    for (const auto& [name, count] : uses) {
        if (count >= leastUses) {
            numbers[name] = static_cast<std::uint32_t>(names.size());
            names.push_back(name);
        }
    }
    std::vector<training::Example> examples;
    forEachCandidate(folders, [&](const auto& words, const auto& candidate, bool isEvent) {
        training::Example& example = examples.emplace_back();
        example.positive = isEvent;
        forEachFeature(words, candidate, [&](const FeatureName& name) {
            if (const auto number = numbers.find(name); number != numbers.end())
                example.features.push_back(number->second);
        });
    });
    constexpr double cost = 0.5;
    constexpr int rounds = 40;
    const std::vector<double> weights = training::logisticRegression(examples, names.size(), cost, rounds);
    std::cout << "# Which words name events: template, value, weight in thousandths; made by train_triggers.\n";
    constexpr long worthKeeping = 20;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const long weight = std::lround(1000.0 * weights[i]);
        // Quotes and backslashes would have to be escaped where the table is compiled in.
        const bool plain = names[i].second.find_first_of("\"\\;#\t") == std::string::npos;
        if (plain && std::labs(weight) >= worthKeeping)
            std::cout << names[i].first << '\t' << names[i].second << '\t' << weight << '\n';
    }
    std::cerr << examples.size() << " examples, " << names.size() << " features\n";
}

void check(const std::vector<evaluation::GoldFolder>& folders)
{
    const events::TriggerLexicon& lexicon = events::TriggerLexicon::standard();
    for (const double threshold : {0.02, 0.05, 0.1, 0.2, 0.3, 0.5}) {
        int right = 0;
        int found = 0;
        int gold = 0;
        forEachCandidate(folders, [&](const auto& words, const auto& candidate, bool isEvent) {
            const bool chosen = events::likelihoodOf(words, candidate, lexicon) >= threshold;
            gold += isEvent ? 1 : 0;
            found += chosen ? 1 : 0;
            right += chosen && isEvent ? 1 : 0;
        });
        std::cout << threshold << ": precision " << 100.0 * right / std::max(found, 1) << " recall "
                  << 100.0 * right / std::max(gold, 1) << " F1 " << 200.0 * right / std::max(found + gold, 1) << '\n';
    }
}

} // namespace

int main(int argc, char** argv)
{
    const bool checks = argc == 3 && std::string(argv[1]) == "--check";
    if (argc != 2 && !checks) {
        std::cerr << "usage: train_triggers DATA > trigger_weights.tsv\n       train_triggers --check DATA\n";
        return 2;
    }
    const auto folders = evaluation::readGoldFolders(argv[argc - 1], evaluation::Layout::Lines);
    if (!folders) {
        std::cerr << "train_triggers: cannot read " << folders.error().detail << '\n';
        return 2;
    }
    if (checks)
        check(*folders);
    else
        learn(*folders);
    return 0;
}
