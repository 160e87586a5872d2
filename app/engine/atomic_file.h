// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::engine {

/// Puts @p bytes into the file @p path, wholly or not at all: a temporary file in the same folder, every write counted,
/// synchronized, renamed, the folder synchronized. Whatever fails, the file that was there is still there, whole. A new
/// file gets the user's default permissions, an old one keeps its own; a link is followed.
///
/// Errors: NotRegular if @p path is a folder, FIFO or device; WriteFailed with the step and the system's words.
Result<> writeFileAtomically(const std::string& path, std::string_view bytes);

} // namespace synoptic::engine
