// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_features.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

#include "ingest/line_rules.h"

namespace synoptic::ingest {
namespace {

constexpr std::uint32_t mostLines = 400; ///< distances are cut here
constexpr std::uint32_t shortLineWords = 6;
constexpr std::size_t topicSlots = std::size_t{1} << 14U;

/// FNV-1a, case folded for ASCII.
struct WordHash
{
    std::uint64_t value = 0xCBF29CE484222325ULL;
    void add(char c)
    {
        const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        value = (value ^ byte) * 0x100000001B3ULL;
    }
};

std::uint64_t hashOf(std::string_view word)
{
    WordHash hash;
    for (const char c : word)
        hash.add(c);
    return hash.value;
}

/// Words that hold sentences together; menus, headlines and captions have few.
bool isFunctionWord(std::string_view word, std::uint64_t hash)
{
    constexpr std::size_t longest = 6;
    static const std::vector<std::uint64_t> words = [] {
        constexpr std::array<std::string_view, 64> list = {
            "the",   "a",    "an",    "of",    "to",   "in",    "and",   "that",  "is",   "was",  "were", "it",   "he",
            "she",   "they", "we",    "i",     "you",  "his",   "her",   "their", "its",  "for",  "on",   "at",   "by",
            "with",  "as",   "from",  "has",   "have", "had",   "be",    "been",  "are",  "but",  "not",  "or",   "who",
            "which", "this", "there", "would", "will", "could", "said",  "also",  "than", "when", "if",   "so",   "do",
            "did",   "one",  "into",  "about", "up",   "out",   "after", "all",   "can",  "more", "no",   "while"};
        std::vector<std::uint64_t> hashes;
        hashes.reserve(list.size());
        for (const std::string_view entry : list)
            hashes.push_back(hashOf(entry));
        std::ranges::sort(hashes);
        return hashes;
    }();
    return word.size() <= longest && std::ranges::binary_search(words, hash);
}

bool isLetterByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') ||
           byte == '\'';
}

std::uint16_t thousandths(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? std::uint16_t{0}
                      : static_cast<std::uint16_t>(std::min<std::uint64_t>(part * 1000 / whole, 1000));
}

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

} // namespace

/// Takes features one after the other.
class LineDescriber::Row
{
public:
    explicit Row(std::span<std::int32_t> places) : m_places(places) {}
    template <class Number>
    void add(Number value)
    {
        constexpr std::int64_t most = 1'000'000;
        const auto number = std::clamp<std::int64_t>(static_cast<std::int64_t>(value), -most, most);
        if (m_next < m_places.size())
            m_places[m_next] = static_cast<std::int32_t>(number);
        ++m_next;
    }
    std::size_t size() const { return m_next; }

private:
    std::span<std::int32_t> m_places;
    std::size_t m_next = 0;
};

LineEvidence evidenceOf(const Layout& layout, std::span<const LineRepeats> repeats)
{
    LineEvidence evidence{layout, kindsOfLines(layout), {}, repeats};
    evidence.ruled = linesMarkedByRule(layout, evidence.kinds);
    return evidence;
}

LineDescriber::LineDescriber(const LineEvidence& evidence)
    : m_evidence(evidence), m_layout(evidence.layout), m_facts(evidence.layout.lines.size())
{
    readLines();
    findTopic();
    countRepeats();
    findDenseRun();
}

std::size_t LineDescriber::featureCount()
{
    static const std::size_t count = [] {
        const std::string_view text = "Words.";
        Layout layout;
        layout.text = text;
        layout.lines = textLines(text);
        layout.roles.assign(1, BlockRole::Paragraph);
        layout.main.assign(1, true);
        const LineEvidence evidence{layout, {LineKind::Other}, std::vector<bool>(1, false), {}};
        const LineDescriber describer(evidence);
        Row row({});
        describer.describeItself(0, row);
        describer.describePlace(0, row);
        return row.size();
    }();
    return count;
}

