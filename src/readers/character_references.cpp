// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/character_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace synoptic::readers {
namespace {

constexpr std::size_t longestReference = 12; // "&#x10FFFF;" fits

constexpr auto namedReferences = std::to_array<std::pair<std::string_view, std::string_view>>({{"amp", "&"},
                                                                                               {"lt", "<"},
                                                                                               {"gt", ">"},
                                                                                               {"quot", "\""},
                                                                                               {"apos", "'"},
                                                                                               {"nbsp", "\u00A0"},
                                                                                               {"ndash", "–"},
                                                                                               {"mdash", "—"},
                                                                                               {"lsquo", "‘"},
                                                                                               {"rsquo", "’"},
                                                                                               {"ldquo", "“"},
                                                                                               {"rdquo", "”"},
                                                                                               {"hellip", "…"},
                                                                                               {"bull", "•"},
                                                                                               {"middot", "·"},
                                                                                               {"raquo", "»"},
                                                                                               {"laquo", "«"}});

/// What a reference "&…;" stands for; @p name is what stands between the two marks.
std::optional<std::string> referenced(std::string_view name)
{
    if (!name.starts_with('#')) {
        const auto* found = std::ranges::find(namedReferences, name, [](const auto& entry) { return entry.first; });
        return found == namedReferences.end() ? std::nullopt : std::optional<std::string>(found->second);
    }
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal)
        name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    if (name.empty() || error != std::errc() || end != name.data() + name.size())
        return std::nullopt;
    const bool isCharacter = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    std::string text;
    appendUtf8(text, isCharacter ? static_cast<char32_t>(value) : U'\uFFFD');
    return text;
}

} // namespace

std::string withoutReferences(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t mark = text.find('&');
        result += text.substr(0, mark);
        if (mark == std::string_view::npos)
            break;
        text.remove_prefix(mark);
        const std::size_t end = text.substr(0, longestReference).find(';');
        const auto value = end == std::string_view::npos ? std::nullopt : referenced(text.substr(1, end - 1));
        result += value.value_or("&");
        text.remove_prefix(value ? end + 1 : 1);
    }
    return result;
}

} // namespace synoptic::readers
