// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/event_title.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/is_one_of.h"
#include "events/participants.h"
#include "events/phrases.h"
#include "events/sentence_words.h"
#include "links/clause_title.h"
#include "links/term_vector.h"
#include "links/title_sentence.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

using events::SentenceWords;

/// The words of a headline as written, without the outlet behind a bar or dash; blanks as in the text.
std::string headlineText(const TitleSource& source, const SentenceWords& words)
{
    constexpr std::size_t longestOutlet = 4; // words
    std::size_t end = words.size();
    for (std::size_t i = words.size(); i-- > 3 && words.size() - i <= longestOutlet + 1;) {
        if (words.lower[i] == "|" || words.lower[i] == "-" || words.lower[i] == "–" || words.lower[i] == "—") {
            end = i;
            break;
        }
    }
    while (end > 0 && (words.lower[end - 1] == "." || words.lower[end - 1] == ","))
        --end;
    std::size_t begin = 0;
    while (begin < end && (words.lower[begin] == "the" || words.lower[begin] == "a" || words.lower[begin] == "an" ||
                           words.tokens[begin].kind == text::TokenKind::Punctuation))
        ++begin;
    const bool titleCase = events::isTitleCase(words);
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        const TextSpan span = words.tokens[i].span;
        const bool beside = i > begin && words.tokens[i - 1].span.end == span.begin;
        if (i > begin && !beside && words.lower[i] != ",")
            text += " ";
        const std::string word(textOf(source.articleText, span));
        text += titleCase && i > begin ? withoutTitleCase(word, source.articleText) : word;
    }
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Whether the trigger is what the headline says: its verb, or a noun beside it, and no afterthought.
bool isMainWord(const SentenceWords& words, TextSpan trigger)
{
    constexpr auto asides =
        std::to_array<std::string_view>({"after", "amid", "over", "as", "following", "despite", "for", "before",
                                         "ahead", "of", "while", "in", "on", "at"});
    for (std::size_t i = words.size(); i-- > 0;) {
        if (words.tokens[i].span.begin < trigger.begin && isOneOf(asides, words.lower[i]))
            return false;
    }
    return true;
}

TitleCandidate headline(const TitleSource& source, TextSpan line, double worth)
{
    TitleSource titled = source;
    titled.sentence = line;
    if (!line.contains(source.trigger))
        titled.trigger = {};
    const SentenceWords words = timelessWords(titled);
    if (words.size() < 3 || words.lower.back() == "?")
        return {};
    std::string text = headlineText(titled, words);
    if (titleLength(text) > titleLongest)
        text = shortened(text, titleLongest);
    if (!isPresentable(text) || std::ranges::count(text, ' ') < 2)
        return {};
    worth += titleLength(text) <= titleAim ? 0.2 : 0.0;
    // A label or a saying in front tells no event.
    if (text.find(": ") != std::string::npos || text.find("‘") != std::string::npos)
        worth -= 0.5;
    return {std::move(text), worth + 0.2 * source.score, true};
}

/// A headline that tells what its lead does: most of its words stand there.
bool tellsTheSame(const TitleSource& source)
{
    const auto stemsOf = [&](TextSpan span) {
        const std::vector<std::string> stems = contentStems(textOf(source.articleText, span));
        return std::set<std::string>(stems.begin(), stems.end());
    };
    const std::set<std::string> over = stemsOf(source.headline);
    const std::set<std::string> under = stemsOf(source.sentence);
    const auto shared = std::ranges::count_if(over, [&](const std::string& stem) { return under.contains(stem); });
    const bool trigger = over.contains(text::stem(text::foldCase(textOf(source.articleText, source.trigger))));
    return over.size() >= 2 && (trigger ? shared >= 2 : 5 * shared >= 3 * std::ssize(over) && shared >= 3);
}

} // namespace

std::vector<TitleCandidate> titleCandidates(std::span<const TitleSource> sources)
{
    std::vector<TitleCandidate> titles;
    const auto keep = [&](TitleCandidate title) {
        if (!title.text.empty())
            titles.push_back(std::move(title));
    };
    for (const TitleSource& source : sources) {
        if (source.heading) {
            const bool main = isMainWord(events::wordsOf(source.articleText, source.sentence), source.trigger);
            keep(headline(source, source.sentence, main ? 1.9 : 1.0));
        } else if (source.lead && !source.headline.empty() && tellsTheSame(source)) {
            keep(headline(source, source.headline, 2.0));
        }
        for (Title& title : clauseTitles(source))
            keep({std::move(title.text), title.worth, false});
    }
    if (titles.empty() && !sources.empty()) {
        const TitleSource& first = sources.front();
        keep({shortened(textOf(first.articleText, first.trigger), titleLongest), 0.0, false});
    }
    std::ranges::stable_sort(titles, [](const auto& a, const auto& b) { return a.worth > b.worth; });
    std::vector<TitleCandidate> result;
    for (TitleCandidate& title : titles) {
        if (std::ranges::find(result, title.text, &TitleCandidate::text) == result.end())
            result.push_back(std::move(title));
    }
    return result;
}

} // namespace synoptic::links
