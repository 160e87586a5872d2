// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/utf16_map.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"

namespace synoptic::ui {

namespace {

constexpr std::size_t checkpointEvery = 1024;

int unitsOf(char32_t value)
{
    return value > 0xFFFF ? 2 : 1;
}

/// Where to break a line that goes on beyond @p limit: after the last blank of its last 200 bytes, else before a code
/// point.
std::size_t breakBefore(std::string_view text, std::size_t begin, std::size_t limit)
{
    constexpr std::size_t lookBack = 200;
    for (std::size_t at = limit; at > limit - lookBack && at > begin; --at)
        if (text[at - 1] == ' ')
            return at;
    return std::max(codePointFloor(text, limit), begin + 1);
}

} // namespace

Utf16Map::Utf16Map(std::string_view text) : m_text(text), m_isValid(isValidUtf8(text))
{
    m_display.reserve(static_cast<qsizetype>(text.size()));
    m_checkpoints.push_back({0, 0});
    std::size_t line = 0;
    while (line < text.size()) {
        const std::size_t newline = std::min(text.find('\n', line), text.size());
        while (newline - line > limits::displayLineBytes) {
            const std::size_t cut = breakBefore(text, line, line + limits::displayLineBytes);
            append(line, cut);
            m_display.append(u'\n');
            m_checkpoints.push_back({static_cast<std::uint32_t>(cut), static_cast<int>(m_display.size())});
            line = cut;
        }
        const std::size_t next = std::min(newline + 1, text.size());
        append(line, next);
        line = next;
    }
}

void Utf16Map::append(std::size_t begin, std::size_t end)
{
    for (std::size_t at = begin; at < end;) {
        if (at - m_checkpoints.back().offset >= checkpointEvery)
            m_checkpoints.push_back({static_cast<std::uint32_t>(at), static_cast<int>(m_display.size())});
        // Plain letters in one go, as far as the next checkpoint
        const std::size_t stop = std::min(end, m_checkpoints.back().offset + checkpointEvery);
        std::size_t plain = at;
        while (plain < stop && static_cast<unsigned char>(m_text[plain]) < 0x80)
            ++plain;
        if (plain > at) {
            m_display.append(QLatin1StringView(m_text.data() + at, static_cast<qsizetype>(plain - at)));
            at = plain;
            continue;
        }
        const CodePoint point = decodeAt(m_text, at);
        if (unitsOf(point.value) == 2) {
            m_display.append(QChar(QChar::highSurrogate(point.value)));
            m_display.append(QChar(QChar::lowSurrogate(point.value)));
        } else {
            m_display.append(QChar(static_cast<char16_t>(point.value)));
        }
        at += point.size;
    }
}

int Utf16Map::positionFrom(const Checkpoint& checkpoint, std::size_t offset) const
{
    int position = checkpoint.position;
    if (m_isValid) {
        // To the begin of a code point; then every byte that begins one counts, those of four bytes twice
        offset = codePointFloor(m_text, offset);
        for (std::size_t at = checkpoint.offset; at < offset; ++at)
            position +=
                (isContinuationByte(m_text[at]) ? 0 : 1) + (static_cast<unsigned char>(m_text[at]) >= 0xF0U ? 1 : 0);
        return position;
    }
    for (std::size_t at = checkpoint.offset; at < offset;) {
        const CodePoint point = decodeAt(m_text, at);
        at += point.size;
        if (at > offset)
            break; // inside a code point: its begin
        position += unitsOf(point.value);
    }
    return position;
}

int Utf16Map::position(std::size_t offset) const
{
    if (m_checkpoints.empty())
        return 0;
    offset = std::min(offset, m_text.size());
    const auto after =
        std::ranges::upper_bound(m_checkpoints, offset, {}, [](const Checkpoint& own) { return own.offset; });
    return positionFrom(*std::prev(after), offset);
}

Utf16Span Utf16Map::span(TextSpan span) const
{
    const int begin = position(span.begin);
    const std::size_t end = std::min<std::size_t>(span.end, m_text.size());
    if (m_checkpoints.empty() || end <= span.begin)
        return {begin, begin};
    // The last checkpoint before the end, not at it: there a break may have been added
    const auto at = std::ranges::lower_bound(m_checkpoints, end, {}, [](const Checkpoint& own) { return own.offset; });
    return {begin, positionFrom(*std::prev(at), end)};
}

std::uint32_t Utf16Map::offset(int position) const
{
    if (m_checkpoints.empty())
        return 0;
    position = std::clamp(position, 0, static_cast<int>(m_display.size()));
    const auto after = std::ranges::upper_bound(m_checkpoints, position, {}, &Checkpoint::position);
    const std::size_t stop = after == m_checkpoints.end() ? m_text.size() : after->offset;
    std::size_t at = std::prev(after)->offset;
    int reached = std::prev(after)->position;
    while (at < stop) {
        const CodePoint point = decodeAt(m_text, at);
        reached += unitsOf(point.value);
        if (reached > position)
            break;
        at += point.size;
    }
    return static_cast<std::uint32_t>(at);
}

} // namespace synoptic::ui
