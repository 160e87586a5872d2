// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/anchor.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/digest.h"
#include "base/utf8.h"

namespace synoptic::edits {
namespace {

// What surroundings must share when they alone tell a place from its look-alikes.
constexpr double tellingContext = 0.7;
// Of a quote that stood there more than once, so many bytes on both sides must be the same too.
constexpr std::size_t besideBytes = 16;
// Two places within this of one another cannot be told apart by their surroundings.
constexpr double margin = 0.25;
// So many words in a row are a sentence of their own; fewer ("he said") stand anywhere.
constexpr std::size_t tellingBytes = 32;
// A quote that stands in more places than this is no quotation.
constexpr std::size_t mostPlaces = 1000;

std::string_view before(std::string_view text, std::size_t begin)
{
    const std::size_t from = codePointCeiling(text, begin - std::min(begin, anchorContext));
    return text.substr(from, begin - from);
}

std::string_view after(std::string_view text, std::size_t end)
{
    const std::size_t to = codePointFloor(text, std::min(text.size(), end + anchorContext));
    return text.substr(end, to - end);
}

constexpr bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/// A text whose runs of blanks and line breaks are one blank, and where each byte of it stood.
struct Collapsed
{
    std::string text;
    std::vector<std::uint32_t> positions;
};

Collapsed collapse(std::string_view text)
{
    Collapsed result;
    result.text.reserve(text.size());
    result.positions.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool blank = isSpace(text[at]);
        if (blank && !result.text.empty() && result.text.back() == ' ')
            continue;
        result.text += blank ? ' ' : text[at];
        result.positions.push_back(static_cast<std::uint32_t>(at));
    }
    return result;
}

/// Where @p quote stands in @p text; nothing if in too many places.
std::vector<TextSpan> placesOf(std::string_view quote, std::string_view text)
{
    std::vector<TextSpan> places;
    for (std::size_t at = text.find(quote); at != std::string_view::npos; at = text.find(quote, at + 1)) {
        if (places.size() == mostPlaces)
            return {};
        places.push_back(spanOf(at, at + quote.size()));
    }
    return places;
}

std::vector<TextSpan> placesWhateverTheBlanks(std::string_view quote, std::string_view text)
{
    std::string wanted = collapse(quote).text;
    if (wanted.starts_with(' '))
        wanted.erase(0, 1);
    if (wanted.ends_with(' '))
        wanted.pop_back();
    if (wanted.empty())
        return {};
    const Collapsed collapsed = collapse(text);
    std::vector<TextSpan> places = placesOf(wanted, collapsed.text);
    for (TextSpan& place : places)
        place = {collapsed.positions[place.begin], collapsed.positions[place.end - 1] + 1};
    return places;
}

/// How much of the words around the quote is there again: the share of runs of four bytes.
class Surroundings
{
public:
    explicit Surroundings(const Anchor& anchor)
        : m_prefix(runsOf(collapse(anchor.prefix).text))
        , m_suffix(runsOf(collapse(anchor.suffix).text))
        , m_total(total(m_prefix) + total(m_suffix))
    {}

    double scoreAt(std::string_view text, TextSpan place) const
    {
        if (m_total == 0)
            return 1.0; // the quote was the whole text
        const std::size_t found =
            shared(m_prefix, before(text, place.begin)) + shared(m_suffix, after(text, place.end));
        return static_cast<double>(found) / static_cast<double>(m_total);
    }

private:
    using Runs = std::unordered_map<std::string, std::size_t>;
    static constexpr std::size_t runBytes = 4;

    static Runs runsOf(const std::string& text)
    {
        Runs runs;
        for (std::size_t at = 0; at + runBytes <= text.size(); ++at)
            ++runs[text.substr(at, runBytes)];
        return runs;
    }

    static std::size_t total(const Runs& runs)
    {
        std::size_t sum = 0;
        for (const auto& run : runs)
            sum += run.second;
        return sum;
    }

    static std::size_t shared(const Runs& wanted, std::string_view context)
    {
        std::size_t sum = 0;
        for (const auto& run : runsOf(collapse(context).text)) {
            const auto known = wanted.find(run.first);
            sum += known == wanted.end() ? 0 : std::min(known->second, run.second);
        }
        return sum;
    }

