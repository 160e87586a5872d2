// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/calendar.h"
#include "temporal/interval.h"

/// Values as bytes and back. Numbers are in groups of seven bits, the lowest first; text and lists say how long they
/// are; a structure is its fields, which an overload of `fields` names for both directions.
namespace synoptic::cache {

/// The last value of an enumeration that is written; see analysis_fields.h.
template <class Value>
struct Last;

template <class Value>
concept SmallEnum = std::is_enum_v<Value> && sizeof(Value) == 1;
template <class Value>
concept Index = std::is_enum_v<Value> && sizeof(Value) == 4;

class ByteWriter
{
public:
    std::string bytes;

    void operator()(bool value) { bytes += value ? '\1' : '\0'; }
    void operator()(std::uint32_t value) { number(value); }
    void operator()(std::uint64_t value) { number(value); }
    /// Small on both sides of zero.
    void operator()(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void operator()(double value)
    {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        for (unsigned shift = 0; shift < 64; shift += 8)
            bytes += static_cast<char>(static_cast<unsigned char>(bits >> shift));
    }
    void operator()(const std::string& text)
    {
        number(text.size());
        bytes += text;
    }
    void operator()(Day day) { (*this)(std::int64_t{day.time_since_epoch().count()}); }
    void operator()(temporal::Instant instant) { (*this)(std::int64_t{instant.time_since_epoch().count()}); }
    template <SmallEnum Value>
    void operator()(Value value)
    {
        bytes += static_cast<char>(value);
    }
    template <Index Value>
    void operator()(Value value)
    {
        number(static_cast<std::uint32_t>(value));
    }
    template <class Value>
    void operator()(const std::optional<Value>& value)
    {
        (*this)(value.has_value());
        if (value)
            (*this)(*value);
    }
    template <class Value>
    void operator()(const std::vector<Value>& values)
    {
        number(values.size());
        for (const Value& value : values)
            (*this)(value);
    }
    template <class Value>
    requires std::is_class_v<Value>
    void operator()(const Value& value) { fields(*this, value); }

private:
    void number(std::uint64_t value)
    {
        constexpr std::uint64_t most = 0x7F;
        for (; value > most; value >>= 7U)
            bytes += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
        bytes += static_cast<char>(static_cast<unsigned char>(value));
    }
};

/// The bytes that the smallest value of a type takes: a list that says it is longer than what follows it lies.
template <class Value>
std::size_t smallestSize()
{
    static const std::size_t size = [] {
        ByteWriter writer;
        writer(Value{});
        return writer.bytes.size();
    }();
    return size;
}

/// Reads what nobody vouches for. After the first value that cannot be, everything is empty and isSound() is false.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    bool isSound() const { return m_sound; }
    bool isAtEnd() const { return m_sound && m_rest.empty(); }

    void operator()(bool& value) { value = byte(1) != 0; }
    void operator()(std::uint32_t& value)
    {
        const std::uint64_t wide = number();
        if (wide > UINT32_MAX)
            fail();
        value = m_sound ? static_cast<std::uint32_t>(wide) : 0;
    }
    void operator()(std::uint64_t& value) { value = number(); }
    void operator()(std::int64_t& value)
    {
        const std::uint64_t coded = number();
        value = static_cast<std::int64_t>(coded >> 1U) ^ -static_cast<std::int64_t>(coded & 1U);
    }
    void operator()(double& value)
    {
        value = 0.0;
        if (m_rest.size() < sizeof value)
            return fail();
        std::uint64_t bits = 0;
        for (std::size_t i = sizeof bits; i-- > 0;)
            bits = (bits << 8U) | static_cast<unsigned char>(m_rest[i]);
        m_rest.remove_prefix(sizeof bits);
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) {
            value = 0.0;
            fail();
        }
    }
    void operator()(std::string& text)
    {
        const std::uint64_t size = number();
        if (size > m_rest.size())
            return fail();
        text.assign(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
    }
    void operator()(Day& day)
    {
        constexpr std::int64_t longAgo = 5'000'000; // days: some thirteen thousand years
        day = Day{std::chrono::days{static_cast<int>(within(longAgo))}};
    }
    void operator()(temporal::Instant& instant)
    {
        constexpr std::int64_t longAgo = 400'000'000'000; // seconds: as many years
        instant = temporal::Instant{std::chrono::seconds{within(longAgo)}};
    }
    template <SmallEnum Value>
    void operator()(Value& value)
    {
        value = static_cast<Value>(byte(static_cast<unsigned char>(Last<Value>::value)));
    }
    template <Index Value>
    void operator()(Value& value)
    {
        std::uint32_t number = 0;
        (*this)(number);
        value = static_cast<Value>(number);
    }
    template <class Value>
    void operator()(std::optional<Value>& value)
    {
        value.reset();
        bool isThere = false;
        (*this)(isThere);
        if (isThere)
            (*this)(value.emplace());
    }
    template <class Value>
    void operator()(std::vector<Value>& values)
    {
        values.clear();
        const std::uint64_t count = number();
        if (count > m_rest.size() / smallestSize<Value>())
            return fail();
        values.resize(count);
        for (Value& value : values) {
            if (!m_sound)
                return;
            (*this)(value);
        }
    }
    template <class Value>
    requires std::is_class_v<Value>
    void operator()(Value& value) { fields(*this, value); }

private:
    void fail()
    {
        m_sound = false;
        m_rest = {};
    }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto next = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80U)
                return value;
        }
        fail();
        return 0;
    }

    unsigned char byte(unsigned char most)
    {
        if (m_rest.empty() || static_cast<unsigned char>(m_rest.front()) > most) {
            fail();
            return 0;
        }
        const auto value = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }

    std::int64_t within(std::int64_t limit)
    {
        std::int64_t value = 0;
        (*this)(value);
        if (value >= -limit && value <= limit)
            return value;
        fail();
        return 0;
    }

    std::string_view m_rest; // Not owned: outlives the reader.
    bool m_sound = true;
};

} // namespace synoptic::cache
