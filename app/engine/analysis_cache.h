// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "base/result.h"
#include "cache/analysis_codec.h"
#include "corpus/folder_scanner.h"
#include "edits/boilerplate_edits.h"

namespace synoptic::engine {

/// An analysis and what it was made from.
struct KeptAnalysis
{
    std::shared_ptr<const analysis::Analysis> analysis;
    std::shared_ptr<const corpus::FolderScan> scan; ///< as it was when it was read
    edits::BoilerplateMarks boilerplate;            ///< with which it was made
    std::string program;                            ///< programKey() of the program that made it
    std::string declined; ///< of a later program whose analysis was looked at and not taken; may be empty
};

/// What this program is in all that decides what it finds: rules, word lists and readers. Another one may find other
/// things in the same folder. 64 hexadecimal digits.
std::string programKey();

/// Where the analysis of a folder is kept beneath a cache directory.
std::string keptAnalysisPath(const std::string& cacheDirectory, const std::string& folder);

/// Writes an analysis, in the place of the one before; the directory is made, and of many the oldest are removed.
/// Errors: TooBig (limits::keptAnalysisBytes), WriteFailed.
Result<> keepAnalysis(const std::string& path, const KeptAnalysis& kept);

/// The analysis that was kept if it is of this folder as it is @p now and of these marks; by whichever program. One
/// that is damaged is no analysis.
/// @p first is called with some articles before the rest is read; the result may still be nothing.
/// Cost: linear; on all cores.
std::optional<KeptAnalysis> keptAnalysis(const std::string& path, const std::string& folder,
                                         const corpus::FolderScan& now, const edits::BoilerplateMarks& boilerplate,
                                         const std::function<void(const cache::Articles&)>& first,
                                         const std::stop_token& stop);

} // namespace synoptic::engine
