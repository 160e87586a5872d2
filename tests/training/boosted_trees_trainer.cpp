// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/boosted_trees_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace synoptic::training {
namespace {

constexpr std::size_t mostBins = 48;

struct Sums
{
    double gradient = 0.0;
    double hessian = 0.0;
};

/// A node while its tree grows: its examples are a stretch of the order.
struct Node
{
    std::size_t begin = 0;
    std::size_t end = 0;
    int depth = 0;
    int feature = -1;
    std::size_t bin = 0; // examples below it go left
    std::size_t left = 0;
    std::size_t right = 0;
    double value = 0.0;
};

class Trainer
{
public:
    Trainer(const TreeExamples& examples, const TreeSettings& settings)
        : m_examples(examples), m_settings(settings), m_score(examples.size(), 0.0), m_sums(examples.size())
    {
        chooseBins();
    }

    std::string run()
    {
        std::string table;
        for (int tree = 0; tree < m_settings.trees; ++tree) {
            for (std::size_t i = 0; i < m_examples.size(); ++i) {
                const double p = 1.0 / (1.0 + std::exp(-m_score[i]));
                const auto weight = static_cast<double>(m_examples.weight[i]);
                m_sums[i] = {weight * (p - (m_examples.positive[i] ? 1.0 : 0.0)), weight * p * (1.0 - p)};
            }
            table += grow();
        }
        return table;
    }

private:
    void chooseBins()
    {
        m_bins.resize(m_examples.values.size());
        for (std::size_t f = 0; f < m_examples.features; ++f) {
            std::vector<std::int32_t> values;
            values.reserve(m_examples.size());
            for (std::size_t i = 0; i < m_examples.size(); ++i)
                values.push_back(m_examples.values[i * m_examples.features + f]);
            std::ranges::sort(values);
            std::vector<std::int32_t>& bounds = m_bounds.emplace_back(); // the smallest value of each bin but the first
            for (std::size_t bin = 1; bin < mostBins; ++bin) {
                const std::int32_t value = values[bin * values.size() / mostBins];
                if (value > values.front() && (bounds.empty() || value > bounds.back()))
                    bounds.push_back(value);
            }
            if (values.back() > values.front() && (bounds.empty() || bounds.back() < values.back()))
                bounds.push_back(values.back());
            for (std::size_t i = 0; i < m_examples.size(); ++i) {
                const auto at = std::ranges::upper_bound(bounds, m_examples.values[i * m_examples.features + f]);
                m_bins[i * m_examples.features + f] = static_cast<std::uint8_t>(at - bounds.begin());
            }
        }
    }

    double gainOf(const Sums& sums) const
    {
        return sums.gradient * sums.gradient / (sums.hessian + m_settings.penalty);
    }

    void split(Node& node, const std::vector<std::uint32_t>& order)
    {
        const std::size_t features = m_examples.features;
        std::vector<Sums> histogram(features * (mostBins + 1));
        Sums total;
        for (std::size_t k = node.begin; k < node.end; ++k) {
            const std::size_t row = order[k];
            const Sums& own = m_sums[row];
            total.gradient += own.gradient;
            total.hessian += own.hessian;
            const std::uint8_t* bins = &m_bins[row * features];
            for (std::size_t f = 0; f < features; ++f) {
                Sums& slot = histogram[f * (mostBins + 1) + bins[f]];
                slot.gradient += own.gradient;
                slot.hessian += own.hessian;
            }
        }
        node.value = -m_settings.rate * total.gradient / (total.hessian + m_settings.penalty);
        if (node.depth == m_settings.depth)
            return;
        double best = 1e-3;
        for (std::size_t f = 0; f < features; ++f) {
            Sums left;
            for (std::size_t bin = 0; bin < m_bounds[f].size(); ++bin) {
                const Sums& slot = histogram[f * (mostBins + 1) + bin];
                left.gradient += slot.gradient;
                left.hessian += slot.hessian;
                const Sums right{total.gradient - left.gradient, total.hessian - left.hessian};
                if (left.hessian < m_settings.leastWeight || right.hessian < m_settings.leastWeight)
                    continue;
                const double gain = gainOf(left) + gainOf(right) - gainOf(total);
                if (gain > best) {
                    best = gain;
                    node.feature = static_cast<int>(f);
                    node.bin = bin;
                }
            }
        }
    }

    std::string grow()
    {
        std::vector<std::uint32_t> order(m_examples.size());
        std::iota(order.begin(), order.end(), 0U);
        std::vector<Node> nodes(1);
        nodes[0].end = order.size();
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            split(nodes[n], order);
            if (nodes[n].feature < 0) {
                for (std::size_t k = nodes[n].begin; k < nodes[n].end; ++k)
                    m_score[order[k]] += std::round(1000.0 * nodes[n].value) / 1000.0;
                continue;
            }
            const auto feature = static_cast<std::size_t>(nodes[n].feature);
            const auto middle = std::stable_partition(
                order.begin() + static_cast<std::ptrdiff_t>(nodes[n].begin),
                order.begin() + static_cast<std::ptrdiff_t>(nodes[n].end),
                [&](std::uint32_t row) { return m_bins[row * m_examples.features + feature] <= nodes[n].bin; });
            const auto at = static_cast<std::size_t>(middle - order.begin());
            Node left{nodes[n].begin, at, nodes[n].depth + 1};
            Node right{at, nodes[n].end, nodes[n].depth + 1};
            nodes[n].left = nodes.size();
            nodes[n].right = nodes.size() + 1;
            nodes.push_back(left);
            nodes.push_back(right);
        }
        std::string table = "tree\n";
        for (const Node& node : nodes) {
            if (node.feature < 0) {
                table += "=\t" + std::to_string(std::lround(1000.0 * node.value)) + '\n';
                continue;
            }
            table += std::to_string(node.feature) + '\t' +
                     std::to_string(m_bounds[static_cast<std::size_t>(node.feature)][node.bin]) + '\t' +
                     std::to_string(node.left) + '\t' + std::to_string(node.right) + '\n';
        }
        return table;
    }

    const TreeExamples& m_examples; // Not owned: the caller's.
    TreeSettings m_settings;
    std::vector<std::vector<std::int32_t>> m_bounds; // by feature
    std::vector<std::uint8_t> m_bins;                // as TreeExamples::values
    std::vector<double> m_score;                     // by row, so far
    std::vector<Sums> m_sums;
};

} // namespace

std::string boostedTrees(const TreeExamples& examples, const TreeSettings& settings)
{
    return Trainer(examples, settings).run();
}

} // namespace synoptic::training
