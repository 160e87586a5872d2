// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edits/anchor.h"
#include "exchange/csv_row.h"
#include "exchange/edit_names.h"

/// Tables that are read back: cells by the names of their columns.
namespace synoptic::exchange {

/// Shortest digits that read back as the same number.
std::string exactText(double number);

template <class Number>
std::optional<Number> numberIn(std::string_view digits)
{
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

/// One row of a table by the names of its columns; remembers the first that is wrong.
class TableRow
{
public:
    using Places = std::map<std::string, std::size_t, std::less<>>;

    TableRow(const Places& places, const std::vector<std::string>& cells) : m_places(places), m_cells(cells) {}

    /// The column is one of the table's.
    const std::string& operator[](std::string_view column) const { return m_cells[m_places.find(column)->second]; }

    template <class Enum>
    Enum named(std::string_view column)
    {
        const auto value = valueNamed<Enum>((*this)[column]);
        return value ? *value : wrong(column, Enum{});
    }
    template <class Number>
    Number number(std::string_view column)
    {
        const auto value = numberIn<Number>((*this)[column]);
        return value ? *value : wrong(column, Number{});
    }
    char letter(std::string_view column)
    {
        const std::string& text = (*this)[column];
        return text.size() == 1 ? text.front() : wrong(column, '?');
    }
    /// A quotation: see anchorColumns.
    edits::Anchor anchor();
    template <class Value>
    Value wrong(std::string_view column, Value instead)
    {
        if (m_problem.empty())
            m_problem = column;
        return instead;
    }
    const std::string& problem() const { return m_problem; }

private:
    const Places& m_places;                  // Not owned: the table's.
    const std::vector<std::string>& m_cells; // Not owned: the table's.
    std::string m_problem;
};

/// The cells of file, file_bytes, quote, position, prefix, suffix, sha256 and repeated are written by whoever orders
/// the columns; this one reads them.
inline constexpr std::string_view anchorColumns[] = {"file",   "file_bytes", "quote",  "position",
                                                     "prefix", "suffix",     "sha256", "repeated"};

/// A table with a header that has all of @p columns, in any order.
struct NamedTable
{
    TableRow::Places places;
    std::vector<std::vector<std::string>> rows; ///< without the header
};

/// Errors: those of readCsv; Malformed if a column is missing.
Result<NamedTable> readNamedTable(std::string_view table, std::span<const std::string_view> columns);

} // namespace synoptic::exchange
