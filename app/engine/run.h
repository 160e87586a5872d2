// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include "analysis/analysis.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "corpus/folder_scanner.h"
#include "edits/boilerplate_edits.h"

/// Runs the pipeline over a folder: files, reader processes and threads, and no Qt.
namespace synoptic::engine {

struct RunOptions
{
    std::string folder;                           ///< path, bytes
    unsigned threads = 0;                         ///< 0: one for each core
    std::map<std::string, std::string> published; ///< file → ISO date typed by the analyst
    edits::BoilerplateMarks boilerplate;          ///< lines that the analyst set apart or gave back
    std::string readerProgram;                    ///< path of synoptic-reader; empty: beside this program
};

/// Hears of a run as it goes. Called from worker threads, one call at a time.
class RunObserver
{
public:
    virtual ~RunObserver() = default;
    virtual void scanned(std::size_t files) = 0;
    /// What lies in the folder, before anything of it is read.
    virtual void listed(const std::shared_ptr<const corpus::FolderScan>& scan) { static_cast<void>(scan); }
    /// One more file is done; @p article is null if it was skipped. Called once for each article of a file that holds
    /// several, with the same count.
    virtual void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> article, std::size_t done) = 0;
    virtual void linking() = 0;
    /// Something odd beside the articles, such as a row of metadata.csv that fits no file.
    virtual void noticed(const std::string& file, const Diagnostic& diagnostic)
    {
        static_cast<void>(file);
        static_cast<void>(diagnostic);
    }
};

/// Reads and analyzes a folder; returns when all is done or @p stop is requested.
/// Errors: NotFound, AccessDenied, NotRegular (not a folder), InvalidArgument (a date was typed for a file that is not
/// there; the detail is its name), Cancelled. A file that cannot be read is no error: it is
/// in Analysis::skipped. The result does not depend on threads, locale, zone or clock.
Result<std::shared_ptr<const analysis::Analysis>> runAnalysis(const RunOptions& options, RunObserver& observer,
                                                              const std::stop_token& stop);

} // namespace synoptic::engine
