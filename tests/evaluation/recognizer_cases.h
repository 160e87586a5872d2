// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "temporal/expression.h"

/// What a case of Recognizers-Text means on the calendar, compared with what the tagger found.
namespace synoptic::evaluation {

/// A text of @p object; empty if there is none of that name.
std::string field(const nlohmann::json& object, const char* name);

/// Whether one of the values of an expected @p result is met by @p found, the expressions that overlap it, in order.
/// @p today: the day of the case, ISO 8601.
bool met(const std::vector<const temporal::TemporalExpression*>& found, const nlohmann::json& result,
         const std::string& today);

} // namespace synoptic::evaluation
