// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/engine/unique_fd.h"
#include "base/result.h"

namespace synoptic::engine {

/// Reads files beneath one folder that somebody else filled: never through a link, never from a FIFO or a device, never
/// more than was asked for, and only files that hold still meanwhile. Thread-safe; nothing is ever written.
class FileReader
{
public:
    /// Errors: NotFound, AccessDenied, NotRegular (not a folder), Unreadable.
    static Result<FileReader> open(const std::string& folder);

    /// The bytes of @p file, a relative path of bytes with '/' between its parts.
    ///
    /// Errors: InvalidArgument for a path that leaves the folder; NotFound, AccessDenied, NotRegular, Unreadable;
    /// TooBig (over @p limit; the detail is its size in bytes); Unstable if size, time or inode changed in three tries;
    /// Cancelled.
    Result<std::string> read(std::string_view file, std::size_t limit, const std::stop_token& stop = {}) const;

private:
    explicit FileReader(UniqueFd folder) : m_folder(std::move(folder)) {}

    UniqueFd m_folder;
};

} // namespace synoptic::engine
