// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "temporal/tokenizer.h"
#include "temporal/unresolved_expression.h"

namespace synoptic::temporal {

/// A time of the day as written.
struct Clock
{
    int hour = -1; ///< 0…24
    int minute = -1;
    int second = -1;
    bool eitherHalf = false; ///< of the morning or of the evening: the words do not say
    bool bare = false;       ///< no word for the half of the day, though it may be meant as of twenty-four hours
    std::size_t next = 0;
    bool dotted = false; ///< "2.30", which is a number where no day and no other hour asks for a clock
};

/// An hour that only its company makes one: "7", "7:30", "seven twenty-seven", "3 pm", "noon". The caller knows of a
/// day or of another hour beside it.
std::optional<Clock> hourAt(const TokenView& tokens, std::size_t at);

/// Past "EST", "GMT", "Eastern time", "local time", "(0735 GMT)"; @p at itself if there is no zone.
std::size_t afterZone(const TokenView& tokens, std::size_t at);

/// Whether a bare number may end before @p at: nothing follows that it could count.
bool endsNumber(const TokenView& tokens, std::size_t at);

/// Writes the clock into the fields of a day. What part of the day they named tells the half: "last night at 8".
void setClock(CalendarFields& fields, const Clock& clock);

} // namespace synoptic::temporal
