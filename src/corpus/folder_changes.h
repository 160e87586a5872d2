// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "corpus/folder_scanner.h"

namespace synoptic::corpus {

/// How many files of a folder are not as they were.
struct FolderChanges
{
    std::size_t added = 0;
    std::size_t changed = 0; ///< another size or time
    std::size_t removed = 0;

    bool isEmpty() const { return added + changed + removed == 0; }
    friend bool operator==(const FolderChanges&, const FolderChanges&) = default;
};

/// Compares two lists of one folder; metadata.csv counts as a file. A file that was given another name is removed and
/// added. Cost: linear.
FolderChanges changesBetween(const FolderScan& before, const FolderScan& after);

} // namespace synoptic::corpus
