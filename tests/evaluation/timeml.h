// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/text_span.h"

/// Annotated documents (TimeML) for the programs that score and train the temporal tagger.
namespace synoptic::tests {

struct Timex
{
    TextSpan span{};
    std::string type;
    std::string value;
};

struct TimeMlDocument
{
    std::string name;
    std::string text;
    std::vector<Timex> gold; ///< text order
    std::optional<Day> published;

    std::vector<TextSpan> sentences() const;
};

/// The .tml files of a folder by name; none if it cannot be read. Entities beyond ASCII become '?', whose exact form no
/// date needs.
std::vector<TimeMlDocument> readTimeMlFolder(const std::string& folder);

} // namespace synoptic::tests
