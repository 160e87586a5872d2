// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/read_work.h"

#include <utility>

#include "app/engine/file_reader.h"
#include "base/limits.h"
#include "exchange/contradiction_table.h"
#include "exchange/work_document.h"
#include "exchange/work_table.h"
#include "store/project_store.h"

namespace synoptic::app {

namespace {

constexpr std::string_view sqliteMagic = "SQLite format 3";

Result<edits::Edits> readProject(const std::string& path)
{
    const auto content = store::readProjectContent(path);
    if (!content)
        return tl::unexpected(content.error());
    const auto actions = store::replay(content->history);
    if (!actions)
        return tl::unexpected(actions.error());
    return store::editsOf(actions->done);
}

} // namespace

Result<edits::Edits> readWork(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    const auto folder = engine::FileReader::open(slash == 0 ? "/" : path.substr(0, slash));
    if (!folder)
        return tl::unexpected(folder.error());
    auto bytes = folder->read(path.substr(slash + 1), limits::projectCellBytes);
    if (bytes ? bytes->starts_with(sqliteMagic) : path.ends_with(".synoptic"))
        return readProject(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::size_t first = bytes->find_first_not_of(" \t\r\n");
    if (first != std::string::npos && (*bytes)[first] == '{')
        return exchange::workFromJson(*bytes);
    if (exchange::isWorkTable(*bytes))
        return exchange::workFromTable(*bytes);
    auto records = exchange::contradictionsFromCsv(*bytes);
    if (!records)
        return tl::unexpected(records.error());
    edits::Edits edits;
    for (edits::Contradiction& record : *records)
        edits.emplace_back(edits::PutContradiction{std::move(record)});
    return edits;
}

} // namespace synoptic::app
