// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_recognizers FILE.json [--failures] [--floor PERCENT]
//
// Runs the English cases of Recognizers-Text (Specs/DateTime/English/DateTimeModel.json; MIT) and compares what they
// mean on the calendar, not their extents: theirs take prepositions along, and give past and future readings as equals.
// A case is right if every expected time is met by an expression that overlaps it, and nothing is found where nothing
// is expected. What is no time of ours (a time zone alone) is left out; of what is not met, the cases outside of the
// product are counted by reason and apart. Exit codes: 0 at or above the floor, which is the recorded one without
// --floor, 1 below it, 2 usage.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/calendar.h"
#include "recognizer_cases.h"
#include "recognizer_reasons.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using namespace synoptic::temporal;
using namespace synoptic::evaluation;
using nlohmann::json;

namespace {

std::string typeOf(const json& result)
{
    const std::string name = field(result, "TypeName") + field(result, "Typename");
    const std::size_t dot = name.find('.');
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

/// What was reached, in per cent of the cases inside of the product.
constexpr double recordedFloor = 95.0;

struct Tally
{
    int all = 0;
    int right = 0;
};

std::vector<TemporalExpression> tag(const std::string& text, const std::string& day)
{
    std::vector<TextSpan> sentences;
    for (const text::Sentence& sentence : text::splitSentences(text))
        sentences.push_back(sentence.span);
    Reference reference;
    if (const auto published = dayFromIso(day))
        reference.published = DayRange{*published, *published};
    return resolve(text, recognize(text, sentences), reference);
}

} // namespace

int main(int argc, char** argv)
{
    std::string path;
    bool failures = false;
    double floor = recordedFloor;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--failures")
            failures = true;
        else if (argument == "--floor" && i + 1 < argc)
            floor = std::strtod(argv[++i], nullptr);
        else
            path = argument;
    }
    std::ifstream file(path, std::ios::binary);
    if (file.peek() == 0xEF)
        file.ignore(3); // byte-order mark
    const json cases = json::parse(file, nullptr, false);
    if (!cases.is_array()) {
        std::fprintf(stderr, "usage: eval_recognizers FILE.json [--failures] [--floor PERCENT]\n");
        return 2;
    }
    std::map<std::string, Tally> tallies;
    std::map<std::string, int> reasons;
    std::map<std::string, int> outside;
    Tally total;
    int left = 0; // not met, and outside of the product
    for (const json& each : cases) {
        const std::string text = field(each, "Input");
        const std::string today = field(each.value("Context", json::object()), "ReferenceDateTime").substr(0, 10);
        const auto expressions = tag(text, today);
        const json results = each.value("Results", json::array());
        if (results.empty()) {
            Tally& tally = tallies["nothing"];
            ++tally.all;
            tally.right += expressions.empty() ? 1 : 0;
            if (!expressions.empty()) {
                const Reason reason = reasonForNothing(text);
                ++(reason.outside ? outside : reasons)[reason.words];
                left += reason.outside ? 1 : 0;
            }
            if (failures && !expressions.empty())
                std::printf("nothing\t%s\t%s\n", text.c_str(), expressions.front().value.c_str());
        }
        for (const json& result : results) {
            const std::string type = typeOf(result);
            if (type == "timezone")
                continue;
            const TextSpan span = spanOf(static_cast<std::size_t>(result.value("Start", 0)),
                                         static_cast<std::size_t>(result.value("End", 0)) + 1);
            std::vector<const TemporalExpression*> found;
            for (const TemporalExpression& expression : expressions) {
                if (expression.span.overlaps(span))
                    found.push_back(&expression);
            }
            Tally& tally = tallies[type];
            ++tally.all;
            if (met(found, result, today)) {
                ++tally.right;
                continue;
            }
            const Reason reason = reasonFor(text, type, field(result, "Text"), result);
            ++(reason.outside ? outside : reasons)[reason.words];
            left += reason.outside ? 1 : 0;
            if (failures) {
                std::string ours;
                for (const TemporalExpression* expression : found)
                    ours += ' ' + expression->value;
                std::printf("%s%s\t%s\t[%s]\t%s\tfound:%s\n", reason.outside ? "outside " : "", type.c_str(),
                            text.c_str(), field(result, "Text").c_str(),
                            result.value("Resolution", json::object()).dump().substr(0, 240).c_str(), ours.c_str());
            }
        }
    }
    for (const auto& [type, tally] : tallies) {
        std::printf("%-14s %4d of %4d\n", type.c_str(), tally.right, tally.all);
        total.all += tally.all;
        total.right += tally.right;
    }
    const auto percentOf = [&](int all) { return all > 0 ? 100.0 * total.right / all : 0.0; };
    const double percent = percentOf(total.all - left);
    std::printf("%-14s %4d of %4d, %.1f %%\n", "all", total.right, total.all, percentOf(total.all));
    std::printf("%-14s %4d of %4d, %.1f %%\n", "inside", total.right, total.all - left, percent);
    const auto list = [](const char* title, const std::map<std::string, int>& counts) {
        std::printf("%s\n", title);
        for (const auto& [reason, count] : counts)
            std::printf("%5d  %s\n", count, reason.c_str());
    };
    list("not met:", reasons);
    list("not met, and outside of the product:", outside);
    return percent < floor ? 1 : 0;
}
