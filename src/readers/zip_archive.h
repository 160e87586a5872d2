// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::readers {

struct ZipEntry
{
    std::string name;
    std::string bytes;  ///< inflated
    bool isCut = false; ///< at a limit
};

/// The entries of a zip archive whose names @p wanted picks, in the order of the archive's directory. Only these are
/// inflated; nothing is written anywhere, so a name is a name and not a path.
///
/// Limits: entries and inflated bytes as in base/limits.h, counted as they are produced.
/// Errors: Malformed (no directory, damaged, two wanted entries of one name); Encrypted; TooBig.
Result<std::vector<ZipEntry>> readZip(std::string_view bytes, const std::function<bool(std::string_view)>& wanted);

/// The entry called @p name; null if there is none.
const ZipEntry* entryOf(const std::vector<ZipEntry>& entries, std::string_view name);

} // namespace synoptic::readers
