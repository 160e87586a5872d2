// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "store/files.h"

namespace synoptic::store {

/// "NAME.lock" beside a project: whoever holds it may write. The kernel lets go of it when its holder ends, however it
/// ends, so a file that was left behind keeps nobody out.
class LockFile
{
public:
    /// @p fd holds the lock of the file @p path; see takeLock.
    LockFile(std::string path, Descriptor fd);
    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&&) = delete;
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;
    /// Removes the file.
    ~LockFile();

private:
    std::string m_path; // empty: moved away
    Descriptor m_fd;
};

struct LockOutcome
{
    std::optional<LockFile> lock; ///< ours; nothing: somebody else's
    std::string holder;           ///< that somebody: the program, its process and its machine
    bool wasLeftBehind = false;   ///< the last holder did not come to an orderly end
};

/// Takes the lock of a project for @p owner, a program's name.
/// Errors: AccessDenied, WriteFailed (a folder in which nothing can be written).
Result<LockOutcome> takeLock(const std::string& projectPath, const std::string& owner);

} // namespace synoptic::store
