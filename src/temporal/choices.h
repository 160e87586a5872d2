// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/hashed_weights.h"
#include "temporal/matching.h"

/// Decisions that no rule makes well, made by small linear models: whether a doubtful word is a time at all ("now",
/// "recent"), and whether a month or day without its year lies ahead of the publication date. Weekdays stay with their
/// rule: there were too few examples to learn from (see tests/training/README.md).
///
/// The weights are in resources/lexicons/en/temporal_choices.tsv; tests/training/train_temporal_choices.cpp learns them
/// with the functions of this file, so that both see the same features.
namespace synoptic::temporal {

/// The decisions; the weights of each are its own.
enum class Choice : std::uint8_t
{
    Expression, ///< positive: an expression of time
    Ahead       ///< positive: after the publication date
};

/// What tells whether the doubtful words of @p match are an expression of time.
void describeExpression(const TokenView& tokens, const Match& match, FeatureSink& sink);

/// What the text tells of the direction of a date without its year. Its distance is described apart, because it changes
/// with the publication date and the text does not.
void describeDirection(const TokenView& tokens, const Match& match, FeatureSink& sink);
void describeDistance(const CalendarFields& fields, int daysAhead, FeatureSink& sink);

/// The rule of thumb that the model for directions starts from: the nearest one, far away as the verb says. In 1/256 of
/// log-odds, positive for ahead.
int directionByRule(const UnresolvedExpression& expression, int daysAhead);

/// Whether describeDirection applies: a month or day of a month without year and without "last" or "next".
bool hasOpenDirection(const UnresolvedExpression& expression);

/// The weights of both decisions.
class ChoiceWeights
{
public:
    /// Rows of choice ("expression", "ahead"), kind, first word, second word, weight.
    static ChoiceWeights parse(std::string_view table);
    /// The ones that the program carries.
    static const ChoiceWeights& compiledIn();

    std::size_t size() const { return m_weights.size(); }
    int weightOf(Choice choice, std::string_view kind, std::string_view first, std::string_view second) const;

private:
    HashedWeights m_weights;
};

/// Sums the weights of what it sees.
class ChoiceScore : public FeatureSink
{
public:
    ChoiceScore(const ChoiceWeights& weights, Choice choice) : m_weights(weights), m_choice(choice) {}
    void see(std::string_view kind, std::string_view first, std::string_view second) override
    {
        m_sum += m_weights.weightOf(m_choice, kind, first, second);
    }
    int sum() const { return m_sum; }

private:
    const ChoiceWeights& m_weights; // Not owned: compiled in, or the caller's.
    Choice m_choice;
    int m_sum = 0;
};

/// Decides while a text is read. The training program puts its own in, which keeps everything and writes down the
/// features.
class Chooser
{
public:
    Chooser() = default;
    Chooser(const Chooser&) = delete;
    Chooser& operator=(const Chooser&) = delete;
    virtual ~Chooser() = default;
    virtual bool isExpression(const TokenView& tokens, const Match& match) const;
    /// The text's part of the score for Choice::Ahead.
    virtual int directionScore(const TokenView& tokens, const Match& match) const;
};

} // namespace synoptic::temporal
