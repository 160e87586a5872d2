// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metadata_csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t mostColumns = 256;
constexpr std::size_t mostDiagnostics = 1000;

using Field = std::string ArticleMetadata::*;

/// Column names without blanks, hyphens and underscores, and the field they fill; null is the file's name.
constexpr std::pair<std::string_view, Field> columnNames[] = {{"file", nullptr},
                                                              {"filename", nullptr},
                                                              {"path", nullptr},
                                                              {"name", nullptr},
                                                              {"document", nullptr},
                                                              {"title", &ArticleMetadata::title},
                                                              {"headline", &ArticleMetadata::title},
                                                              {"source", &ArticleMetadata::source},
                                                              {"outlet", &ArticleMetadata::source},
                                                              {"publisher", &ArticleMetadata::source},
                                                              {"publication", &ArticleMetadata::source},
                                                              {"sitename", &ArticleMetadata::source},
                                                              {"newspaper", &ArticleMetadata::source},
                                                              {"author", &ArticleMetadata::author},
                                                              {"authors", &ArticleMetadata::author},
                                                              {"byline", &ArticleMetadata::author},
                                                              {"creator", &ArticleMetadata::author},
                                                              {"published", &ArticleMetadata::published},
                                                              {"date", &ArticleMetadata::published},
                                                              {"publicationdate", &ArticleMetadata::published},
                                                              {"publishedat", &ArticleMetadata::published},
                                                              {"publisheddate", &ArticleMetadata::published},
                                                              {"publishdate", &ArticleMetadata::published},
                                                              {"datepublished", &ArticleMetadata::published},
                                                              {"pubdate", &ArticleMetadata::published},
                                                              {"url", &ArticleMetadata::url},
                                                              {"link", &ArticleMetadata::url},
                                                              {"address", &ArticleMetadata::url},
                                                              {"uri", &ArticleMetadata::url}};

/// Rows of a CSV text, one at a time.
class CsvReader
{
public:
    CsvReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    /// The next row that is not blank; false at the end. Fields over mostColumns are read and dropped.
    bool next(std::vector<std::string>& row)
    {
        while (m_at < m_text.size()) {
            row.clear();
            m_line = m_nextLine;
            while (readField(row)) {
            }
            if (row.size() > 1 || !row.front().empty())
                return true;
        }
        return false;
    }

    std::size_t line() const { return m_line; }

private:
    /// Reads one field and what ends it; true if another field follows in this row.
    bool readField(std::vector<std::string>& row)
    {
        std::string field;
        if (m_at < m_text.size() && m_text[m_at] == '"')
            readQuoted(field);
        // What stands behind a closing quote is malformed, and kept.
        const std::size_t end = std::min(m_text.find_first_of(stops(), m_at), m_text.size());
        field.append(m_text, m_at, end - m_at);
        if (row.size() < mostColumns)
            row.emplace_back(trimmed(field));
        m_at = std::min(end + 1, m_text.size());
        const bool more = end < m_text.size() && m_text[end] == m_separator;
        if (end < m_text.size() && !more)
            ++m_nextLine;
        return more;
    }

    void readQuoted(std::string& field)
    {
        ++m_at;
        while (m_at < m_text.size()) {
            const std::size_t quote = std::min(m_text.find('"', m_at), m_text.size());
            const std::string_view piece = m_text.substr(m_at, quote - m_at);
            m_nextLine += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
            field += piece;
            m_at = std::min(quote + 1, m_text.size());
            if (m_at == m_text.size() || m_text[m_at] != '"')
                return;
            field += '"';
            ++m_at;
        }
    }

    std::string_view stops() const { return m_separator == ',' ? ",\n" : m_separator == ';' ? ";\n" : "\t\n"; }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_nextLine = 1;
};

/// The separator that occurs most often in the first line, outside quotes; a comma if none does.
char separatorOf(std::string_view text)
{
    std::array<std::pair<std::size_t, char>, 3> counts = {{{0, ','}, {0, ';'}, {0, '\t'}}};
    bool inQuotes = false;
    for (const char c : text.substr(0, 64 * limits::kib)) {
        if (c == '"')
            inQuotes = !inQuotes;
        if (c == '\n' && !inQuotes)
            break;
        for (auto& [count, separator] : counts)
            count += !inQuotes && c == separator ? 1U : 0U;
    }
    return std::ranges::max_element(counts, {}, &std::pair<std::size_t, char>::first)->second;
}

/// The field a column fills; nothing if nobody knows the name. A null field is the file's name.
std::optional<Field> fieldOf(std::string_view header)
{
    std::string key = foldedKey(header);
    std::erase_if(key, [](char c) { return c == ' '; });
    for (const auto& [name, field] : columnNames)
        if (name == key)
            return field;
    return std::nullopt;
}

} // namespace

Result<MetadataTable> readMetadataCsv(std::string_view bytes)
{
    if (bytes.size() > limits::metadataCsvBytes)
        return failure(ErrorCode::TooBig, "metadata.csv");
    MetadataTable table;
    DecodedText decoded = decode(bytes);
    table.diagnostics = std::move(decoded.diagnostics);
    const std::string text = canonicalText(std::move(decoded.text), table.diagnostics);
    CsvReader reader(text, separatorOf(text));
    std::vector<std::string> row;
    if (!reader.next(row))
        return failure(ErrorCode::Empty, "metadata.csv");

    const auto note = [&](Severity severity, DiagnosticCode code, std::string detail) {
        if (table.diagnostics.size() < mostDiagnostics)
            table.diagnostics.push_back({severity, code, {}, std::move(detail)});
    };
    std::vector<std::optional<Field>> columns;
    std::optional<std::size_t> fileColumn;
    for (const std::string& header : row) {
        columns.push_back(fieldOf(header));
        if (!columns.back() && !header.empty())
            note(Severity::Note, DiagnosticCode::UnusedMetadata, "column " + header);
        if (columns.back() && *columns.back() == nullptr && !fileColumn)
            fileColumn = columns.size() - 1;
    }
    if (!fileColumn)
        return failure(ErrorCode::Malformed, "metadata.csv: no column is called \"file\"");

    while (reader.next(row)) {
        const std::string where = "line " + std::to_string(reader.line());
        if (*fileColumn >= row.size() || row[*fileColumn].empty()) {
            note(Severity::Warning, DiagnosticCode::UnusedMetadata, where + " names no file");
            continue;
        }
        const auto [at, isNew] = table.rows.try_emplace(row[*fileColumn]);
        if (!isNew) {
            note(Severity::Warning, DiagnosticCode::MetadataConflict, where + " names " + at->first + " again");
            continue;
        }
        for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i) {
            if (!columns[i] || *columns[i] == nullptr)
                continue;
            std::string& value = at->second.*(*columns[i]);
            if (value.empty()) // the first of two columns of one meaning counts, unless it says nothing
                value = std::move(row[i]);
        }
    }
    return table;
}

std::vector<Diagnostic> unusedRows(const MetadataTable& table, const std::vector<std::string>& files)
{
    std::vector<Diagnostic> diagnostics;
    for (const auto& [file, row] : table.rows)
        if (!std::ranges::binary_search(files, file) && diagnostics.size() < mostDiagnostics)
            diagnostics.push_back({Severity::Warning, DiagnosticCode::UnusedMetadata, {}, file});
    return diagnostics;
}

} // namespace synoptic::ingest
