// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edits/timeline.h"

namespace synoptic::exchange {

enum class ReportFormat : std::uint8_t
{
    Html,    ///< one page that loads nothing: its policy forbids scripts, pictures and addresses
    Markdown ///< CommonMark with tables
};

/// A report for somebody who never saw the folder: what it holds (a stamp of what was left out), the chronology with
/// every sentence quoted and cited, the contradictions with their sides and resolutions, the sources.
///
/// What others wrote is text in it, whatever it says. No clock: the same work gives the same bytes.
/// Cost: linear in what is shown.
std::string workReport(const edits::Timeline& timeline, std::string_view title, ReportFormat format);

class ReportPage;

/// The same on a page of any kind.
void writeReport(const edits::Timeline& timeline, std::string_view title, ReportPage& page);

} // namespace synoptic::exchange
