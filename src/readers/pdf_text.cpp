// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "readers/ascii.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;

struct Line
{
    std::string text;
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    std::size_t page = 0;
    double columnRight = 0.0; ///< the furthest right of the lines it stands with
    double columnLeft = 0.0;
    bool isEdge = false; ///< repeats at the edge of pages, or numbers them

    double height() const { return bottom - top; }
};

/// U+FB00…FB06 as letters. No other compatibility form: "½" and "…" are what was written.
std::string withoutLigatures(std::string_view text)
{
    constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mayBe = text.substr(i).starts_with("\xEF\xAC") && i + 2 < text.size();
        const std::size_t which = mayBe ? static_cast<unsigned char>(text[i + 2]) - 0x80U : letters.size();
        if (which >= letters.size()) {
            plain += text[i];
            continue;
        }
        plain += letters[which];
        i += 2;
    }
    return plain;
}

/// Whether @p word stands right of @p line and on its height.
bool continuesLine(const Line& line, const PdfWord& word)
{
    const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const double smaller = std::min(line.height(), word.bottom - word.top);
    constexpr double widestGap = 4.0; // in heights; more is another column or a table's cell
    return overlap > 0.5 * smaller && word.left >= line.right - 0.5 * smaller &&
           word.left - line.right < widestGap * std::max(line.height(), 1.0);
}

std::vector<Line> linesOf(const std::vector<PdfPage>& pages)
{
    std::vector<Line> lines;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        bool isNewPage = true;
        for (const PdfWord& word : pages[page].words) {
            std::string text = withoutLigatures(word.text);
            if (trimmed(text).empty())
                continue;
            if (isNewPage || !continuesLine(lines.back(), word)) {
                lines.push_back({std::move(text), word.left, word.top, word.right, word.bottom, page, 0, 0, false});
                isNewPage = false;
                continue;
            }
            Line& line = lines.back();
            constexpr double narrowestSpace = 0.08; // in heights: some producers place every syllable
            if (word.left - line.right > narrowestSpace * line.height())
                line.text += ' ';
            line.text += text;
            line.top = std::min(line.top, word.top);
            line.right = std::max(line.right, word.right);
            line.bottom = std::max(line.bottom, word.bottom);
        }
    }
    return lines;
}

/// The text with every run of digits as one mark: "Page 3 of 12" is "Page # of #".
std::string withMaskedDigits(std::string_view text)
{
    std::string masked;
    for (const char c : text) {
        if (!isAsciiDigit(c))
            masked += c;
        else if (masked.empty() || masked.back() != '#')
            masked += '#';
    }
    return masked;
}

bool isPageNumber(std::string_view masked)
{
    const std::string low = asciiLower(trimmed(masked));
    return low == "#" || low == "- # -" || low == "page #" || low == "page # of #" || low == "# / #" || low == "#/#" ||
           low == "p. #";
}

/// What a browser prints at the foot of a page: its address and "1/3".
bool isPrintedAddress(std::string_view masked)
{
    return masked.starts_with("http") && masked.find("://") != std::string_view::npos && masked.ends_with("#/#");
}

void markEdges(std::vector<Line>& lines, const std::vector<PdfPage>& pages)
{
    constexpr double edge = 0.09; // of the page's height
    const auto isAtEdge = [&](const Line& line) {
        const double height = pages[line.page].height;
        return line.top < edge * height || line.bottom > (1.0 - edge) * height;
    };
    std::unordered_map<std::string, std::size_t> pagesWith;
    for (const Line& line : lines) {
        if (isAtEdge(line))
            ++pagesWith[withMaskedDigits(line.text)];
    }
    const std::size_t enough = pages.size() >= 4 ? 3 : 2;
    for (Line& line : lines) {
        const std::string masked = withMaskedDigits(line.text);
        line.isEdge =
            isAtEdge(line) && (pagesWith[masked] >= enough || isPageNumber(masked) || isPrintedAddress(masked));
    }
}

/// Whether @p next stands under @p line in one column.
bool isBelow(const Line& line, const Line& next)
{
    return next.page == line.page && next.top >= line.top + 0.3 * line.height() &&
           std::min(line.right, next.right) - std::max(line.left, next.left) > 0.0;
}

/// The middle one of the values; 0 if there are none.
double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void findColumns(std::vector<Line>& lines)
{
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && isBelow(lines[end - 1], lines[end]))
            ++end;
        double left = lines[begin].left;
        double right = lines[begin].right;
        for (std::size_t i = begin; i < end; ++i) {
            left = std::min(left, lines[i].left);
            right = std::max(right, lines[i].right);
        }
        for (std::size_t i = begin; i < end; ++i) {
            lines[i].columnLeft = left;
            lines[i].columnRight = right;
        }
        begin = end;
    }
}

