// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "base/calendar.h"
#include "edits/edit.h"

namespace synoptic::edits {

/// The days that a typed publication date covers: "2021", "2021-04", "2021-04-15" or a range "2021-04-20/2021-05-05".
std::optional<DayRange> publicationDays(std::string_view value);

/// An analysis whose articles have the titles, sources, publication dates and marked lines that a person gave them.
struct EditedArticles
{
    std::shared_ptr<const analysis::Analysis> analysis; ///< the one given if no edit is about an article
    std::vector<bool> redated; ///< for each event, whether its date was decided again; empty: none
};

/// Carries out the edits that are about articles, the last of a kind for each file. A publication date resolves the
/// article's expressions again and decides the dates of the events that rest on them; an event whose date a person
/// typed gets it back afterwards. Linking is not done again: that is a new analysis.
EditedArticles editArticles(std::shared_ptr<const analysis::Analysis> analysis, const Edits& edits);

} // namespace synoptic::edits
