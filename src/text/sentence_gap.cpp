// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_gap.h"

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

} // namespace

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

namespace {

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
        return gap.nextBegins;
    switch (gap.abbreviation) {
    case AbbreviationKind::Title:
        return false;
    case AbbreviationKind::Number:
        return !isDigit(gap.next);
    case AbbreviationKind::Any:
        return gap.nextBegins || opened;
    case AbbreviationKind::None:
        break;
    }
    if (gap.before == "a.m" || gap.before == "p.m")
        return gap.nextBegins || (isUpper(gap.next) && !continuesTime(gap.nextWord));
    if (gap.before.find('.') != std::string_view::npos)
        return gap.nextBegins || opened;
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
           gap.nextWord.size() >= 2 && (gap.nextOpened || gap.nextBegins || isUpper(decodeAt(gap.before, 0).value));
}

/// Marks of one use have one name; a letter for most, so that the table needs no quoting.
char nameOfMark(char32_t c)
{
    switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case U',':
    case U':':
    case U'-':
    case U'/':
        return static_cast<char>(c);
    case U'\u2026':
        return 'e';
    case U'\u2013':
    case U'\u2014':
        return 'd';
    case U';':
        return 's';
    case U'"':
    case U'\'':
    case U'\u2018':
    case U'\u2019':
    case U'\u201C':
    case U'\u201D':
    case U'\u00AB':
    case U'\u00BB':
        return 'q';
    case U'(':
    case U'[':
    case U'{':
    case U'<':
        return 'o';
    case U')':
    case U']':
    case U'}':
        return 'c';
    case U'>':
        return 'g';
    case U'*':
    case U'_':
    case U'=':
    case U'#':
    case U'~':
    case U'+':
    case U'|':
    case U'\u2022':
        return 'r';
    default:
        return c < 0x80 ? 'a' : 'x';
    }
}

/// How a word looks: "Ul" for Marlow, "UU" for NATO, "9/9" for 5/12.
std::string shapeOf(std::string_view word)
{
    constexpr std::size_t longest = 6;
    std::string shape;
    for (std::size_t at = 0; at < word.size() && shape.size() < longest;) {
        const CodePoint point = decodeAt(word, at);
        at += point.size;
        const char32_t c = point.value;
        const char mark = isUpper(c) ? 'U' : isLower(c) ? 'l' : isDigit(c) ? '9' : nameOfMark(c);
        const std::size_t most = mark == 'U' ? 2 : 1;
        if (shape.size() >= most && shape.find_last_not_of(mark) + 1 + most <= shape.size())
            continue;
        shape += mark;
    }
    return shape;
}

/// What kind of thing a piece is that grammar does not know.
std::string_view kindOf(std::string_view piece)
{
    if (piece.empty())
        return "edge";
    if (piece.find("://") != std::string_view::npos || piece.starts_with("www."))
        return "address";
    if (piece.find('@') != std::string_view::npos)
        return "mail";
    bool digit = false;
    bool letter = false;
    bool colon = false;
    for (const char byte : piece) {
        const auto c = static_cast<unsigned char>(byte);
        digit = digit || isDigit(c);
        letter = letter || isUpper(c) || isLower(c) || c >= 0x80;
        colon = colon || c == ':' || c == '/';
    }
    if (digit)
        return letter ? "mixed" : colon ? "time" : "number";
    if (!letter)
        return "marks";
    const std::string_view core = piece.substr(0, piece.find_last_not_of(".,;:!?\"')]>") + 1);
    if (core == "AM" || core == "PM" || core == "am" || core == "pm")
        return "half";
    return "word";
}

std::string_view bucketOf(std::size_t count)
{
    return count == 0   ? "0"
           : count == 1 ? "1"
           : count == 2 ? "2"
           : count <= 4 ? "4"
           : count <= 8 ? "8"
           : count < 16 ? "16"
           : count < 32 ? "32"
                        : "more";
}

