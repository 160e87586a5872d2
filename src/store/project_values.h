// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edits/edit.h"

/// The project file: what a person decided, kept so that it is never lost.
///
/// In: actions, as they are made. Out: the same, after a restart, a crash or a power cut, and a plain word about any
/// damage. One SQLite file; no clock, no thread and no Qt here; no statement leaves this folder.
namespace synoptic::store {

/// One row of what happened in a project. Rows are only ever added.
struct HistoryEntry
{
    enum class Kind : std::uint8_t
    {
        Do,
        Undo,
        Redo
    };

    std::uint64_t number = 0; ///< from 1, without gaps
    Kind kind = Kind::Do;
    std::uint64_t target = 0; ///< of what is undone or done again, the number of its Do; of a Do, its own
    std::int64_t at = 0;      ///< UTC, milliseconds since 1970
    std::string name;         ///< readable: "merge of 3 events"; of an undo, that of its action
    std::string edits;        ///< of a Do, what exchange::editsToJson made; else empty

    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// All that a project holds.
struct ProjectContent
{
    std::string folder; ///< of the articles: absolute path, bytes; empty: not known yet
    std::vector<HistoryEntry> history;
    std::map<std::string, std::string> view;    ///< layout, selection, filters, zoom: names and bytes of the window's
    std::map<std::string, std::string> sources; ///< file → SHA-256 of the article as last analyzed

    friend bool operator==(const ProjectContent&, const ProjectContent&) = default;
};

/// Something that is not as it was written.
struct Damage
{
    std::string where; ///< "action 12, “accept event”"
    std::string what;  ///< "its content is not what was written"

    friend bool operator==(const Damage&, const Damage&) = default;
};

/// An action as it stands after all that was done and undone.
struct Action
{
    std::uint64_t number = 0; ///< of its Do
    std::int64_t at = 0;
    std::string name;
    edits::Edits edits;

    friend bool operator==(const Action&, const Action&) = default;
};

/// The undo stack that a history leaves: what is done, oldest first, and what was undone and can be done again, the
/// next one last.
struct ActionStack
{
    std::vector<Action> done;
    std::vector<Action> undone;

    friend bool operator==(const ActionStack&, const ActionStack&) = default;
};

/// Follows a history to its end.
/// Errors: Malformed if an entry cannot follow the one before it (a number out of turn, an undo of what is not last,
/// edits that cannot be read); the detail names it. Cost: linear; only what stands at the end is parsed.
Result<ActionStack> replay(const std::vector<HistoryEntry>& history);

/// The edits of all actions that are done, in their order.
edits::Edits editsOf(const std::vector<Action>& done);

/// "do", "undo", "redo".
std::string_view nameOf(HistoryEntry::Kind kind);
std::optional<HistoryEntry::Kind> historyKindNamed(std::string_view name);

} // namespace synoptic::store
