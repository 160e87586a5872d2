// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_ld.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace synoptic::readers {
namespace {

constexpr std::array<std::string_view, 4> flatKeys = {"headline", "datePublished", "dateModified", "articleBody"};
constexpr std::array<std::string_view, 2> namedKeys = {"author", "publisher"};
constexpr std::size_t valueBytes = limits::mib;
constexpr std::size_t mostNames = 1000;
/// Before the id of an author who is described elsewhere in the document; no text begins so.
constexpr std::string_view referenceMark = "\x01";

/// Receives the events of a JSON text. An object whose "@type" ends in "Article" or the like is an article; its fields
/// are those of this object alone.
class ArticleFinder
{
public:
    using Json = nlohmann::json;

    std::vector<ingest::MetadataField> take()
    {
        if (m_articles.empty())
            return {};
        // The innermost that ended first is not the first that began.
        auto fields = std::move(std::ranges::min_element(m_articles, {}, &Object::order)->fields);
        std::erase_if(fields, [this](ingest::MetadataField& field) {
            if (!field.value.starts_with(referenceMark))
                return false;
            const auto named = m_names.find(field.value.substr(referenceMark.size()));
            if (named != m_names.end())
                field.value = named->second;
            return named == m_names.end();
        });
        return fields;
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
        if (key == "@type") {
            object.isOrganization |= value.ends_with("Organization");
            object.isArticle |= value.ends_with("Article") || value.ends_with("BlogPosting") || value == "Report";
        }
        if (key == "name" && object.name.empty())
            object.name = value;
        else if (key == "@id")
            object.id = value;
        if (std::ranges::find(flatKeys, key) != flatKeys.end() || std::ranges::find(namedKeys, key) != namedKeys.end())
            add(object, key, value);
        return true;
    }

    bool start_object(std::size_t)
    {
        m_objects.push_back({.order = m_order++, .key = {}, .name = {}, .id = {}, .fields = {}});
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
        const bool isNamed =
            !m_objects.empty() && std::ranges::find(namedKeys, m_objects.back().key) != namedKeys.end();
        // An organization publishes; as an author it stands for nobody.
        if (isNamed && !(object.isOrganization && m_objects.back().key == "author"))
            add(m_objects.back(), m_objects.back().key,
                object.name.empty() && !object.id.empty() ? std::string(referenceMark) + object.id : object.name);
        if (!object.id.empty() && !object.name.empty() && m_names.size() < mostNames)
            m_names.emplace(object.id, object.name);
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
        std::string id; ///< by which other objects refer to it
        std::vector<ingest::MetadataField> fields;
        bool isArticle = false;
        bool isOrganization = false;
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
    std::map<std::string, std::string> m_names; ///< of the objects that have an id
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
    for (const std::string_view key : {"headline", "datePublished", "dateModified", "author"}) {
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
