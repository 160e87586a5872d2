// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_reader.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "exchange/edit_codec.h"
#include "store/migrations.h"

namespace synoptic::store {
namespace {

constexpr std::size_t mostDamage = 100; // more says nothing more

class Reader
{
public:
    Reader(SQLite::Database& database, ReadProject& result) : m_database(database), m_result(result) {}

    void checkDatabase(bool thorough)
    {
        attempt("the file", [&] {
            SQLite::Statement check(m_database, thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
            while (check.executeStep()) {
                const std::string line = check.getColumn(0).getString();
                if (line != "ok")
                    complain("the file", line);
            }
        });
    }

    /// The tables must be those that we make: a turned bit in the schema changes what the rows mean.
    void checkSchema(const Schema& schema, std::int32_t version)
    {
        attempt("the schema", [&] {
            SQLite::Database own(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            makeTables(own, schema, version);
            if (schemaOf(m_database) != schemaOf(own))
                complain("the schema", "it is not the one that was written");
        });
    }

    /// What the project would be if this program had written it. A step that fails is no damage.
    void readOlder(const Schema& schema)
    {
        constexpr int corrupt = 11; // SQLITE_CORRUPT
        try {
            const auto migrated = migratedInMemory(m_database, schema);
            m_result = readProject(*migrated, schema, false);
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() == corrupt)
                complain("the file", exception.what());
            else
                m_result.stuck = exception.what();
        }
    }

    void readDigests()
    {
        attempt("the digests", [&] {
            SQLite::Statement rows(m_database, "SELECT name, row_count, checks FROM digest ORDER BY name LIMIT 100");
            while (rows.executeStep()) {
                m_stored[rows.getColumn(0).getString()] = {rows.getColumn(1).getInt64(),
                                                           static_cast<std::uint64_t>(rows.getColumn(2).getInt64())};
            }
        });
    }

    void readHistory()
    {
        TableDigest& digest = m_result.digests["history"];
        attempt("the history", [&] {
            SQLite::Statement rows(m_database, "SELECT number, kind, target, at, name, edits, row_check FROM history "
                                               "ORDER BY number");
            while (rows.executeStep()) {
                HistoryEntry entry;
                entry.number = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
                const auto kind = historyKindNamed(rows.getColumn(1).getString());
                entry.kind = kind.value_or(HistoryEntry::Kind::Do);
                entry.target = static_cast<std::uint64_t>(rows.getColumn(2).getInt64());
                entry.at = rows.getColumn(3).getInt64();
                entry.name = bytesFrom(rows.getColumn(4));
                entry.edits = bytesFrom(rows.getColumn(5));
                const auto stored = static_cast<std::uint64_t>(rows.getColumn(6).getInt64());
                const std::uint64_t check = historyCheck(entry, m_result.lastHistoryCheck);
                if (!kind || stored != check)
                    complain(nameFor(entry), whatOf(entry, kind.has_value()));
                if (entry.number != m_result.content.history.size() + 1)
                    complain(nameFor(entry), "the action before it is missing");
                digest.add(stored);
                m_result.lastHistoryCheck = stored; // one bad row is one complaint
                m_result.historyChecks.push_back(stored);
                m_result.content.history.push_back(std::move(entry));
                if (m_result.damage.size() == mostDamage)
                    break; // pages may name one another without end
            }
        });
        compare("history", "the history");
    }

    using Pairs = std::map<std::string, std::string>;
    Pairs readPairs(const std::string& table, const std::string& columns, const std::string& shown)
    {
        Pairs pairs;
        TableDigest& digest = m_result.digests[table];
        attempt(shown, [&] {
            SQLite::Statement rows(m_database, "SELECT " + columns + ", row_check FROM " + table + " ORDER BY 1");
            std::string previous;
            for (bool first = true; rows.executeStep() && m_result.damage.size() < mostDamage; first = false) {
                std::string key = bytesFrom(rows.getColumn(0));
                std::string value = bytesFrom(rows.getColumn(1));
                const auto stored = static_cast<std::uint64_t>(rows.getColumn(2).getInt64());
                const auto place = [&] { return std::string(shown).append(", “").append(key).append("”"); };
                if (stored != rowCheck(table, {key, value}))
                    complain(place(), "its content is not what was written");
                if (!first && key <= previous)
                    complain(place(), "it stands out of order");
                digest.add(stored);
                previous = key;
                pairs.insert_or_assign(std::move(key), std::move(value));
            }
        });
        compare(table, shown);
        return pairs;
    }

    void checkHistory()
    {
        if (!m_result.damage.empty())
            return;
        if (const auto stack = replay(m_result.content.history); !stack)
            complain("the history", stack.error().detail);
    }

private:
    void complain(std::string where, std::string what)
    {
        if (m_result.damage.size() < mostDamage)
            m_result.damage.push_back({std::move(where), std::move(what)});
    }

    template <class Work>
    void attempt(const std::string& where, const Work& work)
    {
        try {
            work();
        } catch (const SQLite::Exception& exception) {
            complain(where, exception.what());
        }
    }

    void compare(const std::string& table, const std::string& shown)
    {
        const TableDigest& found = m_result.digests[table];
        const TableDigest& stored = m_stored[table];
        if (found.rows != stored.rows)
            complain(shown, "there are " + std::to_string(found.rows) + " rows where there were " +
                                std::to_string(stored.rows));
        else if (found.checks != stored.checks)
            complain(shown, "its digest is not the one that was written");
    }

    static std::string schemaOf(SQLite::Database& database)
    {
        SQLite::Statement rows(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name");
        std::string schema;
        while (rows.executeStep()) {
            for (int column = 0; column < 4; ++column)
                schema += bytesFrom(rows.getColumn(column)) + '\n';
        }
        return schema;
    }

    static std::string nameFor(const HistoryEntry& entry)
    {
        return "action " + std::to_string(entry.number) + ", “" + entry.name + "”";
    }

    /// What is wrong with a row, as near as its fields tell.
    static std::string whatOf(const HistoryEntry& entry, bool kindIsKnown)
    {
        if (!kindIsKnown)
            return "whether it was done or undone cannot be read";
        if (entry.kind == HistoryEntry::Kind::Do) {
            if (const auto edits = exchange::editsFromJson(entry.edits); !edits)
                return "its edits cannot be read: " + edits.error().detail;
        }
        return "its content is not what was written";
    }

    SQLite::Database& m_database; // Not owned: the caller's.
    ReadProject& m_result;        // Not owned: the caller's.
    std::map<std::string, TableDigest> m_stored;
};

} // namespace

ReadProject readProject(SQLite::Database& database, const Schema& schema, bool thorough)
{
    ReadProject result;
    const std::int64_t application = numberFrom(database, "PRAGMA application_id");
    const std::int64_t version = numberFrom(database, "PRAGMA user_version");
    if (application != applicationId || version < 1) {
        result.damage.push_back({"the file", "it is no Synoptic project"});
        return result;
    }
    result.isNewer = version > schema.version();
    Reader reader(database, result);
    reader.checkDatabase(thorough);
    if (!result.isNewer)
        reader.checkSchema(schema, static_cast<std::int32_t>(version));
    if (version < schema.version()) {
        if (result.damage.empty())
            reader.readOlder(schema);
        result.isOlder = true;
        return result;
    }
    reader.readDigests();
    reader.readHistory();
    result.content.folder = reader.readPairs("project", "key, value", "the project's data")["folder"];
    result.content.view = reader.readPairs("view", "key, value", "the view");
    result.content.sources = reader.readPairs("source", "file, sha256", "the list of articles");
    reader.checkHistory();
    return result;
}

} // namespace synoptic::store
