// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What every fuzz target says in the same way.
namespace synoptic::fuzz {

/// Ends the program, and names @p what, unless it @p holds: a fuzzer keeps the input that did it.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "violated: %s\n", what);
    std::abort();
}

inline std::string_view bytesOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size}; // NOLINT: bytes are bytes
}

/// Neither inside a code point nor behind the end.
inline bool isBoundary(std::string_view text, std::size_t at)
{
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

} // namespace synoptic::fuzz
