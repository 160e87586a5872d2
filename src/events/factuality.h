// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/event_mention.h"
#include "events/sentence_words.h"
#include "events/trigger_finder.h"

namespace synoptic::events {

/// Whether the sentence says that the trigger's event happened: negation and denial, modals, plans and hearsay in the
/// trigger's clause or in the verb that governs it. @p aheadOfPublication: its date lies after the publication date.
/// Cost: a window of some ten words. Thread-safe.
Factuality factualityOf(const SentenceWords& words, const Trigger& trigger, bool aheadOfPublication);

} // namespace synoptic::events
