// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_ld.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace synoptic::readers {
namespace {

constexpr std::array<std::string_view, 4> flatKeys = {"headline", "datePublished", "dateModified", "articleBody"};
constexpr std::array<std::string_view, 2> namedKeys = {"author", "publisher"};
constexpr std::size_t valueBytes = limits::mib;

/// Receives the events of a JSON text. An object whose "@type" ends in "Article" or the like is an article; its fields
/// are those of this object alone.
class ArticleFinder
{
public:
    using Json = nlohmann::json;

    std::vector<ingest::MetadataField> take()
    {
        if (!m_articles.empty()) // the innermost that ended first is not the first that began
            return std::move(std::ranges::min_element(m_articles, {}, &Object::order)->fields);
        return {};
    }

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(Json::number_integer_t) { return true; }
    bool number_unsigned(Json::number_unsigned_t) { return true; }
    bool number_float(Json::number_float_t, const std::string&) { return true; }
    bool binary(Json::binary_t&) { return true; }

    bool string(std::string& value)
    {
        if (m_objects.empty() || value.size() > valueBytes)
            return true;
        Object& object = m_objects.back();
        const std::string& key = object.key;
        if (key == "@type")
            object.isArticle |= value.ends_with("Article") || value.ends_with("BlogPosting") || value == "Report";
        else if (key == "name" && object.name.empty())
            object.name = value;
        if (std::ranges::find(flatKeys, key) != flatKeys.end() || std::ranges::find(namedKeys, key) != namedKeys.end())
            add(object, key, value);
        return true;
    }

    bool start_object(std::size_t)
    {
        m_objects.push_back({m_order++, {}, {}, {}, false});
        return ++m_depth <= limits::jsonDepth;
    }

    bool key(std::string& key)
    {
        m_objects.back().key = key;
        return true;
    }

    bool end_object()
    {
        --m_depth;
        Object object = std::move(m_objects.back());
        m_objects.pop_back();
        if (!m_objects.empty() && std::ranges::find(namedKeys, m_objects.back().key) != namedKeys.end())
            add(m_objects.back(), m_objects.back().key, object.name);
        if (object.isArticle)
            m_articles.push_back(std::move(object));
        return true;
    }

    bool start_array(std::size_t) { return ++m_depth <= limits::jsonDepth; }

    bool end_array()
    {
        --m_depth;
        return true;
    }

    static bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

private:
    struct Object
    {
        std::size_t order = 0;
        std::string key; ///< the last one seen
        std::string name;
        std::vector<ingest::MetadataField> fields;
        bool isArticle = false;
    };

    static void add(Object& object, const std::string& key, const std::string& value)
    {
        // The first key wins; authors may be several.
        const std::string field = "json-ld:" + key;
        const bool known = std::ranges::any_of(object.fields, [&](const auto& other) { return other.key == field; });
        if (!value.empty() && (!known || (key == "author" && object.fields.size() < 20)))
            object.fields.push_back({field, value});
    }

    std::vector<Object> m_objects;
    std::vector<Object> m_articles;
    std::size_t m_order = 0;
    std::size_t m_depth = 0;
};

/// The value behind the first "key": of damaged JSON; without escapes, which dates and names seldom have.
std::string valueBehind(std::string_view json, std::string_view key)
{
    const std::string quoted = '"' + std::string(key) + '"';
    std::size_t at = json.find(quoted);
    if (at == std::string_view::npos)
        return {};
    at = json.find_first_not_of(" \t\r\n:", at + quoted.size());
    if (at == std::string_view::npos || json[at] != '"')
        return {};
    constexpr std::size_t longestValue = 500;
    const std::string_view rest = json.substr(at + 1, longestValue);
    const std::size_t end = rest.find('"');
    const std::string_view value = rest.substr(0, std::min(end, rest.size()));
    return end == std::string_view::npos || value.find('\\') != std::string_view::npos ? std::string()
                                                                                       : std::string(value);
}

/// What can be had of an article whose JSON is damaged.
std::vector<ingest::MetadataField> fieldsOfDamaged(std::string_view json)
{
    std::vector<ingest::MetadataField> fields;
    if (json.find("Article\"") == std::string_view::npos && json.find("BlogPosting\"") == std::string_view::npos)
        return fields;
    for (const std::string_view key : {"headline", "datePublished", "dateModified"}) {
        if (std::string value = valueBehind(json, key); !value.empty())
            fields.push_back({"json-ld:" + std::string(key), std::move(value)});
    }
    return fields;
}

} // namespace

std::vector<ingest::MetadataField> jsonLdFields(std::string_view json)
{
    ArticleFinder finder;
    // What came before an error is kept: pages cut their JSON short, or end it with a comma.
    const bool whole = nlohmann::json::sax_parse(json, &finder, nlohmann::json::input_format_t::json, true, true);
    auto fields = finder.take();
    return fields.empty() && !whole ? fieldsOfDamaged(json) : std::move(fields);
}

} // namespace synoptic::readers