void LineDescriber::readLines()
{
    constexpr std::size_t longWord = 4; // bytes; shorter ones hardly say what a text is about
    m_firstWords.push_back(0);
    m_sums.emplace_back();
    std::uint32_t shortLines = 0;
    std::uint32_t sinceTail = mostLines;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const TextLine& line = m_layout.lines[i];
        const std::string_view text = m_layout.lineText(i);
        Facts& facts = m_facts[i];
        std::uint32_t words = 0;
        std::uint32_t function = 0;
        std::uint32_t capital = 0;
        std::uint32_t digits = 0;
        bool afterEnd = false;
        for (std::size_t at = 0; at < text.size();) {
            const char c = text[at];
            if (!isLetterByte(c)) {
                facts.commas += c == ',' ? 1U : 0U;
                afterEnd = c == '.' || c == '!' || c == '?' || (afterEnd && (c == ' ' || c == '"'));
                ++at;
                continue;
            }
            const std::size_t begin = at;
            WordHash hash;
            for (; at < text.size() && isLetterByte(text[at]); ++at) {
                hash.add(text[at]);
                digits += text[at] >= '0' && text[at] <= '9' ? 1U : 0U;
            }
            const std::string_view word = text.substr(begin, at - begin);
            ++words;
            const bool isCapital = c >= 'A' && c <= 'Z';
            capital += isCapital ? 1U : 0U;
            facts.innerEnds += afterEnd && isCapital && text[begin - 1] == ' ' ? 1U : 0U;
            afterEnd = false;
            if (isFunctionWord(word, hash.value))
                ++function;
            else if (word.size() >= longWord)
                m_words.push_back(hash.value);
        }
        m_firstWords.push_back(static_cast<std::uint32_t>(m_words.size()));
        facts.words = line.words;
        facts.function = thousandths(function, words);
        facts.capital = thousandths(capital, words);
        facts.digits = thousandths(digits, text.size());
        facts.prose = isProse(line);
        facts.furniture = m_evidence.kinds[i] != LineKind::Other;
        shortLines += line.words <= shortLineWords && !line.endsSentence ? 1U : 0U;
        sinceTail = m_evidence.kinds[i] == LineKind::TailOpener ? 0 : std::min(sinceTail + 1, mostLines);
        m_sinceTail.push_back(sinceTail);
        Sums sums = m_sums.back();
        sums.words += line.words;
        sums.proseWords += facts.prose ? line.words : 0U;
        sums.furniture += facts.furniture ? 1U : 0U;
        sums.prose += facts.prose ? 1U : 0U;
        m_sums.push_back(sums);
    }
    m_proseShare = thousandths(m_sums.back().proseWords, m_sums.back().words);
    m_furnitureShare = thousandths(m_sums.back().furniture, m_facts.size());
    m_shortShare = thousandths(shortLines, m_facts.size());
}

/// How far each line speaks of what the prose of other lines and the title speak of.
void LineDescriber::findTopic()
{
    std::vector<std::uint16_t> prose(topicSlots, 0); // lines of prose that hold a word of the slot
    std::vector<std::uint32_t> seenIn(topicSlots, 0);
    const auto slotOf = [](std::uint64_t hash) { return static_cast<std::size_t>((hash >> 20U) % topicSlots); };
    const auto wordsOf = [&](std::size_t line) {
        return std::span(m_words).subspan(m_firstWords[line], m_firstWords[line + 1] - m_firstWords[line]);
    };
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        if (!m_facts[i].prose)
            continue;
        for (const std::uint64_t hash : wordsOf(i)) {
            const std::size_t slot = slotOf(hash);
            if (seenIn[slot] == i + 1)
                continue;
            seenIn[slot] = static_cast<std::uint32_t>(i + 1);
            prose[slot] = static_cast<std::uint16_t>(std::min(prose[slot] + 1, 1000));
        }
    }
    std::vector<std::uint64_t> title;
    if (m_layout.title)
        title.assign(wordsOf(*m_layout.title).begin(), wordsOf(*m_layout.title).end());
    std::ranges::sort(title);
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const int own = m_facts[i].prose ? 1 : 0;
        const auto words = wordsOf(i);
        std::size_t known = 0;
        std::size_t inTitle = 0;
        for (const std::uint64_t hash : words) {
            known += prose[slotOf(hash)] > own ? 1U : 0U;
            inTitle += !title.empty() && std::ranges::binary_search(title, hash) ? 1U : 0U;
        }
        m_facts[i].topic = thousandths(known, words.size());
        m_facts[i].title = thousandths(inTitle, words.size());
    }
}

