// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_splitter.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/lexicons.h"
#include "base/utf8.h"
#include "text/sentence_gap.h"

namespace synoptic::text {
namespace {

/// Closes the model's doubt in favor of what the rule says: its answer is one of the features.
constexpr int leastScore = 0;

/// Sums the weights of what it sees.
class ScoreSum : public FeatureSink
{
public:
    explicit ScoreSum(const HashedWeights& weights) : m_weights(weights) {}
    void see(std::string_view kind, std::string_view first, std::string_view second) override
    {
        sum += m_weights.weightOf({kind, first, second});
    }
    int sum = 0;

private:
    const HashedWeights& m_weights; // Not owned: compiled in.
};

/// What a byte of ASCII is to the splitter.
namespace use {
constexpr std::uint8_t none = 0;
constexpr std::uint8_t blank = 1;
constexpr std::uint8_t terminator = 2;
constexpr std::uint8_t closer = 3;
constexpr std::uint8_t address = 4; ///< stands in addresses and the heads of mails
} // namespace use

constexpr std::array<std::uint8_t, 256> byteUses = [] {
    std::array<std::uint8_t, 256> uses{};
    uses[' '] = uses['\t'] = use::blank;
    uses['.'] = uses['!'] = uses['?'] = use::terminator;
    uses['"'] = uses['\''] = uses[')'] = uses[']'] = uses['}'] = use::closer;
    uses['@'] = uses['/'] = uses['='] = uses['<'] = use::address;
    return uses;
}();

/// Past the marks of notes at @p at, blanks before them included: "[6]", " [19] [20]"; @p at itself if there are none.
std::size_t afterNotes(std::string_view text, std::size_t at, std::size_t end)
{
    constexpr std::size_t mostDigits = 3;
    std::size_t after = at;
    while (after < end) {
        std::size_t place = after;
        while (place < end && text[place] == ' ')
            ++place;
        if (place == end || text[place] != '[')
            break;
        const std::size_t digits = place + 1;
        std::size_t next = digits;
        while (next < end && isDigit(static_cast<unsigned char>(text[next])))
            ++next;
        if (next == digits || next - digits > mostDigits || next == end || text[next] != ']')
            break;
        after = next + 1;
    }
    return after;
}

/// Cuts a line into pieces and asks at each gap where a sentence could end.
class LineSplitter
{
public:
    LineSplitter(std::string_view text, const BoundaryChooser& chooser, std::vector<Sentence>& sentences)
        : m_text(text), m_chooser(chooser), m_sentences(sentences)
    {}

    void split(std::size_t begin, std::size_t end, bool boilerplate)
    {
        m_boilerplate = boilerplate;
        m_lineEnd = end;
        cut(begin, end);
        if (m_pieces.empty())
            return;
        m_firstWord = m_pieces.front().begin;
        m_sentenceBegin = m_firstWord;
        m_sentencePiece = 0;
        m_beginsSmall = isLower(decodeAt(m_text, m_firstWord).value);
        m_beginsItem = numbersItem(textOf(m_pieces.front()));
        for (m_piece = 0; m_piece < m_pieces.size(); ++m_piece)
            visit(m_pieces[m_piece]);
        add(m_sentenceBegin, m_pieces.back().end);
    }

private:
    struct Piece
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool marked = false;     ///< has a terminator somewhere
        bool terminated = false; ///< ends with one, closing marks aside
    };

    void cut(std::size_t begin, std::size_t end)
    {
        m_pieces.clear();
        m_terminated = 0;
        m_capitals = 0;
        bool hasAddress = false; // or a time, as the heads of mails have
        Piece piece;
        const auto close = [&](std::size_t at) {
            const bool note = !m_pieces.empty() && m_pieces.back().terminated && piece.end > piece.begin &&
                              afterNotes(m_text, piece.begin, piece.end) == piece.end;
            if (note) {
                m_pieces.back().end = piece.end; // it belongs to the sentence before it
            } else if (piece.end > piece.begin) {
                if (piece.terminated)
                    ++m_terminated;
                if (isUpper(decodeAt(m_text, piece.begin).value))
                    ++m_capitals;
                m_pieces.push_back(piece);
            }
            piece = {.begin = at, .end = at};
        };
        close(begin);
        for (std::size_t at = begin; at < end;) {
            const auto byte = static_cast<unsigned char>(m_text[at]);
            std::uint8_t use = byteUses[byte];
            std::size_t size = 1;
            if (byte >= 0x80) {
                const CodePoint point = decodeAt(m_text, at);
                size = point.size;
                use = isBlank(point.value)        ? use::blank
                      : isTerminator(point.value) ? use::terminator
                      : isCloser(point.value)     ? use::closer
                                                  : use::none;
            }
            at += size;
            if (use == use::blank) {
                close(at);
                continue;
            }
            piece.end = at;
            if (use == use::none || use == use::address) {
                piece.terminated = false;
                hasAddress = hasAddress || use == use::address;
            } else if (use == use::terminator) {
                piece.marked = piece.terminated = true;
            }
        }
        close(end);
        m_running = !m_pieces.empty() && m_pieces.back().terminated && !hasAddress;
    }