bool endsSentence(std::string_view text)
{
    for (const std::string_view quote : {"\"", "'", ")", "”", "’", "»"}) {
        if (text.ends_with(quote))
            text.remove_suffix(quote.size());
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with("…");
}

bool startsLower(std::string_view text)
{
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

/// What is usual in one document.
struct Measures
{
    double height = 0.0;  ///< of a line
    double leading = 0.0; ///< from one line's top to the next
};

Measures measuresOf(const std::vector<Line>& lines)
{
    std::vector<double> heights;
    std::vector<double> leadings;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A long line counts more often: sizes are of text, not of labels.
        for (std::size_t weight = 0; weight <= std::min<std::size_t>(lines[i].text.size() / 20, 5); ++weight)
            heights.push_back(lines[i].height());
        if (i > 0 && isBelow(lines[i - 1], lines[i]))
            leadings.push_back(lines[i].top - lines[i - 1].top);
    }
    return {medianOf(std::move(heights)), medianOf(std::move(leadings))};
}

bool isOtherSize(const Line& a, const Line& b)
{
    return std::abs(a.height() - b.height()) > 0.15 * std::max(a.height(), b.height());
}

bool beginsParagraph(const Line& line, const Line& next, const Measures& usual)
{
    if (isOtherSize(line, next))
        return true;
    const bool isShort = line.right < line.columnRight - 0.12 * (line.columnRight - line.columnLeft);
    if (!isBelow(line, next)) // another column or page
        return endsSentence(line.text) ? !startsLower(next.text) : isShort && !startsLower(next.text);
    const bool isApart = next.top - line.top > 1.35 * std::max(usual.leading, line.height());
    const double indent = next.left - next.columnLeft;
    const bool isIndented = indent > 0.6 * next.height() && indent < 6.0 * next.height() &&
                            line.left - line.columnLeft < 0.5 * next.height();
    return isApart || isIndented || (isShort && endsSentence(line.text) && !startsLower(next.text));
}

/// The words of the document, lower case, with their inner hyphens.
std::unordered_set<std::string> wordsOf(const std::vector<Line>& lines)
{
    std::unordered_set<std::string> words;
    for (const Line& line : lines) {
        std::string word;
        for (const char c : line.text + " ") {
            const bool isPart = isAsciiLetter(c) || c == '-' || (static_cast<unsigned char>(c) & 0x80U) != 0;
            if (isPart) {
                word += asciiLower(c);
                continue;
            }
            if (!word.empty())
                words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

std::string_view lastWord(std::string_view text)
{
    return text.substr(text.find_last_of(" \t(\"") + 1);
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find_first_of(" \t,.;:!?)\""));
}

void appendLine(std::string& text, std::string_view line, const std::unordered_set<std::string>& words)
{
    const bool mayJoin =
        text.size() > 1 && text.back() == '-' && isAsciiLetter(text[text.size() - 2]) && startsLower(line);
    if (!mayJoin) {
        text += ' ';
        text += line;
        return;
    }
    const std::string before = asciiLower(lastWord(text));
    const std::string joined = before.substr(0, before.size() - 1) + asciiLower(firstWord(line));
    if (words.contains(joined))
        text.pop_back();
    text += line;
}

} // namespace

void addPdfText(ArticleBuilder& builder, const std::vector<PdfPage>& pages)
{
    std::vector<Line> all = linesOf(pages);
    markEdges(all, pages);
    std::vector<Line> lines;
    std::vector<Line> edges;
    for (Line& line : all)
        (line.isEdge ? edges : lines).push_back(std::move(line));
    findColumns(lines);
    const Measures usual = measuresOf(lines);
    const auto words = wordsOf(lines);

    bool hasTitle = false;
    for (std::size_t begin = 0; begin < lines.size();) {
        std::string text = lines[begin].text;
        std::size_t end = begin + 1;
        while (end < lines.size() && !beginsParagraph(lines[end - 1], lines[end], usual))
            appendLine(text, lines[end++].text, words);
        constexpr std::size_t longestHeading = 300;
        const bool isHeading = lines[begin].height() > 1.15 * usual.height && text.size() <= longestHeading;
        const bool isTitle =
            isHeading && !hasTitle && lines[begin].page == 0 && lines[begin].height() > 1.3 * usual.height;
        hasTitle |= isTitle;
        const BlockRole role = isTitle ? BlockRole::Title : isHeading ? BlockRole::Heading : BlockRole::Paragraph;
        builder.addBlock(std::move(text), role, true);
        begin = end;
    }
    // The edges follow the text: between its pages they would tear sentences apart.
    for (Line& line : edges)
        builder.addBlock(std::move(line.text), BlockRole::Navigation, false);
}

} // namespace synoptic::readers
