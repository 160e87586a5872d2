// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "corpus/article.h"
#include "events/event_mention.h"
#include "temporal/expression.h"
#include "text/sentence_splitter.h"

namespace synoptic::events {

/// Finds the event mentions of an article's unmarked sentences: triggers, participants, factuality, without dates.
/// Shape: by sentence, then trigger. Cost: linear. A requested stop returns early.
std::vector<EventMention> extractMentions(const corpus::Article& article, std::span<const text::Sentence> sentences,
                                          const std::stop_token& stop = {});

/// Gives each mention its date, its expressions and its factuality; called again whenever the publication date changes.
///
/// A mention's date is, in this order: the nearest expression of its own clause (commas, subordinate clauses and other
/// verbs between add distance; comparisons never date); the story day, the first day resolved in title or lead; the
/// publication date, marked as assumed.
/// Source: the evidence for this order is in src/README.md.
void dateMentions(std::vector<EventMention>& mentions, const corpus::Article& article,
                  std::span<const text::Sentence> sentences, std::span<const temporal::TemporalExpression> expressions);

} // namespace synoptic::events
