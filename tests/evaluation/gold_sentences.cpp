// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/gold_sentences.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace synoptic::tests {
namespace {

/// The byte at which each code point begins, and the end.
std::vector<std::size_t> startsOf(const std::string& text)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); at += decodeAt(text, at).size)
        starts.push_back(at);
    starts.push_back(text.size());
    return starts;
}

} // namespace

std::vector<GoldText> readGoldSentences(const std::string& path)
{
    std::vector<GoldText> texts;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const auto document = nlohmann::json::parse(line, nullptr, false);
        if (!document.is_object() || !document.contains("text") || !document.contains("sentences"))
            continue;
        GoldText gold;
        gold.text = document["text"].get<std::string>();
        const auto starts = startsOf(gold.text);
        for (const auto& pair : document["sentences"]) {
            const auto begin = pair.at(0).get<std::size_t>();
            const auto end = pair.at(1).get<std::size_t>();
            if (begin < end && end < starts.size())
                gold.sentences.push_back(spanOf(starts[begin], starts[end]));
        }
        std::ranges::sort(gold.sentences);
        texts.push_back(std::move(gold));
    }
    return texts;
}

void SentenceScore::count(const GoldText& text, const std::vector<TextSpan>& spans)
{
    gold += text.sentences.size();
    found += spans.size();
    for (const TextSpan& span : spans)
        right += std::ranges::binary_search(text.sentences, span) ? std::size_t{1} : std::size_t{0};
}

double SentenceScore::f1() const
{
    const auto all = static_cast<double>(gold + found);
    return all > 0.0 ? 2.0 * static_cast<double>(right) / all : 0.0;
}

} // namespace synoptic::tests
