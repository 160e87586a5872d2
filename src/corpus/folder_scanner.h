// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/article.h"

namespace synoptic::corpus {

/// A regular file of a folder, as it was when the folder was listed.
struct ScannedFile
{
    std::string file; ///< as in Article::file
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0; ///< since 1970-01-01T00:00Z
    std::int64_t changedNs = 0;  ///< likewise; content, name or permissions; cannot be set back
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const ScannedFile&, const ScannedFile&) = default;
};

/// What lies in a folder. Every entry is in exactly one place, so that
/// `entries == files.size() + skipped.size() + (metadataCsv ? 1 : 0)`.
struct FolderScan
{
    std::vector<ScannedFile> files;         ///< to read, by name in byte order
    std::vector<SkippedFile> skipped;       ///< by name in byte order
    std::optional<ScannedFile> metadataCsv; ///< "metadata.csv" at the top: read beside the articles, not as one
    std::size_t entries = 0; ///< what readdir counted: all but "." and "..", less the directories that were entered
};

/// Lists a folder and the folders in it, to a depth of limits::folderDepth. Opens directories only, never a file.
///
/// Shape: names are bytes and may not be UTF-8. Links are listed as "link, not followed", names with a leading dot as
/// hidden; a file reached twice (hard link, bind mount) is read once, at the name that sorts first.
/// Errors: NotFound, AccessDenied, NotRegular (not a directory), Unreadable, Cancelled.
/// Cost: one stat an entry; memory for the names.
Result<FolderScan> scanFolder(const std::string& path, const std::stop_token& stop = {});

} // namespace synoptic::corpus
