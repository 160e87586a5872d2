// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace synoptic::exchange {

/// Builds a row of a table cell by cell: RFC 4180, every text quoted, CR LF.
class CsvRow
{
public:
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which readCsv takes away again.
    CsvRow& text(std::string_view cell);
    CsvRow& number(std::string_view digits);
    std::string take() { return std::move(m_row) + "\r\n"; }

private:
    void separate();

    std::string m_row;
    bool m_begun = false;
};

/// The cells of a table by row, the header first, as CsvRow wrote them. Commas, semicolons or tabs, whichever stands
/// after the first cell; LF or CR LF.
/// Errors: TooBig over limits::metadataCsvBytes; Malformed: no UTF-8, a quote that is never closed, a row that is
/// shorter or longer than the header; the detail names the row. Cost: linear. Source: RFC 4180.
Result<std::vector<std::vector<std::string>>> readCsv(std::string_view table);

} // namespace synoptic::exchange
