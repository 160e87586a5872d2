// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "links/mention_profile.h"

namespace synoptic::links {

/// What two mentions have in common, as the pair model is told of it. Cosines and shares are in thousandths.
enum class PairFeature : std::uint8_t
{
    SameKey,
    SameWord,
    SameForm, ///< both verbs or both nouns
    LeftLeft,
    RightRight,
    LeftRight, ///< the better of both crossings: a passive, a headline turned round
    Around,    ///< all words around the one with all around the other
    Sentences,
    LocalSentences,
    SharedNames,
    NameShare, ///< shared names per names of the sentence that has fewer
    OtherNames,
    SharedNumbers,
    OtherNumbers, ///< both have numbers, none shared
    Days,
    Words, ///< from here on of the articles
    Names,
    Leads,
    RelativeWords,
    RelativeNames,
    RelativeLeads,
    StoryOdds,
    EarlierPlace,
    LaterPlace,
    Rarity,
    PerArticle,
    Spread,
    Reporting,
    SameFactuality,
    SameArticle,
    SameBefore,
    SameAfter,
    DaysBetweenPublications,
    Aligned,     ///< how often one key stands for the other in the folder
    Concepts,    ///< ConceptRelation of the keys
    KeysMissing, ///< how many of the two sentences lack the key of the other mention
    LessLikely,  ///< how likely the mention is an event that is it less
    MoreLikely,
    Nouns, ///< how many of the two are
    SharedPeople,
    SharedNearPeople, ///< of the two names nearest to either
    OtherPeople,      ///< -1: one sentence names nobody; 1: they name different ones
    AnyDays,          ///< dates, assumed ones too: -1 unknown, 0 other days, 1 a day or two between, 2 overlapping
    StrongerBasis,    ///< events::DateBasis
    WeakerBasis,
    Count
};

inline constexpr std::size_t pairFeatureCount = static_cast<std::size_t>(PairFeature::Count);
using PairFeatures = std::array<std::int32_t, pairFeatureCount>;

/// How two dates of their own stand to each other; the values of PairFeature::Days.
enum class DayRelation : std::uint8_t
{
    Unknown,
    OtherDays,
    NearDays,
    Compatible,
    SameDay
};
DayRelation relationOf(const events::EventDate& a, const events::EventDate& b);

/// Symmetric: the order of the two does not matter.
PairFeatures pairFeaturesOf(const Profiles& profiles, const Stories& stories, const ArticleView& articleA,
                            const ArticleView& articleB, const MentionProfile& a, const MentionProfile& b,
                            std::int32_t aligned);

} // namespace synoptic::links
