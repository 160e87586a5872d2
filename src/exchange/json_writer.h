// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synoptic::exchange {

/// Writes JSON as it goes, so that a document of 10,000 articles needs no second copy in memory. Keys stand in the
/// order in which they are written; the bytes depend on nothing but the calls.
class JsonWriter
{
public:
    enum class Layout : std::uint8_t
    {
        Document, ///< the outer elements on lines of their own
        OneLine
    };
    explicit JsonWriter(Layout layout = Layout::Document) : m_layout(layout) {}

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// The key of the value that comes next.
    void key(std::string_view name);

    /// A string; bytes that are no UTF-8 become U+FFFD, control characters are escaped.
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool truth);
    void value(std::uint64_t number);
    void value(std::uint32_t number) { value(static_cast<std::uint64_t>(number)); }
    void value(int number);
    void value(std::int64_t number);
    /// At most four decimals, a point whatever the locale; null for what is no number.
    void value(double number);
    /// The shortest digits that read back as the same number; null for what is no number.
    void exact(double number);
    void null();

    template <class Value>
    void member(std::string_view name, const Value& what)
    {
        key(name);
        value(what);
    }
    /// A string, or null for an empty one.
    void textOrNull(std::string_view name, std::string_view text);

    std::string take() { return std::move(m_text); }

private:
    void separate();

    Layout m_layout;
    std::string m_text;
    std::vector<bool> m_hasElements; // for each open array or object
    bool m_afterKey = false;
};

/// @p number with at most four decimals, a point and no exponent, whatever the locale; "" for what is no number.
std::string decimalText(double number);

} // namespace synoptic::exchange