/// The marks at the end of a piece, at most three, typographic ones made plain.
std::string marksAtEnd(std::string_view piece)
{
    std::string marks;
    constexpr std::size_t most = 3;
    std::size_t end = piece.size();
    while (end > 0 && marks.size() < most) {
        std::size_t begin = end - 1;
        while (begin > 0 && isContinuationByte(piece[begin]))
            --begin;
        const char32_t c = decodeAt(piece, begin).value;
        if (isUpper(c) || isLower(c) || isDigit(c))
            break;
        const char mark = nameOfMark(c);
        marks.insert(marks.begin(), mark);
        end = begin;
    }
    return marks;
}

std::string_view abbreviationName(AbbreviationKind kind, std::string_view word)
{
    switch (kind) {
    case AbbreviationKind::Title:
        return "title";
    case AbbreviationKind::Number:
        return "number";
    case AbbreviationKind::Any:
        return "any";
    case AbbreviationKind::None:
        break;
    }
    return isInitial(word) ? "initial" : word.find('.') != std::string_view::npos ? "stops" : "none";
}

bool beginsWithCapital(std::string_view piece)
{
    return !piece.empty() && isUpper(decodeAt(piece, 0).value);
}

} // namespace

bool beginsSentences(std::string_view word)
{
    return std::ranges::binary_search(starters, std::string_view(foldCase(word)));
}

bool numbersItem(std::string_view piece)
{
    constexpr std::size_t longest = 7;
    if (piece.size() > longest || piece.empty())
        return false;
    if (piece == "\u2022" || piece == "\u2043" || piece == "*" || piece == "-")
        return true;
    const CodePoint first = decodeAt(piece, 0);
    const bool bullet = first.value == U'\u2022' || first.value == U'\u2043';
    const std::size_t begin = bullet ? first.size : first.value == U'(' ? 1 : 0;
    std::size_t end = begin;
    while (end < piece.size() && isDigit(static_cast<unsigned char>(piece[end])))
        ++end;
    if (end == begin && end < piece.size() && isLower(static_cast<unsigned char>(piece[end])))
        ++end;
    if (end == begin || end - begin > 2)
        return false;
    const std::string_view marks = piece.substr(end);
    return marks == "." || marks == ")" || marks == ".)";
}

bool cannotEnd(const Gap& gap)
{
    if (gap.lineBeginsItem && gap.piecesBefore == 1 && numbersItem(gap.left))
        return true;
    if (gap.blanks == 0 && gap.terminators == 1 && gap.terminator == U'.' && !endsByRule(gap))
        return true; // "notes.Txt"
    // "from 3 am - 5 pm": a dash between two figures
    const bool dash = gap.right == "-" || gap.right == "\u2013" || gap.right == "\u2014";
    const auto isFigure = [](char c) { return isDigit(static_cast<unsigned char>(c)); };
    if (dash && gap.terminators == 0 && !gap.afterRight.empty() && isFigure(gap.afterRight.front()) &&
        (std::ranges::any_of(gap.left, isFigure) || kindOf(gap.left) == "half"))
        return true;
    // a stop alone
    if (gap.terminators > 0 &&
        std::ranges::all_of(gap.right, [](char c) { return isTerminator(static_cast<unsigned char>(c)); }))
        return true;
    const bool abbreviated =
        gap.before.find('.') != std::string_view::npos || gap.abbreviation != AbbreviationKind::None;
    if (isLower(gap.next) && !gap.nextOpened && gap.terminators > 0 && (gap.closed || abbreviated))
        return true;
    return gap.terminators == 1 && gap.terminator == U'.' && !gap.closed && gap.blanks > 0 &&
           gap.abbreviation == AbbreviationKind::Title && !gap.nextBegins;
}

bool mustEnd(const Gap& gap)
{
    const bool plainWord =
        gap.terminators == 1 && gap.terminator == U'.' && gap.before.size() > 2 &&
        gap.abbreviation == AbbreviationKind::None &&
        std::ranges::all_of(gap.before, [](char c) { return isLower(static_cast<unsigned char>(c)); });
    if (plainWord && gap.blanks > 0 && !gap.nextOpened && isUpper(gap.next))
        return true;
    const bool bySure = gap.blanks == 0 || (isUpper(gap.next) && gap.nextBegins);
    return gap.terminators > 0 && bySure && !numbersItem(gap.left) && endsByRule(gap);
}

