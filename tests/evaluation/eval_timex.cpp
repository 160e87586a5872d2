// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_timex CORPUS_DIR [--narrative] [--floor VALUE_F1] [--calibration]
//
// Scores the temporal tagger against the .tml files of a folder: TempEval-3, task A, over all documents together.
// Exit codes: 0 at or above the floor, 1 below it, 2 usage or no corpus.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

struct Timex
{
    TextSpan span{};
    std::string type;
    std::string value;
    double confidence = 0.0;
};

struct Document
{
    std::string text;
    std::vector<Timex> gold;
    std::optional<Day> published;
};

std::string attribute(std::string_view tag, const std::string& name)
{
    const std::size_t at = tag.find(' ' + name + "=\"");
    if (at == std::string_view::npos)
        return {};
    const std::size_t begin = at + name.size() + 3;
    const std::size_t end = tag.find('"', begin);
    return std::string(tag.substr(begin, end == std::string_view::npos ? end : end - begin));
}

/// The character of an entity ("amp", "#38", "#x26"); '?' for one beyond ASCII, whose exact form no date needs.
char entity(std::string_view name)
{
    if (name == "amp")
        return '&';
    if (name == "lt")
        return '<';
    if (name == "gt")
        return '>';
    if (name == "quot")
        return '"';
    if (name == "apos")
        return '\'';
    const bool hex = name.starts_with("#x");
    const std::string_view digits = name.substr(std::min<std::size_t>(name.size(), hex ? 2 : 1));
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    return value > 0 && value < 128 ? static_cast<char>(value) : '?';
}

void trim(const std::string& text, TextSpan& span)
{
    const auto blank = [&text](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
    while (span.begin < span.end && blank(span.begin))
        ++span.begin;
    while (span.end > span.begin && blank(span.end - 1))
        --span.end;
}

/// Reads the TEXT element, its TIMEX3 tags and the document creation time.
Document readTimeMl(const std::string& xml)
{
    Document document;
    std::vector<Timex> open;
    bool inText = false;
    for (std::size_t i = 0; i < xml.size();) {
        if (xml[i] == '<') {
            const std::size_t close = std::min(xml.find('>', i), xml.size() - 1);
            const std::string_view tag(xml.data() + i + 1, close - i - 1);
            if (tag == "TEXT")
                inText = true;
            else if (tag == "/TEXT")
                inText = false;
            else if (tag.starts_with("TIMEX3") && !tag.ends_with('/')) {
                Timex timex{.type = attribute(tag, "type"), .value = attribute(tag, "value")};
                if (attribute(tag, "functionInDocument") == "CREATION_TIME" && !inText)
                    document.published = dayFromIso(timex.value.substr(0, 10));
                timex.span.begin = static_cast<std::uint32_t>(document.text.size());
                open.push_back(std::move(timex));
            } else if (tag == "/TIMEX3" && !open.empty()) {
                Timex timex = std::move(open.back());
                open.pop_back();
                timex.span.end = static_cast<std::uint32_t>(document.text.size());
                if (inText && !timex.span.empty()) {
                    trim(document.text, timex.span);
                    document.gold.push_back(std::move(timex));
                }
            }
            i = close + 1;
            continue;
        }
        if (xml[i] == '&') {
            const std::size_t end = xml.find(';', i);
            if (end != std::string::npos && end - i < 10) {
                if (inText)
                    document.text += entity(std::string_view(xml).substr(i + 1, end - i - 1));
                i = end + 1;
                continue;
            }
        }
        if (inText)
            document.text += xml[i];
        ++i;
    }
    std::ranges::sort(document.gold, {}, [](const Timex& timex) { return timex.span; });
    return document;
}

std::vector<Timex> tag(const Document& document, bool narrative)
{
    constexpr std::array names{"DATE", "TIME", "DURATION", "SET"};
    std::vector<TextSpan> sentences;
    for (const text::Sentence& sentence : text::splitSentences(document.text))
        sentences.push_back(sentence.span);
    const auto unresolved = recognize(document.text, sentences);
    Reference reference{std::nullopt, documentKind(document.text, unresolved)};
    if (document.published && !narrative)
        reference.published = DayRange{*document.published, *document.published};
    std::vector<Timex> found;
    for (const TemporalExpression& expression : resolve(document.text, unresolved, reference))
        found.push_back({expression.span, names[static_cast<std::size_t>(expression.type)], expression.value,
                         expression.confidence});
    return found;
}

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

struct Calibration
{
    std::array<int, 11> all{};
    std::array<int, 11> right{};
};

void score(const std::vector<Timex>& gold, const std::vector<Timex>& found, Counts& counts, Calibration& calibration)
{
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
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
        const auto bin = static_cast<std::size_t>(std::clamp(found[f].confidence, 0.0, 1.0) * 10.0);
        ++calibration.all[bin];
        calibration.right[bin] += foundRight[f] ? 1 : 0;
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::string folder;
    bool narrative = false;
    bool showCalibration = false;
    double floor = 0.0;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--narrative")
            narrative = true;
        else if (argument == "--calibration")
            showCalibration = true;
        else if (argument == "--floor" && i + 1 < argc)
            floor = std::strtod(argv[++i], nullptr);
        else
            folder = argument;
    }
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tml")
            files.push_back(entry.path());
    }
    if (files.empty()) {
        std::fprintf(stderr, "usage: eval_timex CORPUS_DIR [--narrative] [--floor VALUE_F1] [--calibration]\n"
                             "CORPUS_DIR must hold .tml files\n");
        return 2;
    }
    std::ranges::sort(files);
    Counts counts;
    Calibration calibration;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        const Document document = readTimeMl(bytes.str());
        score(document.gold, tag(document, narrative), counts, calibration);
    }
    std::printf("%zu documents, %d gold, %d found\n", files.size(), counts.gold, counts.found);
    std::printf("strict %.2f  relaxed %.2f  type %.2f  value %.2f\n", counts.f1(counts.strict),
                counts.f1(counts.relaxed), counts.f1(counts.type), counts.f1(counts.value));
    for (std::size_t bin = 0; showCalibration && bin < calibration.all.size(); ++bin) {
        if (calibration.all[bin] > 0)
            std::printf("confidence %.1f: %d found, %.0f %% right\n", static_cast<double>(bin) / 10,
                        calibration.all[bin], 100.0 * calibration.right[bin] / calibration.all[bin]);
    }
    if (counts.f1(counts.value) < floor) {
        std::printf("value F1 is below the floor of %.2f\n", floor);
        return 1;
    }
    return 0;
}
