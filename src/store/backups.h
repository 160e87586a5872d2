// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "store/project_store.h"

namespace synoptic::store {

inline constexpr std::size_t backupsKept = 10;

/// Puts a checked copy into @p folder, numbered, and removes the oldest beyond backupsKept. Does nothing if the newest
/// holds the same.
Result<> backUp(const ProjectStore& store, const std::string& folder);

/// What a restoration saved.
struct Restoration
{
    std::size_t fromBackup = 0; ///< actions of the newest backup that is whole
    std::size_t later = 0;      ///< actions after it that were sound in the damaged file
    std::string damagedCopy;    ///< where the damaged file lies now
};

/// Puts the newest whole backup in the place of a damaged project, with the actions after it whose chain of checks
/// holds; without a backup, the sound beginning of the damaged file. The damaged file is kept beside it.
/// Errors: NotFound if nothing could be saved; WriteFailed, AccessDenied; and nothing was changed.
Result<Restoration> restoreFromBackup(const std::string& path, const std::string& folder,
                                      const OpenOptions& options = {});

} // namespace synoptic::store
