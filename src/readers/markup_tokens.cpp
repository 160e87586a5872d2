// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/markup_tokens.h"

#include <algorithm>
#include <array>

#include "readers/ascii.h"

namespace synoptic::readers {
namespace {

constexpr std::array<std::string_view, 9> rawElements = {"iframe", "noembed",  "noframes", "plaintext", "script",
                                                         "style",  "textarea", "title",    "xmp"};

bool isRawElement(std::string_view name)
{
    return std::ranges::find(rawElements, asciiLower(name)) != rawElements.end();
}

/// Where "</name" with something after it that ends a tag name begins; npos if nowhere.
std::size_t endTagOf(std::string_view text, std::string_view name)
{
    const std::string lowerName = asciiLower(name);
    for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
        const std::string_view after = text.substr(at + 2);
        if (startsWithIgnoringCase(after, lowerName) &&
            (after.size() == lowerName.size() || isMarkupSpace(after[lowerName.size()]) ||
             after[lowerName.size()] == '>' || after[lowerName.size()] == '/'))
            return at;
    }
    return std::string_view::npos;
}

} // namespace

MarkupToken MarkupTokens::take(MarkupToken::Kind kind, std::size_t size)
{
    MarkupToken token;
    token.kind = kind;
    token.source = m_rest.substr(0, size);
    m_rest.remove_prefix(token.source.size());
    return token;
}

MarkupToken MarkupTokens::rawText()
{
    const std::string_view element = m_rawElement;
    m_rawElement = {};
    const std::size_t end = endTagOf(m_rest, element);
    MarkupToken token = take(MarkupToken::Kind::RawText, std::min(end, m_rest.size()));
    token.name = element;
    return token;
}

MarkupToken MarkupTokens::tag(MarkupToken::Kind kind)
{
    std::size_t at = kind == MarkupToken::Kind::EndTag ? 2 : 1;
    const std::size_t nameBegin = at;
    while (at < m_rest.size() && !isMarkupSpace(m_rest[at]) && m_rest[at] != '>' && m_rest[at] != '/')
        ++at;
    const std::string_view name = m_rest.substr(nameBegin, at - nameBegin);
    std::size_t attributes = 0;
    bool selfClosing = false;
    bool inAttribute = false;
    for (; at < m_rest.size() && m_rest[at] != '>'; ++at) {
        const char byte = m_rest[at];
        selfClosing = byte == '/';
        if (isMarkupSpace(byte) || byte == '/') {
            inAttribute = false;
            continue;
        }
        if (!inAttribute && byte != '=') {
            ++attributes;
            inAttribute = true;
        }
        if (byte != '=')
            continue;
        while (at + 1 < m_rest.size() && isMarkupSpace(m_rest[at + 1]))
            ++at;
        if (at + 1 < m_rest.size() && (m_rest[at + 1] == '"' || m_rest[at + 1] == '\'')) {
            at = std::min(m_rest.find(m_rest[at + 1], at + 2), m_rest.size() - 1);
            inAttribute = false;
        } else {
            // Unquoted: a '/' in it is part of the value.
            while (at + 1 < m_rest.size() && !isMarkupSpace(m_rest[at + 1]) && m_rest[at + 1] != '>')
                ++at;
            inAttribute = false;
        }
    }
    MarkupToken token = take(kind, std::min(at, m_rest.size() - 1) + 1);
    token.name = name;
    token.attributes = attributes;
    token.selfClosing = selfClosing;
    if (kind == MarkupToken::Kind::StartTag && isRawElement(name))
        m_rawElement = name;
    return token;
}

MarkupToken MarkupTokens::next()
{
    using Kind = MarkupToken::Kind;
    if (!m_rawElement.empty()) {
        MarkupToken token = rawText();
        if (!token.source.empty())
            return token;
    }
    if (m_rest.front() != '<')
        return take(Kind::Text, m_rest.find('<'));
    if (m_rest.size() == 1)
        return take(Kind::Text, 1);
    const char second = m_rest[1];
    if (isAsciiLetter(second))
        return tag(Kind::StartTag);
    if (second == '/' && m_rest.size() > 2 && isAsciiLetter(m_rest[2]))
        return tag(Kind::EndTag);
    if (m_rest.starts_with("<!--")) {
        const std::size_t end = m_rest.find("-->", 2); // "<!-->" is a whole comment
        return take(Kind::Other, end == std::string_view::npos ? end : end + 3);
    }
    if (second == '!' || second == '?' || second == '/') {
        const std::size_t end = m_rest.find('>');
        return take(Kind::Other, end == std::string_view::npos ? end : end + 1);
    }
    const std::size_t end = m_rest.find('<', 1);
    return take(Kind::Text, end);
}

} // namespace synoptic::readers
