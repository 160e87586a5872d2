// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.h"

#include <algorithm>
#include <array>
#include <memory>

#include <libstemmer.h>

namespace synoptic::text {
namespace {

struct StemmerDeleter
{
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

constexpr auto stopWords = std::to_array<std::string_view>({
    "a",       "about",   "above",     "across",   "after",      "again",   "against",  "all",     "almost",
    "along",   "already", "also",      "although", "always",     "am",      "among",    "an",      "and",
    "another", "any",     "anyone",    "anything", "are",        "around",  "as",       "at",      "away",
    "back",    "be",      "became",    "because",  "been",       "before",  "being",    "below",   "between",
    "both",    "but",     "by",        "can",      "cannot",     "could",   "did",      "do",      "does",
    "doing",   "down",    "during",    "each",     "either",     "else",    "even",     "ever",    "every",
    "few",     "for",     "from",      "further",  "had",        "has",     "have",     "having",  "he",
    "her",     "here",    "hers",      "him",      "himself",    "his",     "how",      "however", "i",
    "if",      "in",      "instead",   "into",     "is",         "it",      "its",      "itself",  "just",
    "least",   "less",    "like",      "many",     "may",        "me",      "might",    "more",    "most",
    "mr",      "mrs",     "ms",        "much",     "must",       "my",      "neither",  "never",   "no",
    "nor",     "not",     "now",       "of",       "off",        "on",      "once",     "one",     "only",
    "onto",    "or",      "other",     "others",   "our",        "ours",    "out",      "over",    "own",
    "per",     "perhaps", "rather",    "s",        "same",       "several", "she",      "should",  "since",
    "so",      "some",    "something", "soon",     "still",      "such",    "t",        "than",    "that",
    "the",     "their",   "theirs",    "them",     "themselves", "then",    "there",    "these",   "they",
    "this",    "those",   "though",    "through",  "thus",       "to",      "together", "too",     "toward",
    "towards", "under",   "until",     "unto",     "up",         "upon",    "us",       "very",    "was",
    "we",      "well",    "were",      "what",     "when",       "where",   "whether",  "which",   "while",
    "who",     "whole",   "whom",      "whose",    "why",        "will",    "with",     "within",  "without",
    "would",   "yet",     "you",       "your",     "yours",
});
static_assert(std::ranges::is_sorted(stopWords));

} // namespace

std::string stem(std::string_view word)
{
    thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(sb_stemmer_new("english", "UTF_8"));
    if (!stemmer || word.size() > 200) // no memory, or no word
        return std::string(word);
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
    if (stemmed == nullptr)
        return std::string(word);
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

bool isStopWord(std::string_view word)
{
    return std::ranges::binary_search(stopWords, word);
}

} // namespace synoptic::text
