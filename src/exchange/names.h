// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/analysis.h"

namespace synoptic::exchange {

// The words that documents use for our enumerations; they are part of the format and never change.
std::string_view nameOf(corpus::PublicationBasis basis);
std::string_view nameOf(temporal::ExpressionType type);
std::string_view nameOf(temporal::Qualifier qualifier);
std::string_view nameOf(events::Factuality factuality);
std::string_view nameOf(events::DateBasis basis);
std::string_view nameOf(analysis::Stance stance);
std::string_view nameOf(DiagnosticCode code);

/// The first and last day on which something can lie, as ISO dates; empty on an open side ("since 2019" has no end) and
/// where nothing is known.
struct Bounds
{
    std::string earliest;
    std::string latest;

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// @p edtf may narrow an open bound: "before May" is ../2021-04-30 although the time it names is May.
Bounds boundsOf(const std::optional<temporal::Interval>& interval, temporal::Qualifier qualifier,
                std::string_view edtf);

/// "a1" for the first article, "e1" for the first event: ids of one document.
std::string documentId(char kind, std::size_t index);

/// A file name for a document of text: bytes that are no UTF-8 become U+FFFD.
std::string shownFile(std::string_view file);
/// The bytes of such a name as lower-case hexadecimal digits; empty if the name is UTF-8.
std::string fileBytes(std::string_view file);

} // namespace synoptic::exchange
