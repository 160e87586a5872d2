// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic::reader {

/// Appends @p value, lowest byte first, whatever the machine.
template <std::unsigned_integral Value>
void putLittleEndian(std::string& bytes, Value value)
{
    for (std::size_t i = 0; i < sizeof(Value); ++i)
        bytes += static_cast<char>(static_cast<unsigned char>((std::uint64_t{value} >> (8U * i)) & 0xFFU));
}

/// The number at @p offset; the caller has checked that it lies inside @p bytes.
template <std::unsigned_integral Value>
Value littleEndianAt(std::string_view bytes, std::size_t offset)
{
    Value value = 0;
    for (std::size_t i = sizeof(Value); i-- > 0;) {
        const auto byte = static_cast<Value>(static_cast<unsigned char>(bytes[offset + i]));
        value =
            static_cast<Value>(static_cast<Value>(value << 7U << 1U) | byte); // 8 at once overflows a byte-sized Value
    }
    return value;
}

} // namespace synoptic::reader
