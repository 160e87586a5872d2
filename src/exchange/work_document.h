// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "edits/timeline.h"

namespace synoptic::exchange {

/// What an analyst made of a folder: format "synoptic-work", version 1. For people and other programs "events" (all but
/// the rejected), "contradictions" and "notes" as they stand; for this one "edits", the decisions themselves, which
/// workFromJson reads back without loss.
///
/// Units and names as in the analysis document (see json.h). Cost: linear.
std::string workToJson(const edits::Timeline& timeline, const edits::Edits& edits, std::string_view generator);

/// The edits of such a document.
/// Errors: TooBig (over limits::projectCellBytes), Malformed with the field.
Result<edits::Edits> workFromJson(std::string_view json);

} // namespace synoptic::exchange
