// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "corpus/article.h"
#include "edits/edit.h"

namespace synoptic::edits {

/// What a person said of the lines of each article, by file, in the order in which it was said.
using BoilerplateMarks = std::map<std::string, std::vector<SetBoilerplate>>;

BoilerplateMarks boilerplateMarks(const Edits& edits);

/// The lines that @p span touches, as one span without the last line's end.
TextSpan linesAround(std::string_view text, TextSpan span);

/// Gives an article that was just read the marks that a person gave its lines; what the program marked is kept beside
/// them. A mark whose words are not found changes nothing. Returns whether anything is different.
/// Cost: linear in the text, for each mark.
bool overruleBoilerplate(corpus::Article& article, std::span<const SetBoilerplate> marks);

/// Carries the marks out in an analysis that was made without them, or with others: the articles are analyzed again,
/// and events lose the sentences that are set apart now; one that nothing tells any more is gone, with the hints about
/// it. Events in lines that belong to the article from now on are found when the folder is linked again.
/// Shape: @p edited has the articles of the analysis; it is changed in place.
void applyBoilerplate(analysis::Analysis& edited, const BoilerplateMarks& marks);

/// Whether applyBoilerplate would change anything. Cost: linear in the articles; in the marked ones, in their texts.
bool changesBoilerplate(const analysis::Analysis& analysis, const BoilerplateMarks& marks);

} // namespace synoptic::edits
