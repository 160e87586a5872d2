// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learns which lines of a text without markup are the article, for resources/lexicons/en/line_trees.tsv.
//
//   train_lines LINES_SET… [--clean BODY_SET…] > line_trees.tsv
//
// A set is a folder with gold.jsonl (see evaluation/gold_lines.h); of a --clean set the bodies alone are read, in which
// nothing is boilerplate. Prints on stderr what five-fold cross-validation over the sites gives for each set, without
// and with what the rest of the folder says. The same files give the same bytes.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/boosted_trees.h"
#include "base/digest.h"
#include "evaluation/gold_lines.h"
#include "ingest/layout.h"
#include "ingest/line_features.h"
#include "ingest/line_model.h"
#include "ingest/metadata.h"
#include "ingest/repeated_lines.h"
#include "training/boosted_trees_trainer.h"

using namespace synoptic;
using tests::GoldLines;
using tests::LineLabel;

namespace {

constexpr std::size_t folds = 5;
constexpr training::TreeSettings settings{160, 6, 0.1, 8.0, 2.0};
/// A page of a thousand menu lines is no more than a page.
constexpr double mostLinesOfAText = 60.0;
constexpr float cleanWeight = 3.0F; ///< of a line that must not be lost

struct Set
{
    std::string name;
    bool clean = false;
    std::vector<GoldLines> texts;
};

/// A text as the model sees it: rows of features.
struct Described
{
    std::size_t set = 0;
    std::size_t text = 0;
    std::size_t fold = 0;
    std::vector<ingest::LineRepeats> repeats; ///< empty: without what the rest of the folder says
    std::int32_t proseShare = 0;
    std::vector<std::int32_t> rows;
};

std::size_t foldOf(const std::string& site)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char byte : site)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    return (hash >> 32U) % folds;
}

ingest::Layout layoutOf(const GoldLines& gold)
{
    ingest::RawArticle raw;
    raw.text = gold.text;
    ingest::Layout layout = ingest::layoutOf(raw);
    layout.text = gold.text;
    layout.title = ingest::findTitle(layout, {}).line;
    return layout;
}

Described describe(const GoldLines& gold, std::span<const ingest::LineRepeats> repeats)
{
    const ingest::Layout layout = layoutOf(gold);
    const ingest::LineEvidence evidence = ingest::evidenceOf(layout, repeats);
    const ingest::LineDescriber describer(evidence);
    Described described;
    described.fold = foldOf(gold.site);
    described.repeats.assign(repeats.begin(), repeats.end());
    described.proseShare = describer.proseShare();
    const std::size_t features = ingest::LineDescriber::featureCount();
    described.rows.resize(layout.lines.size() * features);
    for (std::size_t i = 0; i < layout.lines.size(); ++i)
        describer.describe(i, std::span(described.rows).subspan(i * features, features));
    return described;
}

std::vector<Described> describeAll(const std::vector<Set>& sets)
{
    std::vector<Described> all;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const auto& texts = sets[s].texts;
        std::vector<std::string_view> views;
        views.reserve(texts.size());
        for (const GoldLines& gold : texts)
            views.emplace_back(gold.text);
        std::vector<std::uint32_t> clusters(texts.size());
        std::iota(clusters.begin(), clusters.end(), 0U);
        const auto repeats = ingest::repeatedLines(views, clusters);
        for (std::size_t t = 0; t < texts.size(); ++t) {
            const auto add = [&](std::span<const ingest::LineRepeats> own) {
                all.push_back(describe(texts[t], own));
                all.back().set = s;
                all.back().text = t;
            };
            add({});
            if (!repeats[t].empty())
                add(repeats[t]);
        }
    }
    return all;
}

