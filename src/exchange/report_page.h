// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/report.h"

namespace synoptic::exchange {

/// What a report is made of. Every text is plain and escaped here, so that no caller can forget it.
class ReportPage
{
public:
    virtual ~ReportPage() = default;

    virtual void title(std::string_view text) = 0;
    virtual void heading(std::string_view text) = 0;
    virtual void subheading(std::string_view text) = 0;
    virtual void paragraph(std::string_view text) = 0;
    /// Words of an article and where they stand; @p lead says how they stand to the matter and may be empty.
    virtual void quotation(std::string_view lead, std::string_view quote, std::string_view citation) = 0;
    virtual void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) = 0;
};

/// A page that is text.
class TextReportPage : public ReportPage
{
public:
    virtual std::string take() = 0;
};

std::unique_ptr<TextReportPage> makeReportPage(ReportFormat format);

} // namespace synoptic::exchange
