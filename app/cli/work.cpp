// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/work.h"

#include <utility>

#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "store/project_store.h"

namespace synoptic::cli {

Work openWork(FolderOptions options)
{
    Work work;
    if (options.folder.ends_with(".synoptic")) {
        const auto content = store::readProjectContent(options.folder);
        const auto actions = content ? store::replay(content->history) : tl::unexpected(content.error());
        if (!actions) {
            complain("cannot read the project '" + shown(options.folder) + "': " + shown(actions.error().detail) +
                     "; 'synoptic-cli verify' says more");
            work.exitCode = ExitFailed;
            return work;
        }
        work.edits = store::editsOf(actions->done);
        options.folder = content->folder;
        options.boilerplate = edits::boilerplateMarks(work.edits);
    }
    const FolderOutcome outcome = runFolder(options);
    work.exitCode = outcome.exitCode;
    if (!outcome.analysis)
        return work;
    std::string folder = options.folder;
    while (folder.size() > 1 && folder.ends_with('/'))
        folder.pop_back();
    work.title = folder.substr(folder.rfind('/') + 1);
    work.timeline = edits::applyEdits(outcome.analysis, work.edits);
    return work;
}

} // namespace synoptic::cli
