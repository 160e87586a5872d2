// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// Texts of pages whose lines people, or what people cut out of the page, tell apart.
namespace synoptic::tests {

enum class LineLabel : char
{
    Main = 'm',
    Boilerplate = 'b',
    Title = 't' ///< title or byline: neither right nor wrong to mark
};

struct GoldLines
{
    std::string site;              ///< host of the page; what is learned of one page holds for its site
    std::string text;              ///< canonical
    std::vector<LineLabel> labels; ///< one for each of ingest::textLines(text)
};

/// Reads the texts of a set: a folder with `set.json` ("joint" between lines) and `gold.jsonl` ("url" and "lines",
/// pairs of label and line). Empty if there are none.
std::vector<GoldLines> readGoldLines(const std::string& folder);

/// The articles of a set alone, title and body ("title", "body"), in which no line is boilerplate.
std::vector<GoldLines> readCleanTexts(const std::string& folder);

/// How many lines, and words of them, were kept and marked.
struct LineScore
{
    std::size_t main = 0;
    std::size_t mainLost = 0;
    std::size_t boilerplate = 0;
    std::size_t boilerplateKept = 0;
    double precision = 0.0; ///< by words, summed over texts
    double recall = 0.0;
    std::size_t texts = 0;

    void count(const GoldLines& gold, const std::vector<bool>& marked);
    double f1() const;     ///< of the lines that are kept
    double bodyF1() const; ///< of the mean precision and the mean recall by words
    double lostShare() const;
};

} // namespace synoptic::tests