void LineDescriber::countRepeats()
{
    const auto keyOf = [&](std::size_t line) {
        std::uint64_t key = m_facts[line].words;
        for (std::uint32_t at = m_firstWords[line]; at < m_firstWords[line + 1]; ++at)
            key = (key ^ m_words[at]) * 0x9E3779B97F4A7C15ULL;
        return key;
    };
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        if (m_facts[i].words > 0)
            ++counts[keyOf(i)];
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        m_facts[i].sameInText = m_facts[i].words > 0 ? counts[keyOf(i)] : 1;
}

/// The run of lines whose prose outweighs its scraps the most.
void LineDescriber::findDenseRun()
{
    constexpr std::int64_t mostWords = 60;
    constexpr std::int64_t scrap = 4;
    std::size_t begin = 0;
    std::int64_t sum = 0;
    std::int64_t best = 0;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        const auto words = std::min<std::int64_t>(m_facts[i].words, mostWords);
        sum += m_facts[i].prose ? words : m_layout.lines[i].endsSentence ? words - scrap : -scrap;
        if (sum > best) {
            best = sum;
            m_denseBegin = begin;
            m_denseEnd = i + 1;
        }
    }
}

void LineDescriber::describe(std::size_t line, std::span<std::int32_t> row) const
{
    Row out(row);
    describeItself(line, out);
    describePlace(line, out);
    assert(out.size() == row.size());
}

void LineDescriber::describeItself(std::size_t line, Row& row) const
{
    const TextLine& at = m_layout.lines[line];
    const Facts& facts = m_facts[line];
    const std::string_view text = m_layout.lineText(line).substr(0, 600);
    row.add(at.words);
    row.add(at.span.size() / std::max<std::uint32_t>(at.words, 1));
    row.add(at.endsSentence);
    row.add(at.startsLower);
    row.add(at.startsBlock);
    row.add(at.endsBlock);
    row.add(facts.function);
    row.add(facts.capital);
    row.add(facts.digits);
    row.add(facts.innerEnds);
    row.add(facts.commas);
    row.add(facts.topic);
    row.add(facts.title);
    row.add(facts.prose);
    const LineKind kind = m_evidence.kinds[line];
    for (const LineKind other : {LineKind::Symbols, LineKind::Navigation, LineKind::Widget, LineKind::TailOpener,
                                 LineKind::Credit, LineKind::Byline, LineKind::DateLine})
        row.add(kind == other);
    row.add(m_evidence.ruled[line]);
    row.add(text.starts_with("\u2022") || text.starts_with("- ") || text.starts_with("* ") ||
            text.starts_with("\u00B7") || text.starts_with("\u00BB") || text.starts_with("\u203A"));
    row.add(holds(text, "|") || holds(text, " \u00BB ") || holds(text, " > ") || holds(text, " / "));
    row.add(text.starts_with('"') || text.starts_with("\u201C") || text.starts_with("\u2018") || text.starts_with("'"));
    row.add(text.ends_with(':'));
    row.add(text.ends_with('?'));
    row.add(text.ends_with("...") || text.ends_with("\u2026"));
    row.add(holds(text, "http") || holds(text, "www.") || holds(text, "@") || holds(text, ".com"));
    row.add(holds(text, "\u00A9") || holds(text, "(c)") || holds(text, "reserved"));
    row.add(text.starts_with('(') || text.starts_with('['));
    row.add(facts.sameInText);
    row.add(m_evidence.repeats.empty() ? 0U : m_evidence.repeats[line].same);
    row.add(m_evidence.repeats.empty() ? 0U : m_evidence.repeats[line].masked);
    const auto here = static_cast<std::ptrdiff_t>(line);
    for (const std::ptrdiff_t step : {-2, -1, 1, 2})
        describeNeighbor(here + step, row);
}

