// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_splitter.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "text/abbreviations.h"
#include "text/tokenizer.h"

namespace synoptic::text {
namespace {

// Words that begin sentences and are seldom capitalized inside one.
constexpr auto starters = std::to_array<std::string_view>(
    {"a",       "after", "again",   "all",     "also",   "although",  "among",     "an",        "and",
     "another", "as",    "at",      "because", "before", "both",      "but",       "by",        "despite",
     "during",  "each",  "earlier", "even",    "every",  "everybody", "everyone",  "for",       "from",
     "he",      "her",   "here",    "his",     "how",    "however",   "i",         "if",        "in",
     "instead", "it",    "its",     "last",    "later",  "many",      "meanwhile", "more",      "most",
     "neither", "no",    "nobody",  "none",    "not",    "now",       "of",        "officials", "on",
     "once",    "one",   "only",    "or",      "other",  "others",    "our",       "perhaps",   "police",
     "several", "she",   "since",   "so",      "some",   "still",     "such",      "that",      "the",
     "their",   "then",  "there",   "these",   "they",   "this",      "those",     "though",    "three",
     "through", "thus",  "to",      "today",   "two",    "under",     "until",     "we",        "what",
     "when",    "where", "while",   "who",     "why",    "with",      "yes",       "yesterday", "yet",
     "you"});
static_assert(std::ranges::is_sorted(starters));

bool isTerminator(char32_t c)
{
    return c == U'.' || c == U'!' || c == U'?' || c == U'\u2026' || c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F';
}

bool isCloser(char32_t c)
{
    return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' || c == U'\u201D' || c == U'\u2019' ||
           c == U'\u00BB' || c == U'\u203A';
}

bool isOpener(char32_t c)
{
    return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == U'{' || c == U'\u201C' || c == U'\u2018' ||
           c == U'\u00AB' || c == U'\u2039' || c == U'\u2013' || c == U'\u2014' || c == U'-' || c == U'\u2022';
}

bool isUpper(char32_t c)
{
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x100 && c < 0x180 && c % 2 == 0) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

bool isLower(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
           (c >= 0x100 && c < 0x180 && c % 2 == 1) || (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x45F);
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

/// What stands on both sides of a gap after a terminator.
struct Gap
{
    char32_t terminator = 0;     // the last one
    std::size_t terminators = 0; // how many code points of them
    bool closed = false;         // a closing mark follows the terminator
    std::size_t blanks = 0;      // bytes of white space after it
    std::string_view before;     // the word that ends with the terminator
    bool beforeOpensLine = false;
    char32_t next = 0;       // first letter or digit after it, past opening marks; 0: nothing but marks
    bool nextOpened = false; // an opening mark stands before it
    std::string_view nextWord;
};

bool beginsSentences(std::string_view word)
{
    return std::ranges::binary_search(starters, std::string_view(foldCase(word)));
}

bool isInitial(std::string_view word)
{
    return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

/// A day, month or zone after a time of day: "9 a.m. Monday", "5 p.m. GMT".
bool continuesTime(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>(
        {"april", "august", "bst",      "cest",      "cet",    "cst",      "december", "edt",     "eet",
         "est",   "et",     "february", "friday",    "gmt",    "ist",      "january",  "jst",     "july",
         "june",  "march",  "may",      "monday",    "msk",    "mst",      "november", "october", "pdt",
         "pst",   "pt",     "saturday", "september", "sunday", "thursday", "tuesday",  "utc",     "wednesday"});
    static_assert(std::ranges::is_sorted(words));
    return std::ranges::binary_search(words, std::string_view(foldCase(word)));
}

bool endsAfterFullStop(const Gap& gap)
{
    if (gap.closed)
        return true;
    // An opening mark before a capital begins a sentence, "(0735 GMT)" does not.
    const bool opened = gap.nextOpened && isUpper(gap.next);
    if (isInitial(gap.before))
        return beginsSentences(gap.nextWord);
    switch (Abbreviations::standard().kindOf(gap.before)) {
    case AbbreviationKind::Title:
        return false;
    case AbbreviationKind::Number:
        return !isDigit(gap.next);
    case AbbreviationKind::Any:
        return beginsSentences(gap.nextWord) || opened;
    case AbbreviationKind::None:
        break;
    }
    if (gap.before == "a.m" || gap.before == "p.m")
        return beginsSentences(gap.nextWord) || (isUpper(gap.next) && !continuesTime(gap.nextWord));
    if (gap.before.find('.') != std::string_view::npos)
        return beginsSentences(gap.nextWord) || opened;
    // "1. The first item"
    const bool numbered = gap.beforeOpensLine && !gap.before.empty() && std::ranges::all_of(gap.before, [](char c) {
                              return isDigit(static_cast<unsigned char>(c));
                          });
    return !numbered;
}

bool endsWithoutBlank(const Gap& gap)
{
    if (gap.closed) // `back.”he added` goes on, `back.”He` ends
        return isUpper(gap.next);
    // `Moscow.The` ends; `example.Com`, `U.S.A`, `Node.JS` do not.
    const bool plainWord = gap.before.size() >= 3 && gap.before.find('.') == std::string_view::npos &&
                           isLower(decodeAt(gap.before, gap.before.size() - 1).value);
    return gap.terminator == U'.' && gap.terminators == 1 && plainWord && isUpper(gap.next) &&
           gap.nextWord.size() >= 2 &&
           (gap.nextOpened || beginsSentences(gap.nextWord) || isUpper(decodeAt(gap.before, 0).value));
}

bool endsSentence(const Gap& gap)
{
    if (gap.next == 0 || isLower(gap.next))
        return false;
    if (gap.blanks == 0)
        return endsWithoutBlank(gap);
    if (gap.terminator == U'.' && gap.terminators == 1)
        return endsAfterFullStop(gap);
    return true; // ! ? … ...
}

class LineSplitter
{
public:
    LineSplitter(std::string_view text, bool boilerplate, std::vector<Sentence>& sentences)
        : m_text(text), m_boilerplate(boilerplate), m_sentences(sentences)
    {}

    void split(std::size_t begin, std::size_t end)
    {
        m_firstWord = std::min(m_text.find_first_not_of(" \t", begin), end);
        m_lineEnd = end;
        m_sentenceBegin = begin;
        for (std::size_t at = begin; at < end;) {
            const CodePoint point = decodeAt(m_text, at);
            at = isTerminator(point.value) ? afterTerminator(at) : at + point.size;
        }
        add(m_sentenceBegin, end);
    }

private:
    std::size_t afterTerminator(std::size_t at)
    {
        Gap gap;
        gap.before = wordBefore(at);
        gap.beforeOpensLine = at - gap.before.size() <= m_firstWord;
        while (at < m_lineEnd) {
            const CodePoint point = decodeAt(m_text, at);
            if (!isTerminator(point.value))
                break;
            gap.terminator = point.value;
            ++gap.terminators;
            at += point.size;
        }
        while (at < m_lineEnd && isCloser(decodeAt(m_text, at).value)) {
            gap.closed = true;
            at += decodeAt(m_text, at).size;
        }
        const std::size_t end = at;
        std::size_t next = at;
        while (next < m_lineEnd && isBlank(decodeAt(m_text, next).value))
            next += decodeAt(m_text, next).size;
        gap.blanks = next - at;
        const std::size_t sentenceAfter = next;
        while (next < m_lineEnd && isOpener(decodeAt(m_text, next).value)) {
            gap.nextOpened = true;
            next += decodeAt(m_text, next).size;
        }
        if (next < m_lineEnd) {
            gap.next = decodeAt(m_text, next).value;
            if (!isUpper(gap.next) && !isLower(gap.next) && !isDigit(gap.next) && gap.next < 0x370)
                gap.next = 0;
            gap.nextWord = wordAt(next);
        }
        if (endsSentence(gap)) {
            add(m_sentenceBegin, end);
            m_sentenceBegin = sentenceAfter;
        }
        return end;
    }

    std::string_view wordBefore(std::size_t at) const
    {
        constexpr std::size_t longest = 24;
        std::size_t begin = at;
        while (begin > m_sentenceBegin && at - begin < longest) {
            const char c = m_text[begin - 1];
            const auto byte = static_cast<unsigned char>(c);
            if (!(isLower(byte) || isUpper(byte) || isDigit(byte) || c == '.' || byte >= 0x80))
                break;
            --begin;
        }
        while (begin < at && (static_cast<unsigned char>(m_text[begin]) & 0xC0U) == 0x80U)
            ++begin;
        std::string_view word = m_text.substr(begin, at - begin);
        // An opening quotation mark of three bytes belongs to no word.
        while (word.size() >= 3 && static_cast<unsigned char>(word[0]) == 0xE2)
            word.remove_prefix(3);
        return word;
    }

    std::string_view wordAt(std::size_t at) const
    {
        std::size_t end = at;
        while (end < m_lineEnd && end - at < 24) {
            const auto byte = static_cast<unsigned char>(m_text[end]);
            if (!isLower(byte) && !isUpper(byte))
                break;
            ++end;
        }
        return m_text.substr(at, end - at);
    }

    void add(std::size_t begin, std::size_t end)
    {
        while (begin < end && isBlank(decodeAt(m_text, begin).value))
            begin += decodeAt(m_text, begin).size;
        while (begin < end) {
            std::size_t last = end - 1;
            while (last > begin && (static_cast<unsigned char>(m_text[last]) & 0xC0U) == 0x80U)
                --last;
            if (!isBlank(decodeAt(m_text, last).value))
                break;
            end = last;
        }
        if (begin < end)
            m_sentences.push_back({spanOf(begin, end), m_boilerplate});
    }

    std::string_view m_text; // Not owned: the caller's text outlives the split.
    bool m_boilerplate;
    std::vector<Sentence>& m_sentences; // Not owned: the result being filled.
    std::size_t m_firstWord = 0;        // where the line's first word begins
    std::size_t m_lineEnd = 0;
    std::size_t m_sentenceBegin = 0;
};

} // namespace

std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate)
{
    std::vector<Sentence> sentences;
    auto mark = boilerplate.begin();
    const auto splitLine = [&](std::size_t begin, std::size_t end) {
        // A mark covers whole lines as a rule; where it does not, its borders end sentences too.
        while (begin < end) {
            while (mark != boilerplate.end() && mark->end <= begin)
                ++mark;
            const bool marked = mark != boilerplate.end() && mark->begin <= begin;
            std::size_t stop = end;
            if (mark != boilerplate.end())
                stop = std::min<std::size_t>(end, marked ? mark->end : std::max<std::size_t>(mark->begin, begin));
            LineSplitter(text, marked, sentences).split(begin, stop);
            begin = stop;
        }
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t newline = std::min(text.find('\n', begin), text.size());
        splitLine(begin, newline);
        begin = newline + 1;
    }
    return sentences;
}

} // namespace synoptic::text
