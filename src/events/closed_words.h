// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed classes of English, as the reading of phrases needs them; all in lower case.
namespace synoptic::events::closed {

inline constexpr auto determiners = std::to_array<std::string_view>(
    {"the",  "a",     "an",   "this",    "these",  "those", "his",   "its",  "their", "our",
     "my",   "your",  "some", "any",     "no",     "each",  "every", "both", "all",   "several",
     "many", "other", "such", "another", "either", "few",   "more",  "most", "much",  "whose"});
inline constexpr auto pronouns = std::to_array<std::string_view>(
    {"he",     "she",    "it",        "they",       "we",        "i",       "you",     "him",      "them",
     "us",     "me",     "himself",   "herself",    "itself",    "myself",  "there",   "everyone", "someone",
     "anyone", "nobody", "everybody", "themselves", "something", "nothing", "anything"});
inline constexpr auto prepositions = std::to_array<std::string_view>(
    {"of",     "in",         "on",      "at",        "for",       "with",      "by",        "from",       "into",
     "over",   "under",      "against", "between",   "about",     "through",   "during",    "without",    "within",
     "among",  "amid",       "across",  "around",    "behind",    "beside",    "besides",   "beyond",     "despite",
     "near",   "onto",       "outside", "inside",    "per",       "toward",    "towards",   "upon",       "via",
     "along",  "above",      "below",   "beneath",   "following", "including", "regarding", "concerning", "than",
     "versus", "throughout", "amongst", "alongside", "until",     "except",    "past"});
inline constexpr auto particles =
    std::to_array<std::string_view>({"up", "out", "off", "down", "away", "back", "together", "apart", "forward"});
inline constexpr auto numberWords = std::to_array<std::string_view>(
    {"a",      "one",   "two",    "three",  "four",     "five",     "six",      "seven",   "eight",
     "nine",   "ten",   "eleven", "twelve", "thirteen", "fourteen", "fifteen",  "sixteen", "twenty",
     "thirty", "forty", "fifty",  "sixty",  "hundred",  "hundreds", "thousand", "dozen",   "half"});
/// A preposition before a noun, a subordinator before a clause.
inline constexpr auto either =
    std::to_array<std::string_view>({"after", "before", "since", "as", "until", "like", "than"});
inline constexpr auto subordinators = std::to_array<std::string_view>(
    {"because", "while", "when", "if", "although", "though", "whether", "where", "unless", "once", "so", "how", "why",
     "what", "whereas", "wherever", "whenever", "till", "lest"});
inline constexpr auto modals =
    std::to_array<std::string_view>({"will", "would", "may", "might", "can", "could", "should", "shall", "must", "'ll",
                                     "won't", "wouldn't", "can't", "couldn't", "shouldn't", "cannot", "’ll"});
inline constexpr auto beForms =
    std::to_array<std::string_view>({"is", "are", "was", "were", "be", "been", "being", "am", "wasn't", "weren't",
                                     "isn't", "aren't", "'re", "’re", "'m", "’m"});
inline constexpr auto haveForms =
    std::to_array<std::string_view>({"has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve", "’ve"});
inline constexpr auto doForms =
    std::to_array<std::string_view>({"do", "does", "did", "don't", "doesn't", "didn't", "doing"});
inline constexpr auto adverbs = std::to_array<std::string_view>(
    {"also",      "just",        "then",      "now",           "here",    "later",      "again",        "already",
     "still",     "yet",         "ever",      "even",          "only",    "soon",       "too",          "very",
     "quite",     "rather",      "almost",    "nearly",        "perhaps", "meanwhile",  "however",      "thus",
     "hence",     "often",       "once",      "twice",         "instead", "therefore",  "nevertheless", "moreover",
     "further",   "furthermore", "sometimes", "always",        "ago",     "afterwards", "otherwise",    "earlier",
     "well",      "so",          "about",     "approximately", "roughly", "reportedly", "allegedly",    "today",
     "yesterday", "tomorrow",    "tonight"});
inline constexpr auto noAdverbs = std::to_array<std::string_view>(
    {"family", "supply",  "reply",    "rally",   "ally",   "assembly", "july",     "italy",    "early", "daily",
     "weekly", "monthly", "likely",   "elderly", "deadly", "costly",   "friendly", "unlikely", "holy",  "lonely",
     "only",   "anomaly", "monopoly", "folly",   "belly",  "jelly",    "bully",    "yearly",   "ugly",  "lovely"});
inline constexpr auto alikePast = std::to_array<std::string_view>(
    {"cut", "hit",   "put",  "set",  "shut",  "hurt",  "spread",    "let",    "cost", "quit",
     "bid", "burst", "cast", "shed", "split", "upset", "broadcast", "thrust", "read", "beat"});
inline constexpr auto planWords = std::to_array<std::string_view>(
    {"plan",  "plans", "planned", "planning", "expect",  "expected", "expects",  "schedule", "scheduled", "due",
     "set",   "agree", "agreed",  "agrees",   "promise", "promised", "promises", "intends",  "intend",    "intended",
     "going", "vowed", "vows",    "pledged",  "pledges", "decided",  "decides",  "poised",   "slated",    "about"});

} // namespace synoptic::events::closed