    Runs m_prefix;
    Runs m_suffix;
    std::size_t m_total;
};

/// Whether the words right before and after a place are those of the anchor: one of two equal sentences in a row may be
/// gone, and everything farther off looks the same then.
bool sameBeside(const Anchor& anchor, std::string_view text, TextSpan place)
{
    const std::string_view prefix = before(text, place.begin);
    const std::string_view suffix = after(text, place.end);
    const std::size_t left = std::min(besideBytes, anchor.prefix.size());
    const std::size_t right = std::min(besideBytes, anchor.suffix.size());
    return prefix.ends_with(std::string_view(anchor.prefix).substr(anchor.prefix.size() - left)) &&
           suffix.starts_with(std::string_view(anchor.suffix).substr(0, right));
}

FoundAnchor foundAt(const Anchor& anchor, TextSpan place, double score)
{
    return {place.begin == anchor.position ? AnchorState::Exact : AnchorState::Moved, place, score};
}

bool standsAsItDid(const Anchor& anchor, std::string_view text)
{
    const std::size_t end = anchor.position + anchor.quote.size();
    return anchor.position <= text.size() && text.substr(anchor.position, anchor.quote.size()) == anchor.quote &&
           before(text, anchor.position) == anchor.prefix && after(text, end) == anchor.suffix;
}

} // namespace

Anchor anchorOf(const corpus::Article& article, TextSpan span)
{
    const std::string_view text = article.text;
    Anchor anchor;
    anchor.file = article.file;
    anchor.sha256 = sha256Hex(text);
    if (span.empty() || span.begin >= text.size())
        return anchor;
    const std::size_t begin = codePointFloor(text, span.begin);
    const std::size_t end = codePointCeiling(text, std::min<std::size_t>(span.end, text.size()));
    anchor.position = static_cast<std::uint32_t>(begin);
    anchor.quote = text.substr(begin, end - begin);
    anchor.prefix = before(text, begin);
    anchor.suffix = after(text, end);
    const std::size_t first = text.find(anchor.quote);
    anchor.repeated = first != begin || text.find(anchor.quote, begin + 1) != std::string_view::npos;
    return anchor;
}

FoundAnchor findAnchor(const Anchor& anchor, std::string_view text, std::string_view sha256OfText)
{
    if (anchor.quote.empty())
        return {AnchorState::Exact, {}, 1.0};
    const bool standing = standsAsItDid(anchor, text);
    if (standing && sha256OfText == anchor.sha256)
        return foundAt(anchor, spanOf(anchor.position, anchor.position + anchor.quote.size()), 1.0);

    std::vector<TextSpan> places = placesOf(anchor.quote, text);
    if (places.empty())
        places = placesWhateverTheBlanks(anchor.quote, text);
    if (places.empty())
        return {};
    if (standing && places.size() == 1)
        return foundAt(anchor, places.front(), 1.0); // the usual case, and cheap
    const Surroundings surroundings(anchor);
    if (places.size() == 1) {
        const double around = surroundings.scoreAt(text, places.front());
        // Words that stood there twice may be the other place's, and short words are anybody's.
        const bool telling = !anchor.repeated && anchor.quote.size() >= tellingBytes;
        if (anchor.repeated && (around < tellingContext || !sameBeside(anchor, text, places.front())))
            return {};
        const double score = telling ? 0.6 + 0.4 * around : anchor.repeated ? around : 0.3 + 0.7 * around;
        return score < minimumAnchorScore ? FoundAnchor{} : foundAt(anchor, places.front(), score);
    }
    TextSpan best;
    double bestScore = -1.0;
    double secondScore = -1.0;
    for (const TextSpan place : places) {
        const double score = surroundings.scoreAt(text, place);
        if (score > bestScore) {
            secondScore = bestScore;
            bestScore = score;
            best = place;
        } else {
            secondScore = std::max(secondScore, score);
        }
    }
    if (bestScore < tellingContext || bestScore - secondScore < margin ||
        (anchor.repeated && !sameBeside(anchor, text, best)))
        return {};
    return foundAt(anchor, best, bestScore);
}

} // namespace synoptic::edits
