// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/text_span.h"
#include "temporal/expression.h"

namespace synoptic::temporal {

/// A recognized expression before it is counted from anything. Kept so that a new publication date resolves an article
/// again without reading it again.
struct UnresolvedExpression
{
    TextSpan span;
    ExpressionType type = ExpressionType::Date;
};

} // namespace synoptic::temporal
