// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_builder.h"

#include <algorithm>
#include <map>
#include <set>

namespace synoptic::links {
namespace {

using events::DateBasis;
using events::EventDate;

double weightOf(const EventDate& date)
{
    switch (date.basis) {
    case DateBasis::OwnExpression:
        return 1.0;
    case DateBasis::StoryDay:
        return 0.5;
    case DateBasis::Publication:
    case DateBasis::None:
        break;
    }
    return 0.0;
}

/// The times that votes name which are not weak.
std::set<temporal::Interval> surelyNamed(const std::vector<DateVote>& votes)
{
    std::set<temporal::Interval> named;
    for (const DateVote& vote : votes) {
        if (!vote.weak && weightOf(vote.date) > 0.0 && vote.date.interval)
            named.insert(*vote.date.interval);
    }
    return named;
}

struct Candidate
{
    const EventDate* best = nullptr; // the most confident wording
    double weight = 0.0;
    std::map<std::uint32_t, double> outlets; // the strongest vote of each
    std::set<std::uint32_t> owners;          // those that say it in words of their own
};

} // namespace

DateDecision decideDate(const std::vector<DateVote>& votes)
{
    constexpr double weakly = 0.3;
    const std::set<temporal::Interval> named = surelyNamed(votes);
    std::map<temporal::Interval, Candidate> candidates;
    for (const DateVote& vote : votes) {
        const double weight = weightOf(vote.date) * (vote.weak ? weakly : 1.0);
        if (weight == 0.0 || !vote.date.interval)
            continue;
        // A weak vote says which part of a time it was that another names
        if (vote.weak && std::ranges::none_of(named, [&](const temporal::Interval& whole) {
                return whole.contains(*vote.date.interval);
            }))
            continue;
        Candidate& candidate = candidates[*vote.date.interval];
        // An outlet's strongest vote counts whole, what it says again a fifth; the order of its votes does not matter.
        const double voted = weight * std::max(vote.date.confidence, 0.1);
        const auto [at, isNew] = candidate.outlets.try_emplace(vote.outlet, voted);
        if (isNew) {
            candidate.weight += voted;
        } else {
            candidate.weight += 0.2 * std::min(voted, at->second) + std::max(voted - at->second, 0.0);
            at->second = std::max(at->second, voted);
        }
        if (vote.date.basis == DateBasis::OwnExpression && !vote.weak)
            candidate.owners.insert(vote.outlet);
        if (candidate.best == nullptr ||
            weight * vote.date.confidence > weightOf(*candidate.best) * candidate.best->confidence)
            candidate.best = &vote.date;
    }
    if (candidates.empty())
        return {};

    const auto score = [&](const std::pair<const temporal::Interval, Candidate>& entry) {
        double total = entry.second.weight;
        for (const auto& [interval, other] : candidates) {
            if (interval != entry.first && interval.contains(entry.first))
                total += 0.8 * other.weight;
        }
        // A day beats the month that contains it; nothing exact beats nothing.
        return total * (entry.first.isDayOrFiner()                                ? 1.5
                        : entry.first.granularity <= temporal::Granularity::Month ? 1.0
                                                                                  : 0.7);
    };
    const auto* winner = &*candidates.begin();
    for (const auto& entry : candidates) {
        if (score(entry) > score(*winner))
            winner = &entry;
    }

    DateDecision decision;
    decision.date = *winner->second.best;
    const double total = [&] {
        double sum = 0.0;
        for (const auto& [interval, candidate] : candidates) {
            if (!interval.contains(winner->first) && !winner->first.contains(interval))
                sum += candidate.weight;
        }
        return sum + winner->second.weight;
    }();
    decision.date.confidence *= total > 0.0 ? winner->second.weight / total : 1.0;

    // Positions: exact days that outlets name themselves and that exclude one another.
    std::set<std::uint32_t> outlets;
    for (const auto& [interval, candidate] : candidates) {
        if (candidate.owners.empty() || !interval.isDayOrFiner() ||
            candidate.best->qualifier != temporal::Qualifier::Exact)
            continue;
        const DayRange days = interval.days();
        const bool excluded = std::ranges::none_of(
            decision.positions, [&](const EventDate& position) { return position.interval->days() == days; });
        if (excluded) {
            decision.positions.push_back(*candidate.best);
            outlets.insert(candidate.owners.begin(), candidate.owners.end());
        }
    }
    if (decision.positions.size() < 2 || outlets.size() < 2)
        decision.positions.clear();
    return decision;
}

} // namespace synoptic::links