void LineDescriber::describeNeighbor(std::ptrdiff_t line, Row& row) const
{
    const bool isThere = line >= 0 && line < static_cast<std::ptrdiff_t>(m_facts.size());
    const auto index = static_cast<std::size_t>(isThere ? line : 0);
    const Facts facts = isThere ? m_facts[index] : Facts{};
    row.add(isThere ? static_cast<std::int32_t>(facts.words) : -1);
    row.add(isThere && m_layout.lines[index].endsSentence);
    row.add(facts.function);
    row.add(facts.topic);
    row.add(isThere && (facts.furniture || m_evidence.ruled[index]));
    row.add(isThere && !m_evidence.repeats.empty() ? m_evidence.repeats[index].same : 0U);
}

void LineDescriber::describeStretch(std::size_t begin, std::size_t end, Row& row) const
{
    const Sums& before = m_sums[begin];
    const Sums& behind = m_sums[end];
    row.add(thousandths(behind.proseWords - before.proseWords, behind.words - before.words));
    row.add(end == begin ? 0 : (behind.words - before.words) / (end - begin));
    row.add(thousandths(behind.furniture - before.furniture, end - begin));
}

void LineDescriber::describePlace(std::size_t line, Row& row) const
{
    const std::size_t count = m_facts.size();
    for (const std::size_t reach : {std::size_t{3}, std::size_t{8}, std::size_t{20}}) {
        describeStretch(line - std::min(reach, line), line, row);
        describeStretch(line + 1, std::min(line + 1 + reach, count), row);
    }
    row.add(std::min<std::size_t>(line, mostLines));
    row.add(std::min<std::size_t>(count - 1 - line, mostLines));
    const std::uint64_t proseWords = m_sums.back().proseWords;
    row.add(thousandths(m_sums[line].proseWords, proseWords));
    row.add(thousandths(proseWords - m_sums[line + 1].proseWords, proseWords));
    row.add(line < m_denseBegin ? std::min<std::size_t>(m_denseBegin - line, mostLines) : 0U);
    row.add(line >= m_denseEnd ? std::min<std::size_t>(line + 1 - m_denseEnd, mostLines) : 0U);
    row.add(thousandths(m_sums[m_denseEnd].proseWords - m_sums[m_denseBegin].proseWords, proseWords));
    row.add(m_denseEnd - m_denseBegin);
    const std::size_t firstProse = std::min(m_layout.firstProse, count);
    row.add(line < firstProse ? std::min<std::size_t>(firstProse - line, mostLines) : 0U);
    row.add(line >= m_layout.endProse ? std::min<std::size_t>(line + 1 - m_layout.endProse, mostLines) : 0U);
    row.add(m_sinceTail[line]);
    const auto title = static_cast<std::ptrdiff_t>(m_layout.title.value_or(0));
    const std::ptrdiff_t fromTitle = static_cast<std::ptrdiff_t>(line) - title;
    constexpr std::ptrdiff_t most = mostLines;
    row.add(m_layout.title ? std::clamp(fromTitle, -most, most) : most + 1);
    row.add(m_layout.title == line);
    row.add(std::min<std::size_t>(count, 4 * std::size_t{mostLines}));
    row.add(std::min<std::uint64_t>(m_sums.back().words, 20'000));
    row.add(m_proseShare);
    row.add(m_furnitureShare);
    row.add(m_shortShare);
}

} // namespace synoptic::ingest
