// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace synoptic::training {

/// One example: the numbers of the features it has, and whether it is one of those sought.
struct Example
{
    std::vector<std::uint32_t> features;
    bool positive = false;
};

/// Weights of an L2-regularized logistic regression over one-hot features, as LIBLINEAR defines it: they minimize
/// |w|²/2 + @p cost × the sum of the losses. AdaGrad in a fixed shuffled order, so that the same examples give the same
/// weights. Cost: @p rounds passes.
inline std::vector<double> logisticRegression(const std::vector<Example>& examples, std::size_t featureCount,
                                              double cost, int rounds)
{
    std::vector<double> weights(featureCount, 0.0);
    std::vector<double> squares(featureCount, 1e-6);
    std::vector<double> uses(featureCount, 0.0);
    for (const Example& example : examples) {
        for (const std::uint32_t feature : example.features)
            uses[feature] += 1.0;
    }
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uint64_t state = 0x9E3779B97F4A7C15U;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i) {
            state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            std::swap(order[i - 1], order[(state >> 33U) % i]);
        }
        const double rate = 0.5 / (1.0 + 0.3 * round);
        for (const std::size_t index : order) {
            const Example& example = examples[index];
            double sum = 0.0;
            for (const std::uint32_t feature : example.features)
                sum += weights[feature];
            const double error = 1.0 / (1.0 + std::exp(-sum)) - (example.positive ? 1.0 : 0.0);
            for (const std::uint32_t feature : example.features) {
                // The penalty of a weight is shared out over the uses of its feature.
                const double gradient = cost * error + weights[feature] / uses[feature];
                squares[feature] += gradient * gradient;
                weights[feature] -= rate * gradient / std::sqrt(squares[feature]);
            }
        }
    }
    return weights;
}

} // namespace synoptic::training
