// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_weights.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace synoptic::analysis {
namespace {

constexpr double rangeMass = 0.95;
// Cues are not independent, and the sum of their logarithms is too sure of itself: a range is taken wider than it says.
constexpr double rangeTemper = 0.8;

std::string monthOf(Day day)
{
    return isoDate(day).substr(0, isoDate(day).size() - 3);
}

/// Weights with the sum 1.
std::vector<double> weightsOf(std::span<const double> scores, double temper)
{
    const double highest = *std::ranges::max_element(scores);
    std::vector<double> weights;
    double total = 0.0;
    for (const double score : scores)
        total += weights.emplace_back(std::exp(temper * (score - highest)));
    for (double& weight : weights)
        weight /= total;
    return weights;
}

} // namespace

DayVerdict verdictOf(std::span<const double> scores)
{
    const std::vector<double> weights = weightsOf(scores, 1.0);
    const std::vector<double> wide = weightsOf(scores, rangeTemper);
    DayVerdict verdict;
    verdict.mode = static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
    verdict.weight = weights[verdict.mode];
    verdict.last = wide.size() - 1;
    std::size_t begin = 0;
    double sum = 0.0;
    std::size_t best = wide.size() + 1;
    for (std::size_t end = 0; end < wide.size(); ++end) {
        sum += wide[end];
        while (sum - wide[begin] >= rangeMass)
            sum -= wide[begin++];
        if (sum >= rangeMass && end - begin + 1 < best) {
            best = end - begin + 1;
            verdict.first = begin;
            verdict.last = end;
        }
    }
    return verdict;
}

std::string coarseValue(const DayRange& range)
{
    constexpr int toldByDays = 31;
    if (range.days() <= toldByDays)
        return edtfOf(range);
    const std::string first = monthOf(range.first);
    const std::string last = monthOf(range.last);
    return first == last ? first : first + "/" + last;
}

} // namespace synoptic::analysis
