// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/gold_lines.h"

#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/source.h"
#include "ingest/ingest.h"
#include "ingest/text_lines.h"

namespace synoptic::tests {
namespace {

double ratio(double part, double whole)
{
    return whole > 0.0 ? part / whole : 0.0;
}

double harmonic(double a, double b)
{
    return ratio(2.0 * a * b, a + b);
}

std::string stringOf(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The documents of a set, one JSON object each.
std::vector<nlohmann::json> documentsOf(const std::string& folder)
{
    std::vector<nlohmann::json> documents;
    std::ifstream file(folder + "/gold.jsonl", std::ios::binary);
    for (std::string line; std::getline(file, line);)
        if (auto document = nlohmann::json::parse(line, nullptr, false); document.is_object())
            documents.push_back(std::move(document));
    return documents;
}

std::string jointOf(const std::string& folder)
{
    std::ifstream file(folder + "/set.json", std::ios::binary);
    const auto set = nlohmann::json::parse(file, nullptr, false);
    const std::string joint = set.is_object() ? stringOf(set, "joint") : std::string();
    return joint.empty() ? "\n" : joint;
}

using LabeledLines = std::vector<std::pair<LineLabel, std::string>>;

/// The lines as one canonical text. A line that canonical text breaks gives its label to each of its parts.
void addText(std::vector<GoldLines>& texts, const std::string& url, const LabeledLines& lines, const std::string& joint)
{
    GoldLines gold;
    gold.site = corpus::hostOf(url);
    std::string whole;
    for (const auto& [label, line] : lines) {
        whole += (whole.empty() ? "" : joint) + line;
        if (const auto alone = ingest::readPlainText(line))
            gold.labels.insert(gold.labels.end(), ingest::textLines(alone->text).size(), label);
    }
    auto raw = ingest::readPlainText(whole + "\n");
    if (!raw || ingest::textLines(raw->text).size() != gold.labels.size())
        return;
    gold.text = std::move(raw->text);
    texts.push_back(std::move(gold));
}

} // namespace

std::vector<GoldLines> readGoldLines(const std::string& folder)
{
    std::vector<GoldLines> texts;
    const std::string joint = jointOf(folder);
    for (const auto& document : documentsOf(folder)) {
        const auto found = document.find("lines");
        if (found == document.end() || !found->is_array())
            continue;
        LabeledLines lines;
        for (const auto& line : *found)
            lines.emplace_back(static_cast<LineLabel>(line.at(0).get<std::string>().at(0)),
                               line.at(1).get<std::string>());
        addText(texts, stringOf(document, "url"), lines, joint);
    }
    return texts;
}

std::vector<GoldLines> readCleanTexts(const std::string& folder)
{
    std::vector<GoldLines> texts;
    for (const auto& document : documentsOf(folder)) {
        const std::string body = stringOf(document, "body");
        if (body.empty())
            continue;
        LabeledLines lines;
        if (const std::string title = stringOf(document, "title"); !title.empty())
            lines = {{LineLabel::Title, title}, {LineLabel::Main, ""}};
        for (std::size_t begin = 0; begin < body.size();) {
            const std::size_t end = std::min(body.find('\n', begin), body.size());
            lines.emplace_back(LineLabel::Main, body.substr(begin, end - begin));
            begin = end + 1;
        }
        addText(texts, stringOf(document, "url"), lines, "\n");
    }
    return texts;
}

void LineScore::count(const GoldLines& gold, const std::vector<bool>& marked)
{
    const auto lines = ingest::textLines(gold.text);
    double kept = 0.0;
    double both = 0.0;
    double wanted = 0.0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (gold.labels[i] == LineLabel::Title)
            continue;
        const bool isMain = gold.labels[i] == LineLabel::Main;
        (isMain ? main : boilerplate) += 1;
        mainLost += isMain && marked[i] ? 1U : 0U;
        boilerplateKept += !isMain && !marked[i] ? 1U : 0U;
        const double words = lines[i].words;
        kept += marked[i] ? 0.0 : words;
        wanted += isMain ? words : 0.0;
        both += isMain && !marked[i] ? words : 0.0;
    }
    precision += ratio(both, kept);
    recall += ratio(both, wanted);
    ++texts;
}

double LineScore::f1() const
{
    const auto kept = static_cast<double>(main - mainLost);
    return harmonic(ratio(kept, kept + static_cast<double>(boilerplateKept)), ratio(kept, static_cast<double>(main)));
}

double LineScore::bodyF1() const
{
    const auto count = static_cast<double>(texts);
    return harmonic(ratio(precision, count), ratio(recall, count));
}

double LineScore::lostShare() const
{
    return ratio(static_cast<double>(mainLost), static_cast<double>(main));
}

} // namespace synoptic::tests
