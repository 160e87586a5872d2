// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "corpus/source.h"
#include "ingest/line_kinds.h"
#include "ingest/metadata.h"
#include "ingest/metadata_value.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t headLines = 40; ///< above the prose
constexpr std::uint32_t longestTitleWords = 35;
constexpr std::uint32_t breadcrumbWords = 5; ///< "Home Politics Europe" before the title

/// Where a separator of title and site's name begins, and how long it is.
struct Separator
{
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

Separator separatorFrom(std::string_view title, std::size_t from)
{
    constexpr std::array<std::string_view, 9> separators = {
        " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ", " \u2022 ", " / "};
    Separator first;
    for (const std::string_view separator : separators)
        if (const std::size_t at = title.find(separator, from); at < first.at)
            first = {at, separator.size()};
    return first;
}

/// "Harbor Daily" on "daily.harbor.example": each word is a label of the host.
bool isSpelledByHost(std::string_view part, std::string_view host)
{
    const std::vector<std::string> words = foldedWords(part);
    const std::vector<std::string> labels = foldedWords(host);
    return words.size() >= 2 && std::ranges::all_of(words, [&](const std::string& word) {
               return std::ranges::find(labels, word) != labels.end();
           });
}

bool namesSite(std::string_view part, std::string_view siteKey, std::string_view host)
{
    if (isSpelledByHost(part, host))
        return true;
    const std::string hostKey = corpus::sourceKey(host);
    const std::string key = corpus::sourceKey(part);
    if (key.empty())
        return false;
    const auto isLike = [&](std::string_view known) {
        return !known.empty() &&
               (key == known || (known.size() >= 4 && key.starts_with(known) && key.size() <= known.size() + 8) ||
                (key.size() >= 4 && known.starts_with(key)));
    };
    return isLike(siteKey) || isLike(hostKey);
}

/// @p shorter is what @p longer ends with, after few words: a breadcrumb before a title.
bool isBreadcrumbOf(std::string_view longer, std::string_view shorter)
{
    if (!longer.ends_with(shorter) || longer.size() <= shorter.size() + 1 ||
        longer[longer.size() - shorter.size() - 1] != ' ')
        return false;
    const std::string_view before = longer.substr(0, longer.size() - shorter.size() - 1);
    return static_cast<std::uint32_t>(std::ranges::count(before, ' ')) < breadcrumbWords;
}

bool mayBeTitle(const Layout& layout, std::size_t line)
{
    const TextLine& at = layout.lines[line];
    return at.words >= 2 && at.words <= longestTitleWords && !isFurniture(layout.lineText(line));
}

/// The line of a title that is known from elsewhere; the last one over the prose, where it stands more than once.
std::optional<std::size_t> lineOfTitle(const Layout& layout, std::string_view title)
{
    const std::string key = foldedKey(title);
    if (key.empty())
        return std::nullopt;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < std::min(layout.lines.size(), std::max(layout.firstProse, headLines)); ++i) {
        if (layout.lines[i].words > longestTitleWords || foldedKey(layout.lineText(i)) != key)
            continue;
        if (layout.roles[i] == BlockRole::Title)
            return i;
        if (!found || i < layout.firstProse)
            found = i;
    }
    return found;
}

FoundTitle titleInText(const Layout& layout)
{
    const std::size_t end = std::min(layout.firstProse, layout.lines.size());
    const std::size_t begin = end > headLines ? end - headLines : 0;
    std::vector<std::string> keys;
    for (std::size_t i = begin; i < end; ++i)
        keys.push_back(mayBeTitle(layout, i) ? foldedKey(layout.lineText(i)) : std::string());

    std::optional<std::size_t> repeated;
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t j = 0; j < keys.size() && layout.lines[begin + i].words >= 3; ++j)
            if (i != j && !keys[i].empty() && (isBreadcrumbOf(keys[j], keys[i]) || (j < i && keys[j] == keys[i])))
                repeated = begin + i;
    if (repeated)
        return {std::string(layout.lineText(*repeated)), repeated};

    // A section's name is short; a headline hardly ever is.
    for (const std::uint32_t least : {4U, 2U})
        for (std::size_t i = begin; i < end; ++i)
            if (mayBeTitle(layout, i) && layout.lines[i].words >= least)
                return {std::string(layout.lineText(i)), i};
    // A text of one short line is its own title; prose without a headline has none.
    return {};
}

