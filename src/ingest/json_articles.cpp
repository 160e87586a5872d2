// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_articles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "ingest/json_fields.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

using Kind = JsonField::Kind;

constexpr std::size_t kinds = static_cast<std::size_t>(Kind::Language) + 1;
constexpr std::size_t shortestText = 100; ///< bytes; what is shorter may be a caption or a comment
constexpr std::size_t longestField = 10'000;
constexpr std::size_t mostAuthors = 20;

/// Markup where text is expected: a closing tag of a block or of a link.
bool isHtml(std::string_view text)
{
    constexpr std::array<std::string_view, 7> tags = {"</p>", "</div>", "<br", "</a>", "</span>", "</li>", "</h2>"};
    const std::string_view head = text.substr(0, 64 * limits::kib);
    return std::ranges::any_of(tags, [&](std::string_view tag) { return head.find(tag) != std::string_view::npos; });
}

/// A moment that is counted, in seconds or in thousandths, as a day of UTC; nothing for a number that is none.
std::string dayOfCount(std::uint64_t count)
{
    constexpr std::uint64_t firstSecond = 100'000'000;   // 1973: smaller numbers are years and identifiers
    constexpr std::uint64_t lastSecond = 10'000'000'000; // 2286
    if (count >= lastSecond)
        count /= 1000;
    if (count < firstSecond || count >= lastSecond)
        return {};
    constexpr std::uint64_t secondsPerDay = 86'400;
    return isoDate(Day(std::chrono::days(static_cast<int>(count / secondsPerDay))));
}

/// Receives the events of a JSON text and makes an article of each outermost object that has a text.
class ArticleCollector
{
public:
    using Json = nlohmann::json;

    std::vector<JsonArticle> take() { return std::move(m_articles); }
    const std::string& stopped() const { return m_stopped; }

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(Json::number_integer_t) { return true; }
    bool number_float(Json::number_float_t, const std::string&) { return true; }
    bool binary(Json::binary_t&) { return true; }

    bool number_unsigned(Json::number_unsigned_t count)
    {
        if (!m_objects.empty() && isDate(m_objects.back().field))
            set(m_objects.back(), dayOfCount(count));
        return true;
    }

    bool string(std::string& value)
    {
        if (m_objects.empty())
            return true;
        Object& object = m_objects.back();
        if (object.field)
            set(object, std::move(value));
        return true;
    }

    bool start_object(std::size_t)
    {
        Object object;
        object.articlesBefore = m_articles.size();
        m_objects.push_back(std::move(object));
        return deeper();
    }

    bool key(std::string& key)
    {
        m_objects.back().field = jsonFieldOf(key);
        return true;
    }

    bool end_object()
    {
        --m_depth;
        Object object = std::move(m_objects.back());
        m_objects.pop_back();
        const std::string& text = object.values[index(Kind::Text)];
        // An object in the place of a name: {"author": {"name": …}}.
        if (text.size() < shortestText && !m_objects.empty() && m_objects.back().field &&
            m_objects.back().field->kind != Kind::Text) {
            const bool isLink = m_objects.back().field->kind == Kind::Url;
            set(m_objects.back(), std::move(object.values[index(isLink ? Kind::Url : Kind::Title)]));
        }
        if (text.size() < shortestText)
            return true;
        m_articles.resize(std::min(m_articles.size(), object.articlesBefore)); // comments, parts, related stories
        m_articles.push_back(articleOf(std::move(object)));
        if (m_articles.size() < limits::articlesPerFile)
            return true;
        m_stopped = "more than " + std::to_string(limits::articlesPerFile) + " articles";
        return false;
    }

    bool start_array(std::size_t) { return deeper(); }

