// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/cli/run_folder.h"

namespace synoptic::cli {

struct AnalyzeOptions
{
    FolderOptions folder;
    std::string format =
        "json";         ///< "json", "csv", "timelinejs", "ics", "annotations", "contradictions", "work" or "table"
    std::string output; ///< empty or "-": stdout
};

struct ImageOptions
{
    FolderOptions folder;
    std::string output; ///< its suffix decides the format
    int width = 1600;   ///< CSS pixels
    double dpi = 96.0;
    bool dark = false;
    bool all = false; ///< draws every event, not only the important ones
    std::string from; ///< ISO date; empty: the first event
    std::string until;
    std::string words; ///< in title, date or participants
    std::vector<std::string> sources;
    unsigned independent = 1;
    bool disputed = false;
    bool byPublication = false;
    std::string lanes; ///< empty: as fits
    std::string title;
    std::string note;
    bool noLegend = false;
    bool noFooter = false;
    std::string paper; ///< empty: one sheet as large as the picture
    bool tiled = false;
};

struct TimexOptions
{
    std::string published; ///< ISO date; empty: none
    std::string kind;      ///< "news", "narrative" or "message"; empty: decided from the text
};

struct ReportOptions
{
    FolderOptions folder;
    std::string output; ///< its suffix decides the format
};

struct VerifyOptions
{
    std::string project;
    std::string folder; ///< empty: the project's quotations are not looked for
    unsigned threads = 0;
};

// Each runs one command and returns the exit code of the program.
int runAnalyze(const AnalyzeOptions& options);
int runImage(const ImageOptions& options);
int runTimex(const TimexOptions& options);
int runReport(const ReportOptions& options);
int runVerify(const VerifyOptions& options);

} // namespace synoptic::cli
