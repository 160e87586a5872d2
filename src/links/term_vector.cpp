// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/term_vector.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/lexicons.h"
#include "text/stemmer.h"

namespace synoptic::links {

bool isContent(const text::Token& token, std::string_view lower)
{
    return token.kind != text::TokenKind::Punctuation && lower.size() >= 2 && !text::isStopWord(lower) && lower != "'s";
}

std::vector<std::string> contentStems(std::string_view text)
{
    std::vector<std::string> stems;
    for (const text::Token& token : text::tokenize(text)) {
        const std::string word = text::foldCase(textOf(text, token.span));
        if (isContent(token, word))
            stems.push_back(text::stem(word));
    }
    return stems;
}

DocumentFrequencies DocumentFrequencies::parse(std::string_view table)
{
    DocumentFrequencies frequencies;
    lexicons::forEachRow(table, [&](const auto& field) {
        std::uint32_t count = 0;
        const std::string_view digits = field(1);
        std::from_chars(digits.data(), digits.data() + digits.size(), count);
        if (field(0) == "*")
            frequencies.m_articles = count;
        else
            frequencies.m_counts.emplace(field(0), count);
    });
    return frequencies;
}

const DocumentFrequencies& DocumentFrequencies::standard()
{
    static const DocumentFrequencies frequencies = parse(lexicons::documentFrequencies());
    return frequencies;
}

double DocumentFrequencies::inverse(std::string_view stem) const
{
    const auto found = m_counts.find(stem);
    const double count = found == m_counts.end() ? 1.0 : static_cast<double>(found->second);
    return std::log((static_cast<double>(m_articles) + 1.0) / (count + 0.5));
}

std::uint32_t Vocabulary::idOf(const std::string& stem)
{
    const auto [at, added] = m_ids.try_emplace(stem, static_cast<std::uint32_t>(m_stems.size()));
    if (added)
        m_stems.push_back(stem);
    return at->second;
}

TermVector termVector(const std::vector<std::string>& stems, Vocabulary& vocabulary,
                      const DocumentFrequencies& frequencies, std::size_t most)
{
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const std::string& stem : stems)
        ++counts[vocabulary.idOf(stem)];
    TermVector vector;
    for (const auto& [term, count] : counts) {
        const double weight =
            (1.0 + std::log(static_cast<double>(count))) * frequencies.inverse(vocabulary.stems()[term]);
        vector.entries.push_back({term, static_cast<float>(weight)});
    }
    if (vector.entries.size() > most) {
        std::ranges::sort(vector.entries, [](const auto& a, const auto& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
        });
        vector.entries.resize(most);
        std::ranges::sort(vector.entries, {}, &TermVector::Entry::term);
    }
    scaleToOne(vector);
    return vector;
}

void scaleToOne(TermVector& vector)
{
    double square = 0.0;
    for (const auto& entry : vector.entries)
        square += static_cast<double>(entry.weight) * static_cast<double>(entry.weight);
    if (square <= 0.0)
        return;
    const auto length = static_cast<float>(std::sqrt(square));
    for (auto& entry : vector.entries)
        entry.weight /= length;
}

double cosine(const TermVector& a, const TermVector& b)
{
    double sum = 0.0;
    auto right = b.entries.begin();
    for (const auto& left : a.entries) {
        while (right != b.entries.end() && right->term < left.term)
            ++right;
        if (right == b.entries.end())
            break;
        if (right->term == left.term)
            sum += static_cast<double>(left.weight) * static_cast<double>(right->weight);
    }
    return sum;
}

} // namespace synoptic::links
