// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"
#include "base/result.h"
#include "events/event_mention.h"

namespace synoptic::edits {

/// The date that a person typed: EDTF ("2021-05", "2021-05-03/2021-05-05", "../1989", "199X", "2021~") or English words
/// as articles use them ("early May 2021", "before 1990", "between 3 and 5 May"). @p near gives the year of "3 May",
/// and the day that "Friday" is counted from. Nothing typed is undated.
///
/// Errors: InvalidArgument if any word is not understood, or if a year is missing and there is no @p near; the detail
/// says which, in English.
/// Cost: linear; at most 200 bytes are taken. No clock.
/// Source: ISO 8601-2:2019, levels 0 and 1 without exponents.
Result<events::EventDate> dateFromWords(std::string_view typed, std::optional<Day> near = {});

} // namespace synoptic::edits
