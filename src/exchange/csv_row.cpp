// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_row.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/names.h"

namespace synoptic::exchange {
namespace {

/// Whether a spreadsheet would take it for a formula, or readCsv for one that was told apart.
bool needsApostrophe(std::string_view cell)
{
    const auto first = cell.find_first_not_of('\'');
    return first != std::string_view::npos &&
           std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

/// Goes through a table once.
class CsvReader
{
public:
    explicit CsvReader(std::string_view table) : m_table(table) {}

    Result<std::vector<std::vector<std::string>>> read()
    {
        std::vector<std::vector<std::string>> rows;
        while (m_at < m_table.size()) {
            std::vector<std::string> row;
            do {
                auto cell = readCell();
                if (!cell)
                    return wrong(rows.size() + 1, "a quote is never closed, or something stands after it");
                row.push_back(*std::move(cell));
                if (rows.empty() && row.size() == 1 && m_at < m_table.size())
                    m_separator = m_table[m_at] == ';' || m_table[m_at] == '\t' ? m_table[m_at] : ',';
            } while (takes(m_separator));
            if (!takes('\n') && !(takes('\r') && takes('\n')) && m_at < m_table.size())
                return wrong(rows.size() + 1, "something stands after a quote");
            if (!rows.empty() && row.size() != rows.front().size())
                return wrong(rows.size() + 1, "not as many cells as the header");
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    static tl::unexpected<Error> wrong(std::size_t row, std::string_view why)
    {
        return failure(ErrorCode::Malformed, "row " + std::to_string(row) + ": " + std::string(why));
    }

    bool takes(char byte)
    {
        if (m_at == m_table.size() || m_table[m_at] != byte)
            return false;
        ++m_at;
        return true;
    }

    Result<std::string> readCell()
    {
        std::string cell;
        if (!takes('"')) {
            const std::string ends = std::string("\r\n") + (m_separator == '\0' ? ",;\t" : std::string(1, m_separator));
            const std::size_t end = std::min(m_table.find_first_of(ends, m_at), m_table.size());
            cell = m_table.substr(m_at, end - m_at);
            m_at = end;
        } else {
            while (true) {
                const std::size_t quote = m_table.find('"', m_at);
                if (quote == std::string_view::npos)
                    return failure(ErrorCode::Malformed);
                cell += m_table.substr(m_at, quote - m_at);
                m_at = quote + 1;
                if (!takes('"'))
                    break;
                cell += '"';
            }
        }
        if (cell.starts_with('\'') && needsApostrophe(cell))
            cell.erase(0, 1);
        return cell;
    }

    std::string_view m_table; // Not owned: the caller's.
    std::size_t m_at = 0;
    char m_separator = '\0'; // not known yet
};

} // namespace

CsvRow& CsvRow::text(std::string_view cell)
{
    separate();
    m_row += '"';
    // Quotes do not stop a spreadsheet from reading a formula.
    if (needsApostrophe(cell))
        m_row += '\'';
    for (const char byte : shownFile(cell)) {
        if (byte == '"')
            m_row += '"';
        m_row += byte;
    }
    m_row += '"';
    return *this;
}

CsvRow& CsvRow::number(std::string_view digits)
{
    separate();
    m_row += digits;
    return *this;
}

void CsvRow::separate()
{
    if (m_begun)
        m_row += ',';
    m_begun = true;
}

Result<std::vector<std::vector<std::string>>> readCsv(std::string_view table)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF"; // spreadsheets put it there
    if (table.size() > limits::metadataCsvBytes)
        return failure(ErrorCode::TooBig, std::to_string(table.size()) + " bytes");
    if (!isValidUtf8(table))
        return failure(ErrorCode::Malformed, "no UTF-8");
    if (table.starts_with(mark))
        table.remove_prefix(mark.size());
    return CsvReader(table).read();
}

} // namespace synoptic::exchange
