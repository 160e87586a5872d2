// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>
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

/// An expression whose day is certain, in a sentence that tells what happened on it: evidence for others.
struct DatedSentence
{
    std::uint32_t article = 0;
    std::uint32_t sentence = 0;
    std::uint32_t expression = 0;
    Day day;

    friend bool operator==(const DatedSentence&, const DatedSentence&) = default;
};

/// What is certain in a story.
struct Witnesses
{
    std::vector<DatedSentence> sentences;                                   ///< in text order, article by article
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> withTerm; ///< term → positions in sentences
};

/// "This expression is that day", with the sentence elsewhere that says so.
struct Equation
{
    std::uint32_t expression = 0;
    Day day;
    double probability = 0.0;  ///< that both sentences tell of the same day
    std::uint32_t witness = 0; ///< article
    TextSpan witnessSpan;
};

/// Compares what the articles of one story tell, sentence by sentence: whether two sentences are about the same day is
/// judged by the words they share, each weighed by how few sentences of the story have it, without the words of time.
class WitnessComparison
{
public:
    /// @p members: the articles of the story. Cost: linear in their text.
    WitnessComparison(const Articles& articles, const std::vector<std::uint32_t>& members, const std::stop_token& stop);

    /// The expressions of the members whose day is certain.
    Witnesses witnesses() const;

    /// What @p witnesses say of the expressions of article @p a that depend on its publication date. Most alike first;
    /// at most a few for each expression. Cost: the sentences of @p a times the witnesses that share a word with them
    /// which few share.
    std::vector<Equation> equationsOf(std::uint32_t a, const Witnesses& witnesses) const;

    /// The part of the sentences of @p a that stand word for word in @p b, times aside: near 1 for a reprint.
    double sharedText(std::uint32_t a, std::uint32_t b) const;

    /// How alike two sentences of the story are, 0…1.
    double likeness(std::uint32_t a, std::uint32_t sentenceOfA, std::uint32_t b, std::uint32_t sentenceOfB) const;

private:
    struct Member
    {
        std::vector<links::TermVector> sentences; ///< empty where marked
    };

    const links::TermVector* vectorOf(std::uint32_t article, std::uint32_t sentence) const;
    std::vector<std::uint32_t> candidates(const links::TermVector& words, const Witnesses& witnesses) const;

    const Articles& m_articles;              // Not owned: the caller's list, which outlives this.
    const std::vector<std::uint32_t>& m_ids; // Not owned: the caller's.
    const std::stop_token& m_stop;           // Not owned: the caller's.
    std::unordered_map<std::uint32_t, Member> m_members;
};

/// How likely it is that two sentences so alike tell of the same day. @p sameFigure: both name the same day of a month.
double sameDayProbability(double likeness, bool sameFigure);

} // namespace synoptic::analysis
