// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "links/article_view.h"
#include "links/concepts.h"
#include "links/document_clusters.h"
#include "links/term_vector.h"

namespace synoptic::links {

/// A mention of the folder.
struct MentionRef
{
    std::uint32_t article = 0; ///< position in the views
    std::uint32_t mention = 0; ///< position in ArticleView::mentions

    friend auto operator<=>(const MentionRef&, const MentionRef&) = default;
};

/// A sentence with mentions, as pairs are compared by it.
struct SentenceProfile
{
    std::uint32_t article = 0;
    std::uint32_t place = 0;            ///< how many sentences of the article stand before it
    TermVector words;                   ///< weighted by how rare they are in news
    TermVector localWords;              ///< … by how rare they are in the sentences of the story
    std::vector<std::uint32_t> names;   ///< terms, sorted
    std::vector<std::uint32_t> numbers; ///< terms, sorted
    std::vector<std::uint32_t> keys;    ///< terms of the keys of its mentions, sorted
};

/// A mention, as pairs are compared by it.
struct MentionProfile
{
    MentionRef ref;
    const events::EventMention* mention = nullptr; ///< Not owned: lies in a view
    std::uint32_t story = 0;
    std::uint32_t sentence = 0; ///< position in Profiles::sentences
    std::uint32_t key = 0;      ///< term of the key
    std::uint32_t word = 0;     ///< term of the trigger's own stem
    std::uint32_t before = 0;   ///< nearest content term to the left; noTerm: none
    std::uint32_t after = 0;    ///< … to the right
    TermVector left;            ///< content words on the left, eight at most
    TermVector right;
    std::vector<std::uint32_t> people; ///< terms of the names of its participants, the nearest first
    std::int32_t rarity = 0;           ///< how rare the key is in news, hundredths of an idf
    std::int32_t perArticle = 0;       ///< mentions with the key per article of the story that has one, hundredths
    std::int32_t spread = 0;           ///< articles of the story that have the key, per mille of its articles
};

inline constexpr std::uint32_t noTerm = ~0U;

/// All mentions of a folder, ready to be compared.
struct Profiles
{
    Vocabulary vocabulary;
    std::vector<SentenceProfile> sentences;
    std::vector<MentionProfile> mentions;             ///< by ref
    std::vector<const ConceptTable::Entry*> concepts; ///< by term of a key; nullptr for what has none
};

/// Cost: linear in the sentences that have mentions. A requested @p stop leaves them incomplete.
Profiles profilesOf(std::span<const ArticleView> articles, const Stories& stories, const std::stop_token& stop);

} // namespace synoptic::links
