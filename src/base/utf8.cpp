// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace synoptic {
namespace {

constexpr std::size_t checkpointBytes = 1024;
constexpr CodePoint invalid{U'\uFFFD', 1};

std::uint32_t countCodePoints(std::string_view text)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char byte) { return !isContinuationByte(byte); }));
}

} // namespace

CodePoint decodeAt(std::string_view text, std::size_t offset)
{
    const auto byteAt = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
    const char32_t lead = byteAt(offset);
    if (lead < 0x80)
        return {lead, 1};
    std::uint32_t size = 0;
    char32_t value = 0;
    char32_t smallest = 0;
    if (lead >= 0xC2 && lead <= 0xDF)
        std::tie(size, value, smallest) = std::tuple{2U, lead & 0x1F, char32_t{0x80}};
    else if (lead >= 0xE0 && lead <= 0xEF)
        std::tie(size, value, smallest) = std::tuple{3U, lead & 0x0F, char32_t{0x800}};
    else if (lead >= 0xF0 && lead <= 0xF4)
        std::tie(size, value, smallest) = std::tuple{4U, lead & 0x07, char32_t{0x10000}};
    else
        return invalid;
    if (offset + size > text.size())
        return invalid;
    for (std::uint32_t i = 1; i < size; ++i) {
        if (!isContinuationByte(text[offset + i]))
            return invalid;
        value = (value << 6U) | (byteAt(offset + i) & 0x3F);
    }
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return invalid;
    return {value, size};
}

void appendUtf8(std::string& text, char32_t value)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6U));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12U));
        put(0x80 | ((value >> 6U) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18U));
        put(0x80 | ((value >> 12U) & 0x3F));
        put(0x80 | ((value >> 6U) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

std::size_t codePointFloor(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && isContinuationByte(text[at]))
        --at;
    return at;
}

std::size_t codePointCeiling(std::string_view text, std::size_t at)
{
    while (at < text.size() && isContinuationByte(text[at]))
        ++at;
    return at;
}

std::string_view beginningOf(std::string_view text, std::size_t longest)
{
    return text.substr(0, codePointFloor(text, std::min(text.size(), longest)));
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint point = decodeAt(text, i);
        if (point.size == 1)
            return false;
        i += point.size;
    }
    return true;
}

bool isBlank(char32_t value)
{
    return value == U' ' || value == U'\t' || value == U'\u00A0' || (value >= U'\u2000' && value <= U'\u200A') ||
           value == U'\u202F' || value == U'\u205F' || value == U'\u3000';
}

CodePointMap::CodePointMap(std::string_view text) : m_text(text)
{
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += checkpointBytes) {
        m_checkpoints.push_back(count);
        count += countCodePoints(text.substr(at, checkpointBytes));
    }
    m_checkpoints.push_back(count);
}

std::uint32_t CodePointMap::codePointsBefore(std::size_t offset) const
{
    offset = std::min(offset, m_text.size());
    const std::size_t checkpoint = std::min(offset / checkpointBytes, m_checkpoints.size() - 1);
    const std::size_t from = checkpoint * checkpointBytes;
    return m_checkpoints[checkpoint] + (from < offset ? countCodePoints(m_text.substr(from, offset - from)) : 0);
}

} // namespace synoptic
