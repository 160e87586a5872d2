// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/near_duplicates.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>

#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t bands = 16;
constexpr std::size_t rows = 4;
constexpr double sameText = 0.70;
constexpr double included = 0.80;
constexpr std::size_t fewShingles = 12; ///< below, only equal texts are reprints
constexpr std::uint64_t sampleOneOf = 8;
constexpr std::size_t longestPosting = 64; ///< a shingle in more texts than this is a phrase, not a trace

using Shingles = std::vector<std::uint64_t>; // sorted, unique

/// Source: Steele and others 2014, SplitMix64.
std::uint64_t mix(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

/// FNV-1a. Own code, because std::hash may differ from one library to the next.
std::uint64_t hashOf(std::string_view word)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

Shingles shinglesOf(std::string_view text)
{
    const std::string key = foldedKey(text);
    Shingles shingles;
    std::uint64_t before = 0;
    std::uint64_t twoBefore = 0;
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        const std::uint64_t word = hashOf(std::string_view(key).substr(begin, end - begin));
        if (++words >= 3)
            shingles.push_back(mix(word + 3 * mix(before + 3 * mix(twoBefore))));
        twoBefore = before;
        before = word;
        begin = end + 1;
    }
    if (shingles.empty() && words > 0)
        shingles.push_back(mix(before + 3 * mix(twoBefore)));
    std::ranges::sort(shingles);
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

std::size_t common(const Shingles& a, const Shingles& b)
{
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            ++count, ++i, ++j;
        }
    }
    return count;
}

/// How sure it is that one text is a reprint of the other; 0 if it is not.
double likeness(const Shingles& a, const Shingles& b)
{
    if (std::min(a.size(), b.size()) < fewShingles)
        return !a.empty() && a == b ? 1.0 : 0.0;
    const auto both = static_cast<double>(common(a, b));
    const double jaccard = both / (static_cast<double>(a.size() + b.size()) - both);
    const double containment = both / static_cast<double>(std::min(a.size(), b.size()));
    return jaccard >= sameText || containment >= included ? std::max(jaccard, containment) : 0.0;
}

/// One hash for each band of the text's MinHash signature.
std::array<std::uint64_t, bands> bandsOf(const Shingles& shingles)
{
    std::array<std::uint64_t, bands * rows> least{};
    least.fill(std::numeric_limits<std::uint64_t>::max());
    for (const std::uint64_t shingle : shingles)
        for (std::size_t i = 0; i < least.size(); ++i) {
            // Multiply-shift by odd constants: independent enough, and it vectorizes.
            const std::uint64_t value = (shingle ^ (i * 0xD6E8FEB86659FD93ULL)) * (0x9E3779B97F4A7C15ULL + 2 * i);
            least[i] = std::min(least[i], value);
        }
    std::array<std::uint64_t, bands> keys{};
    for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t key = band;
        for (std::size_t row = 0; row < rows; ++row)
            key = mix(key ^ least[band * rows + row]);
        keys[band] = key;
    }
    return keys;
}

/// The first text of each cluster, and where to find it again.
class Centers
{
public:
    explicit Centers(const std::vector<Shingles>& shingles) : m_shingles(shingles) {}

    /// The center that @p text is a reprint of, or @p text itself, which then is a center too.
    std::uint32_t centerOf(std::uint32_t text)
    {
        const Shingles& shingles = m_shingles[text];
        const auto keys = bandsOf(shingles);
        std::vector<std::uint32_t> candidates;
        for (const std::uint64_t key : keys)
            append(m_byBand, key, candidates);
        for (const std::uint64_t shingle : shingles)
            if (shingle % sampleOneOf == 0)
                append(m_bySample, shingle, candidates);
        std::ranges::sort(candidates);
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

        std::uint32_t best = text;
        double bestLikeness = 0.0;
        for (const std::uint32_t candidate : candidates)
            if (const double value = likeness(shingles, m_shingles[candidate]); value > bestLikeness) {
                best = candidate;
                bestLikeness = value;
            }
        if (best == text && !shingles.empty())
            add(text, keys);
        return best;
    }

private:
    using Postings = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

    static void append(const Postings& postings, std::uint64_t key, std::vector<std::uint32_t>& candidates)
    {
        if (const auto found = postings.find(key); found != postings.end() && found->second.size() <= longestPosting)
            candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }

    static void insert(Postings& postings, std::uint64_t key, std::uint32_t text)
    {
        std::vector<std::uint32_t>& posting = postings[key];
        if (posting.size() <= longestPosting)
            posting.push_back(text);
    }

    void add(std::uint32_t text, const std::array<std::uint64_t, bands>& keys)
    {
        for (const std::uint64_t key : keys)
            insert(m_byBand, key, text);
        for (const std::uint64_t shingle : m_shingles[text])
            if (shingle % sampleOneOf == 0)
                insert(m_bySample, shingle, text);
    }

    const std::vector<Shingles>& m_shingles; // Not owned: outlives us in reprintClusters.
    Postings m_byBand;
    Postings m_bySample;
};

} // namespace

std::vector<std::uint32_t> reprintClusters(std::span<const std::string_view> mainTexts, const std::stop_token& stop)
{
    std::vector<Shingles> shingles(mainTexts.size());
    for (std::size_t i = 0; i < mainTexts.size() && !stop.stop_requested(); ++i)
        shingles[i] = shinglesOf(mainTexts[i]);

    // Longest first, so that a center includes what joins it.
    std::vector<std::uint32_t> order(mainTexts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t text) { return shingles[text].size(); });
    Centers centers(shingles);
    std::vector<std::uint32_t> centerOf(mainTexts.size());
    for (const std::uint32_t text : order)
        centerOf[text] = stop.stop_requested() ? text : centers.centerOf(text);

    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numberOf(mainTexts.size(), none);
    std::vector<std::uint32_t> clusters;
    clusters.reserve(mainTexts.size());
    std::uint32_t next = 0;
    for (const std::uint32_t center : centerOf) {
        if (numberOf[center] == none)
            numberOf[center] = next++;
        clusters.push_back(numberOf[center]);
    }
    return clusters;
}

} // namespace synoptic::ingest
