// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/tokenizer.h"

/// Mentions in many documents into events.
///
/// In: the analyses of all articles of a folder. Out: clusters of documents (stories), clusters of mentions (events),
/// and for each event a date, a title and a weight. What is not decided here: what the analyst thinks of it (edits).
namespace synoptic::links {

/// Whether a word says something of what a text is about; @p lower is its lower-case form.
bool isContent(const text::Token& token, std::string_view lower);

/// The stems of a text's content words and numbers, in text order, without function words.
/// Cost: linear. Thread-safe.
std::vector<std::string> contentStems(std::string_view text);

/// How rare a stem is in news at large and in the folder at hand.
class DocumentFrequencies
{
public:
    /// Rows "stem, tab, articles"; the row of stem "*" holds the number of articles counted.
    static DocumentFrequencies parse(std::string_view table);
    /// The table the program comes with. Source: counted by tests/training/count_document_frequencies.cpp over 1,256
    /// news articles.
    static const DocumentFrequencies& standard();

    /// Inverse document frequency, ln((N + 1) / (n + 0.5)); that of the rarest for an unknown stem.
    double inverse(std::string_view stem) const;

private:
    struct Hash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the name the standard asks for
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_counts;
    std::uint32_t m_articles = 0;
};

/// Numbers the stems of one folder, in order of first use.
class Vocabulary
{
public:
    std::uint32_t idOf(const std::string& stem);
    const std::vector<std::string>& stems() const { return m_stems; }

private:
    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<std::string> m_stems;
};

/// A sparse vector of term weights of length one. Shape: entries sorted by term.
struct TermVector
{
    struct Entry
    {
        std::uint32_t term = 0;
        float weight = 0.0F;
    };
    std::vector<Entry> entries;
};

/// TF-IDF vector of @p stems: (1 + ln tf) × idf, scaled to length one; the @p most heaviest terms are kept.
TermVector termVector(const std::vector<std::string>& stems, Vocabulary& vocabulary,
                      const DocumentFrequencies& frequencies, std::size_t most);

/// Scales a vector to length one; an empty one stays.
void scaleToOne(TermVector& vector);

/// Cosine of two vectors of length one: 0…1. Cost: linear in their entries.
double cosine(const TermVector& a, const TermVector& b);

} // namespace synoptic::links
