// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contradiction_table.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include "exchange/csv_row.h"
#include "exchange/edit_names.h"
#include "exchange/table_row.h"

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

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

edits::Party partyOf(TableRow& row)
{
    edits::Party party;
    party.side = row.letter("side");
    party.stance = row.named<edits::PartyStance>("stance");
    party.anchor = row.anchor();
    party.claim = row["claim"];
    party.speaker = row["speaker"];
    party.sourceGrade = row.letter("source_grade");
    party.informationGrade = row.number<int>("information_grade");
    return party;
}

edits::Contradiction contradictionOf(TableRow& row)
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
    constexpr std::size_t forReaders = 3; // the last ones
    const auto named = readNamedTable(table, std::span(columns).first(std::size(columns) - forReaders));
    if (!named)
        return tl::unexpected(named.error());
    std::vector<edits::Contradiction> records;
    for (std::size_t r = 0; r < named->rows.size(); ++r) {
        TableRow row(named->places, named->rows[r]);
        edits::Contradiction record = contradictionOf(row);
        edits::Party party = partyOf(row);
        if (!row.problem().empty())
            return failure(ErrorCode::Malformed, "row " + std::to_string(r + 2) + ": " + row.problem());
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
