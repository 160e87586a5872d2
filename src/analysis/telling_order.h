// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace synoptic::analysis {

/// Which of two articles came first, as hints say it.
struct TellingOrder
{
    bool known = false; ///< the days on which they were published are known and apart
    bool firstIsEarlier = false;
    std::string words; ///< "published 2021-03-10 and 2021-03-12"; "which came first is not known"
};

TellingOrder tellingOrder(const Analysis& analysis, ArticleId first, ArticleId second);

} // namespace synoptic::analysis
