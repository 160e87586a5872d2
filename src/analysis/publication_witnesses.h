// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "links/term_vector.h"

namespace synoptic::analysis {

using Articles = std::vector<std::shared_ptr<const ArticleAnalysis>>;

/// The day of an expression that names one; a night belongs to the day on which it begins.
std::optional<Day> dayOf(const temporal::TemporalExpression& expression);

/// The publication day of an article, if it is known to the day.
std::optional<Day> knownDay(const ArticleAnalysis& article);

/// A mention with a day of its own, as evidence for others.
struct DatedMention
{
    std::uint32_t article = 0;
    std::uint32_t sentence = 0;
    std::uint32_t expression = 0;
    std::string key;
    Day day;
};

struct Witnesses
{
    std::vector<DatedMention> mentions;
    std::map<std::string_view, std::vector<std::size_t>> byKey; ///< key → positions in mentions
};

/// "This expression is that day", with the sentence elsewhere that says so.
struct Equation
{
    std::uint32_t expression = 0;
    Day day;
    double weight = 0.0;
    std::uint32_t witness = 0; ///< article
    TextSpan witnessSpan;
};

/// Compares what articles tell of the same happenings. Keeps the words of each sentence it has looked at.
class WitnessComparison
{
public:
    WitnessComparison(const Articles& articles, const std::stop_token& stop) : m_articles(articles), m_stop(stop) {}

    /// The mentions of @p members whose day is certain. The result points into the articles.
    Witnesses datedMentions(const std::vector<std::uint32_t>& members) const;

    /// What @p witnesses say of the expressions of article @p a that depend on its publication date.
    std::vector<Equation> equationsOf(std::uint32_t a, const Witnesses& witnesses);

private:
    const links::TermVector& sentenceVector(std::uint32_t a, std::uint32_t sentence);

    const Articles& m_articles;    // Not owned: the caller's list, which outlives this.
    const std::stop_token& m_stop; // Not owned: the caller's.
    links::Vocabulary m_vocabulary;
    std::map<std::pair<std::uint32_t, std::uint32_t>, links::TermVector> m_vectors;
};

} // namespace synoptic::analysis
