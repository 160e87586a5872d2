// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/told_date.h"

namespace synoptic::analysis {

events::EventDate toldDate(std::span<const Support> supports,
                           std::span<const std::shared_ptr<const ArticleAnalysis>> articles)
{
    constexpr double unsure = 0.2;
    const corpus::PublicationDate* first = nullptr;
    for (const Support& support : supports) {
        const corpus::PublicationDate& published = articles[indexOf(support.article)]->article.published;
        if (support.factuality == events::Factuality::Planned || !published.range || !published.range->isOneDay())
            continue;
        if (first == nullptr || published.range->first < first->range->first)
            first = &published;
    }
    events::EventDate date;
    if (first == nullptr)
        return date;
    date.value = first->value;
    date.interval = temporal::intervalOf(*first->range, temporal::Granularity::Day);
    date.qualifier = temporal::Qualifier::About;
    date.basis = events::DateBasis::Publication;
    date.confidence = unsure;
    date.how = "assumed: first told " + first->value;
    return date;
}

} // namespace synoptic::analysis
