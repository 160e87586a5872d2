// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text_span.h"
#include "temporal/interval.h"

/// What happened, as told in one sentence.
///
/// In: one article's sentences and resolved temporal expressions. Out: event mentions with their trigger word, key,
/// date, factuality and participants. That two mentions tell the same event is decided in links.
namespace synoptic::events {

/// Whether the text says that it happened.
enum class Factuality : std::uint8_t
{
    Asserted,
    Planned,
    Possible,
    Denied
};

enum class TriggerForm : std::uint8_t
{
    PastVerb,
    PresentVerb,
    Infinitive,
    GerundVerb,
    Noun
};

/// Where a mention's date comes from, from the strongest to the weakest.
enum class DateBasis : std::uint8_t
{
    OwnExpression,
    StoryDay,
    Publication,
    None
};

/// A date of an event or of a mention. The words are what the article says; an assumed date says so in how.
struct EventDate
{
    std::string words; ///< as written; empty if assumed
    std::string value; ///< TIMEX3/EDTF; empty: undated
    std::optional<temporal::Interval> interval;
    temporal::Qualifier qualifier = temporal::Qualifier::Unknown;
    DateBasis basis = DateBasis::None;
    double confidence = 0.0;
    std::string how; ///< for people: "weekday before 2021-04-15, the publication date"

    friend bool operator==(const EventDate&, const EventDate&) = default;
};

struct EventMention
{
    std::uint32_t sentence = 0; ///< position in ArticleAnalysis::sentences
    TextSpan trigger;           ///< the words that name the event
    std::string key;            ///< lemma the mention is linked by: "resign" for "his resignation"
    double score = 0.0;         ///< how likely the trigger is an event, 0…1
    TriggerForm form = TriggerForm::PastVerb;
    bool reporting = false; ///< a verb of saying; its content is the event
    Factuality factuality = Factuality::Asserted;
    std::vector<std::string> participants;
    std::vector<std::uint32_t> expressions; ///< positions in ArticleAnalysis::expressions that date it
    EventDate date;
};

} // namespace synoptic::events
