// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"

namespace synoptic::engine {

/// Why a file was skipped, as people say it: English, lower case, no full stop, the same in every locale.
std::string skipReason(const Error& error);

} // namespace synoptic::engine
