// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <QString>

#include "base/text_span.h"

namespace synoptic::ui {

/// A stretch of a shown text, half-open, in UTF-16 code units.
struct Utf16Span
{
    int begin = 0;
    int end = 0;

    int size() const { return end - begin; }
    friend auto operator<=>(const Utf16Span&, const Utf16Span&) = default;
};

/// An article's text as a view shows it, and the way between the bytes of the one and the UTF-16 positions of the
/// other. Lines too long for a view (limits::displayLineBytes) are broken, after a blank where there is one; the map
/// knows of it, the article does not.
///
/// Cost: linear once, then at most 1 KiB a look-up. Not owned: the text must outlive the map.
class Utf16Map
{
public:
    Utf16Map() = default;
    explicit Utf16Map(std::string_view text);

    const QString& displayText() const { return m_display; }
    /// The display position of byte @p offset, which is cut to the text's length.
    int position(std::size_t offset) const;
    /// Both ends; a break added at the end of @p span is not part of it.
    Utf16Span span(TextSpan span) const;
    /// The byte where the code point at display @p position begins.
    std::uint32_t offset(int position) const;

private:
    struct Checkpoint
    {
        std::uint32_t offset;
        int position;
    };
    int positionFrom(const Checkpoint& checkpoint, std::size_t offset) const;
    void append(std::size_t begin, std::size_t end);

    std::string_view m_text;
    bool m_isValid = true; // UTF-8 throughout: positions are counted without decoding
    QString m_display;
    std::vector<Checkpoint> m_checkpoints;
};

} // namespace synoptic::ui
