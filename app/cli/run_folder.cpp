// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_folder.h"

#include <stop_token>
#include <string_view>

#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "app/engine/atomic_file.h"
#include "app/engine/run.h"
#include "base/calendar.h"

namespace synoptic::cli {
namespace {

/// Says what lies beside the articles and is odd; the rest of a run is silent.
class Listener : public engine::RunObserver
{
public:
    void scanned(std::size_t) override {}
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis>, std::size_t) override {}
    void linking() override {}
    void noticed(const std::string& file, const Diagnostic& diagnostic) override
    {
        complain("note: " + shown(file) + ": " + shown(diagnostic.detail));
    }
};

std::string folderProblem(const std::string& folder, const Error& error)
{
    const std::string name = "'" + shown(folder) + "'";
    switch (error.code) {
    case ErrorCode::NotFound:
        return "there is no folder " + name + "; check the path";
    case ErrorCode::AccessDenied:
        return "no permission to read the folder " + name;
    case ErrorCode::NotRegular:
        return name + " is not a folder; give the folder that holds the articles";
    case ErrorCode::InvalidArgument:
        return "--published names '" + shown(error.detail) + "', which is no file of " + name +
               "; give its path relative to the folder";
    default:
        return "cannot read the folder " + name + ": " + shown(error.detail);
    }
}

} // namespace

FolderOutcome runFolder(const FolderOptions& options)
{
    engine::RunOptions run;
    run.folder = options.folder;
    run.threads = options.threads;
    run.boilerplate = options.boilerplate;
    for (const std::string& typed : options.published) {
        const auto equals = typed.rfind('='); // a file name may hold one, a date does not
        if (equals == std::string::npos || equals == 0 || !dayFromIso(std::string_view(typed).substr(equals + 1))) {
            complain("--published takes FILE=DATE with a date such as 2024-05-03, not '" + shown(typed) + "'");
            return {nullptr, ExitUsage};
        }
        run.published[typed.substr(0, equals)] = typed.substr(equals + 1);
    }
    Listener listener;
    auto analysis = engine::runAnalysis(run, listener, std::stop_token());
    if (!analysis) {
        complain(folderProblem(options.folder, analysis.error()));
        return {nullptr, analysis.error().code == ErrorCode::InvalidArgument ? ExitUsage : ExitFailed};
    }
    for (const auto& skipped : (*analysis)->skipped)
        complain("skipped " + shown(skipped.file) + ": " + shown(skipped.reason));
    return {*analysis, (*analysis)->skipped.empty() ? ExitDone : ExitSkipped};
}

int writeOutput(const std::string& path, std::string_view bytes)
{
    if (path.empty() || path == "-")
        return print(bytes) ? ExitDone : ExitFailed;
    const auto written = engine::writeFileAtomically(path, bytes);
    if (written)
        return ExitDone;
    if (written.error().code == ErrorCode::NotRegular)
        complain("'" + shown(path) + "' is no file that can be replaced; choose another name for --output");
    else
        complain("cannot write '" + shown(path) + "' (" + written.error().detail + "); what was there is unchanged");
    return ExitFailed;
}

} // namespace synoptic::cli
