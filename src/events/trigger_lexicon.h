// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace synoptic::events {

/// Which forms of a verb a word can be; a set of bits.
enum VerbForm : std::uint8_t
{
    BaseForm = 1,    ///< resign
    ThirdPerson = 2, ///< resigns
    PastForm = 4,    ///< resigned, went
    Gerund = 8       ///< resigning
};

struct VerbEntry
{
    std::string lemma;
    std::uint8_t forms = 0;   ///< VerbForm bits
    std::uint32_t asVerb = 0; ///< how often the lemma is a verb in tagged text
    std::uint32_t asNoun = 0; ///< how often it is a noun
};

struct EventNounEntry
{
    std::string lemma; ///< singular
    std::string verb;  ///< the verb it derives from, or empty
    int weight = 0;    ///< 2: its first sense is an act or event; 1: its second
};

/// How a verb tells of the world, where that decides what it means for an event.
enum class VerbClass : std::uint8_t
{
    Ordinary,
    Auxiliary, ///< never an event: be, have, do, modals
    State,     ///< holds rather than happens: know, belong, include
    Light,     ///< passes its event on to its object: make, take, hold
    Reporting  ///< its content is the event: say, add, tell
};

/// The words that can name an event, with all their inflections.
///
/// Source: verbs, event nouns, derivations and irregular forms of WordNet 3.0; the classes are ours.
class TriggerLexicon
{
public:
    /// Tables as resources/lexicons/make_wordnet_tables.py writes them; rows that do not fit are ignored.
    static TriggerLexicon parse(std::string_view verbs, std::string_view irregular, std::string_view eventNouns,
                                std::string_view moreEventNouns);

    /// The one the program comes with. Built at first use, some 20 ms.
    static const TriggerLexicon& standard();

    /// The verb that @p word, in lower case, is a form of; nullptr if none.
    const VerbEntry* verb(std::string_view word) const;
    /// The event noun that @p word, in lower case, singular or plural, is; nullptr if none.
    const EventNounEntry* eventNoun(std::string_view word) const;
    VerbClass classOf(std::string_view lemma) const;

private:
    struct Hash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the name the standard asks for
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    template <class Value>
    using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    void addVerb(std::string_view lemma, std::uint32_t asVerb, std::uint32_t asNoun, bool regularPast);
    void addForm(const std::string& form, const VerbEntry& entry, VerbForm kind);

    Table<VerbEntry> m_verbs;
    Table<EventNounEntry> m_nouns;
};

} // namespace synoptic::events
