// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/text_span.h"
#include "corpus/article.h"
#include "events/event_mention.h"
#include "temporal/expression.h"
#include "temporal/unresolved_expression.h"
#include "text/sentence_splitter.h"

/// The snapshot of a folder, and the two functions that make it: analyzeArticle and linkCorpus.
namespace synoptic::analysis {

/// One article with all that is known of it alone.
struct ArticleAnalysis
{
    corpus::Article article;
    std::vector<text::Sentence> sentences;
    /// As recognized, before any publication date; empty in an analysis that was kept on disk: they are found again.
    std::vector<temporal::UnresolvedExpression> unresolved;
    std::vector<temporal::TemporalExpression> expressions; ///< same positions as unresolved
    std::vector<events::EventMention> mentions;            ///< by sentence, then trigger

    std::string_view textOf(TextSpan span) const { return synoptic::textOf(article.text, span); }
};

/// How a support stands to its event.
enum class Stance : std::uint8_t
{
    Supports,
    Denies,
    Differs
};

/// A sentence that tells an event: its evidence.
struct Support
{
    ArticleId article{};
    std::uint32_t sentence = 0; ///< position in ArticleAnalysis::sentences
    TextSpan trigger;
    std::vector<std::uint32_t> expressions; ///< positions in ArticleAnalysis::expressions
    Stance stance = Stance::Supports;
    events::Factuality factuality = events::Factuality::Asserted;
    events::EventDate date;
    double score = 0.0;
    std::string why; ///< "same verb, same day, same people"

    friend bool operator==(const Support&, const Support&) = default;
};

/// The same happening across sentences and articles.
struct Event
{
    std::string key; ///< survives re-analysis: digest of the central support's article and trigger, 16 hex digits
    std::string title;
    events::EventDate date;
    std::vector<events::EventDate> positions; ///< two or more if the articles name different days; else empty
    events::EventDate assumed; ///< of an undated event: when it was told, which is no date of its own; else empty
    events::Factuality factuality = events::Factuality::Asserted;
    double salience = 0.0;         ///< 0…1; first sight shows 0.5 and over
    double weight = 0.0;           ///< the same before it is squeezed: additive, as days are weighed by it
    std::uint32_t sources = 0;     ///< outlets that tell it
    std::uint32_t independent = 0; ///< the same, reprints of one text counted once
    std::vector<std::string> participants;
    std::vector<Support> supports; ///< by article, then sentence

    friend bool operator==(const Event&, const Event&) = default;
};

/// A contradiction the program suggests.
struct Hint
{
    std::string type; ///< "date", "number", "occurrence", …
    std::uint32_t event = 0;
    double score = 0.0;
    std::string why;
    ArticleId articleA{};
    TextSpan spanA;
    ArticleId articleB{};
    TextSpan spanB;
    std::string kind = "direct"; ///< "update": a later report explains the difference
};

/// What the program found in a folder. Built once, then only seen as std::shared_ptr<const Analysis>.
/// While a folder is being read, snapshots with the articles read so far and no events are published too.
struct Analysis
{
    std::string folder;                                           ///< as opened
    std::vector<std::shared_ptr<const ArticleAnalysis>> articles; ///< by file, in byte order
    std::vector<std::uint32_t> reprintCluster;                    ///< for each article: same number, same text
    std::vector<Event> events;                                    ///< by date, undated last, then key
    std::vector<Hint> hints;
    std::vector<corpus::SkippedFile> skipped; ///< by file

    const ArticleAnalysis& operator[](ArticleId id) const { return *articles[indexOf(id)]; }
};

} // namespace synoptic::analysis
