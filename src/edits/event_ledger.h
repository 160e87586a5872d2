// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "edits/places.h"
#include "edits/timeline.h"

namespace synoptic::edits {

/// The events of a timeline while edits are carried out, one call an edit, in their order. Merged events stay in place,
/// empty, until the end, so that positions hold.
class EventLedger
{
public:
    /// @p redated: the events whose dates follow a typed publication date; may be empty.
    EventLedger(const analysis::Analysis& analysis, AnchorFinder& finder, const std::vector<bool>& redated);

    void operator()(const RenameEvent& edit);
    void operator()(const ReviewEvent& edit);
    void operator()(const MergeEvents& edit);
    void operator()(const RedateEvent& edit);
    void operator()(const SetEventFactuality& edit);
    void operator()(const SetEventTags& edit);
    void operator()(const SetEventNote& edit);
    void operator()(const SetEventParticipants& edit);
    void operator()(const SetEventSignificance& edit);
    void operator()(const AddEvent& edit);
    void operator()(const AttachSupport& edit);
    void operator()(const DetachSupport& edit);
    void operator()(const SplitEvent& edit);
    void operator()(const KeepEvent& edit);
    template <class Other>
    void operator()(const Other& /*no event's*/)
    {}

    /// Sets events and aliases; the ledger is empty afterwards.
    void moveInto(TimelineContent& content);

private:
    struct Entry
    {
        TimelineEvent shown;
        std::optional<std::size_t> mergedInto;
        bool followsPublication = false;
        bool changedSupports = false;
        bool kept = false; // a KeepEvent has it
    };

    /// The entry that an edit of that key changes; null if there is none.
    Entry* find(const std::string& key);
    std::optional<std::size_t> positionOf(const std::string& key) const;
    Entry* add(const std::string& key, TimelineEvent shown);
    std::optional<SentenceRef> standingSentence(const analysis::Event& event, const Anchor& anchor) const;
    std::optional<std::size_t> likest(const std::vector<std::optional<SentenceRef>>& sentences);
    void attach(Entry& entry, const Anchor& anchor, std::optional<SentenceRef> sentence, analysis::Stance stance,
                bool byHand);
    analysis::Support supportAt(SentenceRef sentence, const Anchor& anchor) const;

    const analysis::Analysis& m_analysis; // Not owned: outlives the ledger.
    AnchorFinder& m_finder;               // Not owned, as above.
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t> m_positions;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_tellers; // sentence → found events; made when needed
};

} // namespace synoptic::edits