/// "Fwd: Re: " is said by mail programs, not by the article.
std::string withoutReplyMarks(std::string_view subject)
{
    constexpr std::array<std::string_view, 6> marks = {"re:", "fwd:", "fw:", "aw:", "wg:", "tr:"};
    for (bool again = true; again;) {
        again = false;
        subject = trimmed(subject);
        for (const std::string_view mark : marks) {
            if (subject.size() > mark.size() && foldedKey(subject.substr(0, mark.size() - 1)) + ":" == mark &&
                subject[mark.size() - 1] == ':') {
                subject.remove_prefix(mark.size());
                again = true;
            }
        }
    }
    return std::string(subject);
}

/// The title among a file's properties, unless a program put its own words there: a file's name, "Untitled".
std::string plausibleProperty(std::string title, const Layout& layout)
{
    if (lineOfTitle(layout, title))
        return title;
    const std::string key = foldedKey(title);
    const bool isPath = title.find('\\') != std::string::npos || title.find('/') != std::string::npos;
    const bool isName = title.size() > 5 && title[title.size() - 4] == '.' && title.find(". ") == std::string::npos;
    const bool isPrograms = key.starts_with("microsoft") || key.starts_with("untitled") || key.starts_with("document");
    const bool isOneWord = key.find(' ') == std::string::npos;
    return isPath || isName || isPrograms || isOneWord ? std::string() : std::move(title);
}

/// The part of @p title before a separator that stands as a headline in the text: behind it are sections and names.
std::string asHeadlineSays(std::string title, const Layout& layout)
{
    constexpr std::size_t longest = 1000;
    if (title.size() > longest)
        return title;
    for (Separator separator = separatorFrom(title, 0); separator.size > 0;
         separator = separatorFrom(title, separator.at + separator.size)) {
        const std::string_view before = trimmed(std::string_view(title).substr(0, separator.at));
        const auto line = lineOfTitle(layout, before);
        if (line && layout.lines[*line].words >= 2 &&
            (layout.roles[*line] == BlockRole::Title || layout.roles[*line] == BlockRole::Heading))
            return std::string(before);
    }
    return title;
}

/// How many of the words of the shorter title the other has, in tenths.
std::size_t sharedTenths(std::string_view a, std::string_view b)
{
    std::vector<std::string> first = foldedWords(a);
    std::vector<std::string> second = foldedWords(b);
    if (first.size() > second.size())
        std::swap(first, second);
    if (first.empty())
        return 0;
    std::size_t shared = 0;
    for (const std::string& word : first)
        if (std::ranges::find(second, word) != second.end())
            ++shared;
    return shared * 10 / first.size();
}

/// The headline that readers see, where what the page says of itself is another wording of it: titles for search
/// engines and for sharing are longer, shorter or louder. Nothing if the page has no headline of its own, or several.
/// @p documentTitle says the same as the headline: then whatever else is said of the page is for others.
std::string headlineInText(const Layout& layout, std::string_view title, std::string_view documentTitle)
{
    constexpr std::uint32_t leastWords = 3;
    constexpr std::size_t alike = 3; // tenths
    std::string best;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        if (layout.roles[i] != BlockRole::Title)
            continue;
        const std::string_view line = trimmed(layout.lineText(i));
        const TextLine& at = layout.lines[i];
        if (at.words < leastWords || at.words > longestTitleWords || isFurniture(line))
            continue;
        if (!best.empty() && foldedKey(best) != foldedKey(line))
            return {};
        best = line;
    }
    if (best.empty() || foldedKey(best).ends_with(foldedKey(title))) // a label or a date before the same words
        return {};
    const bool isSaid = sharedTenths(best, title) >= alike || foldedKey(best) == foldedKey(documentTitle);
    return isSaid ? best : std::string();
}

