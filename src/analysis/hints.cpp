// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hints.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "analysis/claim_hints.h"
#include "analysis/number_hints.h"
#include "analysis/telling_order.h"

namespace synoptic::analysis {
namespace {

/// Two outlets name different days for one event.
void addDates(const Analysis& analysis, std::uint32_t e, std::vector<Hint>& hints)
{
    const Event& event = analysis.events[e];
    const auto supportOf = [&](const events::EventDate& position) {
        return std::ranges::find_if(event.supports, [&](const Support& support) {
            return support.date.interval && support.date.interval == position.interval;
        });
    };
    const auto a = supportOf(event.positions[0]);
    const auto b = supportOf(event.positions[1]);
    if (a == event.supports.end() || b == event.supports.end())
        return;
    const auto spanOf = [&](const Support& support) {
        return analysis[support.article].sentences[support.sentence].span;
    };
    hints.push_back({"date", e, 0.6 * std::min(a->score, b->score) + 0.2,
                     "On " + event.positions[0].value + " or on " + event.positions[1].value + "? " +
                         tellingOrder(analysis, a->article, b->article).words,
                     a->article, spanOf(*a), b->article, spanOf(*b)});
}

/// One hint of a kind for two sentences: the surest.
void keepSurest(std::vector<Hint>& hints)
{
    std::ranges::stable_sort(hints, [](const Hint& a, const Hint& b) { return a.score > b.score; });
    std::set<std::tuple<std::string, ArticleId, TextSpan, ArticleId, TextSpan, std::string>> seen;
    std::vector<Hint> kept;
    for (Hint& hint : hints) {
        const bool swap = std::pair(hint.articleB, hint.spanB) < std::pair(hint.articleA, hint.spanA);
        const std::string what = hint.type == "number" ? hint.why : std::string();
        const bool isNew =
            swap ? seen.emplace(hint.type, hint.articleB, hint.spanB, hint.articleA, hint.spanA, what).second
                 : seen.emplace(hint.type, hint.articleA, hint.spanA, hint.articleB, hint.spanB, what).second;
        if (isNew)
            kept.push_back(std::move(hint));
    }
    std::ranges::stable_sort(kept, {}, &Hint::event);
    hints = std::move(kept);
}

} // namespace

std::vector<Hint> findHints(const Analysis& analysis, const std::stop_token& stop)
{
    std::vector<Hint> hints;
    for (std::uint32_t e = 0; e < analysis.events.size() && !stop.stop_requested(); ++e) {
        if (analysis.events[e].positions.size() >= 2)
            addDates(analysis, e, hints);
    }
    std::ranges::move(numberHints(analysis, stop), std::back_inserter(hints));
    std::ranges::move(claimHints(analysis, stop), std::back_inserter(hints));
    keepSurest(hints);
    return hints;
}

} // namespace synoptic::analysis
