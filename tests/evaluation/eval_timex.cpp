// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_timex CORPUS_DIR [--narrative] [--floor VALUE_F1] [--calibration] [--errors | --all]
//
// Scores the temporal tagger against the .tml files of a folder: TempEval-3, task A, over all documents together.
// --errors prints a line for each expression that is not right in extent, type and value: its class, what was
// annotated, what was found, the words around it, why, how sure; --all prints one for those that are right, too.
// Without --floor the recorded floors apply to the corpora they were recorded for, told by the folder's name.
// Exit codes: 0 at or above the floor, 1 below it, 2 usage or no corpus.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "evaluation/timeml.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

using tests::TimeMlDocument;
using tests::Timex;

/// What the tagger made of it.
struct Tagged : Timex
{
    double confidence = 0.0;
    std::string resolved;
};

std::vector<Tagged> tag(const TimeMlDocument& document, bool narrative)
{
    constexpr std::array names{"DATE", "TIME", "DURATION", "SET"};
    const auto unresolved = recognize(document.text, document.sentences());
    Reference reference{std::nullopt, documentKind(document.text, unresolved)};
    if (document.published && !narrative)
        reference.published = DayRange{*document.published, *document.published};
    std::vector<Tagged> found;
    for (const TemporalExpression& expression : resolve(document.text, unresolved, reference))
        found.push_back({{expression.span, names[static_cast<std::size_t>(expression.type)], expression.value},
                         expression.confidence,
                         expression.resolved});
    return found;
}

enum class Listing
{
    None,
    Errors,
    All
};

struct Counts
{
    int gold = 0;
    int found = 0;
    int relaxed = 0;
    int strict = 0;
    int type = 0;
    int value = 0;

    double f1(int right) const { return gold + found > 0 ? 200.0 * right / (gold + found) : 0.0; }
};

/// What was reached and must not be lost: a change that falls below is looked at, or the floor is lowered with a
/// reason.
struct Floor
{
    std::string_view corpus; ///< name of the folder
    bool narrative = false;
    double strict = 0.0;
    double relaxed = 0.0;
    double value = 0.0;
};

constexpr std::array floors{
    Floor{"tbaq-dev-corrected", false, 88.1, 94.2, 89.3},
    Floor{"tbaq-train-corrected", false, 89.9, 95.3, 87.7},
    Floor{"wikiwars-dev", true, 88.7, 93.4, 85.4},
};

struct Calibration
{
    std::array<int, 11> all{};
    std::array<int, 11> right{};
};

/// One line for an expression; a missed or an invented one lacks a side.
void printLine(const TimeMlDocument& document, const Timex* gold, const Tagged* found)
{
    if (gold == nullptr && found == nullptr)
        return;
    const auto words = [&](TextSpan span) {
        std::string text(textOf(document.text, span));
        std::ranges::replace(text, '\n', ' ');
        return text;
    };
    std::string what = found == nullptr ? "missed" : gold == nullptr ? "spurious" : "";
    if (gold != nullptr && found != nullptr) {
        what += gold->span != found->span ? "+extent" : "";
        what += gold->type != found->type ? "+type" : "";
        what += gold->value != found->value ? "+value" : "";
        if (what.empty())
            what = "right";
    }
    constexpr std::uint32_t before = 70;
    constexpr std::uint32_t after = 50;
    const TextSpan at = gold != nullptr ? gold->span : found->span;
    const auto size = static_cast<std::uint32_t>(document.text.size());
    std::printf("%s\t%s\t%s", what.c_str(), document.name.c_str(),
                document.published ? isoDate(*document.published).c_str() : "-");
    for (const Timex* timex : {gold, static_cast<const Timex*>(found)}) {
        if (timex == nullptr)
            std::printf("\t-");
        else
            std::printf("\t%s [%s %s]", words(timex->span).c_str(), timex->type.c_str(), timex->value.c_str());
    }
    std::printf("\t%s_%s_%s\t%s\t%.2f\n", words({at.begin - std::min(before, at.begin), at.begin}).c_str(),
                words(at).c_str(), words({at.end, std::min(at.end + after, size)}).c_str(),
                found == nullptr ? "" : found->resolved.c_str(), found == nullptr ? 0.0 : found->confidence);
}

