// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/reader/sandbox.h"

namespace synoptic::reader {

/// Something a process in the sandbox must not be able to do.
struct ForbiddenAct
{
    std::string_view name;
    bool (*succeeds)();          ///< tries it, and undoes what it did
    bool needsPathRules = false; ///< only a kernel with Landlock refuses it
};

const std::vector<ForbiddenAct>& forbiddenActs();

/// Whether the sandbox holds and reading works in it: in a child, every forbidden act is tried, and a built-in PDF must
/// give its text (a library that may not open its data gives an empty text and no error).
///
/// Returns what went wrong, in words; nothing if all is well.
std::optional<std::string> selfTest(const Sandbox& sandbox);

} // namespace synoptic::reader
