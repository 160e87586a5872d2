// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_values.h"

#include <utility>

#include "exchange/edit_codec.h"

namespace synoptic::store {
namespace {

tl::unexpected<Error> outOfTurn(const HistoryEntry& entry, std::string_view why)
{
    return failure(ErrorCode::Malformed, "action " + std::to_string(entry.number) + ": " + std::string(why));
}

Result<std::vector<Action>> parsed(const std::vector<const HistoryEntry*>& entries)
{
    std::vector<Action> actions;
    actions.reserve(entries.size());
    for (const HistoryEntry* entry : entries) {
        auto edits = exchange::editsFromJson(entry->edits);
        if (!edits)
            return outOfTurn(*entry, edits.error().detail);
        actions.push_back({entry->number, entry->at, entry->name, *std::move(edits)});
    }
    return actions;
}

} // namespace

Result<ActionStack> replay(const std::vector<HistoryEntry>& history)
{
    std::vector<const HistoryEntry*> done;
    std::vector<const HistoryEntry*> undone;
    std::uint64_t expected = 1;
    for (const HistoryEntry& entry : history) {
        if (entry.number != expected)
            return outOfTurn(entry, "out of turn");
        ++expected;
        switch (entry.kind) {
        case HistoryEntry::Kind::Do:
            if (entry.target != entry.number)
                return outOfTurn(entry, "names another");
            done.push_back(&entry);
            undone.clear();
            break;
        case HistoryEntry::Kind::Undo:
            if (done.empty() || done.back()->number != entry.target)
                return outOfTurn(entry, "undoes what is not the last");
            undone.push_back(done.back());
            done.pop_back();
            break;
        case HistoryEntry::Kind::Redo:
            if (undone.empty() || undone.back()->number != entry.target)
                return outOfTurn(entry, "repeats what was not undone last");
            done.push_back(undone.back());
            undone.pop_back();
            break;
        }
    }
    auto standing = parsed(done);
    if (!standing)
        return tl::unexpected(standing.error());
    auto waiting = parsed(undone);
    if (!waiting)
        return tl::unexpected(waiting.error());
    return ActionStack{*std::move(standing), *std::move(waiting)};
}

edits::Edits editsOf(const std::vector<Action>& done)
{
    edits::Edits edits;
    for (const Action& action : done)
        edits.insert(edits.end(), action.edits.begin(), action.edits.end());
    return edits;
}

std::string_view nameOf(HistoryEntry::Kind kind)
{
    switch (kind) {
    case HistoryEntry::Kind::Do:
        return "do";
    case HistoryEntry::Kind::Undo:
        return "undo";
    case HistoryEntry::Kind::Redo:
        return "redo";
    }
    return "do";
}

std::optional<HistoryEntry::Kind> historyKindNamed(std::string_view name)
{
    for (const auto kind : {HistoryEntry::Kind::Do, HistoryEntry::Kind::Undo, HistoryEntry::Kind::Redo}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace synoptic::store
