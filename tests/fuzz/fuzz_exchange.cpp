// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents of decisions and what lies in the cache, on any bytes: both may come from a colleague. The first byte
// chooses. Holds for every input: what is believed is written again as what reads back the same.
#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "cache/analysis_codec.h"
#include "edits/typed_date.h"
#include "exchange/contradiction_table.h"
#include "exchange/csv_row.h"
#include "exchange/edit_codec.h"
#include "exchange/work_document.h"
#include "exchange/work_table.h"
#include "fuzz/require.h"

using namespace synoptic;
using fuzz::require;

namespace {

void decisions(std::string_view bytes)
{
    if (const auto edits = exchange::editsFromJson(bytes)) {
        const auto again = exchange::editsFromJson(exchange::editsToJson(*edits));
        require(again && *again == *edits, "decisions go both ways");
    }
    [[maybe_unused]] const auto work = exchange::workFromJson(bytes);
}

void table(std::string_view bytes)
{
    const auto rows = exchange::readCsv(bytes);
    if (rows && !rows->empty())
        for (const auto& row : *rows)
            require(row.size() == rows->front().size(), "a row is as long as the header");
    if (exchange::isWorkTable(bytes)) {
        [[maybe_unused]] const auto work = exchange::workFromTable(bytes);
    }
    [[maybe_unused]] const auto contradictions = exchange::contradictionsFromCsv(bytes);
}

void typedDate(std::string_view bytes)
{
    const Day near = std::chrono::sys_days{std::chrono::year{2021} / 4 / 26};
    [[maybe_unused]] const auto alone = edits::dateFromWords(bytes);
    [[maybe_unused]] const auto beside = edits::dateFromWords(bytes, near);
}

void keptArticles(std::string_view bytes)
{
    if (const auto articles = cache::decodeArticles(bytes)) {
        const auto again = cache::decodeArticles(cache::encodeArticles(*articles));
        require(again && again->size() == articles->size(), "articles go both ways");
        [[maybe_unused]] const auto links = cache::decodeLinks(bytes, *articles);
    }
}

void keptScan(std::string_view bytes)
{
    if (const auto scan = cache::decodeScan(bytes))
        require(cache::decodeScan(cache::encodeScan(*scan)).has_value(), "a scan goes both ways");
    [[maybe_unused]] const auto links = cache::decodeLinks(bytes, {});
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array<void (*)(std::string_view), 5> targets = {decisions, table, typedDate, keptArticles, keptScan};
    if (size > 0)
        targets.at(data[0] % targets.size())(fuzz::bytesOf(data + 1, size - 1));
    return 0;
}
