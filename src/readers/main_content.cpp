// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/main_content.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "readers/ascii.h"
#include "readers/headline.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;

constexpr std::uint32_t notInherited = MarkBody | MarkArticle | MarkPositive | MarkSure;
// Class words are believed of an element that holds less than this part of the page's running text.
constexpr double classWordsCover = 0.4;
constexpr double sureWordsCover = 0.85; // a long thread of comments under a short article
constexpr double scrapWeight = 1.0;
// What a page itself calls the article's body may be short beside a list of other stories with their first sentences.
constexpr double namedShare = 0.25;
constexpr double listItemShare = 0.5;        // of the weight of a paragraph: other stories stand in lists
constexpr std::size_t runningTextBytes = 80; ///< a paragraph of this length is no label
constexpr std::size_t shortTextBytes = 40;
constexpr std::size_t bylineBytes = 200; ///< longer is a biography or a paragraph that names a date

double linkShare(const HtmlBlock& block)
{
    return block.text.empty() ? 0.0 : static_cast<double>(block.linkBytes) / static_cast<double>(block.text.size());
}

bool endsLikeSentence(std::string_view text)
{
    static constexpr std::string_view quotes[] = {"\"", "'", ")", "]", "”", "’", "»", "›"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view quote : quotes) {
            if (text.ends_with(quote)) {
                text.remove_suffix(quote.size());
                again = true;
            }
        }
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
           text.ends_with("。");
}

/// How much running text a block is: its length for a paragraph, a part for a short sentence, less for a scrap or for
/// links (negative).
double weightOf(const HtmlBlock& block)
{
    const auto size = static_cast<double>(block.text.size());
    const double links = linkShare(block);
    if (links > 0.5)
        return -scrapWeight * size;
    const double textOnly = size * (1.0 - links);
    const bool sentence = endsLikeSentence(block.text);
    if (block.text.size() >= runningTextBytes)
        return sentence ? textOnly : textOnly * 0.5;
    if (block.text.size() >= shortTextBytes && sentence)
        return textOnly * 0.5;
    return sentence ? 0.0 : -scrapWeight * size * 0.5;
}

/// Running text of every element with all that is in it, and of the page in [0].
std::vector<double> runningText(const HtmlTree& tree)
{
    std::vector<double> running(std::max<std::size_t>(tree.elements.size(), 1), 0.0);
    for (const HtmlBlock& block : tree.blocks)
        running[block.element] += std::max(weightOf(block), 0.0);
    for (std::size_t i = tree.elements.size(); i-- > 1;)
        running[tree.elements[i].parent] += running[i];
    return running;
}

/// Marks of every element with what it inherits. Class words, and tags that some pages put around everything, are
/// believed of an element that holds little of the page's running text: a form around the article is no form.
std::vector<std::uint32_t> effectiveMarks(const HtmlTree& tree)
{
    const auto& elements = tree.elements;
    const std::vector<double> running = runningText(tree);
    std::vector<std::uint32_t> marks(elements.size(), 0);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const HtmlElement& element = elements[i];
        std::uint32_t own = element.marks;
        const bool hostsArticle = (own & (MarkBody | MarkArticle)) != 0;
        const double share = running[0] > 0.0 ? running[i] / running[0] : 0.0;
        const bool holdsMuch = share >= ((element.classMarks & MarkSure) != 0 ? sureWordsCover : classWordsCover);
        if (share >= classWordsCover)
            own &= ~MarkForm;
        if (share >= sureWordsCover)
            own &= ~MarkRelated;
        if (!hostsArticle && !holdsMuch)
            own |= element.classMarks;
        own |= element.classMarks & MarkPositive;
        marks[i] = own | (i == 0 ? 0 : marks[element.parent] & ~notInherited);
    }
    return marks;
}

BlockRole roleOf(const HtmlBlock& block, std::uint32_t marks)
{
    if ((marks & MarkForm) != 0)
        return BlockRole::Form;
    if ((marks & MarkRelated) != 0)
        return BlockRole::Related;
    if ((marks & MarkNavigation) != 0)
        return BlockRole::Navigation;
    if (block.headingLevel > 0)
        return BlockRole::Heading;
    if ((marks & MarkCaption) != 0)
        return BlockRole::Caption;
    if ((marks & MarkByline) != 0 && block.text.size() <= bylineBytes)
        return BlockRole::Byline;
    if ((marks & MarkPreformatted) != 0)
        return BlockRole::Preformatted;
    if ((marks & MarkQuote) != 0)
        return BlockRole::Quote;
    if ((marks & MarkListItem) != 0)
        return BlockRole::ListItem;
    return (marks & MarkTable) != 0 ? BlockRole::Table : BlockRole::Paragraph;
}

