// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic::readers {

/// A stretch of HTML source as a linear look at it shows: no tree, no rules of nesting.
struct MarkupToken
{
    enum class Kind
    {
        Text,
        StartTag,
        EndTag,
        RawText, ///< what is inside <script>, <style>, <textarea>, … up to the end tag
        Other    ///< comment, doctype, processing instruction
    };
    Kind kind = Kind::Text;
    std::string_view source; ///< with the angle brackets
    std::string_view name;   ///< of a tag, as written; of raw text, the element it is in
    std::size_t attributes = 0;
    bool selfClosing = false;
};

/// Cuts HTML source into tokens. Cost: linear in the source, whatever it holds.
class MarkupTokens
{
public:
    explicit MarkupTokens(std::string_view source) : m_rest(source) {}

    bool atEnd() const { return m_rest.empty(); }
    /// The next token, never empty; not at the end.
    MarkupToken next();

private:
    MarkupToken take(MarkupToken::Kind kind, std::size_t size);
    MarkupToken rawText();
    MarkupToken tag(MarkupToken::Kind kind);

    std::string_view m_rest;
    std::string_view m_rawElement; // set after the start tag of an element whose content is no markup
};

} // namespace synoptic::readers
