// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_row.h"

#include <utility>

#include "exchange/json_writer.h"

namespace synoptic::exchange {
namespace {

std::optional<std::string> bytesOf(std::string_view digits)
{
    std::string bytes;
    if (digits.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned char byte = 0;
        const char* const first = digits.data() + at;
        const auto [end, error] = std::from_chars(first, first + 2, byte, 16);
        if (error != std::errc() || end != first + 2)
            return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

} // namespace

std::string exactText(double number)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.exact(number);
    return json.take();
}

edits::Anchor TableRow::anchor()
{
    edits::Anchor anchor;
    anchor.file = (*this)["file"];
    if (!(*this)["file_bytes"].empty()) {
        const auto bytes = bytesOf((*this)["file_bytes"]);
        anchor.file = bytes ? *bytes : wrong("file_bytes", std::string());
    }
    anchor.quote = (*this)["quote"];
    anchor.position = number<std::uint32_t>("position");
    anchor.prefix = (*this)["prefix"];
    anchor.suffix = (*this)["suffix"];
    anchor.sha256 = (*this)["sha256"];
    anchor.repeated = (*this)["repeated"] == "yes";
    return anchor;
}

Result<NamedTable> readNamedTable(std::string_view table, std::span<const std::string_view> columns)
{
    auto rows = readCsv(table);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return failure(ErrorCode::Malformed, "no header");
    NamedTable named;
    for (std::size_t i = 0; i < rows->front().size(); ++i)
        named.places.emplace(rows->front()[i], i);
    for (const std::string_view column : columns)
        if (!named.places.contains(column))
            return failure(ErrorCode::Malformed, "no column " + std::string(column));
    rows->erase(rows->begin());
    named.rows = *std::move(rows);
    return named;
}

} // namespace synoptic::exchange
