// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learns the weights of the temporal tagger's choices, for resources/lexicons/en/temporal_choices.tsv.
//
//   train_temporal_choices CORPUS_DIR > temporal_choices.tsv
//
// CORPUS_DIR holds .tml files. Prints the examples, the log-loss and the accuracy of ten-fold cross-validation on
// stderr. Logistic regression with a quadratic penalty, trained by full gradient steps from zero in a fixed order: the
// same corpus gives the same bytes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "evaluation/timeml.h"
#include "temporal/calendar_units.h"
#include "temporal/choices.h"
#include "temporal/recognizer.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

/// Annotators differ over vague words from document to document: that model must lean on few, common features.
constexpr double expressionPenalty = 3.0;
constexpr double directionPenalty = 3;
constexpr int steps = 400;
constexpr double stepSize = 0.02;
constexpr int folds = 10;
/// Features seen less often say nothing that holds elsewhere.
constexpr int leastSeen = 2;

/// "kind<TAB>first<TAB>second" in lower case, as the table has it.
class FeatureList : public FeatureSink
{
public:
    void see(std::string_view kind, std::string_view first, std::string_view second) override
    {
        std::string name;
        for (const std::string_view part : {kind, first, second}) {
            if (!name.empty())
                name += '\t';
            for (const char byte : part)
                name += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte == '\n' ? ' ' : byte;
        }
        features.push_back(std::move(name));
    }

    std::vector<std::string> features;
};

struct Example
{
    std::vector<std::string> features;
    bool positive = false;
    std::size_t document = 0;
    double prior = 0.0; ///< log-odds that the features start from
};

/// Keeps every doubtful expression and writes down what the models would see.
class Recorder : public Chooser
{
public:
    bool isExpression(const TokenView& tokens, const Match& match) const override
    {
        FeatureList list;
        describeExpression(tokens, match, list);
        expressions[spanOf(tokens, match)] = std::move(list.features);
        return true;
    }
    int directionScore(const TokenView& tokens, const Match& match) const override
    {
        FeatureList list;
        describeDirection(tokens, match, list);
        directions[spanOf(tokens, match)] = std::move(list.features);
        return 0;
    }

    mutable std::map<TextSpan, std::vector<std::string>> expressions;
    mutable std::map<TextSpan, std::vector<std::string>> directions;

private:
    static TextSpan spanOf(const TokenView& tokens, const Match& match)
    {
        return {tokens[match.first].begin, tokens[match.next - 1].end};
    }
};

const tests::Timex* goldAt(const tests::TimeMlDocument& document, TextSpan span)
{
    for (const tests::Timex& timex : document.gold) {
        if (timex.span.overlaps(span))
            return &timex;
    }
    return nullptr;
}

/// The two years between which the direction is open; nothing if the publication date lies inside.
struct Candidates
{
    Day back;
    Day ahead;
};

std::optional<Candidates> candidatesFor(const CalendarFields& fields, Day published)
{
    const int year = yearOf(published);
    const unsigned day = fields.day > 0 ? fields.day : 1;
    const Day inYear = dayIn(year, fields.month, day);
    if (fields.day == 0 ? fields.month == monthOf(published) : inYear == published)
        return std::nullopt;
    return inYear > published ? Candidates{dayIn(year - 1, fields.month, day), inYear}
                              : Candidates{inYear, dayIn(year + 1, fields.month, day)};
}

void collect(const tests::TimeMlDocument& document, std::size_t index, std::vector<Example>& expressions,
             std::vector<Example>& directions)
{
    const Recorder recorder;
    const auto found = recognize(document.text, document.sentences(), recorder);
    for (const auto& candidate : recorder.expressions) { // clang 14 captures no structured binding
        const TextSpan span = candidate.first;
        const bool kept = std::ranges::any_of(found, [span](const auto& each) { return each.span == span; });
        if (kept)
            expressions.push_back({candidate.second, goldAt(document, span) != nullptr, index});
    }
    for (const UnresolvedExpression& expression : found) {
        const auto features = recorder.directions.find(expression.span);
        const tests::Timex* gold = goldAt(document, expression.span);
        if (features == recorder.directions.end() || gold == nullptr || !document.published)
            continue;
        const auto candidates = candidatesFor(expression.fields, *document.published);
        const auto days = daysFromIso(gold->value.substr(0, expression.fields.day > 0 ? 10 : 7));
        // What is neither the last nor the next one was annotated against another day.
        if (!candidates || !days || (days->first != candidates->back && days->first != candidates->ahead))
            continue;
        FeatureList distance;
        const auto daysAhead = static_cast<int>((candidates->ahead - *document.published).count());
        describeDistance(expression.fields, daysAhead, distance);
        Example example{features->second, days->first == candidates->ahead, index,
                        directionByRule(expression, daysAhead) / 256.0};
        example.features.insert(example.features.end(), distance.features.begin(), distance.features.end());
        directions.push_back(std::move(example));
    }
}

