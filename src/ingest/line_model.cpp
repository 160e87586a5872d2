// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_model.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <utility>

#include "base/boosted_trees.h"
#include "base/lexicons.h"

namespace synoptic::ingest {
namespace {

const BoostedTrees& trees()
{
    static const BoostedTrees trees = BoostedTrees::parse(lexicons::lineTrees());
    return trees;
}

enum Part : std::uint8_t
{
    Head,
    Body,
    Insert,
    Tail
};
constexpr std::size_t parts = 4;

constexpr std::int32_t pageShare = 450;    ///< of the words in prose, in thousandths: texts below are whole pages …
constexpr std::int32_t articleShare = 600; ///< … and those above are articles

/// A phrase of pages is one wherever it stands; in an article so is what repeats the title or a caption over the text.
/// A summary may stand between title and text, which looks like a caption. The title is what one looks for.
void settle(const LineEvidence& evidence, bool isArticle, std::vector<bool>& marked)
{
    constexpr std::uint32_t summaryWords = 8;
    const Layout& layout = evidence.layout;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const bool isOther = evidence.kinds[i] == LineKind::Other;
        const bool isOver = isArticle && i < layout.firstProse;
        const bool isBehind = isArticle && i >= layout.endProse;
        const bool isSummary = isOver && isOther && layout.lines[i].words >= summaryWords &&
                               (evidence.repeats.empty() || evidence.repeats[i].same == 0);
        marked[i] = (evidence.ruled[i] && (!isOther || isOver || isBehind)) || (marked[i] && !isSummary);
    }
    if (layout.title)
        marked[*layout.title] = false;
}

/// Nearly all prose, and neither the rules nor the folder see anything of a page in it: most articles are so, and
/// whatever the trees said, the lean would keep every line.
bool isCleanArticle(const LineEvidence& evidence)
{
    constexpr std::uint64_t cleanShare = 800;
    std::uint64_t words = 0;
    std::uint64_t inProse = 0;
    for (const TextLine& line : evidence.layout.lines) {
        words += line.words;
        inProse += isProse(line) ? line.words : 0U;
    }
    const bool isRepeated =
        std::ranges::any_of(evidence.repeats, [](const LineRepeats& line) { return line.same > 0; });
    return !isRepeated && std::ranges::find(evidence.ruled, true) == evidence.ruled.end() &&
           inProse * 1000 >= words * cleanShare;
}

} // namespace

std::int32_t leanOf(std::int32_t proseShare, std::size_t signs, const LineCosts& costs)
{
    const std::int32_t inArticles = signs == 0   ? costs.leanWithoutSigns
                                    : signs == 1 ? costs.leanWithOneSign
                                                 : costs.leanWithSigns;
    const std::int32_t at = std::clamp(proseShare, pageShare, articleShare) - pageShare;
    return costs.leanInPages + (inArticles - costs.leanInPages) * at / (articleShare - pageShare);
}

std::vector<bool> likeliestMarks(std::span<const std::int64_t> scores, const LineCosts& costs)
{
    constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min() / 4;
    std::vector<std::array<std::uint8_t, parts>> from(scores.size());
    std::array<std::int64_t, parts> best = {0, 0, never, never};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        std::array<std::int64_t, parts> next{};
        const auto reach = [&](Part to, std::initializer_list<std::pair<Part, std::int64_t>> ways) {
            next[to] = never;
            for (const auto& [part, cost] : ways)
                if (const std::int64_t value = best[part] - cost; value > next[to]) {
                    next[to] = value;
                    from[i][to] = part;
                }
        };
        reach(Head, {{Head, 0}});
        reach(Body, {{Body, 0}, {Head, 0}, {Insert, costs.closeInsert}});
        reach(Insert, {{Insert, 0}, {Body, costs.openInsert}});
        reach(Tail, {{Tail, 0}, {Body, costs.openTail}});
        next[Body] += scores[i];
        best = next;
    }
    std::vector<bool> marked(scores.size(), false);
    std::uint8_t part = Head;
    for (const Part other : {Body, Tail})
        if (best[other] > best[part])
            part = other;
    for (std::size_t i = scores.size(); i-- > 0;) {
        marked[i] = part != Body;
        part = from[i][part];
    }
    return marked;
}

std::vector<bool> marksFrom(const LineEvidence& evidence, std::span<const std::int64_t> scores, std::int32_t proseShare)
{
    constexpr LineCosts costs;
    const auto signs = static_cast<std::size_t>(std::ranges::count(evidence.ruled, true));
    const std::int32_t lean = leanOf(proseShare, signs, costs);
    // What several other articles have as well is held by nothing.
    constexpr std::uint32_t severalArticles = 2;
    std::vector<std::int64_t> leaning(scores.begin(), scores.end());
    for (std::size_t i = 0; i < leaning.size(); ++i) {
        const bool isRepeated = !evidence.repeats.empty() && evidence.repeats[i].same >= severalArticles;
        leaning[i] += isRepeated ? costs.leanInPages : lean;
    }
    std::vector<bool> marked = likeliestMarks(leaning, costs);
    settle(evidence, proseShare >= articleShare, marked);
    return marked;
}

std::vector<bool> linesMarkedByModel(const LineEvidence& evidence)
{
    constexpr std::size_t mostLines = 20'000; // more are a table or a list, no article with a page around it
    if (evidence.layout.lines.size() > mostLines)
        return evidence.ruled;
    if (isCleanArticle(evidence))
        return evidence.ruled;
    const LineDescriber describer(evidence);
    std::vector<std::int32_t> row(LineDescriber::featureCount());
    if (trees().treeCount() == 0 || trees().highestFeature() >= row.size())
        return evidence.ruled;
    std::vector<std::int64_t> scores;
    scores.reserve(evidence.layout.lines.size());
    for (std::size_t i = 0; i < evidence.layout.lines.size(); ++i) {
        describer.describe(i, row);
        scores.push_back(trees().score(row));
    }
    return marksFrom(evidence, scores, describer.proseShare());
}

} // namespace synoptic::ingest
