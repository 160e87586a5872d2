// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_reader.h"

#include <limits>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace synoptic::exchange {
namespace {

/// Builds the value from the parser's events; says no as soon as a bound is reached.
class ValueBuilder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit ValueBuilder(std::size_t mostValues) : m_left(mostValues) {}

    bool null() override { return put({}); }
    bool boolean(bool truth) override { return put({truth}); }
    bool number_integer(number_integer_t number) override { return put({static_cast<std::int64_t>(number)}); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return put({static_cast<double>(number)});
        return put({static_cast<std::int64_t>(number)});
    }
    bool number_float(number_float_t number, const string_t& /*digits*/) override { return put({number}); }
    bool string(string_t& text) override { return put({std::move(text)}); }
    bool binary(binary_t& /*bytes*/) override { return false; }

    bool start_object(std::size_t /*size*/) override { return open({JsonValue::Object()}); }
    bool key(string_t& name) override
    {
        if (!m_open.back().names.insert(name).second)
            return fail("a key stands twice");
        m_open.back().key = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*size*/) override { return open({JsonValue::Array()}); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override
    {
        return fail("no JSON at byte " + std::to_string(position));
    }

    JsonValue take() { return std::move(m_root); }
    const std::string& problem() const { return m_problem; }
    bool isTooBig() const { return m_tooBig; }

private:
    struct Open
    {
        JsonValue value;
        std::string key;
        std::set<std::string> names;
    };

    bool fail(std::string why)
    {
        if (m_problem.empty())
            m_problem = std::move(why);
        return false;
    }

    bool count()
    {
        m_tooBig = m_left == 0;
        return m_tooBig ? fail("too many values") : (--m_left, true);
    }

    bool open(JsonValue value)
    {
        if (m_open.size() == limits::jsonDepth) {
            m_tooBig = true;
            return fail("too deep");
        }
        if (!count())
            return false;
        m_open.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close()
    {
        JsonValue value = std::move(m_open.back().value);
        m_open.pop_back();
        store(std::move(value));
        return true;
    }

    bool put(JsonValue value)
    {
        if (!count())
            return false;
        store(std::move(value));
        return true;
    }

    void store(JsonValue value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return;
        }
        Open& parent = m_open.back();
        if (auto* array = std::get_if<JsonValue::Array>(&parent.value.value))
            array->push_back(std::move(value));
        else
            std::get<JsonValue::Object>(parent.value.value).push_back({std::move(parent.key), std::move(value)});
    }

    std::size_t m_left;
    std::vector<Open> m_open;
    JsonValue m_root;
    std::string m_problem;
    bool m_tooBig = false;
};

} // namespace

const JsonValue* JsonValue::member(std::string_view name) const
{
    const Object* members = object();
    if (members == nullptr)
        return nullptr;
    for (const JsonMember& member : *members) {
        if (member.name == name)
            return &member.value;
    }
    return nullptr;
}

Result<JsonValue> readJson(std::string_view text, std::size_t mostValues)
{
    ValueBuilder builder(mostValues);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return builder.take();
    return failure(builder.isTooBig() ? ErrorCode::TooBig : ErrorCode::Malformed,
                   builder.problem().empty() ? "no JSON" : builder.problem());
}

} // namespace synoptic::exchange
