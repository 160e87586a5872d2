// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learns where sentences end, for resources/lexicons/en/sentence_boundaries.tsv.
//
//   train_sentences FILE.jsonl… > sentence_boundaries.tsv
//
// A file holds a JSON object a line: "text" and "sentences", pairs of code points. Prints on stderr the F1 of sentences
// in ten-fold cross-validation over the texts. The same files give the same bytes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "evaluation/gold_sentences.h"
#include "text/sentence_gap.h"
#include "text/sentence_splitter.h"
#include "training/logistic_regression.h"

using namespace synoptic;

namespace {

constexpr std::size_t folds = 10;
constexpr int rounds = 30;
constexpr double cost = 1.0;
/// Features seen less often say nothing that holds elsewhere.
constexpr int leastSeen = 2;

/// "kind<TAB>first<TAB>second" in lower case, as the table has it.
class FeatureList : public FeatureSink
{
public:
    void see(std::string_view kind, std::string_view first, std::string_view second) override
    {
        std::string name(kind);
        for (const std::string_view part : {first, second}) {
            name += '\t';
            for (const char byte : part) {
                const bool upper = byte >= 'A' && byte <= 'Z';
                name += upper ? static_cast<char>(byte + ('a' - 'A')) : byte == '\n' || byte == '\t' ? ' ' : byte;
            }
        }
        names.push_back(std::move(name));
    }

    std::vector<std::string> names;
};

struct NamedExample
{
    std::vector<std::string> features;
    bool positive = false;
    std::size_t text = 0;
};

/// Knows the answers and writes down what the model would see.
class Recorder : public text::BoundaryChooser
{
public:
    Recorder(const tests::GoldText& gold, std::size_t index, std::vector<NamedExample>& examples)
        : m_gold(gold), m_index(index), m_examples(examples)
    {}
    bool ends(const text::Gap& gap, std::size_t at) const override
    {
        FeatureList list;
        describeGap(gap, list);
        const bool positive =
            std::ranges::any_of(m_gold.sentences, [at](const TextSpan& sentence) { return sentence.end == at; });
        m_examples.push_back({std::move(list.names), positive, m_index});
        return positive;
    }

private:
    const tests::GoldText& m_gold; // Not owned: the caller's.
    std::size_t m_index;
    std::vector<NamedExample>& m_examples; // Not owned: the caller's, filled here.
};

using Weights = std::map<std::string, double, std::less<>>;

/// Decides by weights that were just learned.
class Learned : public text::BoundaryChooser
{
public:
    explicit Learned(const Weights& weights) : m_weights(weights) {}
    bool ends(const text::Gap& gap, std::size_t /*at*/) const override
    {
        if (cannotEnd(gap) || mustEnd(gap))
            return !cannotEnd(gap);
        FeatureList list;
        describeGap(gap, list);
        double sum = 0.0;
        for (const std::string& name : list.names) {
            const auto found = m_weights.find(name);
            sum += found == m_weights.end() ? 0.0 : found->second;
        }
        return sum >= 0.0;
    }

private:
    const Weights& m_weights; // Not owned: the caller's.
};

/// @p leftOut: the fold whose texts are not learned from; folds for none.
Weights learn(const std::vector<NamedExample>& examples, std::size_t leftOut)
{
    std::map<std::string, int> seen;
    for (const NamedExample& example : examples) {
        if (example.text % folds == leftOut)
            continue;
        for (const std::string& name : example.features)
            ++seen[name];
    }
    std::map<std::string, std::uint32_t> numbers;
    for (const auto& [name, count] : seen) {
        if (count >= leastSeen)
            numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    }
    std::vector<training::Example> numbered;
    for (const NamedExample& example : examples) {
        if (example.text % folds == leftOut)
            continue;
        training::Example& added = numbered.emplace_back();
        added.positive = example.positive;
        for (const std::string& name : example.features) {
            if (const auto number = numbers.find(name); number != numbers.end())
                added.features.push_back(number->second);
        }
    }
    const auto learned = training::logisticRegression(numbered, numbers.size(), cost, rounds);
    Weights weights;
    for (const auto& [name, number] : numbers)
        weights.emplace(name, learned[number]);
    return weights;
}

std::vector<TextSpan> spansOf(const tests::GoldText& gold, const text::BoundaryChooser& chooser)
{
    std::vector<TextSpan> spans;
    for (const text::Sentence& sentence : text::splitSentences(gold.text, {}, chooser))
        spans.push_back(sentence.span);
    return spans;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<tests::GoldText> texts;
    for (int i = 1; i < argc; ++i) {
        const auto more = tests::readGoldSentences(argv[i]);
        texts.insert(texts.end(), more.begin(), more.end());
    }
    if (texts.empty()) {
        std::fprintf(stderr, "usage: train_sentences FILE.jsonl... > sentence_boundaries.tsv\n");
        return 2;
    }
    std::vector<NamedExample> examples;
    for (std::size_t i = 0; i < texts.size(); ++i)
        spansOf(texts[i], Recorder(texts[i], i, examples));
    tests::SentenceScore score;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const Weights weights = learn(examples, fold);
        for (std::size_t i = fold; i < texts.size(); i += folds)
            score.count(texts[i], spansOf(texts[i], Learned(weights)));
    }
    std::size_t positive = 0;
    for (const NamedExample& example : examples)
        positive += example.positive ? std::size_t{1} : std::size_t{0};
    std::fprintf(stderr, "%zu texts, %zu gaps, %zu ends; in ten-fold cross-validation %zu of %zu, F1 %.4f\n",
                 texts.size(), examples.size(), positive, score.right, score.gold, score.f1());
    std::string rows;
    for (const auto& [name, weight] : learn(examples, folds)) {
        const long fixed = std::lround(weight * 256.0);
        if (fixed > 2 || fixed < -2)
            rows += name + '\t' + std::to_string(fixed) + '\n';
    }
    std::printf("# Weights for the ends of sentences: kind of feature, its words, 1/256 of log-odds.\n"
                "# Made by train_sentences from texts that are not part of the project: the development part of\n"
                "# UD_English-EWT (CC BY-SA 4.0, Universal Dependencies contributors) and the golden rules of\n"
                "# pragmatic_segmenter and pySBD (MIT). No text of them is in here.\n"
                "# SHA-256 of the rows: %s\n%s",
                sha256Hex(rows).c_str(), rows.c_str());
    return 0;
}
