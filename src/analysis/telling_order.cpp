// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/telling_order.h"

namespace synoptic::analysis {

TellingOrder tellingOrder(const Analysis& analysis, ArticleId first, ArticleId second)
{
    const corpus::PublicationDate& a = analysis[first].article.published;
    const corpus::PublicationDate& b = analysis[second].article.published;
    TellingOrder order;
    if (first == second) {
        order.words = "in one article";
        return order;
    }
    if (!a.range || !b.range) {
        order.words = "which was published first is not known";
        return order;
    }
    order.known = a.range->last < b.range->first || b.range->last < a.range->first;
    order.firstIsEarlier = order.known && a.range->last < b.range->first;
    order.words = "published " + a.value + " and " + b.value;
    return order;
}

} // namespace synoptic::analysis
