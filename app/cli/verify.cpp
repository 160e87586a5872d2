// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "base/utf8.h"
#include "edits/places.h"
#include "exchange/edit_names.h"
#include "store/project_store.h"

namespace synoptic::cli {
namespace {

/// The beginning of a quotation, on one line.
std::string shortened(const std::string& quote)
{
    constexpr std::size_t most = 60;
    std::string line(beginningOf(quote, most));
    for (char& byte : line)
        byte = byte == '\n' ? ' ' : byte;
    return line.size() < quote.size() ? line + "…" : line;
}

/// Looks for every quotation of the actions that stand. What is not where it was is printed, each once.
int verifyQuotations(const edits::Edits& edits, const analysis::Analysis& analysis)
{
    edits::AnchorFinder finder(analysis);
    std::set<std::tuple<std::string, std::uint32_t, std::string>> seen;
    std::size_t exact = 0;
    std::size_t moved = 0;
    std::size_t lost = 0;
    std::string report;
    for (const edits::Edit& edit : edits) {
        for (const edits::Anchor* anchor : edits::anchorsOf(edit)) {
            if (!seen.emplace(anchor->file, anchor->position, anchor->quote).second)
                continue;
            const edits::FoundPlace place = finder.find(*anchor);
            const edits::AnchorState state = place.article ? place.anchor.state : edits::AnchorState::Lost;
            if (state == edits::AnchorState::Exact) {
                ++exact;
                continue;
            }
            ++(state == edits::AnchorState::Moved ? moved : lost);
            report += std::string(exchange::nameOf(state)) + ": " + shown(anchor->file) + ": “" +
                      shown(shortened(anchor->quote)) + "”\n";
        }
    }
    report += std::to_string(exact) + " quotations exact, " + std::to_string(moved) + " moved, " +
              std::to_string(lost) + " lost\n";
    if (!print(report))
        return ExitFailed;
    return lost == 0 ? ExitDone : ExitSkipped;
}

} // namespace

int runVerify(const VerifyOptions& options)
{
    const auto damage = store::verifyProject(options.project);
    if (!damage) {
        complain("cannot read the project '" + shown(options.project) + "': " + shown(damage.error().detail));
        return ExitFailed;
    }
    if (!damage->empty()) {
        std::string report;
        for (const store::Damage& each : *damage)
            report += "damaged: " + shown(each.where) + ": " + shown(each.what) + "\n";
        static_cast<void>(print(report)); // damaged, whether it can be said or not
        return ExitFailed;
    }
    const auto content = store::readProjectContent(options.project);
    const auto actions = content ? store::replay(content->history) : tl::unexpected(content.error());
    if (!actions) {
        complain("cannot read the project '" + shown(options.project) + "': " + shown(actions.error().detail));
        return ExitFailed;
    }
    if (!print("whole: " + std::to_string(actions->done.size()) + " actions done, " +
               std::to_string(actions->undone.size()) + " undone, " + std::to_string(content->history.size()) +
               " rows of history\n"))
        return ExitFailed;
    if (options.folder.empty())
        return ExitDone;
    FolderOptions folder;
    folder.folder = options.folder;
    folder.threads = options.threads;
    const FolderOutcome outcome = runFolder(folder);
    if (!outcome.analysis)
        return outcome.exitCode;
    const int found = verifyQuotations(store::editsOf(actions->done), *outcome.analysis);
    return found == ExitDone ? outcome.exitCode : found;
}

} // namespace synoptic::cli