    void visit(const Piece& piece)
    {
        if (piece.marked) {
            // Inside of an address a stop is a part of it.
            const std::string_view whole = textOf(piece);
            const bool address =
                whole.find('@') != std::string_view::npos || whole.find("://") != std::string_view::npos;
            const std::size_t begin = address ? lastStop(piece) : piece.begin;
            for (std::size_t at = begin; at < piece.end;) {
                const CodePoint point = decodeAt(m_text, at);
                at = isTerminator(point.value) ? afterTerminator(at, piece) : at + point.size;
            }
        }
        const bool last = m_piece + 1 == m_pieces.size();
        if (!piece.terminated && !last && mayEndUnmarked(piece))
            ask(piece.end, piece.end, 0, piece);
    }

    /// Where the terminators at the end of @p piece begin; its end if it has none.
    std::size_t lastStop(const Piece& piece) const
    {
        std::size_t at = piece.end;
        while (at > piece.begin && isCloser(pointBefore(at)))
            at -= sizeBefore(at);
        const std::size_t closed = at;
        while (at > piece.begin && isTerminator(pointBefore(at)))
            at -= sizeBefore(at);
        return at < closed ? at : piece.end;
    }

    /// Whether a sentence could end here without a mark: before a capital, a figure or a mark, the next item of a list,
    /// or beside an address.
    bool mayEndUnmarked(const Piece& piece) const
    {
        const std::string_view next = textOf(m_pieces[m_piece + 1]);
        // Running text has its marks; "SANDVAR, May 4 (CPA) - The ferry" stays whole.
        if (!m_running && !isLower(decodeAt(next, 0).value))
            return true;
        const auto isAddress = [](std::string_view text) {
            return text.find("://") != std::string_view::npos || text.starts_with("www.");
        };
        const bool item = m_beginsItem && numbersItem(next);
        return item || isAddress(next) || isAddress(textOf(piece));
    }

    std::size_t afterTerminator(std::size_t at, const Piece& piece)
    {
        const std::size_t first = at;
        while (at < piece.end && isTerminator(decodeAt(m_text, at).value))
            at += decodeAt(m_text, at).size;
        const std::size_t terminators = at - first;
        while (at < piece.end && isCloser(decodeAt(m_text, at).value))
            at += decodeAt(m_text, at).size;
        // "It rained. [6] Then it": the mark of a note belongs to the sentence before it.
        const std::size_t noted = afterNotes(m_text, at, piece.end);
        ask(at, noted, terminators, piece);
        return noted;
    }

    /// Decides the gap at @p end. What stands before it ends at @p core, @p terminatorBytes and closing marks behind a
    /// word; between the two there may be notes.
    void ask(std::size_t core, std::size_t end, std::size_t terminatorBytes, const Piece& piece)
    {
        const bool inside = end < piece.end;
        if (!inside && m_piece + 1 == m_pieces.size())
            return;
        const Piece* next = inside ? &piece : &m_pieces[m_piece + 1];
        Gap gap;
        const std::size_t begin = inside ? end : next->begin;
        gap.blanks = begin - end;
        describeMarks(gap, core, end, terminatorBytes, piece);
        const std::size_t leftBegin = std::max(piece.begin, m_sentenceBegin);
        gap.left = m_text.substr(leftBegin, core - leftBegin);
        gap.right = m_text.substr(begin, next->end - begin);
        gap.beforeLeft = m_piece > 0 ? textOf(m_pieces[m_piece - 1]) : std::string_view();
        const std::size_t after = m_piece + (inside ? 1 : 2);
        gap.afterRight = after < m_pieces.size() ? textOf(m_pieces[after]) : std::string_view();
        gap.piecesBefore = m_piece - m_sentencePiece + 1;
        gap.piecesAfter = m_pieces.size() - after + 1;
        gap.linePieces = m_pieces.size();
        gap.lineTerminators = m_terminated;
        gap.lineEndsTerminated = m_pieces.back().terminated;
        gap.lineCapitals = m_capitals;
        gap.lineBeginsSmall = m_beginsSmall;
        gap.lineBeginsItem = m_beginsItem;
        if (!m_chooser.ends(gap, end))
            return;
        add(m_sentenceBegin, end);
        m_sentenceBegin = begin;
        m_sentencePiece = m_piece + (inside ? 0 : 1);
    }