using Weights = std::map<std::string, double>;

double scoreOf(const Weights& weights, const Example& example)
{
    double sum = example.prior;
    for (const std::string& feature : example.features) {
        const auto weight = weights.find(feature);
        sum += weight == weights.end() ? 0.0 : weight->second;
    }
    return sum;
}

Weights train(const std::vector<const Example*>& examples, double penalty)
{
    std::map<std::string, int> seen;
    for (const Example* example : examples) {
        for (const std::string& feature : example->features)
            ++seen[feature];
    }
    Weights weights;
    for (const auto& [feature, count] : seen) {
        if (count >= leastSeen)
            weights[feature] = 0.0;
    }
    for (int step = 0; step < steps; ++step) {
        Weights gradient;
        for (const auto& [feature, weight] : weights)
            gradient[feature] = -penalty * weight;
        for (const Example* example : examples) {
            const double probability = 1.0 / (1.0 + std::exp(-scoreOf(weights, *example)));
            for (const std::string& feature : example->features) {
                if (const auto slope = gradient.find(feature); slope != gradient.end())
                    slope->second += (example->positive ? 1.0 : 0.0) - probability;
            }
        }
        for (auto& [feature, weight] : weights)
            weight += stepSize * gradient[feature];
    }
    return weights;
}

void crossValidate(const char* name, const std::vector<Example>& examples, double penalty)
{
    int right = 0;
    int rightByPrior = 0;
    int positive = 0;
    double loss = 0.0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const Example*> rest;
        for (const Example& example : examples) {
            if (example.document % folds != fold)
                rest.push_back(&example);
        }
        const Weights weights = train(rest, penalty);
        for (const Example& example : examples) {
            if (example.document % folds != fold)
                continue;
            const double score = scoreOf(weights, example);
            right += (score > 0) == example.positive ? 1 : 0;
            rightByPrior += (example.prior >= 0) == example.positive ? 1 : 0;
            positive += example.positive ? 1 : 0;
            loss += std::log1p(std::exp(example.positive ? -score : score));
        }
    }
    const auto count = static_cast<double>(examples.size());
    std::fprintf(stderr,
                 "%s: %zu examples, %d positive; right by the rule %.1f %%, by the model in ten-fold cross-validation "
                 "%.1f %%, log-loss %.3f\n",
                 name, examples.size(), positive, 100.0 * rightByPrior / count, 100.0 * right / count, loss / count);
}

/// Rows in the order of their names; weights that round to nothing are left out.
std::string rowsOf(const char* name, const std::vector<Example>& examples, double penalty)
{
    std::vector<const Example*> all;
    all.reserve(examples.size());
    for (const Example& example : examples)
        all.push_back(&example);
    std::string rows;
    for (const auto& [feature, weight] : train(all, penalty)) {
        const long fixed = std::lround(weight * 256.0);
        if (fixed > 2 || fixed < -2)
            rows += std::string(name) + '\t' + feature + '\t' + std::to_string(fixed) + '\n';
    }
    return rows;
}

} // namespace

int main(int argc, char** argv)
{
    const auto documents = argc == 2 ? tests::readTimeMlFolder(argv[1]) : std::vector<tests::TimeMlDocument>{};
    if (documents.empty()) {
        std::fprintf(stderr, "usage: train_temporal_choices CORPUS_DIR > temporal_choices.tsv\n"
                             "CORPUS_DIR must hold .tml files\n");
        return 2;
    }
    std::vector<Example> expressions;
    std::vector<Example> directions;
    for (std::size_t i = 0; i < documents.size(); ++i)
        collect(documents[i], i, expressions, directions);
    crossValidate("expression", expressions, expressionPenalty);
    crossValidate("ahead", directions, directionPenalty);
    const std::string rows =
        rowsOf("expression", expressions, expressionPenalty) + rowsOf("ahead", directions, directionPenalty);
    std::printf(
        "# Weights of the choices of the temporal tagger: choice, kind of feature, its words, 1/256 of log-odds.\n"
        "# Made by train_temporal_choices from annotated news that is not part of the project.\n"
        "# SHA-256 of the rows: %s\n%s",
        sha256Hex(rows).c_str(), rows.c_str());
    return 0;
}
