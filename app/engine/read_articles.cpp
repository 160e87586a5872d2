// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/read_articles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.h"
#include "ingest/ingest.h"
#include "ingest/json_articles.h"

namespace synoptic::engine {
namespace {

using ingest::Format;

bool isContainer(Format format)
{
    return format == Format::Pdf || format == Format::Docx || format == Format::Odt || format == Format::Epub;
}

/// Behind the file's name; leading zeros keep the order of names the order in the file.
std::string numbered(const std::string& file, std::size_t number, std::size_t count)
{
    const std::string digits = std::to_string(number);
    const std::size_t width = std::to_string(count).size();
    return file + '#' + std::string(width - digits.size(), '0') + digits;
}

/// An article whose text is markup: read as a page, while what the scraper says of it stands first.
Result<ingest::RawArticle> readMarkup(ingest::JsonArticle article, ReaderClient& reader, const std::stop_token& stop)
{
    auto page = reader.read(Format::Html, article.html, stop);
    if (!page)
        return page;
    page->format = Format::Json;
    auto& fields = page->metadata;
    fields.insert(fields.begin(), article.raw.metadata.begin(), article.raw.metadata.end());
    page->diagnostics.insert(page->diagnostics.end(), article.raw.diagnostics.begin(), article.raw.diagnostics.end());
    return page;
}

Result<std::vector<NamedArticle>> readJson(std::string_view bytes, const std::string& file, ReaderClient& reader,
                                           const std::stop_token& stop)
{
    auto found = ingest::readJsonArticles(bytes);
    if (!found)
        return tl::unexpected<Error>(found.error());
    std::vector<NamedArticle> articles;
    std::optional<Error> refused;
    for (std::size_t i = 0; i < found->size(); ++i) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        ingest::JsonArticle& article = (*found)[i];
        Result<ingest::RawArticle> raw =
            article.html.empty() ? std::move(article.raw) : readMarkup(std::move(article), reader, stop);
        if (!raw) {
            refused = raw.error();
            continue;
        }
        articles.push_back({found->size() == 1 ? file : numbered(file, i + 1, found->size()), std::move(*raw)});
    }
    if (articles.empty())
        return tl::unexpected<Error>(refused.value_or(Error{ErrorCode::Empty, {}}));
    if (refused)
        articles.back().raw.diagnostics.push_back(
            {Severity::Warning,
             DiagnosticCode::LimitReached,
             {},
             std::to_string(found->size() - articles.size()) + " articles of the file could not be read"});
    return articles;
}

} // namespace

std::size_t fileLimit(std::string_view file)
{
    constexpr std::array<std::string_view, 6> containers = {".pdf", ".docx", ".odt", ".epub", ".jsonl", ".ndjson"};
    const std::string_view leaf = file.substr(file.rfind('/') + 1);
    const std::size_t dot = leaf.rfind('.');
    std::string suffix(dot == std::string_view::npos ? std::string_view{} : leaf.substr(dot));
    for (char& c : suffix)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool isLarge = std::ranges::find(containers, suffix) != containers.end();
    return isLarge ? limits::containerFileBytes : limits::textFileBytes;
}

Result<std::vector<NamedArticle>> readArticles(std::string_view bytes, const std::string& file, ReaderClient& reader,
                                               const std::stop_token& stop)
{
    const auto format = ingest::detectFormat(bytes, file);
    if (!format)
        return tl::unexpected<Error>(format.error());
    if (*format == Format::Json)
        return readJson(bytes, file, reader, stop);
    if (bytes.size() > limits::textFileBytes && !isContainer(*format))
        return failure(ErrorCode::TooBig, std::to_string(bytes.size()));
    auto raw = *format == Format::PlainText ? ingest::readPlainText(bytes) : reader.read(*format, bytes, stop);
    if (!raw)
        return tl::unexpected<Error>(raw.error());
    std::vector<NamedArticle> articles;
    articles.push_back({file, std::move(*raw)});
    return articles;
}

std::string fileOfArticle(const std::string& name)
{
    const std::size_t mark = name.rfind('#');
    const bool isNumbered = mark != std::string::npos && mark + 1 < name.size() &&
                            std::all_of(name.begin() + static_cast<std::ptrdiff_t>(mark) + 1, name.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
    return isNumbered ? name.substr(0, mark) : name;
}

} // namespace synoptic::engine
