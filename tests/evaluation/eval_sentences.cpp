// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_sentences FILE.jsonl [--floor F1] [--errors]
//
// Scores the sentence splitter: F1 of sentences with exactly the borders that people gave them. FILE holds a JSON
// object a line: "text" and "sentences", pairs of code points. Exit codes: 0 at or above the floor, 1 below it, 2
// usage.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "evaluation/gold_sentences.h"
#include "text/sentence_splitter.h"

using namespace synoptic;

namespace {

/// What was reached and must not be lost.
struct Floor
{
    std::string_view set;
    double f1;
};

/// The first two were learned from: these floors only show that nothing broke.
constexpr std::array floors{Floor{"sent-ewt-dev", 0.94}, Floor{"sent-golden", 0.93}, Floor{"sent-gum-dev", 0.949}};

double recordedFloor(const std::string& path)
{
    const std::string set = std::filesystem::path(path).parent_path().filename().string();
    const auto found = std::ranges::find(floors, set, &Floor::set);
    return found == floors.end() ? 0.0 : found->f1;
}

void printErrors(const tests::GoldText& gold, const std::vector<TextSpan>& found)
{
    const auto print = [&gold](const char* what, const std::vector<TextSpan>& spans,
                               const std::vector<TextSpan>& others) {
        for (const TextSpan& span : spans) {
            if (!std::ranges::binary_search(others, span))
                std::printf("%s\t%s\n", what, std::string(textOf(gold.text, span)).c_str());
        }
    };
    print("missed", gold.sentences, found);
    print("spurious", found, gold.sentences);
}

} // namespace

int main(int argc, char** argv)
{
    std::string path;
    double floor = 0.0;
    bool errors = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--floor" && i + 1 < argc)
            floor = std::strtod(argv[++i], nullptr);
        else if (argument == "--errors")
            errors = true;
        else
            path = argument;
    }
    const auto texts = tests::readGoldSentences(path);
    if (texts.empty()) {
        std::fprintf(stderr, "usage: eval_sentences FILE.jsonl [--floor F1] [--errors]\n");
        return 2;
    }
    tests::SentenceScore score;
    for (const tests::GoldText& gold : texts) {
        std::vector<TextSpan> found;
        for (const text::Sentence& sentence : text::splitSentences(gold.text))
            found.push_back(sentence.span);
        score.count(gold, found);
        if (errors)
            printErrors(gold, found);
    }
    std::printf("%zu texts, %zu sentences, %zu found, %zu right, F1 %.4f\n", texts.size(), score.gold, score.found,
                score.right, score.f1());
    const double least = floor > 0.0 ? floor : recordedFloor(path);
    if (score.f1() < least)
        std::printf("below the floor of %.4f\n", least);
    return score.f1() < least ? 1 : 0;
}