/// The first value of the first of @p keys that is more than the site's name.
std::string titleAmong(std::span<const MetadataField> metadata, std::initializer_list<std::string_view> keys,
                       std::string_view siteName)
{
    const std::string site = foldedKey(siteName);
    for (const std::string_view key : keys)
        for (const MetadataField& field : metadata)
            if (lowered(field.key) == key && !trimmed(field.value).empty() && foldedKey(field.value) != site)
                return std::string(trimmed(field.value));
    return {};
}

/// Without the kind of text that stands behind a bar: "Keep the ferry | Editorial".
std::string withoutKind(std::string title)
{
    constexpr std::array<std::string_view, 9> kinds = {"editorial", "opinion",  "commentary", "letters",  "letter",
                                                       "column",    "analysis", "review",     "explainer"};
    const std::size_t bar = title.rfind(" | ");
    if (bar != std::string::npos && bar > 0 &&
        std::ranges::find(kinds, foldedKey(std::string_view(title).substr(bar))) != kinds.end())
        title.resize(bar);
    return title;
}

} // namespace

std::string withoutSiteName(std::string_view title, std::string_view siteName, std::string_view host)
{
    constexpr std::size_t longest = 1000; // bytes; what is longer is no title with a name behind it
    if (title.size() > longest)
        return std::string(trimmed(title));
    const std::string siteKey = corpus::sourceKey(siteName);
    title = trimmed(title);
    for (Separator separator = separatorFrom(title, 0); separator.size > 0;
         separator = separatorFrom(title, separator.at + separator.size)) {
        const std::string_view before = title.substr(0, separator.at);
        const std::string_view behind = title.substr(separator.at + separator.size);
        const std::string_view next = behind.substr(0, separatorFrom(behind, 0).at);
        if (namesSite(behind, siteKey, host) || namesSite(next, siteKey, host))
            return std::string(trimmed(before));
        if (namesSite(before, siteKey, host))
            return std::string(trimmed(behind));
    }
    return std::string(title);
}

FoundTitle findTitle(const Layout& layout, std::span<const MetadataField> metadata)
{
    const std::string siteName =
        metadataValue(metadata, {"meta:og:site_name", "json-ld:publisher.name", "json-ld:publisher"});
    const std::string host = corpus::hostOf(findUrl(metadata));
    const std::string documentTitle = metadataValue(metadata, {"title"});
    std::string title = titleAmong(
        metadata, {"front-matter:title", "json:title", "publication:title", "json-ld:headline", "meta:og:title"},
        siteName);
    if (title.empty())
        title = withoutReplyMarks(metadataValue(metadata, {"mail:subject"}));
    if (title.empty()) {
        const std::string documentKey = foldedKey(documentTitle);
        for (std::size_t i = 0; i < layout.lines.size() && title.empty(); ++i)
            if (layout.roles[i] == BlockRole::Title && layout.lines[i].words <= longestTitleWords &&
                (documentKey.empty() || documentKey.find(foldedKey(layout.lineText(i))) != std::string::npos))
                title = layout.lineText(i);
    }
    if (title.empty())
        title = plausibleProperty(metadataValue(metadata, {"document:title"}), layout);
    if (title.empty())
        title = titleAmong(metadata, {"meta:twitter:title", "meta:dc.title", "meta:title", "title"}, siteName);
    if (title.empty())
        return titleInText(layout);
    title = asHeadlineSays(withoutSiteName(title, siteName, host), layout);
    if (std::string headline = headlineInText(layout, title, withoutSiteName(documentTitle, siteName, host));
        !headline.empty())
        title = withoutSiteName(headline, siteName, host);
    const auto line = lineOfTitle(layout, title);
    return {withoutKind(std::move(title)), line};
}

} // namespace synoptic::ingest