    bool end_array()
    {
        --m_depth;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
    {
        m_stopped = "damaged at byte " + std::to_string(position);
        return false;
    }

private:
    struct Object
    {
        std::optional<JsonField> field; ///< of the last key
        std::array<std::string, kinds> values;
        std::array<unsigned, kinds> ranks{};
        std::vector<std::string> authors;
        std::size_t articlesBefore = 0; ///< found before it began
    };

    static std::size_t index(Kind kind) { return static_cast<std::size_t>(kind); }

    static bool isDate(const std::optional<JsonField>& field)
    {
        return field && (field->kind == Kind::Published || field->kind == Kind::Updated || field->kind == Kind::Saved);
    }

    bool deeper()
    {
        if (++m_depth <= limits::jsonDepth)
            return true;
        m_stopped = "nesting deeper than " + std::to_string(limits::jsonDepth);
        return false;
    }

    static void set(Object& object, std::string value)
    {
        const JsonField field = *object.field;
        if (trimmed(value).empty() || (field.kind != Kind::Text && value.size() > longestField))
            return;
        if (field.kind == Kind::Author) {
            if (object.authors.size() < mostAuthors)
                object.authors.push_back(std::move(value));
            return;
        }
        std::string& known = object.values[index(field.kind)];
        unsigned& rank = object.ranks[index(field.kind)];
        // Text beats markup; then the surer name; then the first.
        const bool isBetterText = field.kind == Kind::Text && value.size() >= shortestText &&
                                  (known.size() < shortestText || (isHtml(known) && !isHtml(value)));
        const bool isWorseText = field.kind == Kind::Text && known.size() >= shortestText &&
                                 (value.size() < shortestText || (isHtml(value) && !isHtml(known)));
        if (!known.empty() && !isBetterText && (isWorseText || rank <= field.rank))
            return;
        known = std::move(value);
        rank = field.rank;
    }

    static JsonArticle articleOf(Object object)
    {
        JsonArticle article;
        article.raw.format = Format::Json;
        std::string& text = object.values[index(Kind::Text)];
        if (isHtml(text))
            article.html = std::move(text);
        else
            article.raw.text = canonicalText(std::move(text), article.raw.diagnostics);
        constexpr std::pair<Kind, std::string_view> keys[] = {
            {Kind::Title, "json:title"},      {Kind::Source, "json:source"}, {Kind::Published, "json:published"},
            {Kind::Updated, "json:updated"},  {Kind::Saved, "saved"},        {Kind::Url, "json:url"},
            {Kind::Language, "json:language"}};
        for (const auto& [kind, key] : keys) {
            if (!object.values[index(kind)].empty())
                article.raw.metadata.push_back({std::string(key), oneLine(std::move(object.values[index(kind)]))});
        }
        for (std::string& author : object.authors)
            article.raw.metadata.push_back({"json:author", oneLine(std::move(author))});
        return article;
    }

    static std::string oneLine(std::string value)
    {
        std::vector<Diagnostic> ignored; // a control in a title is not worth a word
        value = canonicalText(std::move(value), ignored);
        std::ranges::replace(value, '\n', ' ');
        return std::string(trimmed(value));
    }

    std::vector<Object> m_objects;
    std::vector<JsonArticle> m_articles;
    std::string m_stopped;
    std::size_t m_depth = 0;
};

struct Parsed
{
    std::vector<JsonArticle> articles;
    std::string stopped; ///< why, if before the end
};

/// What other languages write as JSON and is none: NaN and Infinity as values become null, half a surrogate pair
/// becomes U+FFFD. All else stays as it is.
std::string repaired(std::string_view json)
{
    constexpr std::array<std::string_view, 3> numbers = {"-Infinity", "Infinity", "NaN"};
    const auto surrogateAt = [&](std::size_t at) -> unsigned {
        unsigned unit = 0;
        const std::string_view escape = json.substr(std::min(at, json.size()), 6);
        const bool isEscape = escape.size() == 6 && escape.starts_with("\\u") &&
                              std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16).ptr == escape.data() + 6;
        return isEscape && unit >= 0xD800 && unit < 0xE000 ? unit : 0;
    };
    std::string result;
    result.reserve(json.size());
    bool inString = false;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"')
            inString = !inString;
        if (inString && json[at] == '\\') {
            const unsigned unit = surrogateAt(at);
            const unsigned next = unit != 0 ? surrogateAt(at + 6) : 0;
            const bool isPair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00;
            const std::size_t size = unit == 0 ? 2 : isPair ? 12 : 6;
            result += unit != 0 && !isPair ? std::string_view("\\ufffd") : json.substr(at, size);
            at += size;
            continue;
        }
        const auto* const number =
            std::ranges::find_if(numbers, [&](std::string_view name) { return json.substr(at).starts_with(name); });
        if (!inString && number != numbers.end()) {
            result += "null";
            at += number->size();
            continue;
        }
        result += json[at++];
    }
    return result;
}

Parsed parsedOnce(std::string_view json)
{
    ArticleCollector collector;
    const bool whole = nlohmann::json::sax_parse(json, &collector);
    return {collector.take(), whole ? std::string() : collector.stopped()};
}

Parsed parsed(std::string_view json)
{
    Parsed first = parsedOnce(json);
    if (first.stopped.empty())
        return first;
    Parsed again = parsedOnce(repaired(json));
    return again.articles.size() >= first.articles.size() ? std::move(again) : std::move(first);
}

/// Whether the first line is a document of its own, and another follows.
bool isOneALine(std::string_view text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || trimmed(text.substr(end)).empty() || text.front() != '{')
        return false;
    const std::string_view line = text.substr(0, end);
    return nlohmann::json::accept(line) || nlohmann::json::accept(repaired(line));
}

/// A line that is damaged costs this line alone.
Parsed parsedLines(std::string_view text)
{
    Parsed all;
    std::size_t damaged = 0;
    while (!text.empty() && all.articles.size() < limits::articlesPerFile) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        Parsed one = parsed(line);
        damaged += one.stopped.empty() ? 0U : 1U;
        std::ranges::move(one.articles, std::back_inserter(all.articles));
    }
    if (damaged > 0)
        all.stopped = std::to_string(damaged) + " damaged lines";
    if (!trimmed(text).empty())
        all.stopped = "more than " + std::to_string(limits::articlesPerFile) + " articles";
    return all;
}

} // namespace

Result<std::vector<JsonArticle>> readJsonArticles(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes);
    const std::string_view text = trimmed(decoded.text);
    if (text.empty())
        return failure(ErrorCode::Empty);
    Parsed found = isOneALine(text) ? parsedLines(text) : parsed(text);
    if (found.articles.empty()) {
        if (!found.stopped.empty())
            return failure(ErrorCode::Malformed, "JSON " + found.stopped);
        return failure(ErrorCode::NotAnArticle, "JSON data");
    }
    if (!found.stopped.empty())
        found.articles.back().raw.diagnostics.push_back(
            {Severity::Warning, DiagnosticCode::LimitReached, {}, found.stopped});
    return std::move(found.articles);
}

} // namespace synoptic::ingest
