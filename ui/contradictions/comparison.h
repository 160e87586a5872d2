// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "analysis/source_counts.h"
#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

/// The sides of a contradiction next to each other, in words. Values without widgets.
namespace synoptic::ui {

/// One voice: who says it, when it was published, and the words between those around them.
struct ComparedPassage
{
    QString source;
    QString title;
    QString published; ///< "15 April 2021 (inferred)"; empty if the file is gone
    QString manner;    ///< "asserts, says the aide; graded B2"
    QString claim;     ///< what is claimed, if the analyst has put it into words
    QString before;    ///< the sentence before the quoted words, of the same paragraph or not; empty at the begin
    QString quote;     ///< "says nothing of it" of a silent party
    QString after;
    QString dated; ///< what day the words give to the event; empty if none
    QString lost;  ///< why the words cannot be shown in their article; empty if they can
    bool isSilent = false;
    std::optional<ChosenPassage> place; ///< nothing if they cannot be shown
};

/// All that say the same.
struct ComparedSide
{
    QChar letter;
    analysis::SourceCounts counts;
    std::optional<Day> firstPublished; ///< of those whose day is known
    std::vector<ComparedPassage> passages;
};

struct Comparison
{
    std::uint32_t number = 0;
    QString question; ///< or what the sides say, if nobody asked one
    QString facts;    ///< type, kind, severity, status
    QString order;    ///< which side was published first, and how much later the others; empty if not known of two
    QString outcome;  ///< how it was resolved and why; empty while it is open
    std::vector<ComparedSide> sides; ///< by letter
};

/// Cost: n log n in articles, for their outlets.
Comparison comparisonOf(const edits::Timeline& timeline, const edits::FoundContradiction& found);

} // namespace synoptic::ui
