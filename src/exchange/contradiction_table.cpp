// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contradiction_table.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>

#include "exchange/csv_row.h"
#include "exchange/edit_names.h"
#include "exchange/json_writer.h"

namespace synoptic::exchange {
namespace {

constexpr std::string_view columns[] = {"id",
                                        "question",
                                        "type",
                                        "kind",
                                        "severity",
                                        "status",
                                        "note",
                                        "events",
                                        "side",
                                        "stance",
                                        "file",
                                        "file_bytes",
                                        "quote",
                                        "claim",
                                        "speaker",
                                        "source_grade",
                                        "information_grade",
                                        "resolution",
                                        "resolved_side",
                                        "resolved_value",
                                        "confidence",
                                        "reason",
                                        "position",
                                        "prefix",
                                        "suffix",
                                        "sha256",
                                        "repeated",
                                        "state",
                                        "source",
                                        "published"};

/// Shortest digits that read back as the same number.
std::string exactText(double number)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.exact(number);
    return json.take();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

template <class Number>
std::optional<Number> numberIn(std::string_view digits)
{
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

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

/// One row of a table by the names of its columns; remembers the first that is wrong.
class Row
{
public:
    Row(const std::map<std::string_view, std::size_t>& places, const std::vector<std::string>& cells)
        : m_places(places), m_cells(cells)
    {}

    const std::string& operator[](std::string_view column) const { return m_cells[m_places.at(column)]; }

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
    template <class Value>
    Value wrong(std::string_view column, Value instead)
    {
        if (m_problem.empty())
            m_problem = column;
        return instead;
    }
    const std::string& problem() const { return m_problem; }

private:
    const std::map<std::string_view, std::size_t>& m_places; // Not owned: the table's.
    const std::vector<std::string>& m_cells;                 // Not owned: the table's.
    std::string m_problem;
};

edits::Party partyOf(Row& row)
{
    edits::Party party;
    party.side = row.letter("side");
    party.stance = row.named<edits::PartyStance>("stance");
    party.anchor.file = row["file"];
    if (!row["file_bytes"].empty()) {
        const auto bytes = bytesOf(row["file_bytes"]);
        party.anchor.file = bytes ? *bytes : row.wrong("file_bytes", std::string());
    }
    party.anchor.quote = row["quote"];
    party.anchor.position = row.number<std::uint32_t>("position");
    party.anchor.prefix = row["prefix"];
    party.anchor.suffix = row["suffix"];
    party.anchor.sha256 = row["sha256"];
    party.anchor.repeated = row["repeated"] == "yes";
    party.claim = row["claim"];
    party.speaker = row["speaker"];
    party.sourceGrade = row.letter("source_grade");
    party.informationGrade = row.number<int>("information_grade");
    return party;
}

edits::Contradiction contradictionOf(Row& row)
{
    constexpr std::string_view idPrefix = "C-";
    edits::Contradiction record;
    const std::string& id = row["id"];
    const auto number = numberIn<std::uint32_t>(id.starts_with(idPrefix) ? std::string_view(id).substr(2) : id);
    record.number = number ? *number : row.wrong("id", 0U);
    record.question = row["question"];
    record.note = row["note"];
    record.type = row.named<edits::ContradictionType>("type");
    record.kind = row.named<edits::ContradictionKind>("kind");
    record.severity = row.named<edits::Severity>("severity");
    record.status = row.named<edits::ContradictionStatus>("status");
    std::string_view events = row["events"];
    while (!events.empty()) {
        const std::size_t end = std::min(events.find(' '), events.size());
        record.events.emplace_back(events.substr(0, end));
        events.remove_prefix(std::min(end + 1, events.size()));
    }
    if (!row["resolution"].empty())
        record.resolution =
            edits::Resolution{row.named<edits::ResolutionMethod>("resolution"), row.letter("resolved_side"),
                              row["resolved_value"], row.number<double>("confidence"), row["reason"]};
    return record;
}

} // namespace

std::string contradictionsToCsv(const edits::Timeline& timeline)
{
    CsvRow header;
    for (const std::string_view column : columns)
        header.text(column);
    std::string table = header.take();
    for (const edits::FoundContradiction& found : timeline.contradictions()) {
        const edits::Contradiction& record = found.record;
        for (std::size_t p = 0; p < record.parties.size(); ++p) {
            const edits::Party& party = record.parties[p];
            const edits::FoundPlace& place = found.places[p];
            CsvRow row;
            row.text(edits::idText(record.number)).text(record.question).text(nameOf(record.type));
            row.text(nameOf(record.kind)).text(nameOf(record.severity)).text(nameOf(record.status));
            row.text(record.note).text(joined(record.events));
            row.text(std::string_view(&party.side, 1)).text(nameOf(party.stance)).text(party.anchor.file);
            row.text(fileBytes(party.anchor.file)).text(party.anchor.quote).text(party.claim).text(party.speaker);
            row.text(std::string_view(&party.sourceGrade, 1)).number(std::to_string(party.informationGrade));
            if (const auto& resolution = record.resolution) {
                row.text(nameOf(resolution->method)).text(std::string_view(&resolution->side, 1));
                row.text(resolution->value).number(exactText(resolution->confidence)).text(resolution->reason);
            } else {
                row.text("").text("").text("").text("").text("");
            }
            row.number(std::to_string(party.anchor.position)).text(party.anchor.prefix).text(party.anchor.suffix);
            row.text(party.anchor.sha256).text(party.anchor.repeated ? "yes" : "no");
            row.text(nameOf(place.article ? place.anchor.state : edits::AnchorState::Lost));
            const corpus::Article* article = place.article ? &timeline.analysis()[*place.article].article : nullptr;
            row.text(article == nullptr ? "" : article->source);
            row.text(article == nullptr ? "" : article->published.value);
            table += row.take();
        }
    }
    return table;
}

Result<std::vector<edits::Contradiction>> contradictionsFromCsv(std::string_view table)
{
    const auto rows = readCsv(table);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return failure(ErrorCode::Malformed, "no header");
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < rows->front().size(); ++i)
        places.emplace(rows->front()[i], i);
    constexpr std::size_t forReaders = 3; // the last ones
    for (std::size_t i = 0; i + forReaders < std::size(columns); ++i) {
        if (!places.contains(columns[i]))
            return failure(ErrorCode::Malformed, "no column " + std::string(columns[i]));
    }
    std::vector<edits::Contradiction> records;
    for (std::size_t r = 1; r < rows->size(); ++r) {
        Row row(places, (*rows)[r]);
        edits::Contradiction record = contradictionOf(row);
        edits::Party party = partyOf(row);
        if (!row.problem().empty())
            return failure(ErrorCode::Malformed, "row " + std::to_string(r + 1) + ": " + row.problem());
        if (records.empty() || records.back().number != record.number)
            records.push_back(std::move(record));
        records.back().parties.push_back(std::move(party));
    }
    for (const edits::Contradiction& record : records) {
        if (const auto flaw = edits::flawOf(record))
            return failure(ErrorCode::Malformed, edits::idText(record.number) + ": " + *flaw);
    }
    return records;
}

} // namespace synoptic::exchange