bool isApart(BlockRole role)
{
    return role == BlockRole::Form || role == BlockRole::Related || role == BlockRole::Navigation;
}

/// The element that holds the article; the root if none stands out.
std::size_t articleElement(const HtmlTree& tree, const std::vector<BlockVerdict>& verdicts)
{
    const auto& elements = tree.elements;
    std::vector<double> weights(elements.size(), 0.0);
    std::vector<double> running(elements.size(), 0.0);
    for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
        const HtmlBlock& block = tree.blocks[i];
        if (isApart(verdicts[i].role))
            continue;
        const bool neutral = verdicts[i].role == BlockRole::Heading || verdicts[i].role == BlockRole::Caption ||
                             verdicts[i].role == BlockRole::Byline;
        const bool isInList = verdicts[i].role == BlockRole::ListItem;
        const double weight = neutral ? 0.0 : weightOf(block) * (isInList ? listItemShare : 1.0);
        weights[block.element] += weight;
        running[block.element] += std::max(weight, 0.0);
    }
    for (std::size_t i = elements.size(); i-- > 1;) {
        weights[elements[i].parent] += weights[i];
        running[elements[i].parent] += running[i];
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < elements.size(); ++i) {
        // Of two that weigh the same the inner one: it leaves out what weighs nothing.
        if (weights[i] >= weights[best])
            best = i;
    }
    // What the page itself calls the article's body is taken if it holds most of what was found.
    std::optional<std::size_t> named;
    for (std::size_t i = 1; i < elements.size(); ++i) {
        const bool better = !named || running[i] > running[*named];
        if ((elements[i].marks & MarkBody) != 0 && running[i] >= namedShare * running[best] && better)
            named = i;
    }
    return named.value_or(best);
}

/// The element whose own paragraphs weigh the most: what stands beside them, lists and tables too, is of the article.
std::size_t paragraphsElement(const HtmlTree& tree, const std::vector<BlockVerdict>& verdicts, std::size_t article)
{
    std::vector<double> own(tree.elements.size(), 0.0);
    std::size_t best = article;
    for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
        const HtmlBlock& block = tree.blocks[i];
        const bool inside = article <= block.element && block.element < tree.elements[article].end;
        if (!inside || isApart(verdicts[i].role))
            continue;
        const std::size_t holder = block.element == article ? article : tree.elements[block.element].parent;
        own[holder] += std::max(weightOf(block), 0.0);
        if (own[holder] > own[best])
            best = holder;
    }
    return best;
}

/// A line that leads elsewhere: nearly all of it is a link.
bool isLinkLine(const HtmlBlock& block)
{
    return linkShare(block) > 0.6 && block.text.size() < 300;
}

} // namespace

std::vector<BlockVerdict> judgeBlocks(const HtmlTree& tree)
{
    std::vector<BlockVerdict> verdicts;
    const std::vector<std::uint32_t> marks = effectiveMarks(tree);
    for (const HtmlBlock& block : tree.blocks)
        verdicts.push_back({roleOf(block, marks[block.element]), false});

    const std::size_t article = articleElement(tree, verdicts);
    const std::size_t articleEnd = tree.elements.empty() ? 0 : tree.elements[article].end;
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
        const HtmlBlock& block = tree.blocks[i];
        const bool inside = article <= block.element && block.element < articleEnd;
        if (!inside || isApart(verdicts[i].role) || verdicts[i].role == BlockRole::Byline ||
            verdicts[i].role == BlockRole::Caption || isLinkLine(block))
            continue;
        verdicts[i].main = true;
        if (verdicts[i].role != BlockRole::Heading && verdicts[i].role != BlockRole::Caption && weightOf(block) > 0.0) {
            first = first.value_or(i);
            last = i;
        }
    }
    // Lists and tables at the end have no sentences; a heading there opens what is no longer of the article.
    const std::size_t holder = tree.elements.empty() ? 0 : paragraphsElement(tree, verdicts, article);
    for (std::size_t i = last + 1; first && i < tree.blocks.size(); ++i) {
        const std::size_t element = tree.blocks[i].element;
        if (!verdicts[i].main || element < holder || element >= tree.elements[holder].end)
            continue;
        if (verdicts[i].role == BlockRole::Heading)
            break;
        last = i;
    }
    for (std::size_t i = 0; first && i < tree.blocks.size(); ++i) {
        // Before the first and after the last paragraph stand dates, names, buttons and the next section's heading.
        if ((i < *first || i > last) && verdicts[i].role != BlockRole::Caption)
            verdicts[i].main = false;
    }
    if (const auto title = headline(tree))
        verdicts[*title] = {BlockRole::Title, true};
    return verdicts;
}

} // namespace synoptic::readers