bool endsByRule(const Gap& gap)
{
    if (gap.terminators == 0 || gap.next == 0 || isLower(gap.next))
        return false;
    if (gap.blanks == 0)
        return endsWithoutBlank(gap);
    if (gap.terminator == U'.' && gap.terminators == 1)
        return endsAfterFullStop(gap);
    return true; // ! ? … ...
}

void describeGap(const Gap& gap, FeatureSink& sink)
{
    const std::string marks = marksAtEnd(gap.left);
    const std::string leftShape =
        shapeOf(gap.terminators > 0 ? gap.before : gap.left.substr(0, gap.left.size() - marks.size()));
    const std::string rightShape = shapeOf(gap.right);
    const std::string_view leftKind = kindOf(gap.left);
    const std::string_view rightKind = kindOf(gap.right);
    const std::string_view blank = gap.blanks == 0 ? "none" : gap.blanks == 1 ? "one" : "many";
    const std::string_view rule = endsByRule(gap) ? "yes" : "no";
    const std::string_view abbreviation =
        gap.terminators > 0 ? abbreviationName(gap.abbreviation, gap.before) : "unmarked";
    const std::string place = marks + ' ' + std::string(blank);
    sink.see("bias");
    sink.see("rule", rule, blank);
    sink.see("rule and marks", rule, marks);
    sink.see("marks", place);
    sink.see("marks and next", place, rightShape);
    sink.see("marks and word", marks, gap.nextWord);
    sink.see("marks and kind", place, rightKind);
    sink.see("left", gap.before);
    sink.see("left and marks", gap.before, marks);
    sink.see("left shape", leftShape, marks);
    sink.see("shapes", leftShape + marks, rightShape);
    sink.see("kinds", std::string(leftKind) + marks, rightKind);
    sink.see("right", gap.nextWord);
    sink.see("right shape", rightShape);
    sink.see("abbreviation", abbreviation, rightShape);
    sink.see("starter", gap.nextBegins ? "yes" : "no", marks);
    sink.see("outer left", shapeOf(gap.beforeLeft), marks);
    sink.see("outer right", shapeOf(gap.afterRight), place);
    sink.see("outer kinds", kindOf(gap.beforeLeft), leftKind);
    sink.see("after kinds", rightKind, kindOf(gap.afterRight));
    sink.see("so far", bucketOf(gap.piecesBefore), marks);
    sink.see("to come", bucketOf(gap.piecesAfter), marks);
    sink.see("line", bucketOf(gap.linePieces), gap.lineEndsTerminated ? "ended" : "open");
    sink.see("line and marks", marks, gap.lineEndsTerminated ? "ended" : "open");
    sink.see("two left", shapeOf(gap.beforeLeft) + ' ' + leftShape, marks);
    sink.see("two right", rightShape + ' ' + shapeOf(gap.afterRight), place);
    const std::string_view style = gap.lineCapitals * 4 < gap.linePieces       ? "plain"
                                   : gap.lineCapitals * 5 < gap.linePieces * 3 ? "mixed"
                                                                               : "titles";
    sink.see("style", style, place);
    sink.see("style and shapes", style, leftShape + ' ' + rightShape);
    sink.see("small beginnings", gap.lineBeginsSmall ? "yes" : "no", marks + ' ' + rightShape);
    sink.see("starter and neighbors", gap.nextBegins ? "yes" : "no", leftShape + ' ' + rightShape);
    // The items of a list that runs on in one line.
    const std::string item{numbersItem(gap.left) ? 'l' : '-', numbersItem(gap.right) ? 'r' : '-',
                           gap.lineBeginsItem ? 'b' : '-'};
    sink.see("item", item, place);
    const std::string_view density = gap.lineTerminators == 0                    ? "none"
                                     : gap.linePieces / gap.lineTerminators > 30 ? "few"
                                                                                 : "many";
    sink.see("density", density, marks);
    const std::string capitals{beginsWithCapital(gap.beforeLeft) ? 'U' : 'l', beginsWithCapital(gap.left) ? 'U' : 'l',
                               beginsWithCapital(gap.right) ? 'U' : 'l', beginsWithCapital(gap.afterRight) ? 'U' : 'l'};
    sink.see("capitals", capitals, marks);
}

} // namespace synoptic::text
