// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic::links {

/// How near two words are in meaning, from the farthest to the nearest.
enum class ConceptRelation : std::int8_t
{
    Unknown = -1, ///< one of them is not in the table
    None,
    SharedBroader, ///< two ways of one thing
    Broader,       ///< one is a way of the other
    Same
};

/// What verbs and event nouns mean, as numbers of concepts.
///
/// Source: the commonest senses of WordNet 3.0, by resources/lexicons/make_wordnet_tables.py. A relation alone links
/// nothing (measured: most are wrong); it is one feature among many.
class ConceptTable
{
public:
    struct Entry
    {
        std::vector<std::uint32_t> own;     ///< sorted
        std::vector<std::uint32_t> broader; ///< sorted
    };

    /// Rows "lemma, own concepts, broader ones", each a list with commas or "-".
    static ConceptTable parse(std::string_view table);
    /// The one the program comes with. Built at first use.
    static const ConceptTable& standard();

    /// nullptr for a word that is not in the table.
    const Entry* find(std::string_view lemma) const;

private:
    struct Hash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the name the standard asks for
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> m_entries;
};

/// Either may be nullptr.
ConceptRelation relationOf(const ConceptTable::Entry* a, const ConceptTable::Entry* b);

} // namespace synoptic::links
