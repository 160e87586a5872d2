// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/title_text.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/is_one_of.h"
#include "base/utf8.h"
#include "text/tokenizer.h"

namespace synoptic::links {
namespace {

/// Words that ask for another one behind them.
constexpr auto danglers = std::to_array<std::string_view>(
    {"a",       "about",  "after", "against", "also",    "amid",  "among",   "an",      "and",     "another", "any",
     "are",     "as",     "at",    "be",      "because", "been",  "before",  "being",   "between", "both",    "but",
     "by",      "can",    "could", "did",     "do",      "does",  "during",  "each",    "every",   "for",     "from",
     "had",     "has",    "have",  "her",     "his",     "if",    "in",      "into",    "is",      "its",     "may",
     "might",   "more",   "most",  "must",    "my",      "near",  "new",     "no",      "nor",     "not",     "of",
     "on",      "onto",   "or",    "our",     "over",    "per",   "several", "should",  "since",   "so",      "some",
     "such",    "than",   "that",  "the",     "their",   "these", "this",    "those",   "through", "to",      "toward",
     "towards", "under",  "until", "upon",    "very",    "was",   "were",    "when",    "where",   "whether", "which",
     "while",   "who",    "whose", "why",     "will",    "with",  "within",  "without", "would",   "your",    "'s",
     "cannot",  "didn't", "won't", "isn't",   "wasn't",  "him",   "how",     "what",    "despite"});
constexpr auto noBeginnings = std::to_array<std::string_view>(
    {"he",   "she",     "it",    "they",    "we",       "i",      "you",        "him",       "them", "this",
     "that", "these",   "those", "who",     "which",    "whom",   "and",        "or",        "but",  "nor",
     "so",   "because", "while", "when",    "although", "though", "if",         "as",        "than", "however",
     "also", "there",   "his",   "her",     "its",      "their",  "my",         "our",       "your", "the",
     "a",    "an",      "then",  "whose",   "could",    "would",  "might",      "can",       "must", "should",
     "is",   "are",     "was",   "were",    "has",      "have",   "had",        "did",       "do",   "does",
     "not",  "me",      "us",    "himself", "herself",  "itself", "themselves", "according", "what", "how",
     "why",  "where",   "until", "unless",  "since"});
/// Where a title can be cut: what stands before says something by itself.
constexpr auto joints = std::to_array<std::string_view>(
    {"in",      "on",        "at",     "for",   "with",  "by",   "from",    "over", "after",
     "before",  "against",   "during", "into",  "near",  "amid", "despite", "as",   "to",
     "through", "following", "under",  "about", "while", "and",  "because"});

std::vector<std::string_view> wordsIn(std::string_view title)
{
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < title.size()) {
        const std::size_t end = std::min(title.find(' ', begin), title.size());
        if (end > begin)
            words.push_back(title.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool hasPairs(std::string_view title)
{
    const auto count = [&](std::string_view mark) {
        std::size_t found = 0;
        for (std::size_t at = title.find(mark); at != std::string_view::npos; at = title.find(mark, at + mark.size()))
            ++found;
        return found;
    };
    return count("“") == count("”") && count("\"") % 2 == 0 && count("(") == count(")") && count("[") == count("]") &&
           count("‘") <= count("’");
}

std::string joined(std::span<const std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

std::string_view bare(std::string_view word)
{
    while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == ';'))
        word.remove_suffix(1);
    return word;
}

} // namespace

std::size_t titleLength(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !isContinuationByte(c); }));
}

bool isPresentable(std::string_view title)
{
    const std::vector<std::string_view> words = wordsIn(title);
    if (words.empty() || titleLength(title) > titleLongest || title.ends_with('?') || title.ends_with(',') ||
        title.ends_with(':') || title.ends_with('-') || !hasPairs(title))
        return false;
    const std::string first = text::foldCase(words.front());
    const std::string_view pronoun = std::string_view(first).substr(0, first.find('\'')); // "we've"
    return !isOneOf(noBeginnings, std::string_view(first)) &&
           !(pronoun.size() < first.size() && isOneOf(noBeginnings, pronoun)) &&
           !isOneOf(danglers, std::string_view(text::foldCase(words.back())));
}

std::string shortened(std::string_view title, std::size_t longest)
{
    if (titleLength(title) <= longest)
        return std::string(title);
    constexpr std::size_t fewest = 3; // words of a title that says something
    std::vector<std::string_view> words = wordsIn(title);
    std::size_t fits = 0;
    std::size_t length = 0;
    while (fits < words.size()) {
        length += titleLength(words[fits]) + (fits > 0 ? 1 : 0);
        if (length > longest)
            break;
        ++fits;
    }
    // The last joint that leaves enough; a comma ends the word before it.
    for (std::size_t cut = fits; cut >= fewest && cut < words.size(); --cut) {
        const bool joint =
            isOneOf(joints, std::string_view(text::foldCase(words[cut]))) || words[cut - 1].ends_with(',');
        std::string text = joined(std::span(words).first(cut - 1));
        text.append(text.empty() ? "" : " ").append(bare(words[cut - 1]));
        if (joint && isPresentable(text))
            return text;
    }
    while (fits > 0 && (isOneOf(danglers, std::string_view(text::foldCase(bare(words[fits - 1])))) ||
                        !hasPairs(joined(std::span(words).first(fits)))))
        --fits;
    std::string text = joined(std::span(words).first(fits));
    return std::string(bare(text));
}

} // namespace synoptic::links
