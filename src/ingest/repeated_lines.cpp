// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/repeated_lines.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t longestLine = 2000; ///< bytes; longer ones are paragraphs
constexpr std::uint64_t offset = 0xCBF29CE484222325ULL;
constexpr std::uint64_t prime = 0x100000001B3ULL;

struct Keys
{
    std::uint64_t same = 0; // 0: no words
    std::uint64_t masked = 0;
};

/// Letters and figures of a line without their case; in the second key every run of figures is one.
Keys keysOf(std::string_view line)
{
    if (line.size() > longestLine)
        return {};
    Keys keys{offset, offset};
    bool any = false;
    bool inFigures = false;
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isFigure = byte >= '0' && byte <= '9';
        const bool isLetter = byte >= 0x80 || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        if (isFigure || isLetter) {
            const auto folded = static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
            keys.same = (keys.same ^ folded) * prime;
            if (isLetter || !inFigures)
                keys.masked = (keys.masked ^ (isFigure ? static_cast<unsigned char>('0') : folded)) * prime;
            any = true;
        }
        inFigures = isFigure;
    }
    return any ? keys : Keys{};
}

/// Clusters that hold a line. Texts come cluster by cluster, so the last one is enough to tell a new one.
class Counts
{
public:
    void add(std::uint64_t key, std::uint32_t cluster)
    {
        Count& count = m_counts[key];
        if (count.last == cluster && count.clusters > 0)
            return;
        count.last = cluster;
        ++count.clusters;
    }
    std::uint32_t others(std::uint64_t key) const
    {
        const auto found = m_counts.find(key);
        return found == m_counts.end() ? 0 : found->second.clusters - 1;
    }

private:
    struct Count
    {
        std::uint32_t clusters = 0;
        std::uint32_t last = 0;
    };
    std::unordered_map<std::uint64_t, Count> m_counts;
};

} // namespace

std::vector<std::vector<LineRepeats>> repeatedLines(std::span<const std::string_view> texts,
                                                    std::span<const std::uint32_t> clusters,
                                                    const std::stop_token& stop)
{
    std::vector<std::vector<Keys>> keys(texts.size());
    for (std::size_t i = 0; i < texts.size() && !stop.stop_requested(); ++i)
        for (const TextLine& line : textLines(texts[i]))
            keys[i].push_back(keysOf(textOf(texts[i], line.span)));
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t text) { return clusters[text]; });
    Counts same;
    Counts masked;
    for (const std::uint32_t text : order)
        for (const Keys& line : keys[text])
            if (line.same != 0) {
                same.add(line.same, clusters[text]);
                masked.add(line.masked, clusters[text]);
            }
    std::vector<std::vector<LineRepeats>> repeats(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::vector<LineRepeats>& own = repeats[i];
        own.reserve(keys[i].size());
        for (const Keys& line : keys[i])
            own.push_back(line.same == 0 ? LineRepeats{}
                                         : LineRepeats{same.others(line.same), masked.others(line.masked)});
        if (std::ranges::all_of(own, [](const LineRepeats& line) { return line.masked == 0; }))
            own.clear();
    }
    return repeats;
}

} // namespace synoptic::ingest