/// Trees learned from all texts but those of fold @p leftOut.
std::string learn(const std::vector<Set>& sets, const std::vector<Described>& all, std::size_t leftOut)
{
    training::TreeExamples examples;
    examples.features = ingest::LineDescriber::featureCount();
    for (const Described& one : all) {
        if (one.fold == leftOut)
            continue;
        const auto& labels = sets[one.set].texts[one.text].labels;
        const double each = std::min(1.0, mostLinesOfAText / static_cast<double>(labels.size()));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i] == LineLabel::Title)
                continue;
            const auto row = one.rows.begin() + static_cast<std::ptrdiff_t>(i * examples.features);
            examples.values.insert(examples.values.end(), row, row + static_cast<std::ptrdiff_t>(examples.features));
            examples.positive.push_back(labels[i] == LineLabel::Main);
            examples.weight.push_back(sets[one.set].clean ? cleanWeight : static_cast<float>(each));
        }
    }
    return training::boostedTrees(examples, settings);
}

std::vector<std::int64_t> scoresOf(const Described& one, const BoostedTrees& trees)
{
    const std::size_t features = ingest::LineDescriber::featureCount();
    std::vector<std::int64_t> scores;
    for (std::size_t at = 0; at < one.rows.size(); at += features)
        scores.push_back(trees.score(std::span(one.rows).subspan(at, features)));
    return scores;
}

void report(const std::vector<Set>& sets, const std::vector<Described>& all,
            const std::vector<std::vector<std::int64_t>>& scores)
{
    for (std::size_t s = 0; s < sets.size(); ++s) {
        tests::LineScore alone;
        tests::LineScore folder;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].set != s)
                continue;
            const GoldLines& gold = sets[s].texts[all[i].text];
            const ingest::Layout layout = layoutOf(gold);
            const auto marked =
                ingest::marksFrom(ingest::evidenceOf(layout, all[i].repeats), scores[i], all[i].proseShare);
            const bool inFolder = !all[i].repeats.empty();
            if (!inFolder)
                alone.count(gold, marked);
            const bool hasOther = i + 1 < all.size() && !all[i + 1].repeats.empty() && all[i + 1].text == all[i].text;
            if (inFolder || !hasOther)
                folder.count(gold, marked);
        }
        std::fprintf(stderr,
                     "  %-24s alone F1 %.4f body %.4f lost %.2f %%; in its folder F1 %.4f body %.4f lost %.2f %%\n",
                     sets[s].name.c_str(), alone.f1(), alone.bodyF1(), 100.0 * alone.lostShare(), folder.f1(),
                     folder.bodyF1(), 100.0 * folder.lostShare());
    }
}

std::vector<Set> readSets(int argc, char** argv)
{
    std::vector<Set> sets;
    bool clean = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--clean") {
            clean = true;
            continue;
        }
        Set set{std::filesystem::path(argument).filename().string() + (clean ? ", clean" : ""), clean, {}};
        set.texts = clean ? tests::readCleanTexts(argument) : tests::readGoldLines(argument);
        if (set.texts.empty())
            std::fprintf(stderr, "%s: nothing to learn from\n", argument.c_str());
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<Set> sets = readSets(argc, argv);
    if (sets.empty() || std::ranges::any_of(sets, [](const Set& set) { return set.texts.empty(); })) {
        std::fprintf(stderr, "usage: train_lines LINES_SET... [--clean BODY_SET...] > line_trees.tsv\n");
        return 2;
    }
    const std::vector<Described> all = describeAll(sets);
    std::vector<std::vector<std::int64_t>> scores(all.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const BoostedTrees trees = BoostedTrees::parse(learn(sets, all, fold));
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].fold == fold)
                scores[i] = scoresOf(all[i], trees);
    }
    std::fprintf(stderr, "in five-fold cross-validation over sites:\n");
    report(sets, all, scores);
    const std::string rows = learn(sets, all, folds);
    std::printf("# Trees that tell the lines of an article from those of a page, for text without markup: see\n"
                "# base/boosted_trees.h; the features are those of ingest/line_features.h, in that order.\n"
                "# Made by train_lines from the article extraction benchmark (MIT), news-421 (Apache-2.0) and WCXB\n"
                "# (CC BY 4.0). No text of them is in here.\n"
                "# SHA-256 of the rows: %s\n%s",
                sha256Hex(rows).c_str(), rows.c_str());
    return 0;
}