    void describeMarks(Gap& gap, std::size_t core, std::size_t end, std::size_t terminatorBytes,
                       const Piece& piece) const
    {
        std::size_t wordEnd = core;
        if (terminatorBytes > 0) {
            std::size_t marks = core;
            while (marks > piece.begin && !isTerminator(pointBefore(marks))) {
                gap.closed = true;
                marks -= sizeBefore(marks);
            }
            gap.terminator = pointBefore(marks);
            wordEnd = marks - terminatorBytes;
            for (std::size_t at = wordEnd; at < marks; at += decodeAt(m_text, at).size)
                ++gap.terminators;
        } else {
            while (wordEnd > piece.begin && !isLetterOrDigit(pointBefore(wordEnd)))
                wordEnd -= sizeBefore(wordEnd);
        }
        gap.before = wordBefore(wordEnd);
        gap.abbreviation = Abbreviations::standard().kindOf(gap.before);
        gap.beforeOpensLine = wordEnd - gap.before.size() <= m_firstWord;
        std::size_t next = end + gap.blanks;
        while (next < m_lineEnd && isOpener(decodeAt(m_text, next).value)) {
            gap.nextOpened = true;
            next += decodeAt(m_text, next).size;
        }
        if (next < m_lineEnd) {
            gap.next = decodeAt(m_text, next).value;
            if (!isUpper(gap.next) && !isLower(gap.next) && !isDigit(gap.next) && gap.next < 0x370)
                gap.next = 0;
            gap.nextWord = wordAt(next);
            gap.nextBegins = beginsSentences(gap.nextWord);
        }
    }

    static bool isLetterOrDigit(char32_t c) { return isUpper(c) || isLower(c) || isDigit(c); }

    std::size_t sizeBefore(std::size_t at) const
    {
        std::size_t size = 1;
        while (size < at && size < 4 && isContinuationByte(m_text[at - size]))
            ++size;
        return size;
    }

    char32_t pointBefore(std::size_t at) const { return decodeAt(m_text, at - sizeBefore(at)).value; }

    std::string_view textOf(const Piece& piece) const { return m_text.substr(piece.begin, piece.end - piece.begin); }

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
        while (begin < at && isContinuationByte(m_text[begin]))
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
            while (last > begin && isContinuationByte(m_text[last]))
                --last;
            if (!isBlank(decodeAt(m_text, last).value))
                break;
            end = last;
        }
        if (begin < end)
            m_sentences.push_back({spanOf(begin, end), m_boilerplate});
    }

    std::string_view m_text;            // Not owned: the caller's text outlives the split.
    const BoundaryChooser& m_chooser;   // Not owned: outlives the split.
    std::vector<Sentence>& m_sentences; // Not owned: the result being filled.
    std::vector<Piece> m_pieces;        // of the line
    std::size_t m_terminated = 0;
    std::size_t m_capitals = 0;
    bool m_beginsSmall = false;
    bool m_beginsItem = false;
    bool m_running = false; // prose: it ends with a mark and names no addresses
    std::size_t m_piece = 0;
    std::size_t m_sentencePiece = 0; // the first of the sentence
    std::size_t m_firstWord = 0;     // where the line's first word begins
    std::size_t m_lineEnd = 0;
    std::size_t m_sentenceBegin = 0;
    bool m_boilerplate = false;
};

} // namespace

bool BoundaryChooser::ends(const Gap& gap, std::size_t /*at*/) const
{
    // The model learns from these too, so that it knows what the sure ones look like.
    if (cannotEnd(gap) || mustEnd(gap))
        return !cannotEnd(gap);
    static const HashedWeights weights = HashedWeights::parse(lexicons::sentenceBoundaries(), 3);
    ScoreSum score(weights);
    describeGap(gap, score);
    return score.sum >= leastScore;
}

std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate)
{
    return splitSentences(text, boilerplate, BoundaryChooser());
}

std::vector<Sentence> splitSentences(std::string_view text, std::span<const TextSpan> boilerplate,
                                     const BoundaryChooser& chooser)
{
    std::vector<Sentence> sentences;
    LineSplitter splitter(text, chooser, sentences);
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
            splitter.split(begin, stop, marked);
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
