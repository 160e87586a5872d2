// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/layout.h"
#include "ingest/line_kinds.h"

namespace synoptic::ingest {

/// How often a line stands in other articles of the folder: as it is, and with its figures masked.
struct LineRepeats
{
    std::uint32_t same = 0;
    std::uint32_t masked = 0;

    friend bool operator==(const LineRepeats&, const LineRepeats&) = default;
};

/// All that is known of the lines of a text before any is judged. One entry a line each.
struct LineEvidence
{
    const Layout& layout; ///< Not owned: outlives the evidence, with its title.
    std::vector<LineKind> kinds;
    std::vector<bool> ruled;              ///< the rules mark it
    std::span<const LineRepeats> repeats; ///< none while the rest of the folder is not known
};

/// The evidence of @p layout: kinds and rules are asked here.
LineEvidence evidenceOf(const Layout& layout, std::span<const LineRepeats> repeats = {});

/// Whole numbers that describe a line of a text without markup, for the model that tells article from page: the line
/// itself, its neighbors, the stretches before and behind it, its place, how far it speaks of what the prose speaks of,
/// how often it stands elsewhere, and what kind of text it stands in.
class LineDescriber
{
public:
    /// Cost: one pass over the text, and 100 bytes a line.
    explicit LineDescriber(const LineEvidence& evidence);

    static std::size_t featureCount();

    /// The features of one line, in an order that never changes; @p row has featureCount() places.
    void describe(std::size_t line, std::span<std::int32_t> row) const;

    /// Words in prose of all words, in thousandths: near 1000 for articles, near 100 for pages saved as text.
    std::int32_t proseShare() const { return m_proseShare; }

private:
    struct Facts
    {
        std::uint32_t words = 0;
        std::uint32_t innerEnds = 0; ///< sentences that end inside
        std::uint32_t commas = 0;
        std::uint32_t sameInText = 0; ///< lines with the same words
        std::uint16_t function = 0;   ///< in thousandths of the words, as all shares
        std::uint16_t capital = 0;
        std::uint16_t digits = 0;
        std::uint16_t topic = 0; ///< of the longer words: also in the prose of other lines
        std::uint16_t title = 0; ///< the same: also in the title
        bool prose = false;
        bool furniture = false;
    };
    /// Sums over the lines before one.
    struct Sums
    {
        std::uint64_t words = 0;
        std::uint64_t proseWords = 0;
        std::uint32_t furniture = 0;
        std::uint32_t prose = 0;
    };
    class Row;

    void readLines();
    void findTopic();
    void countRepeats();
    void findDenseRun();
    void describeItself(std::size_t line, Row& row) const;
    void describeNeighbor(std::ptrdiff_t line, Row& row) const;
    void describeStretch(std::size_t begin, std::size_t end, Row& row) const;
    void describePlace(std::size_t line, Row& row) const;

    const LineEvidence& m_evidence; // Not owned: the caller's.
    const Layout& m_layout;         // Not owned: that of the evidence.
    std::vector<Facts> m_facts;
    std::vector<Sums> m_sums;                // one more than lines
    std::vector<std::uint64_t> m_words;      // hashes of the longer words, line after line
    std::vector<std::uint32_t> m_firstWords; // one more than lines: where those of a line begin
    std::size_t m_denseBegin = 0;
    std::size_t m_denseEnd = 0;
    std::vector<std::uint32_t> m_sinceTail; // lines since one that closes articles; mostLines for none
    std::int32_t m_proseShare = 0;
    std::int32_t m_furnitureShare = 0;
    std::int32_t m_shortShare = 0;
};

} // namespace synoptic::ingest
