// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace synoptic::exchange {

struct JsonMember;

/// A JSON value as read. Members of an object stand in the order of the text.
struct JsonValue
{
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value; ///< monostate: null

    bool isNull() const { return std::holds_alternative<std::monostate>(value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    const Array* array() const { return std::get_if<Array>(&value); }
    const Object* object() const { return std::get_if<Object>(&value); }
    /// The member of that name; null if this is no object or has none.
    const JsonValue* member(std::string_view name) const;
};

/// No std::pair: that may not be named while one of its halves is incomplete.
struct JsonMember
{
    std::string name;
    JsonValue value;
};

/// Reads one JSON document from others: strict (RFC 8259), valid UTF-8, no key twice, depth and number of values
/// bounded. Errors: TooBig, Malformed with the place in bytes. Cost: linear, and about a hundred bytes a value.
Result<JsonValue> readJson(std::string_view text, std::size_t mostValues = 10'000'000);

} // namespace synoptic::exchange