void score(const TimeMlDocument& document, const std::vector<Tagged>& found, Counts& counts, Calibration& calibration,
           Listing listing)
{
    const std::vector<Timex>& gold = document.gold;
    const auto error = [&](const Timex* annotated, const Tagged* tagged) {
        const bool right = annotated != nullptr && tagged != nullptr && annotated->span == tagged->span &&
                           annotated->type == tagged->type && annotated->value == tagged->value;
        if (listing == Listing::All || (listing == Listing::Errors && !right))
            printLine(document, annotated, tagged);
    };
    counts.gold += static_cast<int>(gold.size());
    counts.found += static_cast<int>(found.size());
    struct Pair
    {
        bool inexact;
        std::uint32_t overlap;
        std::size_t gold, found;
    };
    std::vector<Pair> pairs;
    for (std::size_t g = 0; g < gold.size(); ++g) {
        for (std::size_t f = 0; f < found.size(); ++f) {
            if (!gold[g].span.overlaps(found[f].span))
                continue;
            const auto overlap =
                std::min(gold[g].span.end, found[f].span.end) - std::max(gold[g].span.begin, found[f].span.begin);
            pairs.push_back({gold[g].span != found[f].span, overlap, g, f});
        }
    }
    std::ranges::stable_sort(
        pairs, [](const Pair& a, const Pair& b) { return a.inexact != b.inexact ? b.inexact : a.overlap > b.overlap; });
    std::vector<bool> goldTaken(gold.size());
    std::vector<bool> foundTaken(found.size());
    std::vector<bool> foundRight(found.size());
    for (const Pair& pair : pairs) {
        if (goldTaken[pair.gold] || foundTaken[pair.found])
            continue;
        goldTaken[pair.gold] = foundTaken[pair.found] = true;
        ++counts.relaxed;
        counts.strict += pair.inexact ? 0 : 1;
        counts.type += gold[pair.gold].type == found[pair.found].type ? 1 : 0;
        foundRight[pair.found] = gold[pair.gold].value == found[pair.found].value;
        counts.value += foundRight[pair.found] ? 1 : 0;
        error(&gold[pair.gold], &found[pair.found]);
    }
    for (std::size_t g = 0; g < gold.size(); ++g) {
        if (!goldTaken[g])
            error(&gold[g], nullptr);
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
        const auto bin = static_cast<std::size_t>(std::clamp(found[f].confidence, 0.0, 1.0) * 10.0);
        ++calibration.all[bin];
        calibration.right[bin] += foundRight[f] ? 1 : 0;
        if (!foundTaken[f])
            error(nullptr, &found[f]);
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::string folder;
    bool narrative = false;
    bool showCalibration = false;
    Listing listing = Listing::None;
    double floor = 0.0;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--narrative")
            narrative = true;
        else if (argument == "--calibration")
            showCalibration = true;
        else if (argument == "--errors")
            listing = Listing::Errors;
        else if (argument == "--all")
            listing = Listing::All;
        else if (argument == "--floor" && i + 1 < argc)
            floor = std::strtod(argv[++i], nullptr);
        else
            folder = argument;
    }
    const auto documents = tests::readTimeMlFolder(folder);
    if (documents.empty()) {
        std::fprintf(
            stderr, "usage: eval_timex CORPUS_DIR [--narrative] [--floor VALUE_F1] [--calibration] [--errors | --all]\n"
                    "CORPUS_DIR must hold .tml files\n");
        return 2;
    }
    Counts counts;
    Calibration calibration;
    for (const TimeMlDocument& document : documents)
        score(document, tag(document, narrative), counts, calibration, listing);
    std::printf("%zu documents, %d gold, %d found\n", documents.size(), counts.gold, counts.found);
    std::printf("strict %.2f  relaxed %.2f  type %.2f  value %.2f\n", counts.f1(counts.strict),
                counts.f1(counts.relaxed), counts.f1(counts.type), counts.f1(counts.value));
    for (std::size_t bin = 0; showCalibration && bin < calibration.all.size(); ++bin) {
        if (calibration.all[bin] > 0)
            std::printf("confidence %.1f: %d found, %.0f %% right\n", static_cast<double>(bin) / 10,
                        calibration.all[bin], 100.0 * calibration.right[bin] / calibration.all[bin]);
    }
    Floor asked;
    asked.value = floor;
    const std::string corpus = std::filesystem::path(folder + "/.").parent_path().filename().string();
    const auto recorded = std::ranges::find_if(
        floors, [&](const Floor& each) { return each.corpus == corpus && each.narrative == narrative; });
    if (floor <= 0.0 && recorded != floors.end())
        asked = *recorded;
    const bool below = counts.f1(counts.value) < asked.value || counts.f1(counts.strict) < asked.strict ||
                       counts.f1(counts.relaxed) < asked.relaxed;
    if (below) {
        std::printf("below the floor: strict %.2f  relaxed %.2f  value %.2f\n", asked.strict, asked.relaxed,
                    asked.value);
        return 1;
    }
    return 0;
}
