// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/boilerplate.h"

#include "ingest/line_model.h"

namespace synoptic::ingest {
namespace {

std::vector<TextSpan> spansOf(const Layout& layout, const std::vector<bool>& marked)
{
    std::vector<TextSpan> spans;
    bool leavesWords = false;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        if (marked[i])
            spans.push_back(layout.lines[i].whole);
        else
            leavesWords = leavesWords || layout.lines[i].words > 0;
    }
    return leavesWords ? spans : std::vector<TextSpan>();
}

} // namespace

std::vector<TextSpan> boilerplateLines(const Layout& layout, std::span<const LineRepeats> repeats)
{
    const LineEvidence evidence = evidenceOf(layout, repeats);
    return spansOf(layout, layout.structured ? evidence.ruled : linesMarkedByModel(evidence));
}

} // namespace synoptic::ingest
